package import MarkingModel

/// A text as somebody reads it, and where each byte of that stands in the original.
///
/// Detectors and lists of terms look at this, never at the bytes of a document: a number that is written with full-width
/// digits, with an invisible character in it or over the end of a line is the same number. What folding does:
///
/// - compatibility forms become plain ones (NFKC), marks on letters are dropped, letters that look like ASCII's become
///   those (the skeleton of UTS 39; ASCII itself stays, 1 is no l);
/// - decimal digits of any script become ASCII's, dashes `-`, dots `.`, white space one space;
/// - what is not seen is dropped: zero-width characters, soft hyphens, controls;
/// - the end of a line within a paragraph becomes a space, one or more empty lines become two line feeds.
///
/// Letters keep their case; `lowered` is the same text without it. Folding what was folded changes nothing.
package struct FoldedText: Sendable {
  /// The folded text, always valid UTF-8.
  package let bytes: [UInt8]
  /// The same with the case of letters folded, of the same length, so that offsets are good for both.
  package let lowered: [UInt8]
  /// The offsets in `bytes` of spaces that are ends of lines, ascending.
  package let wraps: [Int]
  /// The first bytes that are no UTF-8. What they stand for is not known: a redactor has to refuse the text.
  package let undecodable: ByteRange?
  /// The first character that changes the order in which text is shown (U+202A–202E, U+2066–2069). Folding keeps the
  /// order of the bytes, so that what is read may be something else.
  package let reordered: ByteRange?
  /// The length of the original, in bytes.
  package let originalCount: Int
  private let segments: [Segment]
  private let skipped: [ByteRange]

  /// Folds a text.
  /// - Parameters:
  ///   - source: UTF-8.
  ///   - edits: what is read in place of some of its bytes, in ascending order and apart from each other: nothing for a
  ///     page heading or a tag, the character for a character reference.
  /// - Throws: `unavailable` where there is a character that is not ASCII and ICU has no data for it.
  package init(_ source: Span<UInt8>, edits: [Edit] = []) throws(FoldingError) {
    try self.init(source, edits: edits, byRuns: true)
  }

  /// The same, and whether plain text is copied in runs or looked at character by character: both give the same.
  package init(_ source: Span<UInt8>, edits: [Edit], byRuns: Bool) throws(FoldingError) {
    var folder = Folder(byRuns: byRuns, capacity: source.count)
    try folder.fold(source, edits: edits)
    bytes = folder.out
    lowered = Self.lower(folder.out, isASCII: folder.isASCII)
    wraps = folder.wraps
    undecodable = folder.undecodable
    reordered = folder.reordered
    originalCount = source.count
    segments = folder.segments
    skipped = edits.filter { $0.text.isEmpty && !$0.isPart }.map(\.range)
  }

  /// Bytes of a source and what is read in their place.
  package struct Edit: Sendable, Hashable {
    package var range: ByteRange
    /// UTF-8; empty where the bytes are skipped.
    package var text: [UInt8]
    /// Whether the bytes go with what stands around them, where nothing is read in their place.
    package var isPart: Bool

    package init(_ range: ByteRange, reads text: [UInt8] = [], isPart: Bool = false) {
      self.range = range
      self.text = text
      self.isPart = isPart
    }
  }

  /// Folds a term of a list, a value of an allow list or the like.
  package static func fold(_ text: String) throws(FoldingError) -> [UInt8] {
    try FoldedText(Array(text.utf8).span).bytes
  }

  /// The bytes of the original that a part of the folded text comes from, widened to whole characters with their marks;
  /// bytes that were skipped between are in it. O(log segments).
  package func original(of range: ByteRange) -> ByteRange {
    var (start, end) = (range.start, range.end)
    precondition(start >= 0 && start <= end && end <= bytes.count)
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard start < end else {
      let at = start == bytes.count ? (segments.last?.originalEnd ?? 0) : place(start).start
      return ByteRange(at, at)
    }
    let first = place(start)
    return ByteRange(first.start, max(first.end, place(end - 1).end))
  }

  /// The same in pieces, without the bytes that were skipped.
  package func pieces(of range: ByteRange) -> [ByteRange] {
    let whole = original(of: range)
    var pieces: [ByteRange] = []
    var start = whole.start
    var low = skipped.partitionIndex { $0.end > whole.start }
    while low < skipped.count, skipped[low].start < whole.end {
      if skipped[low].start > start { pieces.append(ByteRange(start, skipped[low].start)) }
      start = max(start, skipped[low].end)
      low += 1
    }
    if start < whole.end || pieces.isEmpty { pieces.append(ByteRange(start, max(start, whole.end))) }
    return pieces
  }

  /// The folded bytes that come from a part of the original, and from whole characters only. O(log segments).
  package func folded(of original: ByteRange) -> ByteRange {
    var first = segments.partitionIndex { $0.originalEnd > original.start }
    var start: Int?
    var end = 0
    while first < segments.count, segments[first].original < original.end {
      let segment = segments[first]
      let segmentEnd = first + 1 < segments.count ? segments[first + 1].folded : bytes.count
      let shift = segment.folded - segment.original
      if segment.isCopy {
        start = start ?? max(segment.original, original.start) + shift
        end = min(segment.originalEnd, original.end) + shift
      } else {
        start = start ?? segment.folded
        end = segmentEnd
      }
      first += 1
    }
    let at = start ?? (first < segments.count ? segments[first].folded : bytes.count)
    return ByteRange(at, max(at, end))
  }

  /// Whether the space at an offset is the end of a line.
  package func isWrap(_ offset: Int) -> Bool { firstWrap(in: ByteRange(offset, offset + 1)) != nil }

  /// The first place in a range of the folded text where a line of the original goes on in the next; nil where none is.
  package func firstWrap(in range: ByteRange) -> Int? {
    let index = wraps.partitionIndex { $0 >= range.start }
    return index < wraps.count && wraps[index] < range.end ? wraps[index] : nil
  }

  /// Where one folded byte comes from.
  private func place(_ offset: Int) -> ByteRange {
    let segment = segments[segments.partitionIndex { $0.folded > offset } - 1]
    guard segment.isCopy else { return ByteRange(segment.original, segment.originalEnd) }
    let at = segment.original + offset - segment.folded
    return ByteRange(at, at + 1)
  }

  private static func lower(_ bytes: [UInt8], isASCII: Bool) -> [UInt8] {
    var lowered = bytes
    // Through a buffer many bytes are taken together.
    unsafe lowered.withUnsafeMutableBufferPointer { buffer in
      for index in buffer.indices {
        let byte = unsafe buffer[index]
        unsafe buffer[index] = byte | ((byte &- 0x41 < 26) ? 0x20 : 0)
      }
    }
    if !isASCII { CaseFolding.fold(&lowered) }
    return lowered
  }
}

/// Why a text cannot be folded.
package enum FoldingError: Error, Hashable, CustomStringConvertible {
  /// ICU's data is not there.
  case unavailable

  /// A sentence without its stop.
  package var description: String { "ICU's data about characters cannot be read" }
}
