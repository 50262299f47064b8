import MarkingModel

/// The positions of names and words in their lists of all cases: what tables are indexed by.
enum Ordinals {
  static let elements = positions(of: ElementName.allCases.map(\.rawValue))
  static let attributes = positions(of: AttributeName.allCases.map(\.rawValue))

  private static func positions(of names: [String]) -> TextMap<Int16> {
    var positions = TextMap<Int16>()
    for (position, name) in names.enumerated() { positions.add(name, Int16(position)) }
    return positions
  }
}

// Swift keeps a case without values as its position. A test holds that of every one of them.
extension ElementName {
  @inline(__always) package var ordinal: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }
}

extension AttributeName {
  @inline(__always) package var ordinal: Int { Int(unsafe unsafeBitCast(self, to: UInt16.self)) }
}

extension Word {
  @inline(__always) package var ordinal: Int { Int(unsafe unsafeBitCast(self, to: UInt16.self)) }
}

/// Ordinals for the attributes of the place that every element has.
enum PlaceAttribute {
  static let at: Int16 = -1
  static let length: Int16 = -2
  static let line: Int16 = -3
  static let column: Int16 = -4

  static let names = ["at", "length", "line", "column"]

  static func ordinal(_ name: String) -> Int16? {
    names.firstIndex(of: name).map { -1 - Int16($0) }
  }
}
