import MarkingModel

/// A passing instruction: `STATE FOR EAP/MLS`, `DEPT PASS TO USAID`, `FOR AMBASSADOR FROM …` (reference section 3).
struct PassingLine: Sendable {
  /// What it asks, as the contract names it.
  enum Kind: Sendable {
    case forOffice
    case pass, inform, aid, other

    /// As the contract names it.
    var word: Word {
      switch self {
      case .forOffice: .forOffice
      case .pass: .pass
      case .inform: .inform
      case .aid: .aid
      case .other: .other
      }
    }
  }

  var place: Place
  var kind: Kind

  /// The instruction that a line begins, or nil. `strict` takes only those that can be no sentence of the text.
  static func read(_ words: LineWords, strict: Bool, _ ruler: inout Ruler, in source: Span<UInt8>) -> PassingLine? {
    guard words.count >= 2 || words.count == 1 && !strict, words.range.count <= 200,
      let kind = kind(words, strict: strict, in: source)
    else { return nil }
    return PassingLine(place: ruler.place(words.range, on: words.line, in: source), kind: kind)
  }

  private static func kind(_ words: LineWords, strict: Bool, in source: Span<UInt8>) -> Kind? {
    // An instruction is written in capitals, but for what an office's name has small.
    guard source[words[0].start].isCapital else { return nil }
    if words[0].count > 1, source[words[0].start + 1].isSmall { return nil }
    if starts(words[0], with: "AIDAC", in: source) { return .aid }
    if starts(words[0], with: "INFORM", in: source) { return .inform }
    for i in 0..<min(words.count, 6) {
      if starts(words[i], with: "PASS", in: source) || source.equals(words[i], "PASSES") { return .pass }
      if starts(words[i], with: "FOR", in: source) {
        if strict, i > 0, !isOffice(words, before: i, in: source) { return nil }
        return .forOffice
      }
      // Offices before FOR and PASS are names in capitals; a number or a sentence's punctuation ends them.
      guard source[words[i].start].isCapital, source[words[i].end - 1] != 0x2E || words[i].count <= 5 else { break }
    }
    return nil
  }

  /// `FOR`, `FOR:`, `PASS,`.
  private static func starts(_ word: ByteRange, with name: String, in source: Span<UInt8>) -> Bool {
    guard source.has(name, at: word.start, end: word.end) else { return false }
    let rest = word.count - name.utf8.count
    return rest == 0 || rest == 1 && !source[word.end - 1].isLetterOrDigit
      || source[word.start + name.utf8.count] == 0x2F
  }

  /// Whether the words before FOR can be an office: `STATE`, `WHITE HOUSE`, `DEA HQS`, at most four of them.
  private static func isOffice(_ words: LineWords, before index: Int, in source: Span<UInt8>) -> Bool {
    guard index <= 4 else { return false }
    for i in 0..<index {
      for offset in words[i].start..<words[i].end {
        let byte = source[offset]
        guard byte.isCapital || byte.isDigit || byte.isOne(of: "/", ".", "-", "&") else { return false }
      }
    }
    return true
  }
}
