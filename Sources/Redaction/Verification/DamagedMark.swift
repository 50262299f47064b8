import Documents
import MarkingModel

/// A mark at the start of a line that has lost its parentheses, `S//NF The quay`, or has others, `[S//NF]`, `{SECRET}`,
/// parentheses of full width.
struct DamagedMark {
  /// What stands in them.
  var text: ByteRange
  /// Behind them.
  var end: Int

  /// Nil where neither stands at `at`; whether the text is that of a mark is not looked at. O(1).
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> DamagedMark? {
    let limit = min(end, at + 80)
    if let (open, close) = brackets(at, end, in: source) {
      var stop = at + open.count
      while stop < limit, !source.hasBytes(close, at: stop) { stop += 1 }
      guard stop < limit else { return nil }
      let behind = stop + close.count
      // `[S]ome` is a word that was changed.
      if behind < end, source[behind].isLetterOrDigit { return nil }
      return DamagedMark(text: ByteRange(at + open.count, stop), end: behind)
    }
    var stop = at
    while stop < limit, source[stop] > 0x20 { stop += 1 }
    guard source[at].isCapital, source.holdsSlashes(at, stop) else { return nil }
    return DamagedMark(text: ByteRange(at, stop), end: stop)
  }

  private static func brackets(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (open: [UInt8], close: [UInt8])? {
    switch source[at] {
    case UInt8(ascii: "["): return ([0x5B], [0x5D])
    case UInt8(ascii: "{"): return ([0x7B], [0x7D])
    // U+FF08 and U+FF09.
    case 0xEF where source.hasBytes([0xEF, 0xBC, 0x88], at: at): return ([0xEF, 0xBC, 0x88], [0xEF, 0xBC, 0x89])
    default: return nil
    }
  }
}

extension Span where Element == UInt8 {
  fileprivate func hasBytes(_ bytes: [UInt8], at place: Int) -> Bool {
    guard place + bytes.count <= count else { return false }
    for index in bytes.indices where self[place + index] != bytes[index] { return false }
    return true
  }
}
