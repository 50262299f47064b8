internal import Documents
import MarkingModel

/// Builds the reading text of a marked-up document: words as they are shown, and gaps where its elements end.
struct ReadingText {
  private(set) var bytes: [UInt8] = []
  private(set) var gaps: [ByteRange] = []
  /// Gaps that a reader may take for the end of a line.
  private(set) var softGaps: [ByteRange] = []
  /// What was added, piece by piece: blanks that turn out to end a block are taken off again.
  private(set) var pieces: [ByteRange] = []
  private var pending = PageBorder.none
  private var last = PageBorder.none
  private var partStart = 0
  private var blockStart = 0

  /// What comes next is parted from what came before.
  mutating func border(_ border: PageBorder) { pending = max(pending, border) }

  /// Whether nothing was shown since the last border.
  var isAtBlockStart: Bool { pending != .none || bytes.count == blockStart }

  /// Whether another space would not be seen.
  var endsWithBlank: Bool { isAtBlockStart || bytes.last == 0x20 || bytes.last == 0x0A }

  /// Adds text as it is and returns the index of its piece.
  mutating func append(_ text: some Sequence<UInt8>) -> Int {
    closeBlock()
    let start = bytes.count
    bytes += text
    pieces.append(ByteRange(start, bytes.count))
    return pieces.count - 1
  }

  /// Writes the border that is due. Blanks before it are not shown, and neither are two borders with nothing between.
  private mutating func closeBlock() {
    guard pending != .none else { return }
    trim()
    if bytes.count > partStart { openGap(max(pending, last)) }
    pending = .none
  }

  private mutating func openGap(_ border: PageBorder) {
    let start = bytes.count
    bytes += border.text
    blockStart = bytes.count
    last = border
    gaps.append(ByteRange(start, blockStart))
    if border == .line { softGaps.append(ByteRange(start, blockStart)) }
  }

  /// Takes blanks from the end of the block, and the gap before it where nothing else is in it.
  private mutating func trim() {
    while bytes.count > blockStart, let byte = bytes.last, byte == 0x20 || byte == 0x0A || byte == 0x09 {
      bytes.removeLast()
    }
    if bytes.count > blockStart {
      last = .none
    } else if blockStart > partStart, let gap = gaps.popLast() {
      bytes.removeLast(gap.count)
      if softGaps.last == gap { softGaps.removeLast() }
      blockStart = bytes.count
    }
    var index = pieces.count - 1
    while index >= 0, pieces[index].end > bytes.count {
      pieces[index] = ByteRange(min(pieces[index].start, bytes.count), bytes.count)
      index -= 1
    }
  }

  /// Ends the part and returns its range.
  mutating func endPart() -> ByteRange {
    trim()
    return ByteRange(partStart, bytes.count)
  }

  /// Begins another part behind a gap.
  mutating func beginPart() {
    if !bytes.isEmpty { openGap(.paragraph) }
    partStart = bytes.count
    blockStart = bytes.count
    pending = .none
    last = .none
  }
}

extension PageBorder {
  /// What stands for it in the reading text.
  fileprivate var text: [UInt8] {
    switch self {
    case .none: []
    case .cell: [0x09]
    case .line, .paragraph: [0x0A, 0x0A]
    }
  }
}
