import MarkingGrammar
import MarkingModel
import XMLKit

/// Puts labels with ISM attributes into a marking document.
struct ISMWriter {
  private(set) var document = MarkingDocument()
  private let bytes: [UInt8]
  private let vocabulary: ISMVocabulary
  /// Whether the document is of a version of ISM from before those that are numbered by year.
  var isEarlier = false
  /// What the types of notices belong to.
  var notices = ISMNotices([], first: nil)
  private var placement: Placement

  init(bytes: [UInt8], vocabulary: ISMVocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    placement = Placement(bytes.span)
  }

  mutating func begin(_ root: MarkedRoot) {
    document.add(.document, to: -1, at: ByteRange(0, bytes.count), Position(line: 1, column: 1))
    root.write(to: &document)
  }

  private mutating func add(_ name: ElementName, to parent: Int, at range: ByteRange, isMarking: Bool) -> Int {
    let bytes = bytes
    let position = placement.position(of: range.start, in: bytes.span)
    return document.add(name, to: parent, at: range, position, excerpt: isMarking ? range : ByteRange(0, 0))
  }

  mutating func add(_ label: ISMLabel, n: Int, isFirst: Bool, hasCategories: Bool, shown: String) {
    let node = add(.label, to: 0, at: label.range, isMarking: false)
    let ism = label.ism
    let level = ism["classification"].flatMap(Classification.init(rawValue:))
    document.set(.kind, label.isResource ? "resource" : "portion")
    document.set(.n, n)
    document.set(.first, isFirst)
    document.set(.level, level?.rawValue ?? "none")
    document.set(.rank, level?.rank ?? 0)
    document.set(.contributes, !isFirst && ism["excludeFromRollup"] != "true")
    document.set(.external, ism["externalNotice"] == "true")
    document.set(.american, ism.has("ownerProducer", "USA"))
    document.set(.owners, ism.tokens("ownerProducer").count)
    document.set(.hasLevel, ism["classification"] != nil)
    document.set(.hasOwner, ism["ownerProducer"] != nil)
    document.set(.hasDate, ism["createDate"] != nil)
    document.set(.hasScope, ism["compliesWith"] != nil)
    document.set(.earlier, isEarlier)
    document.set(.government, ism.has("compliesWith", "USGov"))
    document.set(.component, ism.has("compliesWith", "USIC") || ism.has("compliesWith", "USDOD"))
    document.set(.cuiOnly, ism.has("compliesWith", "USA-CUI-ONLY"))
    document.set(.cui, hasCategories)
    document.set(.controller, ism["cuiControlledBy"] != nil)
    setLists(ism)
    document.set(.orcon, ism.has("disseminationControls", "OC"))
    document.set(.orconUSGov, ism.has("disseminationControls", "OC-USGOV"))
    document.set(.shown, shown)
    for field in label.fields { add(field, to: node) }
  }

  /// Where a label stands.
  mutating func place(of label: ISMLabel) -> Place {
    let bytes = bytes
    return Place(label.range, placement.position(of: label.range.start, in: bytes.span))
  }

  /// Controls that need a list of countries, and the lists.
  private mutating func setLists(_ ism: ISMAttributes) {
    let releasable = ism.tokens("releasableTo")
    document.set(
      .release, ism.has("disseminationControls", "REL") || ism.has("disseminationControls", "EYES"))
    document.set(.releasable, releasable.count)
    document.set(.startsWithUSA, releasable.first == "USA")
    document.set(.display, ism.has("disseminationControls", "DISPLAYONLY"))
    document.set(.displayable, ism.tokens("displayOnlyTo").count)
  }

  private mutating func add(_ field: XMLElement.Attribute, to label: Int) {
    let whole = ByteRange(field.valueOffset, field.offset(ofValueByte: field.value.utf8.count, in: bytes))
    // Where a character is written as a reference the places of single tokens are not worth counting them for.
    let isLiteral = whole.count == field.value.utf8.count
    let name = ISMAttributes.names.contains(field.name) ? field.name : "other"
    let node = add(.field, to: label, at: ByteRange(field.nameOffset, whole.end), isMarking: false)
    document.set(.name, name)
    document.set(.empty, !field.value.utf8.contains { $0 > 0x20 })
    guard ISMVocabulary.isList(field.name) else { return }
    let all = Set(field.value.split(whereSeparator: Self.isBlank).map(String.init))
    var seen: Set<String> = []
    var n = 0
    var at = 0
    for part in field.value.split(omittingEmptySubsequences: false, whereSeparator: Self.isBlank) {
      let count = part.utf8.count
      if count > 0 {
        let token = String(part)
        n += 1
        let state = vocabulary.state(of: token, in: field.name)
        let range = isLiteral ? ByteRange(whole.start + at, whole.start + at + count) : whole
        _ = add(.token, to: node, at: range, isMarking: state != .unknown)
        document.set(.n, n)
        document.set(.name, name)
        document.set(.state, state.rawValue)
        document.set(.repeat, !seen.insert(token).inserted)
        document.set(.whole, Self.whole(of: token, in: field.name).map(all.contains) ?? true)
        if field.name == "noticeType", let isAnswered = notices.isAnswered(token) {
          document.set(.answered, isAnswered)
        }
        document.set(.value, token)
      }
      at += count + 1
    }
  }

  /// What a token is a part of: SI of `SI-G`, RD of `RD-CNWDI`; nil for what is no part.
  private static func whole(of token: String, in attribute: String) -> String? {
    guard attribute == "SCIcontrols" || attribute == "atomicEnergyMarkings" else { return nil }
    return token.firstIndex(of: "-").map { String(token[..<$0]) }
  }

  private static func isBlank(_ character: Character) -> Bool {
    character == " " || character == "\n" || character == "\t" || character == "\r"
  }
}
