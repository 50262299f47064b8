/// The encoding of a document's bytes, as far as a report that shows a piece of a line must know it.
///
/// A document with the byte order mark of UTF-16 is read as such; every other one as UTF-8, broken or not.
enum TextUnits {
  case utf8(hasMark: Bool)
  case utf16(isLittle: Bool)

  init(of bytes: Span<UInt8>) {
    self = .utf8(hasMark: bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
    guard bytes.count >= 2 else { return }
    if bytes[0] == 0xFF, bytes[1] == 0xFE { self = .utf16(isLittle: true) }
    if bytes[0] == 0xFE, bytes[1] == 0xFF { self = .utf16(isLittle: false) }
  }

  /// How many bytes a unit takes.
  var size: Int { if case .utf8 = self { 1 } else { 2 } }

  /// Where the text begins: after the byte order mark.
  var start: Int {
    switch self {
    case .utf8(hasMark: false): 0
    case .utf8(hasMark: true): 3
    case .utf16: 2
    }
  }

  /// The unit at an offset; nil where no whole one stands there.
  func unit(_ bytes: Span<UInt8>, _ at: Int) -> UInt16? {
    guard at >= start, at + size <= bytes.count else { return nil }
    return switch self {
    case .utf8: UInt16(bytes[at])
    case .utf16(isLittle: true): UInt16(bytes[at + 1]) << 8 | UInt16(bytes[at])
    case .utf16(isLittle: false): UInt16(bytes[at]) << 8 | UInt16(bytes[at + 1])
    }
  }

  func endsLine(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let unit = unit(bytes, at)
    return unit == 0x0A || unit == 0x0D || unit == nil
  }

  func isBlank(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let unit = unit(bytes, at)
    return unit == 0x20 || unit == 0x09
  }

  /// The offset, or the first after it that is not inside a character.
  func boundary(_ bytes: Span<UInt8>, _ place: Int) -> Int {
    var at = place
    for _ in 0..<3 {
      guard let unit = unit(bytes, at) else { break }
      if case .utf8 = self, unit & 0xC0 != 0x80 { break }
      if case .utf16 = self, unit & 0xFC00 != 0xDC00 { break }
      at += size
    }
    return at
  }

  /// How many units of UTF-16 the text between two offsets has.
  func utf16Count(_ bytes: Span<UInt8>, _ from: Int, _ end: Int) -> Int {
    guard case .utf8 = self else { return (end - from) / size }
    var count = 0
    for at in from..<max(from, end) {
      let byte = bytes[at]
      count += byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
    return count
  }

  /// The text between two offsets, safe to print.
  func decode(_ bytes: Span<UInt8>, _ from: Int, _ end: Int) -> String {
    var units: [UInt16] = []
    for at in stride(from: from, to: end, by: size) { units.append(unit(bytes, at) ?? 0xFFFD) }
    let text =
      if case .utf8 = self {
        String(decoding: units.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self)
      } else {
        String(decoding: units, as: UTF16.self)
      }
    return VisibleText.flattened(text)
  }
}
