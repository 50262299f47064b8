import MarkingGrammar
import MarkingModel

/// The offices of another country at the head of a paper whose level the United States have, too: `SECRET`. A line of the
/// letterhead begins with one; who is written to, and what about, stands behind a label.
enum NationalLetterhead {
  private static let kingdom = PhraseList([
    "FOREIGN AND COMMONWEALTH OFFICE", "FOREIGN, COMMONWEALTH AND DEVELOPMENT OFFICE",
    "FOREIGN, COMMONWEALTH & DEVELOPMENT OFFICE", "FOREIGN & COMMONWEALTH OFFICE", "MINISTRY OF DEFENCE",
    "CABINET OFFICE",
    "HOME OFFICE", "10 DOWNING STREET", "BRITISH EMBASSY", "BRITISH HIGH COMMISSION",
  ])
  private static let newZealand = PhraseList([
    "NEW ZEALAND MINISTRY", "NEW ZEALAND DEFENCE", "NEW ZEALAND EMBASSY", "NEW ZEALAND HIGH COMMISSION",
    "NEW ZEALAND POLICE", "NEW ZEALAND CUSTOMS", "NEW ZEALAND TREASURY", "GOVERNMENT OF NEW ZEALAND",
  ])
  /// Offices of Canada, whose markings are none of those that are known here (`PROTECTED B`, `SECRET`).
  private static let canada = PhraseList([
    "GOVERNMENT OF CANADA", "GOUVERNEMENT DU CANADA", "DEPARTMENT OF NATIONAL DEFENCE", "NATIONAL DEFENCE HEADQUARTERS",
    "CANADIAN ARMED FORCES", "GLOBAL AFFAIRS CANADA", "PRIVY COUNCIL OFFICE", "PUBLIC SAFETY CANADA",
    "CANADIAN SECURITY INTELLIGENCE SERVICE", "COMMUNICATIONS SECURITY ESTABLISHMENT", "ROYAL CANADIAN MOUNTED POLICE",
    "CANADA BORDER SERVICES AGENCY", "EMBASSY OF CANADA", "HIGH COMMISSION OF CANADA",
  ])
  /// How the line of a letterhead ends that says where the office is.
  private static let seats: [(words: String, scheme: NationalMarking.Scheme)] = [
    (", NEW ZEALAND", .nz), (", AUSTRALIA", .au), ("CANBERRA ACT", .au), (", UNITED KINGDOM", .uk),
  ]
  /// What names an office of a government in the line of a letterhead.
  private static let offices = PhraseList(["MINISTRY", "DEPARTMENT", "OFFICE", "CABINET", "TREASURY", "DIRECTORATE"])
  /// What says that an office of the United States stands in that country.
  private static let american = PhraseList([
    "UNITED STATES", "U.S.", "US EMBASSY", "AMERICAN", "EMBASSY", "CONSULATE", "USDAO", "USUN", "DEPARTMENT OF STATE",
  ])
  /// How many lines that are not blank are looked at, the marking one of them.
  private static let lines = 5

  /// The country whose office it is; nil where none is named. Time: a few lines.
  static func scheme(in source: Span<UInt8>) -> NationalMarking.Scheme? {
    var hasOffice = false
    var seat: NationalMarking.Scheme?
    for line in source.letterhead(lines) {
      if kingdom.begin(line, in: source) { return .uk }
      if newZealand.begin(line, in: source) { return .nz }
      hasOffice = hasOffice || offices.begin(line, in: source)
      if hasOffice, line.count <= 48 { seat = seat ?? seats.first { source.ends(line, with: $0.words) }?.scheme }
    }
    // `Embassy of the United States`, `Canberra, Australia`
    guard seat != nil, !american.isInAnyCase(source.letterhead(lines), in: source) else { return nil }
    return seat
  }

  /// Whether it is an office of Canada.
  static func isCanadian(in source: Span<UInt8>) -> Bool {
    source.letterhead(lines).contains { canada.begin($0, in: source) }
  }
}

extension PhraseList {
  /// Whether a line begins with one of them.
  fileprivate func begin(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    firstAnyCase(at: line.start, end: line.end, in: source) != nil
  }

  /// Whether one of them stands in one of the lines.
  fileprivate func isInAnyCase(_ lines: [ByteRange], in source: Span<UInt8>) -> Bool {
    lines.contains { line in
      (line.start..<line.end).contains { at in
        source[at].isLetter && (at == line.start || !source[at - 1].isLetterOrDigit)
          && firstAnyCase(at: at, end: line.end, in: source) != nil
      }
    }
  }
}

extension Span where Element == UInt8 {
  /// The first lines that are not blank, of each no more than 160 bytes.
  fileprivate func letterhead(_ count: Int) -> [ByteRange] {
    var lines: [ByteRange] = []
    var at = 0
    while at < self.count, lines.count < count {
      var end = at
      while end < self.count, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
      let line = trimmed(ByteRange(at, end))
      if !line.isEmpty { lines.append(ByteRange(line.start, Swift.min(line.end, line.start + 160))) }
      at = nextLine(after: end)
    }
    return lines
  }

  /// Whether a range ends with words, given in capitals.
  fileprivate func ends(_ range: ByteRange, with words: String) -> Bool {
    let start = range.end - words.utf8.count
    return start >= range.start && hasAnyCase(words, at: start, end: range.end)
  }
}
