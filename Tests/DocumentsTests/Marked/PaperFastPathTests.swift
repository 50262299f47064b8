import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@testable import Documents

/// What looks at many bytes or phrases together, held against what looks at them one by one.
@Suite struct PaperFastPathTests {
  private static let words = [
    "THE INFORMATION", "INFORMATION", "E.O.", "1.4", "U.S.C.", "//", "144B", "CLASSIFIED", "IS CLASSIFIED", "A",
    "ARE (",
  ]

  /// Text of few letters, so that phrases come about by chance.
  private static func text(_ dice: inout Dice) -> [UInt8] {
    let parts = words + ["x", " ", "\n", ".", "s", "*", "\"", "é", "(", "\r\n", "\t", "UN"]
    return Array(
      (0..<Int.random(in: 0...12, using: &dice)).map { _ in parts.randomElement(using: &dice) ?? "" }.joined().utf8)
  }

  @Test func phrasesAreFoundTogetherWhereEachIsFoundAlone() {
    var dice = Dice(seed: 1)
    for _ in 0..<4000 {
      let list = (0..<3).map { _ in Self.words.randomElement(using: &dice) ?? "" }
      let bytes = Self.text(&dice)
      var words = FoldedWords()
      words.add(ByteRange(0, bytes.count), in: bytes.span)
      let phrases = PhraseList(list)
      #expect(words.contains(oneOf: phrases) == list.contains { words.contains($0) }, "\(list) \(words.bytes)")
      #expect(words.begin(oneOf: phrases) == list.contains { words.begin($0) }, "\(list) \(words.bytes)")
      #expect(words.are(oneOf: phrases) == list.contains { words.are($0) }, "\(list) \(words.bytes)")
    }
  }

  /// Words as one line, a byte at a time.
  private static func folded(_ bytes: [UInt8], limit: Int) -> [UInt8] {
    var folded: [UInt8] = []
    for byte in bytes where folded.count < limit {
      if byte == 0x2A || byte == 0x22 || byte == 0x5F || byte & 0xC0 == 0x80 { continue }
      let byte = byte <= 0x20 || byte >= 0x80 ? 0x20 : byte.capital
      if byte != 0x20 || folded.last ?? 0x20 != 0x20 { folded.append(byte) }
    }
    return folded
  }

  @Test func wordsAreFoldedAByteAtATime() {
    var dice = Dice(seed: 2)
    for limit in [0, 1, 5, 20, 200] {
      for _ in 0..<500 {
        let bytes = Self.text(&dice)
        var words = FoldedWords(limit: limit)
        words.add(ByteRange(0, bytes.count), in: bytes.span)
        #expect(words.bytes == Self.folded(bytes, limit: limit))
      }
    }
  }

