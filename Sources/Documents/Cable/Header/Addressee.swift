import MarkingGrammar
import MarkingModel

/// One addressee of format lines 7 to 9: `RUEHC/SECSTATE WASHDC IMMEDIATE 1444` (5 FAH-2 H-233, H-321.7 to .9).
struct Addressee: Sendable, BitwiseCopyable {
  enum Role: Sendable {
    case action, info, exempt

    var formatLine: Int {
      switch self {
      case .action: 7
      case .info: 8
      case .exempt: 9
      }
    }

    /// As the contract names it.
    var word: Word {
      switch self {
      case .action: .action
      case .info: .info
      case .exempt: .exempt
      }
    }
  }

  enum State: Sendable {
    case yes, no, unknown

    /// As the contract names it.
    var word: Word {
      switch self {
      case .yes: .yes
      case .no: .no
      case .unknown: .unknown
      }
    }
  }

  var role: Role
  var indicator: RoutingIndicator?
  /// The row of the word of precedence in the vocabulary; -1 where none stands.
  var precedence = -1
  /// Whether NIACT stands in it.
  var isNight = false
  /// 1 where no word of precedence stands; 0 for exempted ones.
  var rank: Int
  /// The message continuity number.
  var mcn: Int?
  var state: State

  /// The words of precedence, canonical; empty where none stands.
  func precedence(_ vocabulary: borrowing Vocabulary) -> String {
    if isNight { return "NIACT IMMEDIATE" }
    return precedence >= 0 ? vocabulary.precedences.rows[precedence].word : ""
  }

  /// The addressee that the words from `first` on are.
  static func read(
    _ words: LineWords, from first: Int, role: Role, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> (place: Place, addressee: Addressee)? {
    guard first < words.count else { return nil }
    let place = ruler.place(words.range(from: first), on: words.line, in: source)
    var addressee = Addressee(role: role, rank: role == .exempt ? 0 : 1, state: .unknown)
    var name = words[first]
    if let slash = indicatorEnd(words[first], place.range.end, in: source, vocabulary) {
      let indicator = ByteRange(words[first].start, slash)
      addressee.indicator = RoutingIndicator(
        place: ruler.place(indicator, on: words.line, in: source),
        wellFormed: RoutingIndicator.isWellFormed(indicator, in: source),
        mayBeShown: RoutingIndicator.isLike(indicator, in: source))
      name.start = slash + 1
    }
    let last = addressee.readEnd(words, from: first, in: source, vocabulary)
    name.end = max(name.start, words[last].end)
    // SMART turns the name round: `WASHDC, SECSTATE`.
    if addressee.indicator == nil, let comma = (name.start..<name.end).first(where: { source[$0] == 0x2C }) {
      let office = source.skipBlanks(comma + 1, name.end)
      if vocabulary.posts.office(in: source, at: office, end: name.end) != nil { name.start = office }
    }
    addressee.state = state(addressee.indicator?.place.range, name, in: source, vocabulary)
    return (place, addressee)
  }

  /// Reads precedence and continuity number from the end of the line; the index of the last word of the name.
  private mutating func readEnd(
    _ words: LineWords, from first: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int {
    var last = words.count - 1
    if last > first, source.areDigits(words[last]), words[last].count <= 6 {
      mcn = source.number(at: words[last].start, end: words[last].end).value
      last -= 1
    }
    while last > first, Self.mayBePrecedence(words[last], in: source),
      let row = vocabulary.precedences.row(source, words[last].start, words[last].end)
    {
      if source.equals(words[last], "NIACT") { isNight = true }
      if role != .exempt, vocabulary.precedences.rows[row].rank >= rank {
        rank = vocabulary.precedences.rows[row].rank
        precedence = row
      }
      last -= 1
    }
    return last
  }

  /// Whether a word has a first letter and a length of FLASH, IMMEDIATE, NIACT, PRIORITY or ROUTINE.
  @inline(__always)
  private static func mayBePrecedence(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    (5...9).contains(word.count) && source[word.start].capital.isOne(of: "F", "I", "N", "P", "R")
  }

  /// Where the indicator before a slash ends, where the word begins with one, or with capitals in its place before the
  /// word for an office or the name of an agency (`RU/AMEMBASSY NAIROBI`, `RU/CIA WASHDC`).
  private static func indicatorEnd(
    _ word: ByteRange, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int? {
    var slash = word.start
    while slash < word.end, source[slash] != 0x2F { slash += 1 }
    guard slash < word.end else { return nil }
    let written = ByteRange(word.start, slash)
    if RoutingIndicator.isLike(written, in: source) { return slash }
    guard (1...10).contains(written.count), source.areCapitals(written) else { return nil }
    let isOffice =
      vocabulary.posts.office(in: source, at: slash + 1, end: end) != nil
      || source[written.start].capital == 0x52 && vocabulary.agencies.isAgency(in: source, at: slash + 1, end: end)
    return isOffice ? slash : nil
  }

  /// Whether the State Department is addressed: by the indicator where there is one, else by the name.
  private static func state(
    _ indicator: ByteRange?, _ name: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> State {
    if let indicator, source.has("RUEH", at: indicator.start, end: indicator.end) { return .yes }
    if vocabulary.posts.office(in: source, at: name.start, end: name.end) != nil { return .yes }
    if vocabulary.posts.isKnown(address: source, name.start, name.end) { return .yes }
    if vocabulary.agencies.isAgency(in: source, at: name.start, end: name.end) { return .no }
    return .unknown
  }
}
