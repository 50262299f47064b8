import MarkingModel

// The marking of an Australian e-mail: `[SEC=PROTECTED, CAVEAT=SH:CABINET]` in the subject, `X-Protective-Marking: VER=…`
// in the header (EPMS chapters 6 and 7).
extension NationalParser {
  /// Reads the fields, a comma between two.
  mutating func fields(_ source: Span<UInt8>, _ table: NationalTable, _ countries: CountryTable) {
    var start = marking.range.start
    var end = marking.range.end
    if marking.style == .header {
      start = source.first(0x3A, from: start, to: end) + 1
    } else {
      start = source.first(0x5B, from: start, to: end)
      end = source.first(0x5D, from: start, to: end)
      setRange(ByteRange(start, min(end + 1, marking.range.end)))
      start += 1
    }
    while start < end {
      let stop = source.first(0x2C, from: start, to: end)
      let from = source.skipBlanks(start, stop)
      let range = ByteRange(from, source.trimEnd(from, stop))
      if !range.isEmpty { field(range, source, table, countries) }
      start = stop + 1
    }
  }

  private mutating func field(
    _ range: ByteRange, _ source: Span<UInt8>, _ table: NationalTable, _ countries: CountryTable
  ) {
    let equals = source.first(0x3D, from: range.start, to: range.end)
    var part = NationalMarking.Part(Self.kind(source, ByteRange(range.start, equals)), range)
    let value = ByteRange(min(equals + 1, range.end), range.end)
    switch part.kind {
    case .level, .downto: level(&part, value, source, table)
    case .caveat: caveat(&part, value, source, table, countries)
    case .access:
      part.entry = table.find(.au, source, value.start, value.end) ?? -1
      part.isWellFormed = part.entry >= 0 && source.isExactly(table.rows[part.entry].forms[0], value)
    case .namespace: part.isWellFormed = source.isExactly("gov.au", value)
    case .version: part.isWellFormed = !value.isEmpty && source[value.start].isDigit
    case .origin: part.isWellFormed = source.first(0x40, from: value.start, to: value.end) < value.end
    case .expires, .note: part.isWellFormed = !value.isEmpty
    default: break
    }
    append(part)
  }

  /// The names of fields are written in capitals.
  private static func kind(_ source: Span<UInt8>, _ name: ByteRange) -> NationalMarking.Part.Kind {
    for (word, kind) in [
      ("SEC", NationalMarking.Part.Kind.level), ("CAVEAT", .caveat), ("EXPIRES", .expires), ("DOWNTO", .downto),
      ("ACCESS", .access), ("VER", .version), ("NS", .namespace), ("NOTE", .note), ("ORIGIN", .origin),
    ] where source.isExactly(word, name) { return kind }
    return .unknown
  }

  private func level(
    _ part: inout NationalMarking.Part, _ value: ByteRange, _ source: Span<UInt8>, _ table: NationalTable
  ) {
    guard let row = table.find(.au, source, value.start, value.end), table.rows[row].kind == .level else {
      part.isWellFormed = false
      return
    }
    part.entry = row
    part.rank = table.rows[row].rank
    part.isWellFormed = source.isExactly(table.rows[row].forms[0], value)
    if !part.isWellFormed { part.fix = (part.kind == .level ? "SEC=" : "DOWNTO=") + table.rows[row].forms[0] }
  }

  /// A type and a value: `RI:AUSTEO`; code words and foreign governments have values of their own.
  private func caveat(
    _ part: inout NationalMarking.Part, _ value: ByteRange, _ source: Span<UInt8>, _ table: NationalTable,
    _ countries: CountryTable
  ) {
    let colon = source.first(0x3A, from: value.start, to: value.end)
    if source.has("RI:REL", value.start, value.end) {
      part.entry = table.find(.au, source, value.start, value.start + 6) ?? -1
      part.isWellFormed = Self.isReleaseList(ByteRange(value.start + 6, value.end), source, countries)
      return
    }
    part.entry =
      table.find(.au, source, value.start, value.end)
      ?? table.find(.au, source, value.start, min(colon + 1, value.end)) ?? -1
    // A value without its type is the form of a text.
    part.isWellFormed = part.entry >= 0 && colon < value.end
  }

  /// `/AUS/GBR`: countries of three letters, a slash before each (EPMS tables 7 and 8).
  private static func isReleaseList(_ list: ByteRange, _ source: Span<UInt8>, _ countries: CountryTable) -> Bool {
    guard !list.isEmpty, list.count % 4 == 0 else { return false }
    var i = list.start
    while i < list.end {
      guard source[i] == 0x2F, let row = countries.find(source, i + 1, i + 4), countries.rows[row].kind == .trigraph
      else { return false }
      i += 4
    }
    return true
  }
}

extension Span where Element == UInt8 {
  /// Where an Australian marking stands: in a header, in brackets, or in a text.
  func emailStyle(_ range: ByteRange) -> NationalMarking.Style {
    if hasAnyCaseWord("X-PROTECTIVE-MARKING:", range) { return .header }
    let bracket = first(0x5B, from: range.start, to: range.end)
    return bracket < range.end && first(0x3D, from: bracket, to: range.end) < range.end ? .subject : .text
  }

  private func hasAnyCaseWord(_ word: StaticString, _ range: ByteRange) -> Bool {
    guard range.count >= word.utf8CodeUnitCount else { return false }
    return word.withUTF8Buffer { letters in
      for k in 0..<letters.count where unsafe letters[k] != self[range.start + k].capital { return false }
      return true
    }
  }

  /// The offset of the first `byte`; `to` where there is none.
  func first(_ byte: UInt8, from: Int, to: Int) -> Int {
    var i = from
    while i < to, self[i] != byte { i += 1 }
    return Swift.min(i, Swift.max(to, from))
  }
}
