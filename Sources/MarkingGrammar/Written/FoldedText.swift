import MarkingModel

/// The text of a marking as the grammar reads it: capitals and ASCII alone, with the way back to the bytes that it came
/// from. What had to be changed for that is said as defects.
struct FoldedText: ~Copyable, Sendable {
  /// Empty where nothing had to be changed: the bytes of the source are the text (`isSource`).
  private(set) var bytes: [UInt8] = []
  /// Whether the range of the source is the folded text.
  let isSource: Bool
  /// Where each byte stands in the source, and where the last one ends; empty where they follow each other from `base`.
  private var places: [Int] = []
  /// Where each of them ends in the source, where `places` says where it begins.
  private var ends: [Int] = []
  private let base: Int
  /// Where the first small letter stands in what was read; -1 where none does.
  private(set) var smallFrom = -1
  /// In places of the source.
  private(set) var defects: [MarkingDefect] = []

  /// Folds a range of `source`. Time: its length.
  init(_ source: Span<UInt8>, _ range: ByteRange) {
    base = range.start
    isSource = source.isFolded(range)
    if isSource { return }
    bytes.reserveCapacity(range.count)
    var i = range.start
    var firstSmall = -1
    while i < range.end {
      let byte = source[i]
      if byte >= 0x80 || byte < 0x20 || (byte == 0x20 && i > range.start && source[i - 1] == 0x20) { break }
      if firstSmall < 0, byte.isSmall { (firstSmall, smallFrom) = (i, bytes.count) }
      bytes.append(byte.capital)
      i += 1
    }
    if i < range.end { fold(source, from: i, to: range.end, &firstSmall) }
    if firstSmall >= 0 { defects.append(MarkingDefect(.letterCase, ByteRange(firstSmall, firstSmall + 1))) }
  }

  /// The slow way, for what is not plain ASCII.
  private mutating func fold(_ source: Span<UInt8>, from start: Int, to end: Int, _ firstSmall: inout Int) {
    places = Array(base..<start)
    ends = places.map { $0 + 1 }
    var i = start
    while i < end {
      if let last = bytes.last, last == 0x20, source[i] == 0x20 {
        // Of several blanks one is read.
        var next = i
        while next < end, source[next] == 0x20 { next += 1 }
        if defects.count < MarkingLimits.defects, next < end {
          defects.append(MarkingDefect(.space, ByteRange(i, next), replacement: ""))
        }
        ends[ends.count - 1] = next
        i = next
        continue
      }
      let (scalar, width) = source.scalar(at: i, end: end)
      let folded = LookAlike.ascii(scalar)
      if firstSmall < 0, width == 1, source[i].isSmall { (firstSmall, smallFrom) = (i, bytes.count) }
      if let folded {
        bytes.append(folded)
        places.append(i)
        ends.append(i + width)
      }
      if width > 1 { note(folded, ByteRange(i, i + width)) }
      i += width
    }
    places.append(end)
    ends.append(end)
  }

  /// A character that is no ASCII: those that follow each other are one defect. Beyond what a line ever has they are read
  /// and no longer said.
  private mutating func note(_ folded: UInt8?, _ range: ByteRange) {
    let written = folded == 0x3F ? nil : folded.map { String(decoding: CollectionOfOne($0), as: UTF8.self) } ?? ""
    if let last = defects.indices.last, defects[last].range.end == range.start, defects[last].kind == .lookAlike {
      defects[last].range.end = range.end
      if let before = defects[last].replacement, let written, before.utf8.count < 64 {
        defects[last].replacement = before + written
      } else {
        defects[last].replacement = nil
      }
    } else if defects.count < MarkingLimits.defects {
      defects.append(MarkingDefect(.lookAlike, range, replacement: written))
    }
  }

  /// Whether every offset is one of the source.
  var isInPlace: Bool { places.isEmpty && base == 0 }

  /// The offset in the source of the byte at `offset`, or of the end.
  func place(_ offset: Int) -> Int { places.isEmpty ? base + offset : places[min(offset, places.count - 1)] }

  /// A range of the folded text as a range of the source.
  func place(_ range: ByteRange) -> ByteRange {
    guard !places.isEmpty, range.end > range.start else { return ByteRange(place(range.start), place(range.end)) }
    // A character that was left out after the last one does not belong to it.
    return ByteRange(place(range.start), ends[min(range.end - 1, ends.count - 1)])
  }
}

extension Span where Element == UInt8 {
  /// Whether a range is printable ASCII without small letters, and one blank between two words.
  fileprivate func isFolded(_ range: ByteRange) -> Bool {
    var last: UInt8 = 0
    for i in range.start..<range.end {
      let byte = self[i]
      if byte &- 0x20 >= 0x60 || byte.isSmall || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return true
  }

  /// The character at `at` and its width in bytes; a byte that begins none is U+FFFD and one byte wide, or the no-break
  /// space of Latin-1.
  func scalar(at: Int, end: Int) -> (value: UInt32, width: Int) {
    let first = self[at]
    let width = first < 0x80 ? 1 : first & 0xE0 == 0xC0 ? 2 : first & 0xF0 == 0xE0 ? 3 : first & 0xF8 == 0xF0 ? 4 : 0
    guard width > 0, at + width <= end else { return (first == 0xA0 ? 0xA0 : 0xFFFD, 1) }
    if width == 1 { return (UInt32(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for k in 1..<width {
      guard self[at + k] & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(self[at + k] & 0x3F)
    }
    return (value, width)
  }
}
