internal import MarkingModel
package import RuleEngine
internal import XMLKit

/// Reads a ledger back. What is not as this program writes it is refused: a record that was changed by hand proves
/// nothing.
package struct LedgerReader {
  private var reader: StrictReader
  private var ledger = Ledger()

  package static func read(_ source: RuleSource) throws(RuleError) -> Ledger {
    let root = try source.parse()
    var reader = LedgerReader(reader: StrictReader(source))
    if reader.reader.expect(root, "ledger", in: Ledger.namespace) { reader.read(root) }
    try reader.reader.throwIfAny()
    // Text, comments and instructions between the entries, and all else that the chain does not hold.
    let written = reader.ledger.xml()
    if written != source.bytes {
      let same = zip(written, source.bytes).prefix { $0 == $1 }.count
      reader.reader.note(.policy("from here on this is not as a ledger is written"), at: same)
      try reader.reader.throwIfAny()
    }
    return reader.ledger
  }

  private mutating func read(_ root: XMLElement) {
    reader.attributes(of: root, known: ["tool", "version", "timestamp"], required: ["tool", "version"])
    ledger.head.tool = root.attribute("tool") ?? ""
    ledger.head.version = root.attribute("version") ?? ""
    ledger.head.timestamp = root.attribute("timestamp")
    for child in root.children { read(child: child) }
  }

  private mutating func read(child: XMLElement) {
    switch child.name {
    case "policy":
      reader.attributes(of: child, known: ["name", "sha256", "profile"], required: ["name", "sha256"])
      ledger.head.profile = child.attribute("profile")
      ledger.head.policy = child.attribute("name") ?? ""
      ledger.head.policyDigest = child.attribute("sha256") ?? ""
    case "detectors":
      reader.attributes(of: child, known: ["sha256"])
      ledger.head.detectorsDigest = child.attribute("sha256") ?? ""
    case "original":
      reader.attributes(
        of: child, known: Set(Self.accountAttributes + ["file", "format"]),
        required: Self.accountAttributes + ["format"])
      ledger.head.inputName = child.attribute("file") ?? ""
      ledger.head.format = child.attribute("format") ?? ""
      ledger.head.original = account(child)
    case "copy":
      reader.attributes(
        of: child, known: Set(Self.accountAttributes + ["disposition", "unmarked-portions"]),
        required: Self.accountAttributes)
      ledger.head.copy = account(child)
      ledger.head.disposition = child.attribute("disposition") ?? ""
      ledger.head.unmarkedPortions = child.attribute("unmarked-portions") ?? ""
    case "review":
      let counts = ["accepted", "rejected", "added"]
      reader.attributes(of: child, known: Set(counts + ["reviewer"]), required: counts)
      ledger.head.review = Ledger.Review(
        reviewer: child.attribute("reviewer"), accepted: number(child, counts[0]),
        rejected: number(child, counts[1]), added: number(child, counts[2]))
    case "dropped":
      reader.attributes(of: child, known: ["kind", "count"], required: ["kind", "count"])
      ledger.dropped.append(DroppedKind(child.attribute("kind") ?? "", number(child, "count")))
    case "added":
      reader.attributes(of: child, known: ["kind", "at"], required: ["kind", "at"])
      guard let kind = child.attribute("kind").flatMap(ReleasedCopy.Addition.Kind.init(rawValue:)) else {
        return reader.note(.policy("this is no kind of addition"), at: child.offset)
      }
      ledger.additions.append(
        ReleasedCopy.Addition(kind: kind, offset: number(child, "at"), text: child.text))
    case "withheld": ledger.entries.append(entry(child))
    case "seal":
      reader.attributes(of: child, known: ["entries", "chain"], required: ["entries", "chain"])
      ledger.seal = child.attribute("chain") ?? ""
      if number(child, "entries") != ledger.entries.count {
        reader.note(.policy("the seal counts another number of entries"), at: child.offset)
      }
    default: reader.note(.unexpectedElement(child.name, in: "ledger"), at: child.offset)
    }
  }

  private static let accountAttributes = ["sha256", "bytes", "text-sha256", "text-bytes"]

  private mutating func account(_ element: XMLElement) -> Ledger.Account {
    var account = Ledger.Account()
    account.digest = element.attribute("sha256") ?? ""
    account.bytes = number(element, "bytes")
    account.textDigest = element.attribute("text-sha256") ?? ""
    account.textBytes = number(element, "text-bytes")
    return account
  }

  private mutating func entry(_ element: XMLElement) -> Ledger.Entry {
    reader.attributes(
      of: element,
      known: [
        "n", "withholding", "at", "length", "part", "line", "column", "copy-at", "copy-length", "source", "detail",
        "name",
        "confidence", "label", "value-hmac", "reviewer", "chain",
      ],
      required: [
        "n", "withholding", "at", "length", "part", "copy-at", "copy-length", "source", "name", "label", "chain",
      ])
    let at = number(element, "at")
    let copied = number(element, "copy-at")
    var entry = Ledger.Entry(
      number: number(element, "n"), withholding: number(element, "withholding"),
      range: ByteRange(at, at + number(element, "length")), part: element.attribute("part") ?? "",
      position: Position(line: number(element, "line"), column: number(element, "column")),
      copied: ByteRange(copied, copied + number(element, "copy-length")), source: element.attribute("source") ?? "",
      detail: element.attribute("detail"), name: element.attribute("name") ?? "",
      confidence: element.attribute("confidence").flatMap { Int($0) },
      exemptions: element.children.filter { $0.name == "exemption" }.map(\.text),
      label: element.attribute("label") ?? "", valueDigest: element.attribute("value-hmac"),
      reviewer: element.attribute("reviewer"))
    entry.chain = element.attribute("chain") ?? ""
    return entry
  }

  /// A number that is not negative and not beyond any file; noted where it is none.
  private mutating func number(_ element: XMLElement, _ name: String) -> Int {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return 0 }
    if let number = Int(attribute.value), (0...(1 << 48)).contains(number) { return number }
    reader.note(.policy("“\(name)” is no number"), at: attribute.valueOffset)
    return 0
  }
}
