/// Letters that are written as two where a machine has none of them: Mueller for Müller, Aase for Åse. Telegrams and
/// passports (ICAO Doc 9303) write them so; folding makes Muller of Müller.
enum Transliteration {
  private static let letters: [Character: String] = [
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe", "ñ": "nn", "þ": "th",
    "ð": "dh",
  ]

  /// The text with two letters for each of these; nil where it has none.
  static func of(_ text: String) -> String? {
    var written = ""
    var isChanged = false
    for character in text {
      if let pair = character.lowercased().first.flatMap({ letters[$0] }) {
        written += pair
        isChanged = true
      } else {
        written.append(character)
      }
    }
    return isChanged ? written : nil
  }
}
