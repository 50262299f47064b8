import Documents
import MarkingModel

/// What stands before each line of a quotation or of a comment in a program: `> `, `>> `, `JD> `, `| `, `// `, `# `, `; `,
/// `% `, `-- `, and the `* ` of a block.
struct LineMark {
  /// Where it ends.
  var end: Int
  /// A star may begin an item of a list as well.
  var mayBeBullet = false

  /// The mark at the start of a line; nil where there is none.
  static func read(_ source: Span<UInt8>, _ start: Int) -> LineMark? {
    var at = start
    var mark: LineMark?
    while at < source.count, at - start < 40 {
      let next = at + 1 < source.count ? source[at + 1] : 0x0A
      switch source[at] {
      case 0x20, 0x09: at += 1
      case UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "#"), UInt8(ascii: "%"):
        at += 1
        mark = LineMark(end: at)
      case UInt8(ascii: "/") where next == source[at], UInt8(ascii: "-") where next == source[at]:
        at += 2
        mark = LineMark(end: at)
      case UInt8(ascii: "*") where next == 0x20 && mark == nil:
        at += 1
        mark = LineMark(end: at, mayBeBullet: true)
      case let byte where byte.isCapital && mark == nil:
        guard let end = initials(source, at) else { return nil }
        at = end
        mark = LineMark(end: at)
      default: return mark
      }
    }
    return mark
  }

  /// Whether the line above ends with a dash.
  static func isCutOff(_ source: Span<UInt8>, before start: Int) -> Bool {
    var at = start
    while at > 0, source[at - 1] <= 0x20 { at -= 1 }
    return at > 0 && source[at - 1] == UInt8(ascii: "-")
  }

  /// Behind `JD>`: who wrote the line.
  private static func initials(_ source: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at < source.count, at - start < 4, source[at].isCapital { at += 1 }
    return at < source.count && source[at] == UInt8(ascii: ">") ? at + 1 : nil
  }
}
