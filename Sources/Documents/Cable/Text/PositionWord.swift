import MarkingModel

/// Positions that a post writes as one word: `PolMinCouns`, `EconMinCouns`, `MCPA`. Each post makes its own.
enum PositionWord {
  /// The words that they are made of, cut short.
  private static let parts = [
    "ACTING", "ADMIN", "AMB", "CHIEF", "CONGEN", "CONS", "CON", "COUNSELOR", "COUNS", "COUN", "DEP", "DIR", "DCM",
    "ECON", "EMB", "ENV", "LAB", "LEG", "MGMT", "MGT", "MIL", "MIN", "OFFICER", "OFF", "PAO", "POL", "REF", "REG",
    "REP",
    "SCI", "SEC", "SPEC", "TRADE",
  ]

  /// Whether a word consists of two such words at least, each with a capital: no name is written so.
  static func isCompound(_ word: Range<Int>, _ joined: JoinedText, in source: Span<UInt8>) -> Bool {
    let text = joined.bytes.span
    var at = word.lowerBound
    var count = 0
    while at < word.upperBound {
      if text[at] == 0x2F || text[at] == 0x2D {
        at += 1
        continue
      }
      guard !joined.isSmall(at, in: source),
        let part = parts.first(where: {
          text.hasAnyCase($0, at: at, end: word.upperBound) && ends(at + $0.utf8.count, word, joined, in: source)
        })
      else { return false }
      at += part.utf8.count
      count += 1
    }
    return count >= 2
  }

  /// Whether the next part begins at an offset, or the word ends.
  private static func ends(
    _ at: Int, _ word: Range<Int>, _ joined: JoinedText, in source: Span<UInt8>
  ) -> Bool {
    at == word.upperBound || !joined.isSmall(at, in: source)
  }

  /// Whether a word is an abbreviation that begins as those of ministers, chiefs and deputies do (`MCPA`, `CPAO`). Those
  /// of offices (`EUR`, `NEA`) do not.
  static func isAbbreviation(_ word: Range<Int>, _ joined: JoinedText, in source: Span<UInt8>) -> Bool {
    guard (3...4).contains(word.count) else { return false }
    for i in word where !joined.bytes[i].isLetter || joined.isSmall(i, in: source) { return false }
    let text = joined.bytes.span
    return ["MC", "DP", "DC", "DA", "CP", "PM"].contains {
      text.hasAnyCase($0, at: word.lowerBound, end: word.upperBound)
    }
  }
}
