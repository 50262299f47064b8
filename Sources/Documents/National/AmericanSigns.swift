import MarkingGrammar
import MarkingModel

/// Tells a paper of the United States that bears a word of another country in the place of its level: `PROTECTED`,
/// `SECRET SENSITIVE`. Looked for only below such a word. Time: linear.
enum AmericanSigns {
  /// The controls that no other country marks a portion with.
  private static let controls = PhraseList([
    "NF", "NOFORN", "REL TO USA", "FOUO", "OC", "ORCON", "RELIDO", "PROPIN", "FGI", "RD", "FRD",
  ])

  /// Whether a portion or subject begins with an American mark (`(S//NF)`), a paragraph or block with a label of the
  /// classification authority block, or a marking at the head has an American control (`RESTRICTED//NOFORN`). What a
  /// sentence quotes shows nothing.
  /// - Parameter orLevels: whether a level alone before a subject or a numbered paragraph shows it, too: `1. (U)`.
  static func show(in source: Span<UInt8>, orLevels: Bool = false) -> Bool {
    var at = 0
    // The line above, without its blanks: nothing begins below one of prose that no sentence ends on.
    var above = ByteRange(0, 0)
    while at < source.count {
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      var start = source.skipBlanks(at, end)
      while start < end, source[start] == 0x3E { start = source.skipBlanks(start + 1, end) }
      let line = ByteRange(start, source.trimmedEnd(start, end))
      if !line.isEmpty, mayBegin(below: above, in: source), isAmerican(line, orLevels, in: source) { return true }
      if at < 200, !line.isEmpty, isBanner(line, in: source) { return true }
      above = line
      at = source.nextLine(after: end)
    }
    return false
  }

  private static func mayBegin(below above: ByteRange, in source: Span<UInt8>) -> Bool {
    above.isEmpty || source[above.end - 1].isOne(of: ".", ":", ";", "?", "!", ")")
      || !source.isProse(above.start, above.end, isItem: false)
  }

  private static func isAmerican(_ line: ByteRange, _ orLevels: Bool, in source: Span<UInt8>) -> Bool {
    if let (label, next) = BlockLabel.read(line.start, line.end, in: source), label.isAuthority, label != .reason,
      (line.start..<next).contains(where: { source[$0] == 0x3A })
    {
      return true
    }
    var at = ItemPrefix.read(line.start, line.end, in: source).next
    if let (field, next) = MailHeader.field(line.start, line.end, in: source),
      field == .subject || field == .shortSubject || field == .about
    {
      at = next
    }
    guard at < line.end, source[at] == 0x28 else { return false }
    return isMark(at, in: source) || orLevels && at > line.start && isLevel(at, line.end, in: source)
  }

  /// Whether a line is nothing but a marking, with a control behind its slashes.
  private static func isBanner(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    line.count <= 80 && (line.start..<line.end).allSatisfy { source[$0].isOfMarking }
      && hasControl(behindSlashesFrom: line.start, to: line.end, in: source)
  }

  /// Whether a level, two slashes and among further words an American control stand between parentheses.
  private static func isMark(_ open: Int, in source: Span<UInt8>) -> Bool {
    var at = open + 1
    let end = min(source.count, open + 60)
    while at < end, source[at].isCapital, at - open <= 2 { at += 1 }
    guard at > open + 1, at + 1 < end, source[at] == 0x2F, source[at + 1] == 0x2F else { return false }
    var close = at
    while close < end, source[close] != 0x29 {
      if source[close].isSmall { return false }
      close += 1
    }
    return close < end && hasControl(behindSlashesFrom: at, to: close, in: source)
  }

  /// Whether `(U)`, `(S)` or `(C)` stands before a word.
  private static func isLevel(_ open: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    open + 4 < end && source[open + 1].isOne(of: "U", "S", "C") && source[open + 2] == 0x29
      && source[open + 3] == 0x20 && source[open + 4].isCapital
  }

  private static func hasControl(behindSlashesFrom start: Int, to end: Int, in source: Span<UInt8>) -> Bool {
    var at = start
    while at + 1 < end, source[at] != 0x2F || source[at + 1] != 0x2F { at += 1 }
    while at < end {
      if source[at] == 0x2F, controls.first(at: at + 1, end: end, in: source) != nil { return true }
      at += 1
    }
    return false
  }
}