  @Test func theScanStopsAtEveryByteThatMayMatter() {
    var dice = Dice(seed: 3)
    for length in [0, 1, 63, 64, 65, 127, 128, 129, 500] {
      for _ in 0..<20 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &dice) }
        for start in [0, 3] where start <= length {
          var scan = MarkScan(from: start)
          var found: [Int] = []
          while case let at = scan.next(in: bytes.span), at < length { found.append(at) }
          let stops: Set<UInt8> = [0x0A, 0x0B, 0x0C, 0x0D, 0x28, 0x5B, 0x7C, 0xE2]
          #expect(found == (start..<length).filter { stops.contains(bytes[$0]) })
          var lines = MarkScan(from: start, linesAlone: true)
          var ends: [Int] = []
          while case let at = lines.next(in: bytes.span), at < length { ends.append(at) }
          #expect(ends == (start..<length).filter { bytes[$0] == 0x0A || bytes[$0] == 0x0D })
          guard start + 64 <= length, VectorScan.isAvailable else { continue }
          #expect(MarkScan.stops(from: start, in: bytes.span) == VectorScan.stops(at: start, in: bytes.span))
        }
      }
    }
  }

  /// The plain way looks at every word of every line.
  private static func looksScanned(_ bytes: [UInt8]) -> Bool {
    let odd: Set<UInt8> = Set("~^\\{}=_<*`|".utf8).union([0xAB, 0xBB])
    var (words, strange) = (0, 0)
    var kinds: Set<UInt8> = []
    var lines: Set<Int> = []
    let all = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    func hasCells(_ line: [UInt8], _ sign: String) -> Bool {
      let text = String(decoding: line, as: Unicode.ASCII.self).drop { $0 == " " }
      return (text.dropFirst() + " ").contains(" \(sign) ") && text.first != Character(sign)
    }
    for (number, line) in all.enumerated() {
      let text = line.drop { $0 == 0x20 }
      let isRow =
        number > 0 && text.first == 0x7C && text.dropFirst().contains(0x7C)
        || ["|", "="].contains { sign in
          number > 0 && hasCells(line, sign)
            && (hasCells(all[number - 1], sign) || number + 1 < all.count && hasCells(all[number + 1], sign))
        }
      let parts = line.split(separator: 0x20).map(Array.init)
      for word in parts {
        words += 1
        let signs = word.indices.filter { i in
          odd.contains(word[i]) && (word[i] < 0x80 || i == 0 || word[i - 1] < 0x80 || word[i - 1] == 0xC2)
        }
        let isEmphasis =
          word.count > 2 && word.first == word.last && (word.first == 0x2A || word.first == 0x5F || word.first == 0x60)
        if signs.isEmpty || isRow || isEmphasis || word.contains(0x40) { continue }
        let isText = word.contains { $0.isLetterOrDigit }
        if !isText, word.count > 2 || word != [0x7C] && parts.count(where: { $0 == word }) > 2 { continue }
        strange += 1
        kinds.formUnion(signs.map { word[$0] })
        lines.insert(number)
      }
    }
    return words >= 40 && lines.count >= 3 && kinds.count > 1 && strange * 60 > words
  }

  @Test func scansAreToldByTheirWords() {
    var dice = Dice(seed: 4)
    let alphabet = Array("abcdefgh      ....~^*=_|<{]@\n".utf8) + [0xAB, 0xC3]
    var verdicts: Set<Bool> = []
    for round in 0..<400 {
      let plain = round % 2 == 0 ? 12 : alphabet.count
      let bytes = (0..<Int.random(in: 0...900, using: &dice)).map { _ in
        alphabet[Int.random(in: 0..<(Int.random(in: 0..<30, using: &dice) == 0 ? alphabet.count : plain), using: &dice)]
      }
      let expected = Self.looksScanned(bytes)
      #expect(bytes.span.looksScanned(to: bytes.count) == expected)
      verdicts.insert(expected)
    }
    #expect(verdicts.count == 2)
  }

  /// Lines that show a sign, or nearly: the beginnings of all of them, in any case and with anything behind.
  private static let beginnings = [
    "MESSAGE TEXT", "------ 012345", "RELEASED IN FULL", "DECLASSIFIED", "Jane Q. Doe Declassified/Released US",
    "Case No. ", "C05770206",
    "UNCLASSIFIED U.S. Department of State", "MRN: ", "Date/DTG: ", "From: ", "Sent: ", "Action: ", "INFO ",
    "ACTION ARA-20",
    "ORIGIN EUR-12", "E.O. 12958: N/A", "EO12065 ", "M.O. 11652", "O 121015Z MAR 09", "121015Z MAR 09", "0 121015Z",
    "PP RUEHC RUEHRA", "DE RUEHTL #0001", "De RUEHTL", "ZNR UUUUU ZZH", "2NR UUUUU", "*ZNY CCCCC", "VZCZCXRO0001",
    "FM AMEMBASSY", "PAGE 01 RIGA 00123 121015Z", "TAGS: PREL", "AGS: PREL", "SUBJECT: ", "USBJ: ", "XIBJ; ",
    "REF: A. ",
    "REFTEL ", "114. Telegram From the Embassy", "Circular Telegram From", "Backchannel Telegram From",
    "telegram From ",
    "Source: Department", "SECRET RIGA 0123", "S E C R E T RIGA 0123", "SENSITIVE", "NODIS", "1. (S//NF) The",
    "(U) The",
    "The", "A", "", "  ", "•", "Classified By: ", "EYES ONLY", "12 Dec", "1.4(D)", "B1", "Executive Order 12958",
    ". O. 12958",
  ]
  private static let endings = [
    "", " RIGA 0123", "A B C D E", " the harbor master wrote that", ":", " 12345", "\u{A0}x", "\t", "-20",
  ]

  /// The plain way looks at every line.
  @Test func formsAreRecognisedByTheLinesThatCanShowThem() throws {
    let vocabulary = try #require(Vocabulary.project)
    var words = LineWords()
    func check(_ text: String) {
      let bytes = Array(text.utf8)
      let fast = FormRecogniser.signs(from: 0, &words, in: bytes.span, vocabulary).signs
      let plain = FormRecogniser.signs(from: 0, &words, everyLine: true, in: bytes.span, vocabulary).signs
      #expect(fast == plain, "\(text)")
    }
    for beginning in Self.beginnings {
      for text in [
        beginning, beginning.lowercased(), beginning.uppercased(), String(beginning.dropFirst()), "x" + beginning,
      ] {
        for ending in Self.endings { check(text + ending) }
      }
    }
    var dice = Dice(seed: 5)
    for _ in 0..<400 {
      check(
        (0..<Int.random(in: 1...12, using: &dice)).map { _ in
          (Self.beginnings.randomElement(using: &dice) ?? "") + (Self.endings.randomElement(using: &dice) ?? "")
        }.joined(separator: Bool.random(using: &dice) ? "\n" : "\r\n"))
    }
    for cable in Cables.all { check(cable.text) }
    for paper in [Papers.memorandum, Papers.email, Papers.manual, Papers.prose] { check(paper) }
  }
}
