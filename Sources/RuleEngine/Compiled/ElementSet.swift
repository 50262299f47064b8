import MarkingModel

/// Elements that are there, or needed: a bit for each.
struct ElementSet: BitwiseCopyable, Sendable {
  private var bits: UInt128 = 0

  /// No document has all of them.
  static let impossible = ElementSet(bits: 1 << 127)

  private init(bits: UInt128) { self.bits = bits }
  init() {}

  @inline(__always) mutating func insert(_ element: Int) { bits |= 1 << UInt128(truncatingIfNeeded: element) }
  func union(_ other: ElementSet) -> ElementSet { ElementSet(bits: bits | other.bits) }
  func intersection(_ other: ElementSet) -> ElementSet { ElementSet(bits: bits & other.bits) }

  /// The bits, for a key.
  var halves: (UInt64, UInt64) { (UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: bits >> 64)) }

  @inline(__always) func isSubset(of other: ElementSet) -> Bool { bits & ~other.bits == 0 }

  /// The elements that the alternatives of a context lead through. Found without parsing it: most contexts are about
  /// something that a document does not have, and are never read. O(bytes).
  static func sets(ofContext context: String) -> [ElementSet] {
    var scan = ExpressionScan(context)
    var sets = [ElementSet()]
    var depth = 0
    while let byte = scan.next() {
      switch byte {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "|") where depth == 0: sets.append(ElementSet())
      case UInt8(ascii: "/") where depth == 0:
        let name = scan.name()
        guard !name.isEmpty, scan.endsName else { break }
        if let element = Ordinals.elements.value(of: name) {
          sets[sets.count - 1].insert(Int(element))
        } else {
          sets[sets.count - 1] = .impossible
        }
      default: break
      }
    }
    return sets
  }
}
