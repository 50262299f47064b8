import MarkingModel

/// What questions and answers begin with: `Q:`, `A3:`, `Q4.`, `Answer 2:`. Each is a text of its own.
package enum QuestionLabel {
  /// Behind the label; nil where none stands there. `A.` is a letter of a list. O(1).
  package static func end(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int? {
    guard at < end, let word = words.first(where: { source.has($0, at: at, end: end) }) else { return nil }
    var next = at + word.utf8.count
    if word.utf8.count > 1 { next = source.skipBlanks(next, end) }
    let number = next
    while next < end, next - number < 3, source[next].isDigit { next += 1 }
    guard next < end, source[next] == UInt8(ascii: ":") || next > number && source[next] == UInt8(ascii: "."),
      next + 1 < end, source[next + 1] == 0x20 || source[next + 1] == 0x09 || source[next + 1] == UInt8(ascii: "(")
    else { return nil }
    return next + 1
  }

  private static let words = ["QUESTION", "Question", "ANSWER", "Answer", "Q", "A"]
}
