import MarkingModel

/// What a text says of itself beside its markings, where a rule depends on it: whether it is an envelope, whose records it
/// belongs to. Looked for only where something in it makes that matter.
enum Surrounding {
  private static let outsides = PhraseList([
    "OFFICIAL BUSINESS", "PENALTY FOR PRIVATE USE", "RETURN ADDRESS", "DELIVER TO", "SHIP TO", "TO BE OPENED BY",
    "ADDRESSEE ONLY", "ATTN:", "RETURN SERVICE REQUESTED", "REGISTERED MAIL", "CERTIFIED MAIL", "FIRST-CLASS MAIL",
  ])
  /// What belongs to the records of a President: what the Presidential Records Act is about.
  static let presidency = [
    "WHITE HOUSE", "EXECUTIVE OFFICE OF THE PRESIDENT", "PRESIDENTIAL", "NATIONAL SECURITY COUNCIL", "VICE PRESIDENT",
    "WITHDRAWAL SHEET", "WITHDRAWAL/REDACTION SHEET", "OFFICE OF THE PRESIDENT", "OVAL OFFICE",
  ]

  /// Whether a short text is what stands on the outside of an envelope or package: an address with its postal code, and
  /// no text (CUIH p30).
  static func isEnvelope(_ lines: Int, in source: Span<UInt8>) -> Bool {
    guard lines <= 12, source.count <= 1200 else { return false }
    var words = FoldedWords(limit: 1200)
    words.add(ByteRange(0, source.count), in: source)
    let speaks = words.contains(oneOf: outsides)
    return speaks && hasPostalCode(words)
  }

  /// `Washington, DC 20520`, `Arlington VA 22203-1234`.
  private static func hasPostalCode(_ words: FoldedWords) -> Bool {
    let text = words.bytes.span
    var i = 3
    while i < words.count {
      if text[i].isDigit, text[i - 1] == 0x20, text[i - 2].isCapital, text[i - 3].isCapital,
        i == 3 || !text[i - 4].isLetterOrDigit
      {
        let number = text.number(at: i, end: words.count)
        if number.digits == 5 { return true }
        i = number.end
      }
      i += 1
    }
    return false
  }

  /// Whether a text has one of these words anywhere, given in capitals, at the beginning of a word.
  static func speaks(of words: [String], in source: Span<UInt8>) -> Bool {
    for i in source.indices where source[i].isLetter && (i == 0 || !source[i - 1].isLetterOrDigit) {
      for word in words where source[i].capital == word.utf8.first {
        if source.hasAnyCase(word, at: i, end: source.count) { return true }
      }
    }
    return false
  }

  /// Words of a record that was compiled for law enforcement (5 U.S.C. 552(b)(7)).
  static let enforcement = [
    "INVESTIGAT", "LAW ENFORCEMENT", "POLICE", "CRIMINAL", "PROSECUT", "SUBPOENA", "INFORMANT", "SUSPECT", "WITNESS",
    "INSPECTOR GENERAL", "ARREST", "INDICT", "FBI", "FEDERAL BUREAU", "DRUG ENFORCEMENT", "BORDER PROTECTION",
    "MARSHAL",
    "SECRET SERVICE", "ATTORNEY GENERAL", "FRAUD", "OFFENSE", "SHERIFF", "COMPLAINT", "ENFORCEMENT", "VIOLATION",
    "COUNTERTERRORISM", "TERRORIS", "WATCHLIST", "SECURITY CLEARANCE", "CASE NO",
  ]
}
