import MarkingGrammar
import MarkingModel

/// Words of a document as one line of capitals with one blank between two words: for notices and the values of labels,
/// which run over several lines and are written in any case. A few hundred bytes at most; never the text of portions.
struct FoldedWords: Sendable {
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  init(limit: Int = 700) { self.limit = limit }

  /// The paragraph that begins at `start`: up to a blank line, a form feed or the limit. `reach` is how many bytes of it
  /// are looked at; twice the limit unless given. The sides of a box around it are no words.
  init(paragraph start: Int, in source: Span<UInt8>, limit: Int = 700, reach: Int? = nil) {
    self.limit = limit
    var i = start
    let end = Swift.min(source.count, start + (reach ?? 2 * limit))
    let isBoxed = source.isInBox(start)
    while i < end, bytes.count < limit {
      var stop = source.firstLowControl(from: i, to: end)
      while stop < end, source[stop] < 0x0A || source[stop] == 0x0B {
        stop = source.firstLowControl(from: stop &+ 1, to: end)
      }
      let text = isBoxed ? source.withoutBox(i, stop) : ByteRange(i, stop)
      if isBoxed, text.isEmpty { break }
      fold(text.start, text.end, in: source)
      guard stop < end, bytes.count < limit, source[stop] != 0x0C else { break }
      let next = source[stop] == 0x0D && stop + 1 < end && source[stop + 1] == 0x0A ? stop + 2 : stop + 1
      var k = next
      while k < end, source[k] == 0x20 || source[k] == 0x09 { k += 1 }
      if k >= end || source[k] == 0x0A || source[k] == 0x0D || source[k] == 0x0C { break }
      i = k
      addBlank()
    }
  }

  /// Adds the words of a range, as another word.
  mutating func add(_ range: ByteRange, in source: Span<UInt8>) {
    addBlank()
    fold(range.start, range.end, in: source)
  }

  private mutating func addBlank() {
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
  }

  /// Adds a range up to the limit. Quotation marks and emphasis are no words; the first byte of a longer character stands
  /// for it.
  private mutating func fold(_ start: Int, _ end: Int, in source: Span<UInt8>) {
    let room = Swift.min(end &- start, limit &- bytes.count)
    guard room > 0 else { return }
    var n = bytes.count
    let full = n &+ room
    var isBlank = n == 0 || bytes[n &- 1] == 0x20
    bytes.append(addingCapacity: room) { $0.append(repeating: 0, count: room) }
    var list = bytes.mutableSpan
    var i = start
    // Where plain words are looked for again, behind something else.
    var plain = start
    while i < end, n < full {
      if i >= plain, i &+ Self.block < end, n &+ Self.block <= full, !isBlank || source[i] > 0x20 {
        let block = source.extracting(i..<(i &+ Self.block &+ 1))
        var odd: UInt8 = 0
        for k in 0..<Self.block { odd |= block[k].mayNotStay(before: block[k &+ 1]) }
        if odd == 0 {
          for k in 0..<Self.block { list[n &+ k] = block[k] < 0x20 ? 0x20 : block[k].capital }
          isBlank = block[Self.block &- 1] <= 0x20
          i &+= Self.block
          n &+= Self.block
          continue
        }
        plain = i &+ Self.block
      }
      let byte = source[i]
      i &+= 1
      if byte > 0x20, byte < 0x80 {
        if byte & 0xF7 == 0x22 || byte == 0x5F { continue }
        isBlank = false
        list[n] = byte.capital
      } else {
        if isBlank || byte & 0xC0 == 0x80 { continue }
        isBlank = true
        list[n] = 0x20
      }
      n &+= 1
    }
    bytes.removeLast(full &- n)
  }

  /// How many bytes are looked at together whether they are plain words: the compiler makes vector instructions of it.
  private static var block: Int { 32 }

  var isEmpty: Bool { bytes.allSatisfy { $0 == 0x20 } }
  var count: Int { bytes.count }

  /// Whether they begin with `words`, given in capitals.
  func begin(_ words: String, at start: Int = 0) -> Bool { bytes.span.has(words, at: start, end: bytes.count) }

  /// Whether they begin with one of these.
  func begin(oneOf list: PhraseList, at start: Int = 0) -> Bool {
    list.first(at: start, end: bytes.count, in: bytes.span) != nil
  }

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

  /// Whether one of these stands in them as whole words.
  func contains(oneOf list: PhraseList) -> Bool { list.isIn(bytes.span) }

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
  func are(_ words: String) -> Bool { begin(words) && hasNothing(from: words.utf8.count) }

  /// Whether they are one of these.
  func are(oneOf list: PhraseList) -> Bool {
    var next = 0
    while next < list.indices.count, let found = list.firstAnyCase(from: next, at: 0, end: bytes.count, in: bytes.span)
    {
      if hasNothing(from: found.end) { return true }
      next = found.index + 1
    }
    return false
  }

  private func hasNothing(from start: Int) -> Bool { bytes[start...].allSatisfy { !$0.isLetterOrDigit } }
}

extension UInt8 {
  /// 0 where a byte is one of a line of capitals as it is, as its capital or as a blank: ASCII but for quotation marks
  /// and emphasis, and of two blanks the second.
  @inline(__always)
  fileprivate func mayNotStay(before next: UInt8) -> UInt8 {
    (self < 0x80 ? 0 : 1) | (self & 0xF7 == 0x22 ? 1 : 0) | (self == 0x5F ? 1 : 0)
      | (Swift.max(self, next) <= 0x20 ? 1 : 0)
  }
}
