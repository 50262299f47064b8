import Documents
package import MarkingModel

/// What stands in the place of something withheld: `[(b)(6)]`, `[(b)(1) 1.4(d), 9 lines withheld]`, `[withheld]`.
///
/// Its length says nothing of what was there: amounts are lines, or words in tens.
package struct WithheldLabel: Sendable, Hashable {
  package var exemptions: [Exemption]
  /// "9 lines withheld", "person 2"; empty for none.
  package var detail = ""

  package init(exemptions: [Exemption], detail: String = "") {
    self.exemptions = exemptions.inOrder
    self.detail = detail
  }

  package var text: String {
    let code = exemptions.isEmpty ? "withheld" : exemptions.text
    return detail.isEmpty ? "[\(code)]" : "[\(code), \(detail)]"
  }

  /// The amount of a withheld stretch in the words of the label.
  package static func amount(_ style: LabelStyle.Amount, of pieces: [ByteRange], in source: Span<UInt8>) -> String {
    switch style {
    case .none: return ""
    case .lines:
      let lines = pieces.reduce(0) { $0 + self.lines(of: $1, in: source) }
      return "\(lines.counted("line")) withheld"
    case .words:
      let words = pieces.reduce(0) { $0 + self.words(of: $1, in: source) }
      return words < 10 ? "under 10 words withheld" : "about \((words + 5) / 10 * 10) words withheld"
    }
  }

  /// What the slip says that stands for a page.
  static func slip(page: Int) -> String { "page \(page) withheld in full" }

  /// Lines as they would be printed: a copy that is not wrapped has paragraphs of one line each.
  private static func lines(of piece: ByteRange, in source: Span<UInt8>) -> Int {
    var lines = 0
    var width = 0
    func full() { lines += max(1, (width + printedWidth - 1) / printedWidth) }
    for i in piece.start..<piece.end {
      if source[i] == 0x0A || source[i] == 0x0D {
        if width > 0 { full() }
        width = 0
      } else if source[i] & 0xC0 != 0x80 {
        width += 1
      }
    }
    if width > 0 || lines == 0 { full() }
    return lines
  }

  /// A line of a telegram has up to 69 characters (5 FAH-1 H-246.1b, Commerce).
  private static let printedWidth = 70

  private static func words(of piece: ByteRange, in source: Span<UInt8>) -> Int {
    var words = 0
    var isInWord = false
    for i in piece.start..<piece.end {
      let isBlank = source[i] <= 0x20
      if !isBlank, !isInWord { words += 1 }
      isInWord = !isBlank
    }
    return words
  }
}

extension WithheldLabel {
  /// Whether a line is a label, or several beside each other, and nothing else.
  static func isAll(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    var at = line.start
    while at < line.end, let label = read(at, in: source) { at = source.skipBlanks(label.end, line.end) }
    return at > line.start && at >= line.end
  }

  /// The label that begins at `at`, and where it ends: a copy is told by its labels what it lacks already.
  package static func read(_ at: Int, in source: Span<UInt8>) -> (label: WithheldLabel, end: Int)? {
    guard at < source.count, source[at] == UInt8(ascii: "[") else { return nil }
    let limit = min(source.count, at + 400)
    var close = at + 1
    while close < limit, source[close] != UInt8(ascii: "]"), source[close] != UInt8(ascii: "["), source[close] >= 0x20 {
      close += 1
    }
    guard close < limit, source[close] == UInt8(ascii: "]") else { return nil }
    var bytes: [UInt8] = []
    for i in (at + 1)..<close { bytes.append(source[i]) }
    guard let label = WithheldLabel(inside: String(decoding: bytes, as: UTF8.self)) else { return nil }
    return (label, close + 1)
  }

  private init?(inside text: String) {
    // The detail never holds a comma; a statute may.
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let last = parts.count > 1 ? String(parts[parts.count - 1].drop { $0 == " " }) : ""
    let hasDetail = Self.isDetail(last)
    if parts.count > 1, !hasDetail, parts[0] == "withheld" { return nil }
    let code = hasDetail ? parts.dropLast().joined(separator: ",") : text
    if code == "withheld" {
      self.init(exemptions: [], detail: hasDetail ? last : "")
      return
    }
    var exemptions: [Exemption] = []
    for part in code.split(separator: ";") {
      guard let exemption = try? Exemption(String(part.drop { $0 == " " })) else { return nil }
      exemptions.append(exemption)
    }
    guard !exemptions.isEmpty else { return nil }
    self.init(exemptions: exemptions, detail: hasDetail ? last : "")
  }

  private static func isDetail(_ text: String) -> Bool {
    let words = text.split(separator: " ").map(String.init)
    switch words.count {
    case 2:
      return Pseudonyms.isName(words[0]) && isCount(words[1]) || words[0] == "key" && isKey(words[1])
    case 5: return isCount(words[1]) && text == slip(page: Int(words[1]) ?? 0)
    case 3: return isCount(words[0]) && (words[1] == "lines" || words[1] == "line") && words[2] == "withheld"
    case 4:
      return ["under", "about"].contains(words[0]) && isCount(words[1]) && words[2] == "words"
        && words[3] == "withheld"
    default: return false
    }
  }

  /// A number too short to be anybody's.
  private static func isCount(_ word: String) -> Bool {
    (1...6).contains(word.utf8.count) && word.utf8.allSatisfy { $0 &- 0x30 < 10 } && !word.hasPrefix("0")
  }

  /// The beginning of a keyed digest. Digits alone might be a number of somebody's.
  private static func isKey(_ word: String) -> Bool {
    word.utf8.count == keyLength && word.allSatisfy(\.isHexDigit) && word.contains(where: \.isLetter)
  }

  /// How much of a keyed digest a label shows.
  static let keyLength = 12

  /// Every label in a text, in order.
  package static func all(in source: Span<UInt8>) -> [(label: WithheldLabel, range: ByteRange)] {
    var found: [(label: WithheldLabel, range: ByteRange)] = []
    let sign = UInt8(ascii: "[")
    var i = source.place(of: sign, or: sign, from: 0)
    while i < source.count {
      var next = i + 1
      if let (label, end) = read(i, in: source) {
        found.append((label, ByteRange(i, end)))
        next = end
      }
      i = source.place(of: sign, or: sign, from: next)
    }
    return found
  }
}
