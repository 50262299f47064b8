import MarkingModel
import RuleEngine
import XMLKit

/// An XML file of the user's that steers a run, taken apart strictly: what is not known is a problem with its place, and
/// with the word that was probably meant.
struct SideFile {
  let source: RuleSource
  private var problems: [(position: Position, sentence: String)] = []

  init(_ source: RuleSource) { self.source = source }

  /// The root element; throws where it is no XML, or another one.
  static func root(of source: RuleSource, name: String, namespace: String) throws(UsageError) -> XMLElement {
    let root: XMLElement
    do throws(RuleError) {
      root = try source.parse()
    } catch {
      throw .rules(error.description.split(separator: "\n").map(String.init))
    }
    guard root.name == name, root.namespace == namespace else {
      var file = SideFile(source)
      file.note("the file is <\(name) xmlns=\"\(namespace)\">", at: root.offset)
      throw file.error
    }
    return root
  }

  mutating func note(_ sentence: String, at offset: Int) {
    problems.append((source.position(of: offset), sentence))
  }

  /// Notes attributes that are not known, and those that are missing.
  mutating func attributes(of element: XMLElement, known: [String], required: [String] = []) {
    for attribute in element.attributes where !known.contains(attribute.name) || !attribute.namespace.isEmpty {
      note(
        "<\(element.name)> has no attribute “\(attribute.name)”\(Self.suggestion(attribute.name, known))",
        at: attribute.nameOffset)
    }
    for name in required where element.attribute(name) == nil {
      note("<\(element.name)> needs the attribute “\(name)”", at: element.offset)
    }
  }

  /// Notes an element that may not stand here.
  mutating func unexpected(_ child: XMLElement, in parent: XMLElement, known: [String]) {
    note("<\(parent.name)> has no <\(child.name)>\(Self.suggestion(child.name, known))", at: child.offset)
  }

  /// Notes text where none belongs.
  mutating func noText(in element: XMLElement) {
    if !folded(element.text).isEmpty { note("<\(element.name)> holds no text", at: element.offset) }
  }

  /// Notes anything in an element that must be empty.
  mutating func nothing(in element: XMLElement) {
    noText(in: element)
    for child in element.children { unexpected(child, in: element, known: []) }
  }

  /// The value of an attribute and where it stands.
  static func value(_ name: String, of element: XMLElement) -> (text: String, offset: Int)? {
    element.attributes.first { $0.name == name && $0.namespace.isEmpty }.map { ($0.value, $0.valueOffset) }
  }

  /// The value of an attribute that is one of some words; notes another one.
  mutating func choice(_ name: String, of element: XMLElement, among known: [String], what: String) -> String? {
    guard let value = Self.value(name, of: element) else { return nil }
    return check(value.text, at: value.offset, among: known, what: what) ? value.text : nil
  }

  /// Whether a word is one of some; notes another one.
  @discardableResult
  mutating func check(_ word: String, at offset: Int, among known: [String], what: String) -> Bool {
    if known.contains(word) { return true }
    note("there is no \(what) “\(word)”\(Self.suggestion(word, known))", at: offset)
    return false
  }

  /// Words of about the same length first: the id of a rule rather than that of an assertion in it.
  private static func suggestion(_ given: String, _ known: [String]) -> String {
    let similar = known.filter { $0.utf8.count <= given.utf8.count + 2 }
    let nearest = Nearest.word(to: given, among: similar) ?? Nearest.word(to: given, among: known)
    return nearest.map { "; did you mean “\($0)”?" } ?? ""
  }

  /// Every problem, in order of place.
  var error: UsageError {
    let sorted = problems.sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) }
    return .rules(sorted.map { "\(source.file):\($0.position.line):\($0.position.column): \($0.sentence)" })
  }

  func throwIfAny() throws(UsageError) { if !problems.isEmpty { throw error } }
}
