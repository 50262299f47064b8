/// The attributes of all nodes of a marking document, those of one node together.
///
/// In store an attribute is two numbers without a reference count, whatever its value: a list of them is copied and
/// given back in one piece. Words that no grammar lists (a post, a code) stand in a list of their own.
package struct AttributeList: Sendable, RandomAccessCollection {
  /// What `number` means.
  @usableFromInline
  enum Kind: UInt8, Sendable, BitwiseCopyable {
    case flag, number
    /// A word of the contract.
    case word
    /// One ASCII character.
    case letter
    /// An index of `texts`.
    case text
  }

  @usableFromInline
  struct Stored: Sendable, BitwiseCopyable {
    @usableFromInline var number: Int
    @usableFromInline var name: AttributeName
    @usableFromInline var kind: Kind
    @usableFromInline var word: Word

    @inlinable
    init(_ name: AttributeName, _ kind: Kind, _ number: Int, word: Word = .blank) {
      self.number = number
      self.name = name
      self.kind = kind
      self.word = word
    }
  }

  @usableFromInline var stored: [Stored] = []
  @usableFromInline var texts: [String] = []

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { stored.count }

  package subscript(index: Int) -> MarkingDocument.Attribute {
    MarkingDocument.Attribute(name: stored[index].name, value: value(index))
  }

  /// The name of an attribute alone.
  package func name(_ index: Int) -> AttributeName { stored[index].name }

  /// Its value alone.
  package func value(_ index: Int) -> MarkingDocument.Value {
    let it = stored[index]
    return switch it.kind {
    case .flag: .flag(it.number != 0)
    case .number: .number(it.number)
    case .word: .word(it.word.rawValue)
    case .letter: .word(String(Unicode.Scalar(UInt8(truncatingIfNeeded: it.number))))
    case .text: .word(texts[it.number])
    }
  }

  @inlinable @inline(__always)
  package mutating func append(_ name: AttributeName, _ value: Bool) {
    stored.append(Stored(name, .flag, value ? 1 : 0))
  }

  @inlinable @inline(__always)
  package mutating func append(_ name: AttributeName, _ value: Int) {
    stored.append(Stored(name, .number, value))
  }

  @inlinable @inline(__always)
  package mutating func append(_ name: AttributeName, _ value: Word) {
    stored.append(Stored(name, .word, 0, word: value))
  }

  @inlinable @inline(__always)
  package mutating func append(_ name: AttributeName, letter: UInt8) {
    stored.append(Stored(name, .letter, Int(letter)))
  }

  package mutating func append(_ name: AttributeName, _ value: String) {
    stored.append(Stored(name, .text, texts.count))
    texts.append(value)
  }

  /// Makes room, so that a document of the usual size is not moved while it grows.
  mutating func reserve(_ count: Int, texts textCount: Int) {
    stored.reserveCapacity(count)
    texts.reserveCapacity(textCount)
  }
}
