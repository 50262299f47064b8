import MarkingGrammar
import MarkingModel

/// The markings that the labels of a document stand for, as a document of their own: the portion marks and the banner over
/// them, as if they were written in one line. Rules about markings and about their roll-up judge it; every finding stands
/// where the label does.
struct LabelledMarkings {
  /// Where each of the texts begins in the line, and whose it is.
  private var parts: [(start: Int, place: Place)] = []
  private var line = ""
  private var banner: (text: String, place: Place)?
  private let day: Int?
  private let isCompilation: Bool

  /// - Parameters:
  ///   - day: the day of the document, as yyyymmdd.
  ///   - isCompilation: whether the whole is higher than its parts for a reason that the document gives.
  init(day: Int?, isCompilation: Bool = false) {
    self.day = day
    self.isCompilation = isCompilation
  }

  /// Adds a portion mark. A text that would end the line's parts is no marking and is left out.
  mutating func add(portion text: String, at place: Place) {
    guard Self.isOnePart(text) else { return }
    if !line.isEmpty { line += " ; " }
    parts.append((line.utf8.count, place))
    line += text
  }

  /// Sets the banner over all portions; the first one counts.
  mutating func set(banner text: String, at place: Place) {
    if banner == nil, Self.isOnePart(text) { banner = (text, place) }
  }

  private static func isOnePart(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 != 0x3B && $0 >= 0x20 } && !text.contains("=>") && text.utf8.count < 4096
  }

  /// The document; nil where there is no marking.
  func document(_ vocabulary: borrowing Vocabulary) -> MarkingDocument? {
    guard !parts.isEmpty else { return banner.map { alone($0.text, at: $0.place, vocabulary) } }
    var text = line
    var parts = parts
    if let banner {
      text += " => "
      parts.append((text.utf8.count, banner.place))
      text += banner.text
    }
    let bytes = Array(text.utf8)
    var policy = RollUpPolicy()
    policy.day = day
    var document = RollUpReader.read(bytes.span, policy: policy, vocabulary: vocabulary).document
    // Nothing of it is written anywhere: each piece stands where its label does.
    document.move(isCompilation: isCompilation) { offset in
      var (low, high) = (0, parts.count)
      while low < high {
        let middle = (low + high) / 2
        if parts[middle].start <= offset { low = middle + 1 } else { high = middle }
      }
      return parts[max(low - 1, 0)].place
    }
    return document
  }

  private func alone(_ text: String, at place: Place, _ vocabulary: borrowing Vocabulary) -> MarkingDocument {
    let bytes = Array(text.utf8)
    let marking = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), kind: .banner, vocabulary)
    var document = MarkingReader.document(marking, day: day, in: bytes.span, vocabulary)
    document.move(isCompilation: false) { _ in place }
    return document
  }
}

extension MarkingDocument {
  /// Puts every node where `place` says that its first byte belongs; nothing of it may be shown.
  fileprivate mutating func move(isCompilation: Bool, _ place: (Int) -> Place) {
    let places = nodes.map { place($0.range.start) }
    var copy = MarkingDocument()
    for (index, node) in nodes.enumerated() {
      copy.add(node.name, to: node.parent, at: places[index].range, places[index].position)
      for attribute in self.attributes(of: index) {
        let isReason = isCompilation && node.name == .rollup && attribute.name == .compilation
        copy.set(attribute.name, isReason ? .flag(true) : attribute.value)
      }
    }
    self = copy
  }
}
