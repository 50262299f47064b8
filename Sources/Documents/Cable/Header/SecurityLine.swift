import MarkingModel

/// Format line 4: `ZNY CCCCC ZZH`, the operating signal and the class letters (ACP 127; JANAP 128).
struct SecurityLine: Sendable, BitwiseCopyable {
  enum Signal: Sendable {
    case znr
    case zny
    case other

    /// As the contract names it.
    var word: Word {
      switch self {
      case .znr: .znr
      case .zny: .zny
      case .other: .other
      }
    }
  }

  var signal: Signal
  /// The most frequent letter of the group; nil where there is no group.
  var letter: UInt8?
  /// How many letters the group has.
  var count = 0
  /// Whether they are all the same.
  var uniform = true
  /// Whether a special-category group (`/AAAAA`) follows.
  var special = false
  var repaired = false

  /// The line, or nil where it is none: a signal ZN., then a group of class letters.
  static func read(_ words: LineWords, in source: Span<UInt8>) -> SecurityLine? {
    guard words.count >= 1, words.count <= 24 else { return nil }
    var first = words[0]
    let star = source[first.start] == 0x2A && first.count == 4
    if star { first.start += 1 }
    guard first.count == 3, let z = OCR.letter(source[first.start]), z.value == 0x5A,
      let n = OCR.letter(source[first.start + 1]), let last = OCR.letter(source[first.start + 2])
    else { return nil }
    let known = n.value == 0x4E && (last.value == 0x52 || last.value == 0x59)
    guard known || words.count >= 2 && isGroup(words[1], in: source) else { return nil }
    let signal: Signal = known ? (last.value == 0x52 ? .znr : .zny) : .other
    var line = SecurityLine(signal: signal)
    line.repaired = star || z.repaired || n.repaired || last.repaired
    if words.count >= 2 { line.readGroup(words[1], in: source) }
    // State's copies end with ZZH, which recognition reads as 22H.
    for i in min(2, words.count)..<words.count where OCR.word(words[i], "ZZH", in: source)?.repaired == true {
      line.repaired = true
    }
    return line
  }

  /// Whether a word may be a group of class letters: four to six letters of which one makes up the most.
  private static func isGroup(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    var line = SecurityLine(signal: .other)
    line.readGroup(word, in: source)
    guard line.count >= 4, line.count <= 6 else { return false }
    return line.uniform
  }

  /// `CCCCC` or `CCCCC/AAAAA`.
  private mutating func readGroup(_ word: ByteRange, in source: Span<UInt8>) {
    var end = word.start
    while end < word.end, source[end] != 0x2F { end += 1 }
    guard end > word.start, end - word.start <= 12 else { return }
    var best = 0
    for i in word.start..<end {
      guard source[i].isLetter else { return }
      var same = 0
      for other in word.start..<end where source[other].capital == source[i].capital { same += 1 }
      if same > best {
        best = same
        letter = source[i].capital
      }
    }
    count = end - word.start
    uniform = best == count
    special = end < word.end
  }

  /// Whether the letter is one of those that stand for a level.
  var isClassLetter: Bool { letter.map { $0.isOne(of: "U", "E", "C", "S", "T", "R") } ?? false }
}
