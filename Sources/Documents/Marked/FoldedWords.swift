import MarkingGrammar
import MarkingModel

/// Words of a document as one line of capitals with one blank between two words: for notices and the values of labels,
/// which run over several lines and are written in any case. A few hundred bytes at most; never the text of portions.
struct FoldedWords: Sendable {
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(limit: Int = 700) { self.limit = limit }

  /// The paragraph that begins at `start`: up to a blank line, a form feed or the limit.
  init(paragraph start: Int, in source: Span<UInt8>, limit: Int = 700) {
    self.limit = limit
    var i = start
    let end = Swift.min(source.count, start + 2 * limit)
    while i < end, bytes.count < limit {
      let byte = source[i]
      if byte == 0x0A || byte == 0x0D {
        let next = byte == 0x0D && i + 1 < end && source[i + 1] == 0x0A ? i + 2 : i + 1
        var k = next
        while k < end, source[k] == 0x20 || source[k] == 0x09 { k += 1 }
        if k >= end || source[k] == 0x0A || source[k] == 0x0D || source[k] == 0x0C { break }
        i = k
        append(0x20)
      } else if byte == 0x0C {
        break
      } else {
        append(byte)
        i += 1
      }
    }
  }

  /// Adds the words of a range, as another word.
  mutating func add(_ range: ByteRange, in source: Span<UInt8>) {
    append(0x20)
    for i in range.start..<range.end where bytes.count < limit { append(source[i]) }
  }

  private mutating func append(_ byte: UInt8) {
    // Quotation marks and emphasis are no words; the first byte of a longer character stands for it.
    if byte == 0x2A || byte == 0x22 || byte == 0x5F || byte & 0xC0 == 0x80 { return }
    let byte = byte <= 0x20 || byte >= 0x80 ? 0x20 : byte.capital
    if byte == 0x20, bytes.isEmpty || bytes[bytes.count - 1] == 0x20 { return }
    bytes.append(byte)
  }

  var isEmpty: Bool { bytes.allSatisfy { $0 == 0x20 } }
  var count: Int { bytes.count }

  /// Whether they begin with `words`, given in capitals.
  func begin(_ words: String, at start: Int = 0) -> Bool { bytes.span.has(words, at: start, end: bytes.count) }

  /// Whether they begin with one of these.
  func begin(oneOf list: [String], at start: Int = 0) -> Bool { list.contains { begin($0, at: start) } }

  /// Where `words` stand first as whole words; nil where they do not.
  func find(_ words: String, from start: Int = 0) -> Int? {
    let length = words.utf8.count
    guard let first = words.utf8.first, bytes.count >= length else { return nil }
    let text = bytes.span
    var i = start
    while i <= text.count - length {
      if text[i] == first, text.has(words, at: i, end: text.count), i == 0 || !text[i - 1].isLetterOrDigit,
        i + length >= text.count || !text[i + length].isLetterOrDigit || !text[i + length - 1].isLetterOrDigit
      {
        return i
      }
      i += 1
    }
    return nil
  }

  func contains(_ words: String) -> Bool { find(words) != nil }

  func contains(oneOf list: [String]) -> Bool { list.contains { contains($0) } }

  /// How many words there are.
  var wordCount: Int {
    var count = 0
    var isInside = false
    for byte in bytes {
      if byte == 0x20 {
        isInside = false
      } else if !isInside, byte.isLetterOrDigit {
        isInside = true
        count += 1
      }
    }
    return count
  }

  /// Whether they are this and nothing more, marks of punctuation at the end not counted.
  func are(_ words: String) -> Bool {
    guard begin(words) else { return false }
    return bytes.dropFirst(words.utf8.count).allSatisfy { !$0.isLetterOrDigit }
  }
}
