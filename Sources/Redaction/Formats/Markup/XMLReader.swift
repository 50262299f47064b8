import Documents
internal import MarkingGrammar
import MarkingModel
internal import XMLKit

/// Takes an XML document apart: its reading text, and what its copy is written from.
///
/// An element beside words of its parent is a part of a line; all others are blocks of their own. Every value of an
/// attribute is a part of the text, and so are the names that the document uses.
struct XMLReader {
  enum Token {
    case open(XMLMarkup, [Value])
    case close
    case text(piece: Int, depth: Int)
    /// White space between elements, as it was.
    case space([UInt8])
  }

  /// The value of one attribute: a part of the reading text, by index, or nothing.
  typealias Value = Int?

  /// A stretch of text or an attribute, and the element with marks that it stands in.
  struct Owned {
    var label: Int?
    var piece: Int?
    var attribute: Int?
  }

  private(set) var text = ReadingText()
  private(set) var tokens: [Token] = []
  private(set) var parts: [TextPart] = []
  /// The first of the parts that hold attributes.
  private(set) var firstAttribute = 1
  /// What each element with ISM attributes says.
  private(set) var labels: [ISMAttributes] = []
  private(set) var owned: [Owned] = []
  private(set) var hasNATOLabels = false
  /// The attributes whose values have to be names: `xml:id`.
  private(set) var identifiers: [Int] = []
  private var dropped: [String: Int] = [:]
  private var attributes: [(bytes: [UInt8], place: Int, isForm: Bool, isAlone: Bool)] = []
  /// The names of elements with text of their own and of attributes, in the order of the latter.
  private var elementNames: [(pieces: Range<Int>, labels: [[UInt8]])] = []
  private var attributeNames: [[[UInt8]]] = []
  private var raised: [Range<Int>] = []
  private var ruby = RubyPieces()
  private var boxes = ElementBoxes()
  private var waiting: [Int] = []
  private var names: [String] = []
  private var seenNames: Set<String> = []

  init(_ document: XMLMarkup.Document) throws(Refusal) {
    dropped["comment"] = document.comments
    dropped["processing instruction"] = document.instructions
    dropped["document type"] = document.hasDocumentType ? 1 : 0
    read(document.root, within: "", label: nil, depth: 0)
    parts.append(TextPart("body", .document, text.endPart()))
    for (index, attribute) in attributes.enumerated() {
      let kind: TextPart.Kind =
        if attribute.isForm || !labels.isEmpty {
          .form
        } else if attribute.bytes.contains(where: Self.isBlank) {
          .words(at: attribute.place, isAlone: attribute.isAlone)
        } else {
          .attached(to: attribute.place)
        }
      addPart("attribute \(index + 1)", kind, attribute.bytes)
    }
    addPart("names", .form, Array(names.joined(separator: "\n").utf8))
  }

  /// What the names of elements and attributes say of the text.
  var structure: TextStructure {
    var structure = TextStructure()
    for name in elementNames {
      guard let range = HTMLTables.range(of: name.pieces, in: text.pieces) else { continue }
      structure.named += name.labels.map { LabelledText(range, label: $0) }
    }
    for (index, labels) in attributeNames.enumerated() {
      structure.named += labels.map { LabelledText(parts[firstAttribute + index].range, label: $0) }
    }
    structure.raised = raised.compactMap { HTMLTables.range(of: $0, in: text.pieces) }
    structure.ruby = ruby.texts(in: text.pieces)
    structure.boxes = boxes.boxes(in: text.pieces)
    return structure
  }

  /// In the order of the alphabet.
  var droppedKinds: [DroppedKind] {
    dropped.filter { $0.value > 0 }.sorted { $0.key < $1.key }.map { DroppedKind($0.key, $0.value) }
  }

  private mutating func addPart(_ name: String, _ kind: TextPart.Kind, _ bytes: [UInt8]) {
    text.beginPart()
    _ = text.append(bytes)
    parts.append(TextPart(name, kind, text.endPart()))
  }

  private mutating func read(_ element: XMLMarkup, within parent: String, label: Int?, depth: Int) {
    use(element.name)
    let first = text.pieces.count
    for declaration in element.declarations { use(declaration) }
    hasNATOLabels = hasNATOLabels || element.namespace.hasPrefix("urn:nato:stanag:477")
    let own = takeLabel(of: element) ?? label
    tokens.append(.open(element, element.attributes.map { value(of: $0, of: element, label: own) }))
    let isMixed = element.content.contains { if case .text(let bytes) = $0 { !Self.isBlank(bytes) } else { false } }
    for content in element.content {
      switch content {
      case .comment: dropped["comment", default: 0] += 1
      case .instruction: dropped["processing instruction", default: 0] += 1
      case .text(let bytes): add(bytes, isMixed: isMixed, label: own, depth: depth)
      case .element(let child):
        if !isMixed { border() }
        read(child, within: element.name, label: own, depth: depth + 1)
        if !isMixed { border() }
      }
    }
    tokens.append(.close)
    ruby.take(element.name, first..<text.pieces.count)
    let localName = element.name.split(separator: ":").last.map(String.init) ?? element.name
    boxes.take(localName, first..<text.pieces.count, isLed: isMixed && element.isLedByText)
    if isMixed {
      elementNames.append((first..<text.pieces.count, XMLNames.labels(of: element, within: parent)))
      if ["sup", "sub"].contains(element.name) { raised.append(first..<text.pieces.count) }
    }
  }

