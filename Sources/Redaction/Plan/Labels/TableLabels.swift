import Documents
import MarkingModel

/// The headings of one table, and what its cells are labelled with.
///
/// A heading is the label of its whole column. In a row that has not as many cells as the headings nobody knows which is
/// missing: each cell may belong to any of them.
struct TableLabels {
  /// By column, in order: the first one and the last ones that were met. A row of words may be a heading or not.
  private var headings: [Int: [[UInt8]]] = [:]
  /// All of them.
  private var all: [[UInt8]] = []
  private var width = 0

  private static let perColumn = 4
  private static let most = 32

  var isEmpty: Bool { all.isEmpty }

  /// Whether a row has as many columns as the headings.
  func fits(_ row: TableRow) -> Bool { row.width == width }

  /// Whether all cells of a row may be headings, and one has a word that detectors know.
  static func isHeading(_ row: TableRow, _ source: Span<UInt8>, _ words: inout KnownLabels) -> Bool {
    row.cells.allSatisfy { isHeading($0.range, source) }
      && row.cells.contains { words.isKnown(source.bytes($0.range)) }
  }

  /// Whether a cell is short and has no number in it. Figures alone are values: `REPORTS OF BIRTH   73   80   85`.
  static func isHeading(_ cell: ByteRange, _ source: Span<UInt8>) -> Bool {
    guard cell.count <= 60 else { return false }
    var digits = 0
    var hasDigit = false
    var hasLetter = false
    for at in cell.start..<cell.end {
      if source[at].isDigit { hasDigit = true }
      if source[at].isLetter || source[at] >= 0x80 { hasLetter = true }
      digits = source[at].isDigit ? digits + 1 : 0
      // A value, or what stands for one.
      if digits > 2 || WithheldLabel.read(at, in: source) != nil { return false }
    }
    return hasLetter || !hasDigit
  }

  /// Takes a row of headings.
  mutating func add(headings row: TableRow, _ source: Span<UInt8>, _ words: inout KnownLabels) {
    let isRegular = isEmpty || fits(row)
    if isEmpty { width = row.width }
    for cell in row.cells {
      let label = source.bytes(cell.range)
      guard words.isKnown(label) else { continue }
      if !all.contains(label), all.count < Self.most { all.append(label) }
      for column in isRegular ? cell.labelled : 0..<max(1, width) {
        var known = headings[column] ?? []
        if known.contains(label) { continue }
        if known.count == Self.perColumn { known.remove(at: 1) }
        known.append(label)
        headings[column] = known
      }
    }
  }

  /// The cells of a row with their labels.
  func labelled(
    _ row: TableRow, _ source: Span<UInt8>, _ words: inout KnownLabels
  ) -> [LabelledText] {
    var labelled: [LabelledText] = []
    let first = row.cells.first.map(\.range)
    let own = first.map { Self.isHeading($0, source) ? source.bytes($0) : [] } ?? []
    let isNamed = words.isKnown(own)
    for cell in row.cells where Self.hasDigit(cell.range, source) {
      for label in fits(row) ? cell.labelled.flatMap({ headings[$0] ?? [] }) : all {
        labelled.append(LabelledText(cell.range, label: label))
      }
      if isNamed, cell.range != first { labelled.append(LabelledText(cell.range, label: own)) }
    }
    return labelled
  }

  private static func hasDigit(_ range: ByteRange, _ source: Span<UInt8>) -> Bool {
    (range.start..<range.end).contains { source[$0].isDigit || source[$0] >= 0x80 }
  }
}

extension TableRow.Cell {
  /// The columns in which it is looked at; one may stand in a thousand.
  fileprivate var labelled: Range<Int> { column..<(column + min(width, 16)) }
}

/// Which labels have a word in them that speaks for a detector, asked once each.
struct KnownLabels {
  private let isKnown: ([UInt8]) -> Bool
  private var answers: [[UInt8]: Bool] = [:]

  init(_ isKnown: @escaping ([UInt8]) -> Bool) { self.isKnown = isKnown }

  mutating func isKnown(_ label: [UInt8]) -> Bool {
    guard label.count >= 2, label.count <= 400 else { return false }
    if let answer = answers[label] { return answer }
    let answer = isKnown(LabelWords.reading(label))
    // A table has few headings; prose has no end of what looks like one.
    if answers.count < 1000 { answers[label] = answer }
    return answer
  }
}
