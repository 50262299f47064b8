/// A context as it is mostly written: paths from the document from child to child, joined by "|".
enum ContextPaths {
  /// The steps of each path as they stand ("caption[@kind='sensitivity']"), the document's first. Nil where anything else
  /// stands outside of predicates; what stands in them is not looked at. O(bytes).
  static func cut(_ context: String) -> [[String]]? {
    var scan = ExpressionScan(context)
    var paths: [[String]] = []
    var path: [String] = []
    var depth = 0
    var start: Int?
    while let byte = scan.next() {
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case _ where depth > 0: break
      case UInt8(ascii: "/"), UInt8(ascii: "|"):
        if let start {
          path.append(scan.text(from: start, to: scan.at - 1))
        } else if byte == UInt8(ascii: "|") || !path.isEmpty {
          return nil
        }
        if byte == UInt8(ascii: "|") {
          paths.append(path)
          path = []
          start = nil
        } else {
          start = scan.at
        }
      case 0...0x20: break
      case _ where start == nil || !isOfName(byte): return nil
      default: break
      }
    }
    guard depth == 0, let start else { return nil }
    path.append(scan.text(from: start, to: scan.bytes.count))
    return paths + [path]
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }
}
