internal import TextKit

/// What lies between a word of context and a value, and whether the word is about the value.
///
/// A label is about the next value: "account 4471028836, invoice 99120" says nothing of the second number. In a list it is
/// about all of them.
package struct LabelGap {
  /// What is read where a value was taken out.
  package static let withheld: [UInt8] = [0xEF, 0xBF, 0xBC]

  private static let digitsOfWithheld = 8
  private var digits = 0
  private var longestRun = 0
  private var endsSentence = false
  private var endsParagraph = false
  /// Whether there are only numbers, separators and "and" or "or" from the first number on.
  private var isList = true
  private let start: Int
  private let end: Int

  init(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) {
    self.start = start
    self.end = end
    var run = 0
    var word: UInt32 = 0
    // Letters right before or behind digits are of the value, as in C03004786.
    var isOfValue = false
    for at in start..<end {
      let byte = bytes[at]
      run = byte &- 0x30 < 10 ? run + 1 : 0
      digits += byte &- 0x30 < 10 ? 1 : 0
      longestRun = max(longestRun, run)
      if byte == 0xBC, at >= start + 2, bytes[at - 1] == 0xBF, bytes[at - 2] == 0xEF {
        digits += Self.digitsOfWithheld
        longestRun = max(longestRun, Self.digitsOfWithheld)
      }
      if byte == 0x0A { endsParagraph = true }
      // Right behind the word it ends an abbreviation: "no. 4".
      if byte == 0x2E, at > start, at + 1 < end, bytes[at + 1] == 0x20 { endsSentence = true }
      if byte &- 0x61 < 26 {
        if word == 0, at > start, bytes[at - 1] &- 0x30 < 10 { isOfValue = true }
        word = word &<< 8 | UInt32(byte)
      } else {
        if !isOfValue, run == 0 { noteWord(word) }
        word = 0
        isOfValue = false
      }
    }
    if !isOfValue { noteWord(word) }
  }

  /// Takes the last four letters of a word.
  private mutating func noteWord(_ word: UInt32) {
    // What stands before the first value is for it: "call me at 555-0142 or 555-0143".
    if digits == 0 { return }
    if word != 0, word != 0x61_6E64, word != 0x6F72 { isList = false }
  }

  /// Whether a word before the gap is about the value behind it. One that speaks against the value has to stand in the
  /// same sentence.
  func leads(isLowering: Bool) -> Bool {
    let isUsedUp = longestRun >= 5 || digits >= 8 || (digits >= 3 && (endsSentence || endsParagraph))
    if isLowering { return !isUsedUp && !endsSentence && !endsParagraph }
    return !isUsedUp || isList
  }

  /// Whether a word behind the gap is about the value before it: it stands in the same line and sentence, and no value of
  /// its own comes behind it.
  func follows(in bytes: Span<UInt8>, upTo wordEnd: Int, wraps text: FoldedText) -> Bool {
    if endsSentence || endsParagraph || digits > 0 || (start..<end).contains(where: text.isWrap) { return false }
    for at in wordEnd..<min(bytes.count, wordEnd + 14) {
      if bytes[at] == 0x0A || bytes[at] == 0x29 || text.isWrap(at) { return true }
      if bytes[at] &- 0x30 < 10 { return false }
    }
    return true
  }
}
