package import MarkingGrammar
package import MarkingModel

/// Reads a text that is one marking: a banner line, or a portion mark in its parentheses. A line `Date: 2016-12-31`
/// before it dates it.
package enum MarkingReader {
  /// - Parameters:
  ///   - kind: without it parentheses mean a portion.
  ///   - day: yyyymmdd; a date in the text comes before it.
  package static func read(
    _ source: Span<UInt8>, kind: WrittenMarking.Kind? = nil, day: Int? = nil, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    var line = firstLine(of: source)
    var day = day
    if let dated = DateLine.read(line.range, in: source) {
      day = dated
      line = next(after: line, in: source)
    }
    let range = source.trimmed(ByteRange(line.start, source.count))
    return document(MarkingParser.parse(source, range, kind: kind, vocabulary), line, day: day, in: source, vocabulary)
  }

  /// A document that is this marking alone.
  package static func document(
    _ written: WrittenMarking, day: Int?, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    document(written, SourceLine(start: 0, end: source.count, number: 1), day: day, in: source, vocabulary)
  }

  private static func document(
    _ written: WrittenMarking, _ line: SourceLine, day: Int?, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    var document = DocumentWriter(reservingNodes: 8, attributes: 96, texts: 16)
    var ruler = Ruler()
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    MarkedRoot(
      form: .marking, day: day, level: written.classification, banners: written.kind == .banner ? 1 : 0,
      portions: written.kind == .portion ? 1 : 0
    ).write(to: &document)
    MarkingWriter(line: line, day: day).add(written, to: &document, &ruler, in: source, vocabulary)
    return document.finish(sorting: false)
  }

  static func firstLine(of source: Span<UInt8>) -> SourceLine {
    next(after: SourceLine(start: 0, end: -1, number: 0), in: source)
  }

  /// The line after `line`; an empty one at the end.
  static func next(after line: SourceLine, in source: Span<UInt8>) -> SourceLine {
    let start = min(line.end + 1, source.count)
    var end = start
    while end < source.count, source[end] != 0x0A { end += 1 }
    return SourceLine(start: start, end: end, number: line.number + 1)
  }
}

/// The attributes of the root of a document that is read by its markings.
struct MarkedRoot {
  var form: Form
  /// yyyymmdd
  var day: Int?
  var dateSource = "given"
  var level: Classification?
  var banners = 0
  var portions = 0

  /// Sets them on the node that was added last.
  func write(to document: inout DocumentWriter) { write { document.set($0, $1) } }
  func write(to document: inout MarkingDocument) { write { document.set($0, $1) } }

  private func write(_ set: (AttributeName, MarkingDocument.Value) -> Void) {
    // R is no level of a U.S. document: it counts as C.
    let level = level == .restricted ? .confidential : level
    set(.form, .word(form.rawValue))
    if let day {
      set(.day, .number(day))
      set(.dateSource, .word(dateSource))
    }
    set(.level, .word(level?.rawValue ?? "none"))
    set(.rank, .number(level?.rank ?? 0))
    set(.classified, .flag(level?.isClassified ?? false))
    set(.banners, .number(banners))
    set(.portions, .number(portions))
  }
}

/// A line that dates what follows: `Date: 2016-12-31`.
enum DateLine {
  /// The day as yyyymmdd; nil where the line is none.
  static func read(_ range: ByteRange, in source: Span<UInt8>) -> Int? {
    guard source.hasAnyCase("DATE:", at: range.start, end: range.end) else { return nil }
    let at = source.skipBlanks(range.start + 5, range.end)
    let year = source.number(at: at, end: range.end)
    guard year.digits == 4, year.end < range.end, source[year.end] == 0x2D else { return nil }
    let month = source.number(at: year.end + 1, end: range.end)
    guard month.digits == 2, month.end < range.end, source[month.end] == 0x2D else { return nil }
    let day = source.number(at: month.end + 1, end: range.end)
    guard day.digits == 2, source.skipBlanks(day.end, range.end) == range.end else { return nil }
    return CalendarDay(year: year.value, month: month.value, day: day.value)?.number
  }
}
