import MarkingModel

/// A changed copy of a document's bytes, and the way back from it.
///
/// What is put into it goes on in the original where the last part ended or behind that: whatever lies between was left
/// out. So a part that was copied unchanged costs one entry of the map, however long it is.
struct CopiedText: Sendable {
  private(set) var bytes: [UInt8] = []
  private var pieces: [Piece] = []

  /// Bytes of the copy that stand together.
  private struct Piece: Sendable {
    /// Where they begin in the copy.
    var offset: Int
    /// What they stand for in the original.
    var start: Int
    var end: Int
    /// Whether each of them stands for one byte of the original; else all of them stand for all.
    var isEven: Bool
    /// Whether three of them stand for four bytes of the original, three after three.
    var isBase64 = false
    /// Whether the bytes of the original are not what is read: a tag, base64.
    var isHidden = false
  }

  /// The last byte of the copy that is no blank, among the last few.
  var lastSeen: UInt8? { bytes.suffix(16).last { $0 > 0x20 } }

  init(reserving count: Int = 0) { bytes.reserveCapacity(count) }

  /// Copies a range.
  mutating func copy(_ range: ByteRange, of source: Span<UInt8>) {
    guard !range.isEmpty else { return }
    note(range)
    let part = source.extracting(range.start..<range.end)
    bytes.append(addingCapacity: range.count) { bytes in
      for byte in part.indices { bytes.append(part[byte]) }
    }
  }

  /// Puts one byte for another.
  mutating func put(_ byte: UInt8, at offset: Int) {
    note(ByteRange(offset, offset + 1))
    bytes.append(byte)
  }

  /// Puts a character for a range of another length.
  mutating func put(_ scalar: Unicode.Scalar, for range: ByteRange) {
    pieces.append(Piece(offset: bytes.count, start: range.start, end: range.end, isEven: false))
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Puts a text for a range that shows something else: a tag.
  mutating func hide(_ range: ByteRange, as text: String) {
    pieces.append(Piece(offset: bytes.count, start: range.start, end: range.end, isEven: false, isHidden: true))
    bytes += text.utf8
  }

  /// Puts bytes for a range of another length.
  mutating func put(_ decoded: [UInt8], for range: ByteRange) {
    guard !decoded.isEmpty else { return }
    pieces.append(Piece(offset: bytes.count, start: range.start, end: range.end, isEven: false))
    bytes += decoded
  }

  /// Puts the first bytes of a number of 24 bits for a group of base64. Groups that follow one another are one entry.
  mutating func putGroup(_ bits: Int, count: Int, for range: ByteRange) {
    if count == 3, range.count == 4, let last = pieces.indices.last, pieces[last].isBase64,
      pieces[last].end == range.start
    {
      pieces[last].end = range.end
    } else {
      var piece = Piece(offset: bytes.count, start: range.start, end: range.end, isEven: false)
      piece.isBase64 = count == 3 && range.count == 4
      piece.isHidden = true
      pieces.append(piece)
    }
    for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: bits >> (16 - 8 * index))) }
  }

  /// Takes back what was put in since the copy had so many bytes.
  mutating func takeBack(to count: Int) {
    bytes.removeLast(bytes.count - count)
    while let last = pieces.last, last.offset >= count { pieces.removeLast() }
    if let last = pieces.indices.last, pieces[last].isEven {
      pieces[last].end = pieces[last].start + count - pieces[last].offset
    }
  }

  /// Notes bytes that follow, one for each of a range.
  private mutating func note(_ range: ByteRange) {
    if let last = pieces.indices.last, pieces[last].isEven, pieces[last].end == range.start {
      pieces[last].end = range.end
    } else {
      pieces.append(Piece(offset: bytes.count, start: range.start, end: range.end, isEven: true))
    }
  }

  /// Turns the places of a document that was read from the copy into places of the original, from `start` on.
  ///
  /// An excerpt may be shown where the original's bytes are what was read: not where words were left out between them.
  func restorePlaces(of document: inout MarkingDocument, from start: Int = 0, in source: Span<UInt8>) {
    document.hideExcerpts { !$0.isEmpty && hides($0, in: source) }
    document.mapRanges { original($0, source.count) }
    Self.restorePositions(of: &document, from: start, in: source)
  }

  /// Whether the bytes of the original for a range of the copy hold words that were not read. O(bytes left out in it).
  private func hides(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    var index = index(at: range.start)
    var end: Int?
    while index >= 0, index < pieces.count, pieces[index].offset < range.end {
      if pieces[index].isHidden { return true }
      // Signs that show nothing may stand between them.
      if let end, (end..<max(end, pieces[index].start)).contains(where: { source[$0].isLetterOrDigit }) { return true }
      end = pieces[index].end
      index += 1
    }
    return false
  }

  /// O(log of the changes).
  private func original(_ range: ByteRange, _ count: Int) -> ByteRange {
    if range.start == 0, range.end >= bytes.count { return ByteRange(0, count) }
    let start = range.start >= bytes.count ? count : self.start(of: range.start)
    if range.isEmpty { return ByteRange(start, start) }
    return ByteRange(start, range.end >= bytes.count ? count : end(of: range.end - 1))
  }

  /// Where what a byte of the copy stands for begins.
  private func start(of offset: Int) -> Int {
    guard let piece = piece(at: offset) else { return offset }
    if piece.isBase64 { return piece.start + (offset - piece.offset) / 3 * 4 }
    return piece.isEven ? piece.start + offset - piece.offset : piece.start
  }

  /// Where it ends: what was left out behind it does not belong to it.
  private func end(of offset: Int) -> Int {
    guard let piece = piece(at: offset) else { return offset + 1 }
    if piece.isBase64 { return piece.start + (offset - piece.offset) / 3 * 4 + 4 }
    return piece.isEven ? piece.start + offset - piece.offset + 1 : piece.end
  }

  private func piece(at offset: Int) -> Piece? {
    let index = index(at: offset)
    return index >= 0 ? pieces[index] : nil
  }

  /// The index of the piece in which a byte of the copy stands; -1 before the first.
  private func index(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Finds lines and columns anew: the copy has others than the original, `source`.
  private static func restorePositions(
    of document: inout MarkingDocument, from start: Int, in source: Span<UInt8>
  ) {
    var starts = document.starts
    starts.sort()
    var places: [Int: Position] = [:]
    places.reserveCapacity(starts.count)
    var scanner = LineScanner(from: start)
    var ruler = Ruler()
    var next = 0
    while next < starts.count, let line = scanner.line(in: source) {
      while next < starts.count, starts[next] < scanner.next || scanner.next >= source.count {
        places[starts[next]] = ruler.position(of: starts[next], on: line, in: source)
        next += 1
      }
    }
    document.mapPositions { places[$0] ?? Position(line: 1, column: 1) }
  }
}
