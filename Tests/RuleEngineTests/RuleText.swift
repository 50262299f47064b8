import RuleEngine

/// A small sound rule file, of which tests change one thing at a time.
enum RuleText {
  static let file = "own/TST-001.sch"

  static let whole = """
    <?xml version="1.0" encoding="UTF-8"?>
    <pattern id="TST-001" xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:cv="urn:caveat:rule">
      <title>A title</title>
      <p class="why">Why it matters.</p>
      <cv:applies forms="drafted"/>
      <rule context="/document/paragraph">
        <assert id="TST-001-a" role="error" see="5 FAH-2 H-442" test="@marked = 'true'">
          Paragraph <value-of select="@n"/> is not marked.
        </assert>
      </rule>
      <cv:accept name="marked"><![CDATA[
    1. (U) Text.
    ]]></cv:accept>
      <cv:reject name="unmarked" form="drafted"><![CDATA[
    ↓1. Text.
    ]]></cv:reject>
    </pattern>

    """

  /// The file with one piece of it exchanged.
  static func with(_ piece: String, as replacement: String) -> String {
    let range = whole.utf8.firstRange(of: piece.utf8)
    guard let range else { return "the rule has no \(piece)" }
    return String(whole[..<range.lowerBound]) + replacement + String(whole[range.upperBound...])
  }

  /// What the loader says of a text, a line for each problem; nil where it loads.
  static func problems(_ text: String, taken: [String: String] = [:]) throws -> String? {
    let source = RuleSource(file: file, bytes: Array(text.utf8))
    do throws(RuleError) {
      _ = try RuleLoader.load(source, contract: try ProjectFiles.loadedContract.get(), taken: taken)
      return nil
    } catch {
      return error.description
    }
  }

  static func load(_ text: String) throws(RuleError) -> Rule {
    let source = RuleSource(file: file, bytes: Array(text.utf8))
    return try RuleLoader.load(source, contract: try ProjectFiles.loadedContract.get())
  }
}
