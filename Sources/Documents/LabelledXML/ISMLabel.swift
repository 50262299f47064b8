import MarkingGrammar
import MarkingModel
import XMLKit

/// The ISM attributes of one element, and where they stand.
struct ISMLabel {
  /// The element's start tag, from its name to the bracket that ends it.
  var range: ByteRange
  var fields: [XMLElement.Attribute]
  var ism: ISMAttributes
  /// The portion mark that the element's own text begins with, as it is written.
  var shown: String?

  /// Whether it marks the whole of a resource rather than a portion of one.
  var isResource: Bool { ism["resourceElement"] == "true" }

  /// Whether its attributes may be those of a marking: lists that go on for pages are not.
  var isMarking: Bool { fields.allSatisfy { !ISMVocabulary.isList($0.name) || $0.value.utf8.count <= 4096 } }

  /// Nil where an element says nothing about how it is marked.
  init?(_ element: XMLElement, _ bytes: [UInt8]) {
    fields = element.attributes.filter { $0.namespace == ISMAttributes.namespace }
    guard fields.contains(where: { Self.marks.contains($0.name) }) else { return nil }
    ism = ISMAttributes()
    for field in fields { ism.set(field.name, field.value) }
    range = ByteRange(element.offset, Self.tagEnd(element, bytes))
    shown = Self.mark(element.text)
  }

  /// The attributes that say how something is marked; all others say something about that.
  private static let marks: Set<String> = [
    "classification", "ownerProducer", "SCIcontrols", "SARIdentifier", "atomicEnergyMarkings", "FGIsourceOpen",
    "FGIsourceProtected", "disseminationControls", "releasableTo", "displayOnlyTo", "nonICmarkings", "nonUSControls",
    "cuiBasic", "cuiSpecified", "resourceElement",
  ]

  /// The offset after the bracket that ends a start tag: none inside quotation marks counts.
  private static func tagEnd(_ element: XMLElement, _ bytes: [UInt8]) -> Int {
    var at = element.attributes.last.map { $0.valueOffset + $0.value.utf8.count } ?? element.offset
    // The value may be longer in the file than decoded; what ends the tag is searched from its first quotation mark.
    if let last = element.attributes.last {
      at = last.valueOffset
      let quote = bytes[at - 1]
      while at < bytes.count, bytes[at] != quote { at += 1 }
    }
    while at < bytes.count, bytes[at] != 0x3E { at += 1 }
    return min(at + 1, bytes.count)
  }

  /// The mark in parentheses at the beginning of a text; nil where none stands there: capitals, and a level first.
  private static func mark(_ text: String) -> String? {
    let bytes = Array(text.utf8.drop { $0 <= 0x20 }.prefix(512))
    guard bytes.first == 0x28, let end = bytes.firstIndex(of: 0x29) else { return nil }
    let inner = bytes[1..<end]
    guard inner.allSatisfy({ $0 &- 0x41 < 26 || $0 &- 0x20 < 0x20 || $0 == 0x5F }) else { return nil }
    let first = inner.drop { $0 == 0x2F }.prefix { $0 &- 0x41 < 26 }
    let isForeign = inner.starts(with: [0x2F, 0x2F])
    guard isForeign || levels.contains(String(decoding: first, as: UTF8.self)) else { return nil }
    return String(decoding: bytes[...end], as: UTF8.self)
  }

  private static let levels: Set<String> = ["U", "C", "S", "TS", "CUI"]
}
