import TestSupport

/// Texts for measuring detectors: fictional correspondence of about five kilobytes, with a few numbers, dates and names in
/// each, made from a seed.
struct FictionalRecords {
  private var numbers: Dice

  init(seed: UInt64) { numbers = Dice(seed: seed) }

  private mutating func next(_ bound: Int) -> Int { numbers.next(bound) }

  private static let words = [
    "the", "harbor", "master", "wrote", "that", "ice", "left", "basin", "early", "this", "year", "and", "every",
    "captain", "may", "read", "depth", "of", "each", "berth", "in", "a", "book", "at", "customs", "house", "ministry",
    "office", "said", "applicants", "should", "before", "noon", "port", "who", "had", "not", "been", "told", "when",
  ]

  /// Words for data, without any beside them.
  private static let labels = ["number", "account", "passport", "visa", "call", "address", "card", "born"]

  private mutating func digits(_ count: Int) -> String {
    (0..<count).map { _ in String(next(10)) }.joined()
  }

  private mutating func value() -> String {
    switch next(12) {
    case 0: "(SSN 514-\(digits(2))-\(digits(4)))"
    case 1: "by phone at 202-555-\(digits(4))"
    case 2: "to ana.lopez\(digits(2))@harbor.example.org"
    case 3: "on \(1 + next(28)) May 19\(digits(2))"
    case 4: "(ref: 09 PHNOM PENH \(digits(3)))"
    case 5: "under 22 U.S.C. \(digits(4))"
    case 6: "for $\(digits(3)),\(digits(3))"
    case 7: "from 203.0.113.\(1 + next(250))"
    case 8: "of 14\(digits(4))Z DEC 09"
    case 9: "at \(digits(4)) North Alder Street, Riverton"
    case 10: "in 20\(digits(2))"
    default: "\(digits(2)) percent"
    }
  }

  /// A text of about `size` bytes; `spacing` words lie between two values.
  mutating func record(size: Int = 5_000, spacing: Int = 30) -> [UInt8] {
    var text = "MEMORANDUM FOR THE RECORD\n\nSUBJECT: Harbor depth\n\n1. "
    var column = 3
    var number = 1
    while text.utf8.count < size {
      for _ in 0..<(spacing + next(5)) {
        var word = next(50) == 0 ? Self.labels[next(Self.labels.count)] : Self.words[next(Self.words.count)]
        if next(9) == 0 { word = word.capitalized }
        text += word + (column > 62 ? "\n" : " ")
        column = column > 62 ? 0 : column + word.utf8.count + 1
      }
      text += value() + " "
      column += 20
      if next(4) == 0 {
        number += 1
        text += ".\n\n\(number). "
        column = 3
      }
    }
    return Array(text.utf8)
  }
}

extension String {
  /// With its first letter as a capital.
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
