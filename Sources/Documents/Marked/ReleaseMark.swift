import MarkingGrammar
import MarkingModel

/// A stamp that says that a document was declassified, released or withheld (32 CFR 2001.25).
struct ReleaseMark: Sendable {
  private static let authorities = PhraseList([
    "BY", "AUTHORITY", "NND", "E.O.", "EO", "PER", "GUIDE", "UNDER", "IAW", "IN ACCORDANCE WITH",
  ])
  var kind: ReleaseStamp.Kind
  /// Whether it says on whose authority: a person, an identifier, a guide, an order.
  var hasAuthority = false
  var day: CalendarDay?
  var level: Level?
  var line: SourceLine
  var range: ByteRange
  var page = 1

  /// Whether the copy was released, wholly or in part.
  var isRelease: Bool { kind != .exemption && kind != .other && kind != .reviewAuthority }

  /// The stamp whose line begins at `start`.
  static func read(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ReleaseMark? {
    let key = LineKey(source, start, end)
    if key.begins("W", "I", "T", "H", "H", "E"), source.hasAnyCase("WITHHELD IN FULL", at: start, end: end) {
      return ReleaseMark(kind: .denied, line: line, range: ByteRange(start, end))
    }
    if let kind = abbreviated(start, end, in: source) {
      return ReleaseMark(kind: kind, line: line, range: ByteRange(start, end))
    }
    let released =
      ReleaseStamp.mayBegin(key, start, end, in: source)
      ? ReleaseStamp.read(start, end, in: source, vocabulary) ?? declassified(key, start, end, in: source) : nil
    let regraded =
      released == nil && RegradingStamp.mayBegin(key)
      ? RegradingStamp.read(start, end, in: source, vocabulary) : nil
    guard let reading = released ?? regraded else { return nil }
    // `Approved for release by ODNI on 07-07-2021, FOIA Case DF-2019-00061` says whose case it is, and not how much of the
    // document is released.
    let isApproval = key.begins("A", "P", "P", "R")
    let kind = isApproval ? ReleaseStamp.Kind.caseNumber : reading.kind
    var mark = ReleaseMark(kind: kind, level: reading.level, line: line, range: ByteRange(start, end))
    if reading.kind == .caseNumber, let date = source.afterDateLabel(start, end) {
      mark.day = WrittenDate.read(at: date, end, in: source, vocabulary)?.day
    }
    guard reading.kind == .declassified || isApproval else { return mark }
    let words = FoldedWords(paragraph: start, in: source, limit: 300)
    mark.hasAuthority = words.contains(oneOf: Self.authorities)
    let text = words.bytes.span
    for i in 0..<words.count
    where mark.day == nil && text[i].isLetterOrDigit && (i == 0 || !text[i - 1].isLetterOrDigit) {
      mark.day = WrittenDate.read(at: i, words.count, in: text, vocabulary)?.day
    }
    return mark
  }

  /// `Declassified by David Smith, Chief, Division 5, August 17, 2008`, `DECLASSIFIED IN FULL`.
  private static func declassified(_ key: LineKey, _ start: Int, _ end: Int, in source: Span<UInt8>) -> ReleaseStamp
    .Reading?
  {
    guard key.begins("D", "E", "C", "L", "A"), source.hasAnyCase("DECLASSIFIED", at: start, end: end), end - start < 160
    else { return nil }
    let next = source.skipBlanks(start + 12, end)
    for word in ["BY", "ON", "PER", "UNDER", "IN FULL", "IN PART", "IAW", "AUTHORITY", "-", "(", ":"]
    where source.hasAnyCase(word, at: next, end: end) {
      return ReleaseStamp.Reading(kind: .declassified)
    }
    return nil
  }

  /// The abbreviations of the Department of State: `RIF`, `RIP B6`, `WIF`, `DIF`, with nothing but codes behind them.
  private static func abbreviated(_ start: Int, _ end: Int, in source: Span<UInt8>) -> ReleaseStamp.Kind? {
    guard end - start >= 3, end - start <= 48, source[start + 1] == 0x49 else { return nil }
    let kinds: [(String, ReleaseStamp.Kind)] = [
      ("RIF", .releasedFull), ("RIP", .releasedPart), ("WIF", .denied), ("DIF", .denied),
    ]
    guard let kind = kinds.first(where: { source.has($0.0, at: start, end: end) })?.1 else { return nil }
    if end == start + 3 { return kind }
    let next = source.skipBlanks(start + 3, end)
    return next > start + 3 && CodeList.filling(ByteRange(next, end), in: source) != nil ? kind : nil
  }

  func write(into document: inout DocumentWriter, _ ruler: inout Ruler, in source: Span<UInt8>) {
    let at = ruler.place(range, on: line, in: source)
    // The name of a reviewer is no marking.
    let isShown = kind != .reviewAuthority && kind != .declassified && kind != .other
    document.add(.stamp, to: 0, at: at.range, at.position, excerpt: isShown ? range : ByteRange(0, 0))
    document.set(.kind, kind.word.rawValue)
    document.set(.level, level?.rawValue)
    document.set(.inText, false)
    document.set(.page, page)
    document.set(.authority, hasAuthority)
    document.set(.dated, day != nil)
    document.set(.day, day?.number)
  }
}

extension Span where Element == UInt8 {
  /// Where the value of `Date:` begins in a stamp with the number of a case; nil where it has none.
  fileprivate func afterDateLabel(_ start: Int, _ end: Int) -> Int? {
    var i = start
    while i + 5 < end {
      if hasAnyCase("DATE:", at: i, end: end) { return skipBlanks(i + 5, end) }
      i += 1
    }
    return nil
  }
}
