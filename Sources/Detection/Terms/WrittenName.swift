/// A spelling of a list of terms taken apart: the name of a person, and what is written beside it.
struct WrittenName {
  /// Without what stands beside it.
  private(set) var name: String
  /// The words in parentheses or quotes: further given names. `Eva Quill (Evie)`, `Ida "Iddy" Quorn`.
  private(set) var nicknames: [String] = []
  /// What stands in angle brackets or has an `@`: `Ann Quimby <ann@agency.example>`.
  private(set) var addresses: [String] = []
  /// The name with a surname that was another: `Ann Quimby (née Lopez)`.
  private(set) var former: [String] = []

  init(_ spelling: String) {
    let (rest, asides) = Self.apart(spelling)
    var words = rest.split(separator: " ").map(String.init)
    addresses = words.filter { $0.contains("@") }.map { $0.trimming { $0 == "," } }
    words.removeAll { $0.contains("@") }
    name = words.joined(separator: " ").trimming { $0 == "," || $0 == " " }
    for aside in asides {
      if aside.opening == "<" || aside.text.contains("@") {
        addresses.append(aside.text)
      } else if !name.contains(where: \.isLetter) {
        // `"Quimby, Ann" <ann@agency.example>`
        name = aside.text
      } else {
        let words = aside.text.split { $0 == " " || $0 == "," }.map(String.init)
        if words.count > 1, Self.saysFormer.contains(words[0].lowercased()) {
          former.append(self.name(by: words.dropFirst().joined(separator: " ")))
        } else {
          nicknames += words
        }
      }
    }
  }

  /// Whether it may be a person's name: two words or more, of letters. Not what has a number or other signs in it, nor what
  /// `of` or an article says to be a place or an office.
  var readsLikeOne: Bool {
    let words = name.split { $0 == " " || $0 == "," }
    guard let first = words.first, words.count + nicknames.count + addresses.count > 1,
      words.allSatisfy({ $0.contains(where: \.isLetter) && $0.allSatisfy { $0.isLetter || "-.'’‘`·".contains($0) } }),
      first.lowercased() != "the", !words.contains(where: { $0.lowercased() == "of" })
    else { return false }
    // Of initials alone, any letter would be the surname.
    let surname = name.contains(",") ? first : words[words.count - 1]
    return surname.count { $0.isLetter } > 1 || !surname.utf8.allSatisfy { $0 < 0x80 }
  }

  private static let saysFormer: Set<String> = ["née", "nee", "né", "born", "formerly"]

  /// The same given names with another surname.
  private func name(by surname: String) -> String {
    if let comma = name.firstIndex(of: ",") { return surname + name[comma...] }
    return (name.split(separator: " ").dropLast().map(String.init) + [surname]).joined(separator: " ")
  }

  private static let closings: [Character: Character] = [
    "(": ")", "[": "]", "<": ">", "\"": "\"", "“": "”", "„": "“", "«": "»", "'": "'", "‘": "’",
  ]

  /// The text without what stands in signs that open and close, and that. An apostrophe within a word opens nothing.
  private static func apart(_ spelling: String) -> (rest: String, asides: [(opening: Character, text: String)]) {
    var rest = ""
    var asides: [(opening: Character, text: String)] = []
    var at = spelling.startIndex
    while at < spelling.endIndex {
      let opening = spelling[at]
      let next = spelling.index(after: at)
      guard let closing = closings[opening], rest.last.map({ !$0.isLetter }) ?? true,
        let end = spelling[next...].firstIndex(where: { $0 == closing || opening == "„" && $0 == "”" })
      else {
        rest.append(opening)
        at = next
        continue
      }
      let text = String(spelling[next..<end]).trimmed
      if !text.isEmpty { asides.append((opening, text)) }
      rest.append(" ")
      at = spelling.index(after: end)
    }
    return (rest, asides)
  }
}

extension String {
  /// Without characters of a kind at either end.
  fileprivate func trimming(_ isLeftOut: (Character) -> Bool) -> String {
    var text = drop(while: isLeftOut)
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return String(text)
  }
}
