import Documents
import MarkingGrammar
import MarkingModel

/// The places in a telegram that are no text of its own: its form, telegrams and other documents within it, and their
/// banners. Asked of one line after the other.
struct BodyPlaces {
  /// Places of the form that are not passed, in order.
  private var form: ArraySlice<ByteRange>
  /// The last one that was.
  private var passed: ByteRange?
  /// Those of them that stand at the edges of pages.
  private let ofPages: Set<Int>
  /// Telegrams within this one, which are parted at their own marks.
  private var telegrams: ArraySlice<ByteRange>
  /// What stands between BEGIN TEXT and END TEXT or QUOTE and UNQUOTE, as far as it is not passed.
  private var quotations: ArraySlice<ByteRange>
  /// How far the quotations reach that have begun.
  private var reach = 0
  /// What the telegram says of itself.
  private let level: PortionStatement?

  init(_ reader: PortionReader, to end: Int, in source: Span<UInt8>) {
    let document = reader.document
    form = reader.form[...]
    telegrams = document.quoted.compactMap(\.extent)[...]
    level = DocumentStatement.ofTelegram(document)
    let edges: Set<ElementName> = [.page, .designation, .separator, .validation, .end, .transmissionID]
    ofPages = Set(document.nodes.filter { edges.contains($0.name) }.map(\.range.start))
    // One that nobody closes ends with its paragraph.
    let paragraphs = reader.starts.filter { !$0.isOfHeading && !$0.isItem && !$0.continues }.map(\.range.start)
    var next = paragraphs[...]
    var ranges: [ByteRange] = []
    for index in document.nodes(named: .passage) where document.flag(.opened, of: index) {
      guard ["text", "quote"].contains(document.word(.kind, of: index)) else { continue }
      var range = document.nodes[index].range
      if document.flag(.closed, of: index) {
        // The words that end it are the telegram's.
        let last = PortionReader.line(around: range.end, in: source)
        if last.start > range.start, TextMarks.endsQuotation(last, in: source) { range.end = last.start }
      } else {
        while let start = next.first, start <= range.start { next.removeFirst() }
        range.end = next.first ?? end
      }
      ranges.append(range)
    }
    quotations = ranges.sorted { $0.start < $1.start }[...]
  }

  /// Where a telegram within this one ends in which a line begins; nil where none does.
  mutating func endOfTelegram(around line: ByteRange) -> Int? {
    while let place = telegrams.first, place.end <= line.start { telegrams.removeFirst() }
    return telegrams.first.flatMap { $0.start <= line.start ? $0.end : nil }
  }

  /// Where the quotation ends in which a line stands; nil for one in none. Lines come in order.
  mutating func endOfQuotation(around line: ByteRange) -> Int? {
    while let next = quotations.first, next.start < line.start {
      reach = max(reach, next.end)
      quotations.removeFirst()
    }
    return line.start < reach ? reach : nil
  }

  /// Whether a place of the form stands on a line.
  mutating func isForm(_ line: ByteRange) -> Bool {
    while let place = form.first, place.end <= line.start { passed = form.removeFirst() }
    return form.first.map { $0.start < line.end && !$0.isEmpty } ?? false
  }

  /// The banner that a line is. One that the reader took for the mark of a page is one in a quotation, over the text of a
  /// block, or where it says more than the telegram, but for those that stand beside others.
  ///
  /// - Parameters:
  ///   - isForm: what ``isForm(_:)`` says of it.
  ///   - isFirst: whether it begins a block.
  mutating func banner(
    _ line: ByteRange, isForm: Bool, isFirst: Bool, to end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> QuotedBanner? {
    let quotation = endOfQuotation(around: line)
    guard isFirst || quotation != nil, let statement = QuotedBanner.statement(of: line, in: source, vocabulary) else {
      return nil
    }
    if isForm {
      let isMore = level.map { $0.joined(with: statement).level > $0.level } ?? false
      guard quotation != nil || isMore || isFirst && isAboveText(line, to: end, in: source),
        !isBesidePage(line, in: source)
      else { return nil }
    }
    return QuotedBanner(statement: statement, end: quotation ?? .max)
  }

  /// Whether the mark or the head of a page stands above or below a line, with nothing but blanks between.
  private func isBesidePage(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    if let passed, ofPages.contains(passed.start), source.skipBlanks(passed.end, line.start) >= line.start {
      return true
    }
    guard let below = form.first(where: { $0.start >= line.end }), ofPages.contains(below.start) else { return false }
    return source.skipBlanks(line.end, below.start) >= below.start
  }

  /// Whether text stands on the line below, and nothing of the form.
  private func isAboveText(_ line: ByteRange, to end: Int, in source: Span<UInt8>) -> Bool {
    let start = source.nextLine(behind: source.lineEnd(from: line.end))
    guard start < end else { return false }
    let below = Pieces.trimmed(ByteRange(start, min(source.lineEnd(from: start), end)), in: source)
    return !below.isEmpty && !form.prefix(4).contains { $0.start >= below.start && $0.start < below.end }
  }
}

extension MarkingDocument {
  /// From the first of its nodes to the end of the last: the root of a telegram within another is its first line.
  fileprivate var extent: ByteRange? {
    guard let start = nodes.map(\.range.start).min(), let end = nodes.map(\.range.end).max() else { return nil }
    return ByteRange(start, end)
  }
}
