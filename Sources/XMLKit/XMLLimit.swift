/// What a document has more of than is read: libxml2's own limits, and that of attributes.
package enum XMLLimit: Sendable, Hashable, CaseIterable {
  /// Elements in one another: 256.
  case depth
  /// Attributes of one element: the parser compares each with all others.
  case attributes
  /// One text, value, comment or section of 10 million bytes, or a name of 50,000.
  case length
  /// What entities make of it.
  case expansion

  /// How many attributes one element may have.
  package static let mostAttributes = 512

  /// A sentence without its stop.
  package var sentence: String {
    switch self {
    case .depth: "its elements are nested more than 256 deep; take the outer ones off first"
    case .attributes: "an element has more than \(Self.mostAttributes) attributes; split it first"
    case .length: "a text, a value or a name in it is longer than 10 MB (a name: 50 kB); split it first"
    case .expansion: "its entities stand for more than is read; resolve them first"
    }
  }

  /// The limit that an error of libxml2 is about; nil for every other error.
  ///
  /// The library has one number for several of them, and others from version to version.
  init?(code: Int32, message: String) {
    if code == 89 || message.hasPrefix("Maximum entity amplification") {
      self = .expansion
    } else if message.hasPrefix("Excessive depth") {
      self = .depth
    } else if code == 110 || Self.lengths.contains(where: message.contains) {
      self = .length
    } else {
      return nil
    }
  }

  private static let lengths = ["too long", "too big", "huge text node", "Huge input lookup"]
}
