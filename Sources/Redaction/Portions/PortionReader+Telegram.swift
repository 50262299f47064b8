import Documents
import MarkingGrammar
import MarkingModel

// Lines of a telegram that its reader has no node for, and marks that it does not read.
extension PortionReader {
  /// Takes marks that paragraphs have in another way, the heading of a telegram within this one, and the fields that SMART
  /// prints below the text.
  mutating func addTelegramLines(in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    let marked = Set(
      document.nodes(named: .paragraph).filter { document.flag(.marked, of: $0) }.map { document.nodes[$0].range.end })
    for index in starts.indices where starts[index].mark == nil && !starts[index].isOfHeading {
      readMark(of: &starts[index], isMarked: marked.contains(starts[index].range.end), in: source, vocabulary)
    }
    markQuotations(in: source, vocabulary)
    addQuotedForms(in: source, vocabulary)
    addSectionHeaders(to: whole.end, in: source)
    if document.word(.form, of: 0) == "smart" { addTrailer(to: whole.end, in: source) }
    addEnd(of: whole, in: source)
  }

  /// A mark with slashes that the reader of telegrams does not know, or that goes over two lines; `C - ENTIRE TEXT` and `U`
  /// without parentheses.
  ///
  /// - Parameter isMarked: whether the reader knows one.
  private func readMark(
    of start: inout Start, isMarked: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let end = Self.line(around: start.text, in: source).end
    let at = source.skipBlanks(start.text, end)
    guard at < end else { return }
    if source[at] == UInt8(ascii: "(") {
      guard let mark = TextMarks.whole(at, end, in: source, vocabulary), source.holdsSlashes(at, mark.range.end) else {
        return
      }
      start.mark = mark.range
      start.text = mark.range.end
      return
    }
    var stop = at
    while stop < min(end, at + 12), source[stop].isCapital || source[stop] == UInt8(ascii: "/") { stop += 1 }
    var range = ByteRange(at, stop)
    if document.flag(.entireText, of: 0),
      let words = (at..<min(end, at + 40)).first(where: { source.hasAnyCase("ENTIRE TEXT", at: $0, end: end) })
    {
      range.end = words + "ENTIRE TEXT".utf8.count
    } else if !isMarked {
      return
    }
    guard let mark = vocabulary.marks.mark(in: source, range), mark.isLegal else { return }
    start.mark = range
    start.statement = MarkStatement.statement(of: mark)
    start.text = range.end
  }

  /// Where an item begins of which the reader knows what is behind its parenthesis or bullet: `(a) (C)`, `-- (C)`.
  static func itemStart(_ at: Int, in source: Span<UInt8>) -> Int {
    let line = line(around: at, in: source)
    let start = source.skipBlanks(line.start, at)
    for i in start..<at where source[i].isLetterOrDigit || source[i] > 0xE2 { return at }
    return start
  }

  /// A subject without a mark. In a classified telegram it is a portion like any other (32 CFR 2001.21(c); reference
  /// TAG-010), unless it is of the years before E.O. 12958, when subjects had none.
  mutating func takeUnmarkedSubject(_ index: Int, in source: Span<UInt8>) {
    let node = document.nodes[index]
    guard !Self.isPaper(document), document.flag(.classified, of: 0), !document.flag(.empty, of: index), !isBeforeMarks
    else { return addForm(index, in: source) }
    starts.append(
      Start(
        range: node.range, text: Self.afterLabel(node.range, in: source), mark: nil, name: "subject",
        position: node.position, end: node.range.end, isOfHeading: true))
  }

  /// Behind the last line of a telegram's heading.
  var bodyStart: Int? {
    let heading: Set<ElementName> = [
      .classification, .caption, .passing, .executiveOrder, .tags, .subject, .references, .authority,
    ]
    let firstText = starts.first { !$0.isOfHeading }?.range.start ?? .max
    return document.nodes.filter { heading.contains($0.name) && $0.range.start < firstText }.map(\.range.end).max()
  }

  /// Whether the telegram is of before 14 October 1995, by its date or its order.
  private var isBeforeMarks: Bool {
    if let day = document.number(.day, of: 0) { return day < 1995_10_14 }
    return document.nodes(named: .executiveOrder).compactMap { document.number(.number, of: $0) }.first
      .map { $0 < 12958 } ?? false
  }

