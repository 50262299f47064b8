/// Where an expression can begin to match: trying it there and nowhere else finds what a search of the whole text finds.
package struct Anchor: Sendable, Hashable {
  /// What one pass over the text looks for.
  package enum Trigger: Sendable, Hashable {
    /// The start of a run of digits of one of these lengths.
    case digits(Set<Int>)
    /// One of these bytes.
    case bytes(ByteClass)
    /// A word that begins with one of these letters (small ones, of any case in the text).
    case initials(ByteClass)
    /// A word that begins with one of these, of any case in the text.
    case beginnings(Set<WordBeginning>)
  }

  package var trigger: Trigger
  /// What has to follow the digits, the byte or the first letter; anything, and the end of the text, where it is nil.
  package var then: ByteClass?
  /// What has to stand before the trigger; anything, and the start of the text, where it is nil.
  package var behind: ByteClass?
  /// The match begins within the run of these bytes before the trigger, or at the trigger itself.
  package var run: ByteClass?
  /// The longest such run, in bytes.
  package var reach = 64
  /// The match may begin with any word of that run, not only with the first byte of it.
  package var isTriedAtWords = false

  /// The run that stands for twenty digits and more.
  static let longestRun = 20
}

/// A set of bytes.
package struct ByteClass: Sendable, Hashable {
  private var low: SIMD4<UInt64> = .zero

  package init() {}

  /// Reads a class as expressions have it within brackets: `A-Z0-9._`. A dash that stands for itself comes first or last;
  /// a character that is not ASCII stands for all bytes of such characters.
  package init(_ text: String) {
    let bytes = Array(text.utf8)
    var at = 0
    while at < bytes.count {
      if at + 2 < bytes.count, bytes[at + 1] == UInt8(ascii: "-"), bytes[at] <= bytes[at + 2] {
        for byte in bytes[at]...bytes[at + 2] { insert(byte) }
        at += 3
      } else if bytes[at] >= 0x80 {
        for byte in 0x80...0xFF as ClosedRange<UInt8> { insert(byte) }
        at += 1
      } else {
        insert(bytes[at])
        at += 1
      }
    }
  }

  package mutating func insert(_ byte: UInt8) { low[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  @inline(__always)
  package func contains(_ byte: UInt8) -> Bool { low[Int(byte &>> 6)] &>> UInt64(byte & 63) & 1 != 0 }
}
