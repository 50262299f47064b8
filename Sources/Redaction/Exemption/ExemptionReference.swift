/// What may stand behind the code of an exemption.
enum ExemptionReference {
  /// The privileges of (b)(5), as indexes name them.
  static let privileges: Set<String> = [
    "DPP", "AC", "AWP", "PCP", "deliberative process", "attorney-client", "attorney work product",
    "presidential communications",
  ]

  /// Categories of E.O. 13526: `1.4(d)`, `1.4(b),(d)`, `3.3(b)(1)`, `25X1`.
  static func isCategory(_ text: String) -> Bool {
    if text.hasPrefix("25X") { return text.utf8.count == 4 && "123456789".contains(text.last ?? "0") }
    if text.hasPrefix("3.3(b)(") {
      return text.utf8.count == 9 && text.hasSuffix(")")
        && text.dropFirst(7).first.map { "123456789".contains($0) } == true
    }
    guard text.hasPrefix("1.4") else { return false }
    let letters = text.dropFirst(3).filter { $0 != " " }.split(separator: ",")
    return (1...8).contains(letters.count)
      && letters.allSatisfy {
        $0.count == 3 && $0.first == "(" && $0.last == ")" && "abcdefgh".contains($0.dropFirst().first ?? "z")
      }
  }

  /// `50 U.S.C. 3024(i)`, `8 U.S.C. § 1202(f)`, `26 U.S.C. 6103(a)(1)`: a title, the code and a section of few characters.
  static func isStatute(_ text: String) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).filter { $0 != "\u{A7}" }
    guard words.count == 3, words[1] == "U.S.C.", (1...2).contains(words[0].utf8.count),
      words[0].utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return false }
    // A number of four digits, letters and parentheses: no room for a number of a person.
    let section = words[2].utf8
    return (1...14).contains(section.count) && section.prefix { $0 &- 0x30 < 10 }.count <= 5
      && (section.first.map { $0 &- 0x30 < 10 } ?? false)
      && section.drop { $0 &- 0x30 < 10 }.allSatisfy {
        $0 == 0x28 || $0 == 0x29 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x31 < 9
      }
      && section.drop { $0 &- 0x30 < 10 }.count { $0 &- 0x30 < 10 } <= 3
  }
}
