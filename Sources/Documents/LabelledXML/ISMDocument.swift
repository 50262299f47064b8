import MarkingGrammar
import MarkingModel
import XMLKit

/// The marking document of an XML document with ISM attributes: a label for each element that has them.
///
/// What several rules compare is worked out here: which resource is the first, whether lists and their controls go
/// together, and whether a mark that is written beside the attributes is the one that they stand for.
struct ISMDocument {
  private let bytes: [UInt8]
  private let labels: [ISMLabel]
  private let vocabulary: ISMVocabulary
  /// Which of the labels is the first resource; nil where the document is a part of one.
  private let first: Int?
  /// Whether the first DESVersion is one of before 2014: 1 to 12. Later ones have a year, or 13 with one.
  private let isEarlier: Bool
  /// The text of the document's own banner, where an element is made for one.
  private let shownBanner: String?

  init(_ root: XMLElement, _ bytes: [UInt8], _ vocabulary: Vocabulary) {
    self.bytes = bytes
    var labels: [ISMLabel] = []
    var banner: String?
    var version: String?
    Self.walk(root) { element in
      if version == nil {
        version = element.attributes.first { $0.namespace == ISMAttributes.namespace && $0.name == "DESVersion" }?.value
      }
      if let label = ISMLabel(element, bytes) { labels.append(label) }
      if banner == nil { banner = Self.banner(element) }
    }
    self.labels = labels
    first = labels.firstIndex(where: \.isResource)
    shownBanner = banner
    isEarlier = version.flatMap { Int($0) }.map { $0 < 13 } ?? false
    let day = first.flatMap { CalendarDay(iso: labels[$0].ism["createDate"] ?? "")?.number }
    self.vocabulary = ISMVocabulary(vocabulary: vocabulary, day: day)
  }

  /// Every element, in document order.
  private static func walk(_ element: XMLElement, _ body: (XMLElement) -> Void) {
    body(element)
    for child in element.children { walk(child, body) }
  }

  /// The line of an element that is made for a banner: it is named so, or its role is.
  private static func banner(_ element: XMLElement) -> String? {
    let names = [element.name, element.attribute("role") ?? ""]
    guard names.contains(where: { $0.lowercased().hasSuffix("banner") }) else { return nil }
    let text = element.text.split { $0 == " " || $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return text.isEmpty ? nil : text
  }

  // MARK: Writing

  func document() -> MarkingDocument {
    var writer = ISMWriter(bytes: bytes, vocabulary: vocabulary)
    writer.isEarlier = isEarlier
    writer.notices = ISMNotices(labels, first: first)
    let resources = labels.count(where: \.isResource)
    let marking = first.map { Marking(ism: labels[$0].ism) }
    writer.begin(
      MarkedRoot(
        form: .ismXML, day: vocabulary.day, level: marking?.classification, banners: resources,
        portions: labels.count - resources))
    let hasCategories = labels.contains { $0.ism["cuiBasic"] != nil || $0.ism["cuiSpecified"] != nil }
    let texts = ISMTexts(vocabulary.vocabulary, resource: first.map { labels[$0].ism }, banner: shownBanner)
    var markings = LabelledMarkings(
      day: vocabulary.day, isCompilation: first.map { labels[$0].ism["compilationReason"] != nil } ?? false)
    var counts = [true: 0, false: 0]
    for (index, label) in labels.enumerated() {
      counts[label.isResource, default: 0] += 1
      let n = counts[label.isResource] ?? 1
      writer.add(
        label, n: n, isFirst: index == first, hasCategories: hasCategories,
        shown: texts.shown(label, isFirst: index == first))
      // Whatever is not the first resource counts as a portion of it, another resource too (ODNI's roll-up rules).
      guard let text = texts.text(of: label, isBanner: index == first), label.ism["excludeFromRollup"] != "true" else {
        continue
      }
      if index == first {
        markings.set(banner: text, at: writer.place(of: label))
      } else {
        markings.add(portion: text, at: writer.place(of: label))
      }
    }
    var document = writer.document
    if let markings = markings.document(vocabulary.vocabulary) { document.quoted.append(markings) }
    return document
  }
}
