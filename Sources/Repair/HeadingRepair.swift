import MarkingModel

// Numbers of sections, portion marks and TAGS.
extension Proposer {
  /// The words of a range, which blanks part.
  func words(_ range: ByteRange, _ reading: Reading) -> [ByteRange] {
    var words: [ByteRange] = []
    var start: Int?
    for at in range.start...max(range.start, range.end) {
      let isBlank = at >= range.end || at >= reading.bytes.count || reading.bytes[at] <= 0x20
      if isBlank, let from = start { words.append(ByteRange(from, at)) }
      if isBlank { start = nil } else if start == nil { start = at }
    }
    return words
  }

  private func number(_ range: ByteRange, _ reading: Reading) -> Int? {
    let digits = reading.text(range)
    guard (1...3).contains(digits.count), digits.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }

  private func digits(_ number: Int, width: Int) -> [UInt8]? {
    let text = String(number)
    guard text.utf8.count <= width else { return nil }
    return Array(repeating: 0x30, count: width - text.utf8.count) + Array(text.utf8)
  }

  /// The number after OF in a page heading, where every section that the classification line counts is there, or more
  /// headings and lines agree with it than with the heading.
  func headingTotal(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let expected = document.number(.expectedSections, of: finding.node),
      let written = document.number(.sections, of: finding.node)
    else { return nil }
    let totals = document.nodes.indices.filter { [.page, .classification].contains(document.nodes[$0].name) }
      .compactMap { document.number(.sections, of: $0) }
    let section = document.nodes.indices.compactMap { document.number(.section, of: $0) }.max() ?? 1
    let isWhole = document.number(.sectionsFound, of: 0) == expected && section == expected
    let isUsual = totals.count { $0 == expected } > totals.count { $0 == written }
    guard section <= expected, isWhole || isUsual else { return nil }
    let words = words(finding.range, reading)
    guard let of = words.lastIndex(where: { reading.text($0).elementsEqual("OF".utf8) }), of + 1 < words.count,
      number(words[of + 1], reading) == written, let text = digits(expected, width: words[of + 1].count)
    else { return nil }
    return [TextEdit(words[of + 1], text)]
  }

  /// Both numbers of SECTION nn OF mm in two digits.
  func sectionDigits(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let words = words(finding.range, reading)
    guard let at = words.firstIndex(where: { reading.text($0).elementsEqual("SECTION".utf8) }), at + 3 < words.count,
      reading.text(words[at + 2]).elementsEqual("OF".utf8)
    else { return nil }
    var edits: [TextEdit] = []
    for word in [words[at + 1], words[at + 3]] {
      guard let number = number(word, reading), let text = digits(number, width: 2) else { return nil }
      edits.append(TextEdit(word, text))
    }
    return edits
  }

  /// The portion mark of a paragraph as State writes it: capitals, one slash, one blank before it and none in it.
  func mark(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let mark = document.word(.mark, of: finding.node), mark != "other", !mark.isEmpty,
      let place = document.word(.markPlace, of: finding.node), place == "after" || place == "inside"
    else { return nil }
    let line = reading.line(at: finding.range.start)
    guard let open = reading.bytes[finding.range.start..<line.end].firstIndex(of: 0x28),
      var close = reading.bytes[open..<line.end].firstIndex(of: 0x29)
    else { return nil }
    // ((C))
    var inner = open + 1
    while inner < close, reading.bytes[inner] == 0x28 {
      inner += 1
      close += 1
      guard close < line.end, reading.bytes[close] == 0x29 else { return nil }
    }
    var letters = Self.letters(reading.text(ByteRange(open, close)))
    let wanted = Self.letters(Array(mark.utf8))
    // (C)(NF)
    if letters != wanted, close + 1 < line.end, reading.bytes[close + 1] == 0x28,
      let end = reading.bytes[(close + 1)..<line.end].firstIndex(of: 0x29)
    {
      close = end
      letters = Self.letters(reading.text(ByteRange(open, close)))
    }
    guard letters == wanted, close - open <= 24 else { return nil }
    var start = open
    while start > finding.range.start, reading.bytes[start - 1] == 0x20 { start -= 1 }
    let isAfterNumber = start > line.start && reading.bytes[start - 1] == 0x2E
    let text = Array("(\(mark))".utf8)
    var edits = [TextEdit(ByteRange(open, close + 1), text)]
    if isAfterNumber, open - start != 1 { edits = [TextEdit(ByteRange(start, close + 1), [0x20] + text)] }
    return edits
  }

  private static func letters(_ text: [UInt8]) -> [UInt8] {
    let letters = text.filter { ($0 | 0x20) &- 0x61 < 26 }.map { $0 & 0xDF }
    // NOFORN is abbreviated in a mark.
    let noforn = Array("NOFORN".utf8)
    guard letters.count > 6, letters.suffix(6).elementsEqual(noforn) else { return letters }
    return letters.dropLast(6) + Array("NF".utf8)
  }

  /// TAGS that are written as one, apart; State's code in the place of an ISO code.
  func tag(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    let found = document.nodes[finding.node]
    guard found.excerpt == found.range else { return nil }
    switch document.word(.kind, of: finding.node) {
    case "glued":
      let parts = (document.word(.parts, of: finding.node) ?? "").split { !$0.isLetter && !$0.isNumber }
      guard parts.count > 1, parts.joined().utf8.elementsEqual(reading.text(found.range)) else { return nil }
      return [TextEdit(found.range, Array(parts.joined(separator: ", ").utf8))]
    case "iso":
      return document.word(.suggestion, of: finding.node).map { [TextEdit(found.range, Array($0.utf8))] }
    default: return nil
    }
  }
}
