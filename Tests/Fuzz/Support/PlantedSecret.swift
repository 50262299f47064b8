import Detection
package import MarkingGrammar
package import Redaction
import RuleEngine

/// A name and a number that a fuzzer plants in a document, and a release that withholds them.
package enum PlantedSecret {
  package static let name = "Sar Quimby-Kheng"
  private static let text = " \(name) has 514-38-7793 "

  /// What is planted is found by a detector of its own: the shipped ones may take it for a part of something else.
  package static let redactor: Redactor? = {
    let policy = """
      <policy name="fuzz" xmlns="urn:caveat:policy"><title>Fuzz</title>
      <exemption code="(b)(6)"><justification>a</justification><harm>b</harm></exemption>
      <element name="attachments"/><detect detector="number" exemption="(b)(6)"/><terms exemption="(b)(6)"/></policy>
      """
    let detector = Detector(id: "number", entity: "NUMBER", expression: "514-38-7793", confidence: 100)
    guard let detectors = try? DetectorSet([detector]),
      let loaded = try? Policy.load(RuleSource(file: "fuzz.xml", bytes: Array(policy.utf8)), detectors: ["number"]),
      let terms = try? TermList(reading: Array(name.utf8), kind: .name),
      let finder = try? TextFinder(loaded, detectors: detectors, terms: terms, ordinaryNames: [])
    else { return nil }
    return Redactor(loaded, finder: finder)
  }()

  /// The copy of a file; nil where there is none.
  package static func release(_ file: [UInt8], _ vocabulary: Vocabulary) -> [UInt8]? {
    guard let redactor else { preconditionFailure("the policy does not load") }
    guard let text = try? MarkedText(file.span, vocabulary) else { return nil }
    return try? redactor.release(text, head: Ledger.Head(), vocabulary).file
  }

  /// Plants the text and releases the file: nothing of it may be left, and a copy of the copy is the copy.
  ///
  /// - Parameter decoded: what can be read of a copy besides its bytes.
  package static func check(
    _ file: [UInt8], plantedAt place: Int, _ vocabulary: Vocabulary, decoded: ([UInt8]) -> [UInt8] = { $0 }
  ) {
    // The fuzzer learns the words and writes parts of them itself.
    if holds(file, "7793") || holds(file, "quimby") { return }
    let file = Array(file[..<place] + text.utf8 + file[place...])
    guard let once = release(file, vocabulary) else { return }
    for read in [once, decoded(once)] {
      precondition(!holds(read, "7793"), "the number is left")
      precondition(!holds(read, "quimby"), "the name is left")
    }
    guard let twice = release(once, vocabulary) else { return }
    precondition(twice == once, "a copy of the copy is another one")
  }

  private static func holds(_ bytes: [UInt8], _ word: String) -> Bool {
    let small = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let word = Array(word.utf8)
    guard small.count >= word.count else { return false }
    return (0...(small.count - word.count)).contains { small[$0..<($0 + word.count)].elementsEqual(word) }
  }
}
