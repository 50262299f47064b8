import MarkingGrammar
import MarkingModel

/// The two ways in which the elements of an XML document say how they are marked.
enum XMLLabelling: Sendable {
  /// Attributes of IC ISM (`urn:us:gov:ic:ism`).
  case ism
  /// Confidentiality labels of NATO (STANAG 4774), bound by STANAG 4778.
  case nato

  /// Namespaces without their versions, which are not the same in all documents.
  static let label = "urn:nato:stanag:4774:confidentialitymetadatalabel:"
  static let binding = "urn:nato:stanag:4778:bindinginformation:"

  var form: Form { self == .ism ? .ismXML : .natoXML }

  /// How a text is labelled: it begins with a tag and names one of the namespaces. Nil for every other text.
  static func labelling(of source: Span<UInt8>) -> XMLLabelling? {
    var at = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF ? 3 : 0
    while at < source.count, source[at] <= 0x20 { at += 1 }
    guard at < source.count, source[at] == 0x3C else { return nil }
    // The attributes may stand anywhere; the namespace has to stand before them, mostly at the root.
    while at < source.count {
      if source[at] == 0x75 {
        if source.has(ISMAttributes.namespace, at: at, end: source.count) { return .ism }
        if source.has(label, at: at, end: source.count) || source.has(binding, at: at, end: source.count) {
          return .nato
        }
      }
      at += 1
    }
    return nil
  }
}
