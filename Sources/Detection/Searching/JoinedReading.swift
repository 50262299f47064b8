internal import MarkingModel
internal import TextKit

/// A folded text around some ends of lines, with these left out, so that what they part stands together.
///
/// Other ends of lines stay as such, and what is left out between two places is an empty line.
struct JoinedReading {
  private(set) var bytes: [UInt8] = []
  /// Where each part begins here and in the folded text, ascending.
  private var parts: [(here: Int, there: Int)] = []
  /// Where something was left out, ascending.
  private var seams: [Int] = []

  /// Words longer than this are cut where a part begins or ends.
  private static var longestWord: Int { 256 }

  /// - Parameters:
  ///   - cuts: what is left out, ascending and apart.
  ///   - reach: how many bytes are read on each side, to the end of a word.
  init(_ text: FoldedText, leavingOut cuts: [ByteRange], reach: Int) {
    let folded = text.bytes
    var next = text.wraps[...]
    var (at, end) = (0, 0)
    for cut in cuts {
      let start = Self.start(of: folded, cut.start - reach)
      if start > end || bytes.isEmpty {
        if !bytes.isEmpty {
          append(ByteRange(at, end), of: folded, &next)
          bytes += [0x0A, 0x0A]
        }
        at = start
      }
      append(ByteRange(at, cut.start), of: folded, &next)
      seams.append(bytes.count)
      at = cut.end
      end = max(end, Self.end(of: folded, cut.end + reach))
    }
    if at < end { append(ByteRange(at, end), of: folded, &next) }
  }

  private mutating func append(_ range: ByteRange, of folded: [UInt8], _ wraps: inout ArraySlice<Int>) {
    guard range.start < range.end else { return }
    let here = bytes.count
    parts.append((here, range.start))
    bytes += folded[range.start..<range.end]
    while let wrap = wraps.first, wrap < range.end {
      if wrap >= range.start { bytes[here + wrap - range.start] = 0x0A }
      wraps.removeFirst()
    }
  }

  /// The start of the word at a place: a part of a number is none.
  private static func start(of folded: [UInt8], _ place: Int) -> Int {
    var start = max(0, place)
    let least = max(0, start - longestWord)
    while start > least, folded[start - 1] > 0x20 { start -= 1 }
    while start > 0, folded[start] & 0xC0 == 0x80 { start -= 1 }
    while start < folded.count, folded[start] <= 0x20 { start += 1 }
    return start
  }

  private static func end(of folded: [UInt8], _ place: Int) -> Int {
    var end = min(folded.count, place)
    let most = min(folded.count, end + longestWord)
    while end < most, folded[end] > 0x20 { end += 1 }
    while end < folded.count, folded[end] & 0xC0 == 0x80 { end += 1 }
    while end > 0, folded[end - 1] <= 0x20 { end -= 1 }
    return end
  }

  /// The place in the folded text of what stands across a seam here; nil of anything else.
  func place(acrossSeam range: ByteRange) -> ByteRange? {
    let seam = seams.partitionIndex { $0 > range.start }
    guard seam < seams.count, seams[seam] < range.end else { return nil }
    // What is matched over two parts of the text stands together nowhere.
    for at in range.start..<(range.end - 1) where bytes[at] == 0x0A && bytes[at + 1] == 0x0A { return nil }
    return ByteRange(original(of: range.start), original(of: range.end - 1) + 1)
  }

  private func original(of place: Int) -> Int {
    let part = parts[max(0, parts.partitionIndex { $0.here > place } - 1)]
    return part.there + place - part.here
  }
}