  private mutating func border() {
    waiting = []
    text.border(.line)
  }

  private mutating func add(_ bytes: [UInt8], isMixed: Bool, label: Int?, depth: Int) {
    guard isMixed else {
      tokens.append(.space(bytes))
      return
    }
    // Blanks at the start of a block are not a part of what it says.
    let shown = text.isAtBlockStart ? bytes.drop(while: Self.isBlank) : bytes[...]
    guard !shown.isEmpty else { return }
    let piece = text.append(shown)
    tokens.append(.text(piece: piece, depth: depth))
    owned.append(Owned(label: label, piece: piece, attribute: nil))
    for index in waiting { (attributes[index].place, attributes[index].isAlone) = (text.pieces[piece].start, false) }
    waiting = []
  }

  private mutating func value(of attribute: XMLMarkup.Attribute, of element: XMLMarkup, label: Int?) -> Value {
    use(attribute.name)
    let start = attribute.value.drop(while: Self.isBlank)
    let value = Array(start.prefix(start.count - start.reversed().prefix(while: Self.isBlank).count))
    guard !value.isEmpty else { return nil }
    let isForm = Self.isForm(attribute, value)
    if attribute.namespace == Self.xml, attribute.localName == "id" { identifiers.append(attributes.count) }
    if !isForm { owned.append(Owned(label: label, piece: nil, attribute: attributes.count)) }
    if text.isAtBlockStart { waiting.append(attributes.count) }
    attributes.append((value, text.bytes.count, isForm, text.isAtBlockStart))
    attributeNames.append(XMLNames.labels(of: attribute, in: element))
    return attributes.count - 1
  }

  /// Whether an attribute belongs to the form and not to what its element says: codes, dates and yes or no of ISM, the
  /// language of the text, what a validator asks for, and the version of a schema. All others may hold words, those of a
  /// resource too, and stand under what the element says of itself.
  private static func isForm(_ attribute: XMLMarkup.Attribute, _ value: [UInt8]) -> Bool {
    let name = attribute.localName
    switch attribute.namespace {
    case ISMAttributes.namespace:
      if ISMAttributes.isText(name) { return false }
      return !name.hasSuffix("Date") || value.allSatisfy { $0.isDigit || "-:+.TZ".utf8.contains($0) }
    case xml: return name == "lang" || name == "space"
    case "http://www.w3.org/2001/XMLSchema-instance": return validation.contains(name)
    default:
      return (name == "version" || name.hasSuffix("Version")) && value[0].isDigit && value.count <= longestVersion
        && value.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
    }
  }

  private static let xml = "http://www.w3.org/XML/1998/namespace"
  private static let validation: Set<String> = ["type", "nil", "schemaLocation", "noNamespaceSchemaLocation"]
  private static let longestVersion = 24

  /// The number of the element's label, where it has one.
  private mutating func takeLabel(of element: XMLMarkup) -> Int? {
    let fields = element.attributes.filter { $0.namespace == ISMAttributes.namespace }
    guard fields.contains(where: { Self.marks.contains($0.localName) }) else { return nil }
    var ism = ISMAttributes()
    for field in fields { ism.set(field.localName, String(decoding: field.value, as: UTF8.self)) }
    labels.append(ism)
    return labels.count - 1
  }

  /// The attributes that say how something is marked; all others say something about that.
  private static let marks: Set<String> = [
    "classification", "ownerProducer", "SCIcontrols", "SARIdentifier", "atomicEnergyMarkings", "FGIsourceOpen",
    "FGIsourceProtected", "disseminationControls", "releasableTo", "displayOnlyTo", "nonICmarkings", "nonUSControls",
    "cuiBasic", "cuiSpecified",
  ]

  // MARK: Names

  private mutating func use(_ name: String) {
    if seenNames.insert(name).inserted { names.append(name) }
  }

  /// Names of namespaces that are published say nothing of the document.
  private mutating func use(_ declaration: (prefix: String, namespace: String)) {
    if !declaration.prefix.isEmpty { use(declaration.prefix) }
    let known = ["http://www.w3.org/", "http://purl.org/", "urn:us:gov:ic:", "urn:nato:", "urn:oasis:", "urn:ietf:"]
    if !declaration.namespace.isEmpty, !known.contains(where: declaration.namespace.hasPrefix) {
      use(declaration.namespace)
    }
  }

  fileprivate static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
  static func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { isBlank($0) } }
}

extension XMLMarkup {
  /// Whether text stands before all its elements.
  fileprivate var isLedByText: Bool {
    for child in content {
      switch child {
      case .text(let bytes): if !XMLReader.isBlank(bytes) { return true }
      case .element: return false
      case .comment, .instruction: continue
      }
    }
    return false
  }
}
