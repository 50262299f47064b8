package import MarkingModel

/// A control that is no classification.
package enum Control: String, Sendable, Hashable, CaseIterable {
  case none
  case sbu = "SBU"
  case fouo = "FOUO"
  case cui = "CUI"
  case lou = "LOU"

  /// As the contract names it.
  package var word: Word {
    switch self {
    case .none: .nothing
    case .sbu: .sbu
    case .fouo: .fouo
    case .cui: .cui
    case .lou: .lou
    }
  }
}

/// A word, or a few, for a level or a control.
package struct LevelWord: Sendable, Hashable {
  package var word: String
  /// `none` for a control, and for RESTRICTED, which is no level any more.
  package var level: Level
  package var control: Control
  /// Whether it may be the designation of a telegram (5 FAH-2 H-222; LIMITED OFFICIAL USE before October 1995).
  package var isDesignation: Bool
  /// Whether its letters are customarily spaced out on a classification line.
  package var isCustomarilySpaced: Bool
  package var period: Period
}

/// The words for levels and controls (`levels.tsv`).
package struct LevelTable: Sendable {
  /// Longer words first, so that the first that fits is the longest.
  package private(set) var rows: [LevelWord] = []
  /// The letters of the word of each row, blanks left out.
  private var letters: [[UInt8]] = []
  /// The first two of them: most lines begin with none. 0 where there is no second one.
  private var beginnings: [(first: UInt8, second: UInt8)] = []

  /// A level word that was found.
  package struct Match: Sendable, Hashable {
    package var word: LevelWord
    /// The offset after its last letter.
    package var end: Int
    /// Whether its letters are spaced out.
    package var isSpaced: Bool
    /// Whether only a repair made it the word (CONFIDENTAL).
    package var isRepaired: Bool
  }

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader(
      "levels.tsv", columns: ["word", "level", "control", "telegram", "spaced", "from", "to", "source"], bytes: bytes)
    while try table.advance() {
      let word = table.text(0)
      rows.append(
        LevelWord(
          word: word, level: table.text(1).isEmpty ? .none : try table.word(1),
          control: table.text(2).isEmpty ? .none : try table.word(2), isDesignation: try table.flag(3),
          isCustomarilySpaced: try table.flag(4), period: Period(from: try table.day(5), to: try table.day(6))))
    }
    rows.sort { (Self.letters($1).count, $0.word) < (Self.letters($0).count, $1.word) }
    letters = rows.map(Self.letters)
    beginnings = letters.map { ($0.first ?? 0, $0.dropFirst().first ?? 0) }
  }

  private static func letters(_ row: LevelWord) -> [UInt8] { row.word.utf8.filter { $0 != 0x20 } }

  /// The longest level word that begins at `at`, its letters close together or spaced out (up to four blanks between
  /// two). It ends at the end of a word: SECRETARY is none. With `repairing`, also one that a slip of the copy has
  /// damaged: one letter wrong, missing or too many in six or more, two in twelve or more.
  package func longest(in bytes: Span<UInt8>, at: Int, end: Int, repairing: Bool = false) -> Match? {
    guard at < end else { return nil }
    let first = bytes[at].capital
    let next = at + 1 < end ? bytes[at + 1].capital : 0x20
    // The second letter follows at once, or a blank of any kind.
    let isGap = next &- 0x21 >= 0x5E
    for index in beginnings.indices where beginnings[index].first == first {
      guard isGap || beginnings[index].second == next || beginnings[index].second == 0 else { continue }
      if let found = bytes.spacedWord(letters[index], at: at, end: end) {
        return Match(word: rows[index], end: found.end, isSpaced: found.isSpaced, isRepaired: false)
      }
    }
    guard repairing else { return nil }
    for index in rows.indices where letters[index].count >= 6 {
      let slips = letters[index].count >= 12 ? 2 : 1
      if let found = bytes.damagedWord(letters[index], at: at, end: end, slips: slips) {
        return Match(word: rows[index], end: found.end, isSpaced: found.isSpaced, isRepaired: true)
      }
    }
    return nil
  }
}
