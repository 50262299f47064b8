import TestSupport

/// Cables for measuring: whole telegrams with a header, a heading and numbered paragraphs of fictional text, each a
/// little different, made from a seed so that every run measures the same bytes.
struct FictionalCables {
  private var numbers: Dice

  init(seed: UInt64) { numbers = Dice(seed: seed) }

  private mutating func next(_ bound: Int) -> Int { numbers.next(bound) }

  private static let words = [
    "the", "harbor", "master", "wrote", "that", "ice", "left", "basin", "early", "this", "year", "and", "every",
    "captain", "may", "read", "depth", "of", "each", "berth", "in", "a", "book", "at", "customs", "house", "ministry",
    "asked", "for", "copy", "by", "Friday", "delegation", "will", "call", "on", "him", "next", "week", "to", "hear",
    "how", "talks", "about", "fishing", "rights", "went", "(per", "treaty)", "embassy", "thinks",
  ]

  /// A telegram of about `size` bytes; a faulty one has one thing that a rule reports.
  mutating func cable(size: Int = 5500, isFaulty: Bool = false) -> String {
    let text = soundCable(size: size)
    if !isFaulty { return text }
    let (old, new) = Self.faults[next(Self.faults.count)]
    guard let place = text.firstRange(of: old) else { return text }
    return text[..<place.lowerBound] + new + text[place.upperBound...]
  }

  private static let faults = [
    ("SIPDIS\n", "SIPDIS\nSIPDIS\n"), ("(SBU) SUMMARY", "(S) SUMMARY"), ("ZNR UUUUU", "ZNR CCCCC"),
    ("TAGS: PREL", "TAGS: QQQQ PREL"),
  ]

  private mutating func soundCable(size: Int) -> String {
    let serial = 1 + next(9999)
    let number = String(repeating: "0", count: 4 - String(serial).count) + String(serial)
    var text = """
      VZCZCXRO\(number)
      PP RUEHC RUEHRA RUEHVL
      DE RUEHTL #\(number) 0711015
      ZNR UUUUU ZZH
      P 121015Z MAR 09
      FM AMEMBASSY TALLINN
      TO RUEHC/SECSTATE WASHDC PRIORITY 2345
      INFO RUEHRA/AMEMBASSY RIGA PRIORITY 0042
      RUEHVL/AMEMBASSY VILNIUS PRIORITY 0043
      BT
      UNCLAS TALLINN 00\(number)

      SENSITIVE
      SIPDIS

      STATE FOR EUR/NB

      E.O. 12958: N/A
      TAGS: PREL EWWT EN
      SUBJECT: HARBOR TALKS OPEN WITH A WALK ALONG THE QUAY

      REF: A. STATE 12345
      B. TALLINN 98

      1. (SBU) SUMMARY: The talks of Ref A and Ref B went well. END SUMMARY.

      """
    var paragraph = 1
    while text.utf8.count < size {
      // Numbers have two digits at most: in a long text lists begin again, whose items are paragraphs as well.
      paragraph = paragraph % 99 + 1
      text += "\n" + self.paragraph(number: paragraph)
    }
    return text + "ALDER\nBT\n#\(number)\nNNNN\n"
  }

  /// A telegram of very many short paragraphs, which begin anew after the 99th.
  static func long(paragraphs: Int) -> String {
    var generator = FictionalCables(seed: 6)
    var parts = generator.cable(size: 0).split(separator: "\nALDER", maxSplits: 1).map(String.init)
    for number in 1..<paragraphs { parts[0] += "\n\n\((number - 1) % 99 + 1). (SBU) The talks went well." }
    return parts.joined(separator: "\n\nALDER")
  }

  /// A numbered paragraph of some lines of at most 60 characters.
  private mutating func paragraph(number: Int) -> String {
    var text = "\(number). (\(next(4) == 0 ? "U" : "SBU"))"
    var column = text.utf8.count
    for _ in 0..<(60 + next(60)) {
      let word = Self.words[next(Self.words.count)]
      if column + word.utf8.count + 1 > 60 {
        text += "\n" + word
        column = word.utf8.count
      } else {
        text += " " + word
        column += word.utf8.count + 1
      }
    }
    return text + ".\n"
  }
}
