import MarkingGrammar
import MarkingModel

/// The texts that the labels of a document stand for, and those that are written beside them.
struct ISMTexts {
  private let printer: MarkingPrinter
  private let renderings: [ISMRendering]
  /// The attributes of the first resource, where there is one.
  private let resource: ISMAttributes?
  /// The line of an element that is made for a banner.
  private let banner: String?

  init(_ vocabulary: Vocabulary, resource: ISMAttributes?, banner: String?) {
    printer = MarkingPrinter(vocabulary: vocabulary)
    renderings = [MarkingStyle.ic, .dod].map { ISMRendering(vocabulary: vocabulary, style: $0) }
    self.resource = resource
    self.banner = banner
  }

  /// The banner line or portion mark of a label; nil where it has no level and no CUI, or too much to be a marking.
  func text(of label: ISMLabel, isBanner: Bool) -> String? {
    guard label.isMarking else { return nil }
    let marking = Marking(ism: label.ism)
    guard marking.classification != nil || marking.cui != nil else { return nil }
    return isBanner ? printer.banner(marking) : printer.portion(marking)
  }

  /// Whether what is written beside the attributes is what they stand for: the mark at the beginning of the element's
  /// text, and the document's banner for the first resource.
  func shown(_ label: ISMLabel, isFirst: Bool) -> String {
    guard label.isMarking else { return "none" }
    if isFirst, let banner {
      let isText = renderings.contains { $0.banner(label.ism).first == banner }
      return isText || says(banner, .banner, label.ism) ? "agrees" : "differs"
    }
    guard let mark = label.shown, !label.isResource else { return "none" }
    let isText = renderings.contains {
      $0.portion(label.ism) == mark || $0.portion(label.ism, under: resource) == mark
    }
    return isText || says(mark, .portion, label.ism) ? "agrees" : "differs"
  }

  /// Whether a text means what the attributes mean, however it is written: its order and forms are for other rules.
  private func says(_ text: String, _ kind: WrittenMarking.Kind, _ ism: ISMAttributes) -> Bool {
    let bytes = Array(text.utf8)
    let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), kind: kind, printer.vocabulary)
    let meaning = written.meaning(in: bytes.span, printer.vocabulary).normalized(by: printer.vocabulary)
    return meaning == Marking(ism: ism).normalized(by: printer.vocabulary)
  }
}
