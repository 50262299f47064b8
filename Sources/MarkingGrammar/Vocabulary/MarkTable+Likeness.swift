import MarkingModel

// What stands in the place of a mark and is none: a slip of the drafter, or a form that he made up.
extension MarkTable {
  /// What is no legal mark, but looks like one.
  func likeness(_ bytes: Span<UInt8>, _ inner: ByteRange) -> PortionMark? {
    let start = bytes.skipBlanks(inner.start, inner.end)
    let end = bytes.trimEnd(start, inner.end)
    guard end > start, end - start <= 40 else { return nil }
    var mark = PortionMark(
      standing: .doubtful, text: .blank, level: .none, isNoforn: false, style: .state, defect: .none, range: inner)
    let letters = (start..<end).prefix { bytes[$0].isLetter }.count
    guard letters == end - start else {
      // What a finger or a scan makes of S, and the sign of who did not know.
      if end - start == 1 { return bytes[start] == 0x35 || bytes[start] == 0x3F ? mark : nil }
      // A level, a slash and an unknown control. After any other sign it is a word of the text: C-130, S. AFRICA.
      guard let level = levelIndex.longest(in: bytes, at: start, end: end), bytes[level.end] == 0x2F,
        (start..<end).allSatisfy({ bytes[$0].isLetter || bytes[$0] == 0x2F || bytes[$0] == 0x20 })
      else { return nil }
      return mark
    }
    if letters == 3 || letters == 4,
      ["SBU", "LOU", "CUI", "FOUO"].contains(where: { bytes.isSlip(of: $0, start, end) })
    {
      mark.standing = .illegal
      return mark
    }
    return isLikeMark(bytes, start, end) ? mark : nil
  }

  /// Whether letters alone are like a mark: one, some of those that marks are made of, those of a mark in another order,
  /// the beginning of a level word, or a control without a level. Words are told from them by their small letters.
  private func isLikeMark(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let count = end - start
    let areOfMarks = (start..<end).allSatisfy { Self.markLetters.contains(bytes[$0].capital) }
    if count == 1 || count == 2 && areOfMarks { return true }
    guard (start..<end).allSatisfy({ bytes[$0] & 0x20 == 0 }) else { return false }
    if count == 2 {
      // One letter too many behind a level; the names of states are written so as well.
      let level = bytes[start]
      let isState = bytes[start + 1] == 0x41 || bytes[start + 1] == 0x4B
      return !isState && (level == 0x43 || level == 0x53 || level == 0x55) || isControl(bytes, start, end)
    }
    if count == 3, areOfMarks || bytes.areLetters(of: "SBU", start, end) { return true }
    return Self.levelWords.contains { bytes.isBeginning(of: $0, start, end) } || isControl(bytes, start, end)
  }

  /// Whether a range is a control that stands behind a level and is no ordinary name.
  private func isControl(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard let found = controlIndex.longest(in: bytes, at: start, end: end), found.end == end else { return false }
    return !["NATO", "PR", "OC", "PII", "REL", "PRIVACY"].contains { bytes.isBeginning(of: $0, start, end) }
  }

  private static let levelWords = ["UNCLASSIFIED", "CONFIDENTIAL", "SECRET"]

  private static let markLetters = Array("UCSTNFB".utf8)
}

extension Span where Element == UInt8 {
  /// Whether a word (capitals) begins with the letters of a range, or is them.
  fileprivate func isBeginning(of word: String, _ from: Int, _ to: Int) -> Bool {
    guard to - from <= word.utf8.count else { return false }
    return zip(from..<to, word.utf8).allSatisfy { self[$0].capital == $1 }
  }

  /// Whether a range has the letters of a word (capitals, no two alike) in any order.
  fileprivate func areLetters(of word: String, _ from: Int, _ to: Int) -> Bool {
    to - from == word.utf8.count
      && word.utf8.allSatisfy { letter in (from..<to).contains { self[$0].capital == letter } }
  }
}