  /// The headings of telegrams within this one. Where one stands in a paragraph it goes with that, but for the lines that
  /// every telegram has.
  private mutating func addQuotedForms(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    var paragraphs = document.nodes(named: .paragraph).map { document.nodes[$0].range }[...]
    for quoted in document.quoted {
      guard let root = quoted.nodes.first else { continue }
      while let place = paragraphs.first, place.end <= root.range.start { paragraphs.removeFirst() }
      if paragraphs.first.map({ $0.start < root.range.start }) ?? false {
        let lines = quoted.nodes.filter { $0.name == .executiveOrder || $0.name == .tags }.map(\.range)
        form += lines
        ofPages.formUnion(lines.map(\.start))
        continue
      }
      var inner = PortionReader(document: quoted)
      for index in quoted.nodes.indices.dropFirst() { inner.take(index, isPaper: false, in: source, vocabulary) }
      inner.addQuotedForms(in: source, vocabulary)
      let heading = inner.bodyStart ?? 0
      form += inner.form
      ofPages.formUnion(inner.ofPages)
      ofPages.formUnion(inner.form.map(\.start).filter { $0 < heading })
    }
  }

  /// `NNNN`, `#0907` and `BT` as the last lines of a telegram that has no header: its reader looks for them in others.
  private mutating func addEnd(of whole: ByteRange, in source: Span<UInt8>) {
    var end = source.trimmedEnd(whole.start, whole.end)
    while end > whole.start {
      let line = Pieces.trimmed(Self.line(around: end - 1, in: source), in: source)
      guard line.start >= whole.start, !line.isEmpty, line.count <= 8 else { return }
      let first = source[line.start]
      let isEnd =
        line.count > 2 && (line.start..<line.end).allSatisfy { source[$0] == UInt8(ascii: "N") }
        || line.count == 2 && source.has("BT", at: line.start, end: line.end)
        || first == UInt8(ascii: "#") && line.count > 3
          && ((line.start + 1)..<line.end).allSatisfy { source[$0].isDigit }
      guard isEnd else { return }
      form.append(line)
      ofPages.insert(line.start)
      end = source.trimmedEnd(whole.start, line.start)
    }
  }

  /// `Drafted By:`, `Cleared By:` and the like below the text of a telegram that SMART printed.
  private mutating func addTrailer(to end: Int, in source: Span<UInt8>) {
    var at = document.nodes(named: .paragraph).map { document.nodes[$0].range.end }.max() ?? end
    var isOpen = false
    // Whether a line stands above that no text has; only blank lines and further ones between.
    var isBelowDrafter = false
    while at < end {
      let stop = min(source.lineEnd(from: at), end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      let isNamed = Self.isLabelled(Self.drafters, line, in: source)
      let isLabelled =
        isNamed || Self.isLabelled(Self.others, line, in: source)
        || isBelowDrafter && Self.isLabelled(["ATTACHMENTS", "ATTACHMENT"], line, in: source)
      // A value goes on in lines that are set in.
      isOpen = isLabelled || isOpen && line.start > at && !line.isEmpty
      let isOfTrailer = isBelowDrafter
      isBelowDrafter = isNamed || isBelowDrafter && (isOpen || line.isEmpty)
      if isOpen {
        form.append(line)
        ofPages.insert(line.start)
        if isBelowDrafter { trailer = ByteRange(isOfTrailer ? trailer?.start ?? line.start : line.start, line.end) }
      }
      at = stop + 1
    }
  }

  private static func isLabelled(_ labels: [String], _ line: ByteRange, in source: Span<UInt8>) -> Bool {
    labels.contains { label in
      guard source.hasAnyCase(label, at: line.start, end: line.end) else { return false }
      let colon = source.skipBlanks(line.start + label.utf8.count, line.end)
      return colon < line.end && source[colon] == UInt8(ascii: ":")
    }
  }

  private static let drafters = ["DRAFTED BY", "CLEARED BY", "APPROVED BY", "RELEASED BY"]
  private static let others = ["XMT", "DISSEMINATION RULE", "ACTION POST", "INFO OFFICE", "INFO"]
}
