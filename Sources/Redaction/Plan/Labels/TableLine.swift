import Documents
import MarkingModel

/// What stands between the cells of a row in plain text.
enum CellBorder: UInt8, CaseIterable {
  case pipe, blanks, semicolon, comma
}

/// The borders that may part a line. O(line), and most lines of a text are looked at.
struct CellBorders {
  private var bits: UInt8 = 0

  init(of line: ByteRange, _ source: Span<UInt8>) {
    let bytes = source.extracting(line.start..<line.end)
    if !Self.mayPart(bytes) { return }
    var last: UInt8 = 0x20
    var isInText = false
    for at in bytes.indices {
      let byte = bytes[at]
      if byte <= 0x20 {
        if isInText, byte == 0x09 || byte == 0x20 && last == 0x20 { add(.blanks) }
      } else if byte == UInt8(ascii: "|") {
        add(.pipe)
      } else if byte == UInt8(ascii: ",") {
        add(.comma)
      } else if byte == UInt8(ascii: ";") {
        add(.semicolon)
      } else {
        isInText = true
      }
      last = byte
    }
  }

  /// Whether a line has any sign of a border: most have none, and eight bytes tell it together.
  private static func mayPart(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    // The high bit of the lowest byte where a space stands before the block.
    var before: UInt64 = 0
    while at &+ 8 <= bytes.count {
      let block = bytes.block(at)
      let spaces = block.highBits(of: 0x20)
      let signs =
        block.highBits(of: UInt8(ascii: "|")) | block.highBits(of: UInt8(ascii: ","))
        | block.highBits(of: UInt8(ascii: ";")) | block.highBits(of: 0x09)
      if signs | spaces & (spaces &<< 8 | before) != 0 { return true }
      before = spaces &>> 56 & 0x80
      at &+= 8
    }
    var isBehindSpace = before != 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte.isOne(of: "|", ",", ";", "\t") || byte == 0x20 && isBehindSpace { return true }
      isBehindSpace = byte == 0x20
      at &+= 1
    }
    return false
  }

  private mutating func add(_ border: CellBorder) { bits |= 1 << border.rawValue }

  var isEmpty: Bool { bits == 0 }
  func contains(_ border: CellBorder) -> Bool { bits & 1 << border.rawValue != 0 }
}

/// A line of plain text as a row of cells.
struct TableLine {
  /// The row that a line is with a border. Cells without text are counted, but those outside of a frame of strokes, and
  /// blanks around a line are no cells.
  static func row(_ source: Span<UInt8>, _ line: ByteRange, _ border: CellBorder) -> TableRow {
    var ranges: [ByteRange] = []
    var start = line.start
    var at = line.start
    var isQuoted = false
    while at < line.end {
      // What an earlier release left is one thing, whatever signs are in it.
      if source[at] == UInt8(ascii: "["), let end = WithheldLabel.read(at, in: source)?.end, end <= line.end {
        at = end
        continue
      }
      if source[at] == UInt8(ascii: "\""), border == .comma || border == .semicolon { isQuoted.toggle() }
      let width = isQuoted ? 0 : self.width(source, at, line.end, border)
      if width == 0 {
        at += 1
      } else {
        ranges.append(Pieces.trimmed(ByteRange(start, at), in: source))
        at += width
        start = at
      }
    }
    ranges.append(Pieces.trimmed(ByteRange(start, line.end), in: source))
    if border == .pipe || border == .blanks {
      if ranges.count > 1, ranges[ranges.count - 1].isEmpty { ranges.removeLast() }
      if ranges.count > 1, ranges[0].isEmpty { ranges.removeFirst() }
    }
    let cells = ranges.enumerated().map { TableRow.Cell(range: $1, column: $0) }
    return TableRow(cells: cells.filter { !$0.range.isEmpty }, width: ranges.count)
  }

  /// How many bytes of a border stand at a place.
  private static func width(_ source: Span<UInt8>, _ at: Int, _ end: Int, _ border: CellBorder) -> Int {
    switch border {
    case .pipe: return source[at] == UInt8(ascii: "|") ? 1 : 0
    case .semicolon: return source[at] == UInt8(ascii: ";") ? 1 : 0
    case .comma: return source[at] == UInt8(ascii: ",") ? 1 : 0
    case .blanks:
      var behind = at
      var hasTab = false
      while behind < end, source[behind] == 0x20 || source[behind] == 0x09 {
        hasTab = hasTab || source[behind] == 0x09
        behind += 1
      }
      return hasTab || behind - at > 1 ? behind - at : 0
    }
  }

  /// Words in a range.
  static func words(_ source: Span<UInt8>, _ range: ByteRange) -> Int {
    var words = 0
    for at in range.start..<range.end where source[at] > 0x20 && (at == range.start || source[at - 1] <= 0x20) {
      words += 1
    }
    return words
  }

  /// Whether a line has nothing but signs, as one between headings and rows has.
  static func isRuling(_ source: Span<UInt8>, _ line: ByteRange) -> Bool {
    (line.start..<line.end).allSatisfy { source[$0] <= 0x20 || "-=+|:_*.~".utf8.contains(source[$0]) }
  }
}
