internal import MarkingModel
internal import XMLKit

/// Reads one rule file: a Schematron pattern with its examples (`docs/writing-rules.md` describes the form).
///
/// Nothing that the form does not know is let pass, and every expression is held against the contract, so that a
/// misspelt name is an error here and not a rule that never speaks.
package struct RuleLoader {
  static let schematron = "http://purl.oclc.org/dsdl/schematron"
  static let extensions = "urn:caveat:rule"

  let contract: Contract
  /// The ids that other files have, with the files.
  let taken: [String: String]
  var reader: StrictReader
  var id = ""
  /// Whether the id is as it must be; the ids of assertions are measured by it.
  var isIDSound = false
  var title: String?
  var why: String?
  var notes: [String] = []
  var isUnverified = false
  var reach: Rule.Reach?
  var clauses: [Rule.Clause] = []
  var examples: [Rule.Example] = []
  var assertionIDs: Set<String> = []

  /// The rule in `source`, or every problem that it has.
  package static func load(
    _ source: RuleSource, contract: Contract, taken: [String: String] = [:]
  ) throws(RuleError) -> Rule {
    var loader = RuleLoader(contract: contract, taken: taken, reader: StrictReader(source))
    let root = try source.parse()
    if loader.reader.expect(root, "pattern", in: schematron) { loader.readPattern(root) }
    try loader.reader.throwIfAny()
    return Rule(
      id: loader.id, title: loader.title ?? "", why: loader.why ?? "", notes: loader.notes,
      isUnverified: loader.isUnverified, reach: loader.reach ?? Rule.Reach(), clauses: loader.clauses,
      examples: loader.examples, file: source.file)
  }

  private init(contract: Contract, taken: [String: String], reader: StrictReader) {
    self.contract = contract
    self.taken = taken
    self.reader = reader
  }

  private mutating func readPattern(_ root: XMLElement) {
    reader.attributes(of: root, known: ["id"], required: ["id"])
    reader.noText(in: root)
    readID(root)
    // What is said before the clauses decides how they are judged.
    isUnverified = root.children.contains { $0.name == "unverified" && $0.namespace == Self.extensions }
    for child in root.children { readChild(child) }
    for (isThere, name) in [
      (title != nil, "<title>"), (why != nil, "<p class=\"why\">"), (!clauses.isEmpty, "<rule>"),
      (examples.contains(where: \.isAccepted), "<cv:accept>"),
      (examples.contains { !$0.isAccepted }, "<cv:reject>"),
    ] where !isThere {
      reader.note(.missingElement(name, in: "pattern"), at: root.offset)
    }
  }

  private mutating func readID(_ root: XMLElement) {
    guard let attribute = root.attributes.first(where: { $0.name == "id" }), !attribute.value.isEmpty else { return }
    id = attribute.value
    if !Self.isRuleID(id) {
      reader.note(.notAnID(id), at: attribute.valueOffset)
    } else if id != reader.source.baseName {
      reader.note(.idIsNotFileName(id: id, file: reader.source.baseName), at: attribute.valueOffset)
    } else if let owner = taken[id] {
      reader.note(.idInUse(id, by: owner), at: attribute.valueOffset)
    } else {
      isIDSound = true
    }
  }

  /// Whether it is a family of two to eight capital letters and digits, a letter first, a dash and three digits.
  package static func isRuleID(_ id: String) -> Bool {
    let bytes = Array(id.utf8)
    guard let dash = bytes.firstIndex(of: UInt8(ascii: "-")), (2...8).contains(dash), bytes.count == dash + 4 else {
      return false
    }
    let isDigit = { (byte: UInt8) in byte &- 0x30 < 10 }
    let isCapital = { (byte: UInt8) in byte &- 0x41 < 26 }
    return isCapital(bytes[0]) && bytes[..<dash].allSatisfy { isCapital($0) || isDigit($0) }
      && bytes[(dash + 1)...].allSatisfy(isDigit)
  }

  private mutating func readChild(_ child: XMLElement) {
    switch (child.namespace, child.name) {
    case (Self.schematron, "title"): readTitle(child)
    case (Self.schematron, "p"): readParagraph(child)
    case (Self.schematron, "rule"): readClause(child)
    case (Self.extensions, "applies"): readReach(child)
    case (Self.extensions, "unverified"):
      reader.attributes(of: child, known: [])
      reader.nothing(in: child)
    case (Self.extensions, "accept"), (Self.extensions, "reject"): readExample(child)
    default: reader.note(.unexpectedElement(child.name, in: "pattern"), at: child.offset)
    }
  }

  private mutating func readTitle(_ element: XMLElement) {
    reader.attributes(of: element, known: [])
    if title != nil { reader.note(.repeatedElement("title"), at: element.offset) }
    title = reader.text(of: element)
  }

  private mutating func readParagraph(_ element: XMLElement) {
    reader.attributes(of: element, known: ["class"], required: ["class"])
    let text = reader.text(of: element)
    guard let attribute = element.attributes.first(where: { $0.name == "class" }) else { return }
    switch attribute.value {
    case "why":
      if why != nil { reader.note(.repeatedElement("p class=\"why\""), at: element.offset) }
      why = text
    case "note": notes.append(text)
    default: reader.note(.notAClass(attribute.value), at: attribute.valueOffset)
    }
  }
}
