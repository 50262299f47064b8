/// What the head of a paper or message says of itself in lines with labels: from whom it is, to whom and of which day.
struct PaperHead {
  /// Without addresses in angle brackets: what stands in both a document and its copy is compared.
  private(set) var from = ""
  private(set) var to = ""
  private(set) var day: Int?
  private(set) var isMemorandum = false
  private var labels: Set<String> = []

  /// Whether it has the lines of a message.
  var isMessage: Bool {
    !isMemorandum && ["FROM", "TO", "SUBJECT"].allSatisfy(labels.contains)
      && (labels.contains("SENT") || labels.contains("DATE"))
  }

  /// Heads are no longer than this; further down such lines belong to what is quoted.
  private static let (longest, lines) = (4096, 40)
  private static let longestValue = 120

  /// O(1): of a long text only its beginning is read.
  init(_ text: [UInt8]) {
    let head = String(decoding: text.prefix(Self.longest), as: UTF8.self)
    for line in head.split(whereSeparator: \.isNewline).prefix(Self.lines) { take(line) }
  }

  private mutating func take(_ line: Substring) {
    let line = line.drop { $0.isWhitespace || $0 == "*" }
    for words in ["MEMORANDUM FOR", "MEMORANDUM TO"] where line.uppercased().hasPrefix(words) {
      isMemorandum = true
      note(line.dropFirst(words.count).drop { $0 == ":" }, as: "TO")
      return
    }
    guard let colon = line.firstIndex(of: ":") else {
      if line.uppercased().hasPrefix("MEMORANDUM") { isMemorandum = true }
      return
    }
    let label = line[..<colon].filter { $0 != "*" && !$0.isWhitespace }.uppercased()
    guard ["FROM", "TO", "SENT", "DATE", "SUBJECT"].contains(label) else { return }
    note(line[line.index(after: colon)...].drop { $0 == "*" }, as: label)
  }

  /// The first line with a label counts.
  private mutating func note(_ rest: Substring, as label: String) {
    guard labels.insert(label).inserted else { return }
    let words = rest.prefix { $0 != "<" }.filter { $0 >= " " }.split(separator: " ")
    let value = words.joined(separator: " ")
    switch label {
    case "FROM" where value.count <= Self.longestValue: from = value
    case "TO" where value.count <= Self.longestValue: to = value
    case "SENT", "DATE": day = day ?? Self.day(of: value)
    default: break
    }
  }

  /// `Tue, 12 May 2015 09:14`, `Tuesday, May 12, 2015 9:14 AM`: a month by its name, with a day beside it and a year behind.
  private static func day(of text: String) -> Int? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    guard let place = words.firstIndex(where: { month(of: $0) != nil }), let month = month(of: words[place]) else {
      return nil
    }
    func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
      words.indices.contains(index) && digits.contains(words[index].count) ? Int(words[index]) : nil
    }
    let isBefore = number(place - 1, digits: 1...2) != nil
    guard let day = number(isBefore ? place - 1 : place + 1, digits: 1...2),
      let year = number(isBefore ? place + 1 : place + 2, digits: 4...4), (1...31).contains(day)
    else { return nil }
    return year * 10_000 + month * 100 + day
  }

  private static func month(of word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
