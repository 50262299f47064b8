package import MarkingModel

/// Finds columns (in Unicode scalars) without counting a line from its start for each place in it.
///
/// Places are mostly asked for in ascending order: then each byte is counted once. Long lines leave a checkpoint
/// every 4,096 bytes, so that a step back costs no more than that.
package struct Ruler: Sendable {
  private var line = 0
  private var offset = 0
  private var column = 1
  /// Known columns of the current line, ascending: one for each `spacing` bytes.
  private var checkpoints: [(offset: Int, column: Int)] = []
  private var nextCheckpoint = 0
  private static let spacing = 4096

  package init() {}

  /// The place of a range that begins on `line`.
  package mutating func place(_ range: ByteRange, on line: SourceLine, in source: Span<UInt8>) -> Place {
    Place(range, position(of: range.start, on: line, in: source))
  }

  /// The place of a whole line.
  package mutating func place(_ line: SourceLine, in source: Span<UInt8>) -> Place {
    Place(line.range, position(of: line.start, on: line, in: source))
  }

  /// The position of a byte of `line`.
  package mutating func position(of target: Int, on line: SourceLine, in source: Span<UInt8>) -> Position {
    if target == line.start || line.isPrintable && target > line.start && target <= line.end {
      return Position(line: line.number, column: line.column &+ target &- line.start)
    }
    return count(to: target, on: line, in: source)
  }

  /// The part of a line from an offset to another, with its column.
  mutating func rest(of line: SourceLine, from start: Int, to end: Int, in source: Span<UInt8>) -> SourceLine {
    var rest = line.upTo(end)
    rest.column = position(of: start, on: line, in: source).column
    rest.start = start
    return rest
  }

  /// The position of a byte where not every one need be a character.
  private mutating func count(to target: Int, on line: SourceLine, in source: Span<UInt8>) -> Position {
    if line.number != self.line || line.start > target {
      self.line = line.number
      offset = line.start
      column = line.column
      if !checkpoints.isEmpty { checkpoints.removeAll(keepingCapacity: true) }
      nextCheckpoint = offset + Self.spacing
    } else if target < offset {
      stepBack(to: target, on: line)
    }
    let target = min(target, source.count)
    while offset < target {
      if offset <= target - 16, source.isASCII(offset, 16) {
        offset += 16
        column += 16
        noteCheckpoint()
        continue
      }
      // A byte that continues a scalar does not count; a byte that is not UTF-8 does.
      if source[offset] & 0xC0 != 0x80 || !source.continues(at: offset) { column += 1 }
      offset += 1
      noteCheckpoint()
    }
    return Position(line: line.number, column: column)
  }

  /// Remembers the column every now and then.
  @inline(__always)
  private mutating func noteCheckpoint() {
    guard offset >= nextCheckpoint else { return }
    checkpoints.append((offset, column))
    nextCheckpoint = offset + Self.spacing
  }

  private mutating func stepBack(to target: Int, on line: SourceLine) {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if checkpoints[middle].offset <= target { low = middle + 1 } else { high = middle }
    }
    if low > 0, checkpoints[low - 1].offset >= line.start {
      (offset, column) = checkpoints[low - 1]
    } else {
      offset = line.start
      column = line.column
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether `length` bytes from `at` on are ASCII.
  @inline(__always)
  fileprivate func isASCII(_ at: Int, _ length: Int) -> Bool {
    let block = extracting(at..<(at + length))
    var bits: UInt8 = 0
    for k in block.indices { bits |= block[k] }
    return bits < 0x80
  }

  /// Whether the byte at `offset` (a continuation byte by its form) belongs to a UTF-8 sequence that begins before it.
  fileprivate func continues(at offset: Int) -> Bool {
    var first = offset - 1
    while first >= 0, offset - first < 4 {
      let byte = self[first]
      if byte < 0x80 { return false }
      if byte >= 0xC0 {
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        return byte < 0xF8 && offset - first < length
      }
      first -= 1
    }
    return false
  }
}
