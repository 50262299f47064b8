import MarkingGrammar
import MarkingModel

/// Tells a paper of the United States that bears a word of another country in the place of its level: `PROTECTED`,
/// `SECRET SENSITIVE`. Looked for only below such a word. Time: linear.
enum AmericanSigns {
  /// The controls that no other country marks a portion with.
  private static let controls = PhraseList([
    "NF", "NOFORN", "REL TO USA", "FOUO", "OC", "ORCON", "RELIDO", "PROPIN", "FGI", "RD", "FRD",
  ])

  /// Whether a portion has an American mark (`(S//NF)`), a line begins with a label of the classification authority
  /// block, or a marking at the head has an American control (`RESTRICTED//NOFORN`).
  static func show(in source: Span<UInt8>) -> Bool {
    var at = 0
    while at < source.count {
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D {
        if source[end] == 0x28, isMark(end, in: source) { return true }
        end += 1
      }
      let start = source.skipBlanks(at, end)
      if let (label, next) = BlockLabel.read(start, end, in: source), label.isAuthority, label != .reason,
        (start..<next).contains(where: { source[$0] == 0x3A })
      {
        return true
      }
      if at < 200, hasControl(behindSlashesFrom: start, to: min(end, start + 80), in: source) { return true }
      at = end + 1
    }
    return false
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
