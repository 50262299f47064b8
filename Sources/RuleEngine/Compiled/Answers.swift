/// What documents answered to the questions of contexts about their own node: those that gave the same answers are alike.
struct Answers {
  /// By admission and class of the document's node: what that does not decide, by numbers of questions.
  private var knownRows = KeyTable(most: 512)
  private var rows: [[Int]] = []
  /// By row and the answers to these.
  private var known = KeyTable(most: 1024)
  /// The answers of a document, a bit for each.
  private var bits: [Int32] = []
  private var count = 0

  var isFull: Bool { knownRows.isFull || known.isFull }

  mutating func removeAll() {
    knownRows.removeAll()
    known.removeAll()
    rows.removeAll(keepingCapacity: true)
  }

  /// The number of a row; -1 where it is not known.
  func row(_ admission: Int, _ root: Int) -> Int { knownRows.place(of: Span(), Self.head(admission, root), 0) }

  /// Keeps the questions that are open in a row and returns its number; -1 where there is no room.
  mutating func add(_ open: [Int], _ admission: Int, _ root: Int) -> Int {
    let row = knownRows.add(Span(), Self.head(admission, root), 0)
    if row >= 0 { rows.append(open) }
    return row
  }

  private static func head(_ admission: Int, _ root: Int) -> KeyTable.Head {
    KeyTable.Head(first: UInt64(admission), second: UInt64(root))
  }

  func open(in row: Int) -> [Int] { rows[row] }

  mutating func begin() {
    bits.removeAll(keepingCapacity: true)
    count = 0
  }

  /// Notes the next answer.
  mutating func note(_ answer: Bool) {
    if count & 31 == 0 { bits.append(0) }
    if answer { bits[bits.count - 1] |= 1 << Int32(count & 31) }
    count += 1
  }

  /// The number of a row with the answers that were noted; -1 where there is no room.
  mutating func number(in row: Int) -> Int {
    let (head, sum) = (KeyTable.Head(first: UInt64(row)), KeyTable.hash(bits.span))
    let number = known.place(of: bits.span, head, sum)
    if number >= 0 { return number }
    let bits = bits
    return known.add(bits.span, head, sum)
  }
}
