/// The attributes of all nodes of a marking document, those of one node together.
///
/// In store an attribute is two numbers without a reference count, whatever its value: a list of them is copied and
/// given back in one piece. Words that no grammar lists (a post, a code) stand in a list of their own.
package struct AttributeList: Sendable, RandomAccessCollection {
  /// As they are kept: for who makes a table of them.
  package private(set) var stored: [StoredAttribute] = []
  /// What attributes of the kind `text` refer to.
  package private(set) var texts: [String] = []

  package init() {}

  init(stored: [StoredAttribute], texts: [String]) {
    self.stored = stored
    self.texts = texts
  }

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
    case .short: .word(it.short)
    case .text: .word(texts[it.number])
    }
  }

  mutating func append(_ name: AttributeName, _ value: MarkingDocument.Value) {
    switch value {
    case .flag(let flag): stored.append(StoredAttribute(name, .flag, flag ? 1 : 0))
    case .number(let number): stored.append(StoredAttribute(name, .number, number))
    case .word(let word): stored.append(StoredAttribute(name, .text, keep(word)))
    }
  }

  /// Keeps a text for an attribute of the kind `text`: the number that it is found by.
  private mutating func keep(_ text: String) -> Int {
    texts.append(text)
    return texts.count - 1
  }
}

/// One attribute as it is kept.
@usableFromInline
package struct StoredAttribute: Sendable, BitwiseCopyable {
  /// What `number` means.
  @usableFromInline
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case flag, number
    /// A word of the contract.
    case word
    /// One ASCII character.
    case letter
    /// Up to eight of them, the first in the lowest byte; 0 behind the last.
    case short
    /// The place of the text in the list of texts.
    case text
  }

  @usableFromInline package var number: Int
  @usableFromInline package var name: AttributeName
  @usableFromInline package var kind: Kind
  @usableFromInline package var word: Word

  @inlinable
  init(_ name: AttributeName, _ kind: Kind, _ number: Int, word: Word = .blank) {
    self.number = number
    self.name = name
    self.kind = kind
    self.word = word
  }

  /// The characters of a short one.
  package var short: String {
    var text = ""
    var bytes = UInt64(bitPattern: Int64(number))
    while bytes != 0 {
      text.unicodeScalars.append(Unicode.Scalar(UInt8(truncatingIfNeeded: bytes)))
      bytes >>= 8
    }
    return text
  }
}
