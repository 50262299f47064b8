import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@testable import Documents

/// What is done faster for what is common must be what is done for everything else.
@Suite("Faster ways give the same answers")
struct FastPathTests {
  /// Bytes as they stand in telegrams, changed by chance.
  private static func texts(_ dice: inout Dice) -> [[UInt8]] {
    var texts: [[UInt8]] = (0..<40).map { _ in (0..<400).map { _ in UInt8.random(in: 0...255, using: &dice) } }
    let words = [
      "REF", "reftel", "End", "SUMMARY", "comment", "note", "Quote", "UNQUOTE", "begin", "START", "text", "Action",
      "off-line", "before", "after", "cod", "una", "eff", "\u{A0}", "\u{3000}", "\r\n", "\t", "\n", "1.", "[PGOV](#)",
    ]
    for _ in 0..<200 {
      let text = (0..<40).map { _ in words.randomElement(using: &dice) ?? "" }
      texts.append(Array(text.joined(separator: Bool.random(using: &dice) ? " " : "").utf8))
    }
    return texts + Cables.all.map { Array($0.text.utf8) }
  }

  @Test("what stands in 64 bytes, by instructions of 32 and of 64 bytes")
  func look() {
    guard VectorScan.isAvailable else { return }
    var dice = Dice(seed: 7)
    for text in Self.texts(&dice) {
      var at = Int.random(in: 0...3, using: &dice)
      while at + 64 + TextChunks.reach <= text.count {
        let plain = TextChunks.look(at: at, in: text.span)
        for isWide in [false, true] {
          var numbers: [UInt64] = [0, 0, 0]
          var marks = numbers.mutableSpan
          VectorScan.look(at: at, count: 1, isWide: isWide, in: text.span, into: &marks)
          #expect(numbers == [plain.special, plain.triggers, plain.stops])
        }
        at += 64
      }
    }
  }

  @Test("a text 64 bytes at a time")
  func chunks() {
    var dice = Dice(seed: 10)
    for text in Self.texts(&dice) {
      let start = Int.random(in: 0...3, using: &dice)
      var chunks = TextChunks(endingAt: start)
      var end = start
      while chunks.end < text.count {
        chunks.advance(in: text.span)
        #expect(chunks.start == end && chunks.end > end)
        end = chunks.end
        guard end + TextChunks.reach <= text.count else { continue }
        let plain = TextChunks.look(at: chunks.start, in: text.span)
        #expect(chunks.special == plain.special && chunks.triggers == plain.triggers)
        #expect(chunks.stops == plain.stops)
      }
    }
  }

  @Test("three bytes that are looked for")
  func first() {
    guard VectorScan.isAvailable else { return }
    var dice = Dice(seed: 8)
    for text in Self.texts(&dice) where text.count > 40 {
      for _ in 0..<20 {
        let at = Int.random(in: 0..<(text.count - 20), using: &dice)
        let distance = Int.random(in: 0...12, using: &dice)
        let sought = ThreeBytes(
          .anyCase(text[at]), .exact(text[at + 1]), .either(text[at + distance], text[at]), at: distance)
        let from = Int.random(in: 0...at, using: &dice)
        let to = Int.random(in: from...text.count, using: &dice)
        let span = text.span
        let plain = span.firstByBlocks(sought, from: from, to: to)
        for isWide in [false, true] {
          #expect(VectorScan.first(sought, from: from, to: to, isWide: isWide, in: span) == plain)
        }
      }
    }
  }

  @Test("the words of a line")
  func words() {
    var dice = Dice(seed: 9)
    for text in Self.texts(&dice) {
      var scanner = LineScanner()
      while let line = scanner.line(in: text.span) {
        for limit in [3, 64] {
          var words = LineWords()
          words.split(line, in: text.span, limit: limit)
          // Without bytes behind the line they are found one by one.
          var plain = LineWords()
          let alone = Array(text[..<line.end])
          plain.split(line, in: alone.span, limit: limit)
          #expect(words.words == plain.words)
        }
      }
    }
  }

  private static var readers: (BodyReader, BodyReader) {
    let reader = BodyReader(ReadingContext(form: .wire))
    return (reader, reader)
  }

  @Test("lines of the text", arguments: Cables.all.indices, [false, true])
  func plainLines(index: Int, isScan: Bool) throws {
    let vocabulary = try #require(Vocabulary.project)
    let text = Array(Cables.all[index].text.utf8)
    let span = text.span
    var (fast, plain) = Self.readers
    var (scanner, other) = (LineScanner(), LineScanner())
    var blanks = 0
    while let line = fast.takeLines(&scanner, blanks: &blanks, isScan: isScan, in: span, vocabulary) {
      while let next = other.line(in: span), next != line { plain.take(next, in: span, vocabulary) }
      #expect("\(fast)" == "\(plain)")
      fast.take(line, in: span, vocabulary)
      plain.take(line, in: span, vocabulary)
    }
    while let next = other.line(in: span) { plain.take(next, in: span, vocabulary) }
    #expect("\(fast)" == "\(plain)")
  }

  @Test("lines of any text", arguments: [false, true])
  func anyLines(isScan: Bool) throws {
    let vocabulary = try #require(Vocabulary.project)
    var dice = Dice(seed: 11)
    let words = [
      "the", "harbor", "may", "a.", "b)", "9", "12", "\u{E9}t\u{E9}", "x/Released", "", "Captain", "ref", "is",
    ]
    let ends = [" ", " ", " ", " ", " ", "\n", "\n", "\n\n", "\r\n", " \n", "\r"]
    for _ in 0..<60 {
      var text = "begin\n"
      for _ in 0..<Int.random(in: 1...400, using: &dice) {
        text += (words.randomElement(using: &dice) ?? "") + (ends.randomElement(using: &dice) ?? "")
      }
      let bytes = Array(text.utf8)
      let span = bytes.span
      var (fast, plain) = Self.readers
      var (scanner, other) = (LineScanner(), LineScanner())
      var blanks = 0
      while let line = fast.takeLines(&scanner, blanks: &blanks, isScan: isScan, in: span, vocabulary) {
        fast.take(line, in: span, vocabulary)
      }
      while let line = other.line(in: span) { plain.take(line, in: span, vocabulary) }
      #expect("\(fast)" == "\(plain)")
      #expect(scanner.number == other.number && scanner.next == other.next)
    }
  }

  @Test("portion marks of one word", arguments: ["U", "SBU", "C", "S", "TS", "FOUO", "LOU", "CUI", "L", "X", "ABC"])
  func marks(word: String) throws {
    let marks = try #require(Vocabulary.project).marks
    for behind in ["", " The text", "(NF) The text", " (NF)"] {
      let close = Array("(\(word))\(behind)".utf8)
      // A blank before the letters, so that it is no plain mark, is all that is different.
      let apart = Array("( \(word))\(behind)".utf8)
      let plain = marks.mark(in: close.span, at: 0, end: close.count)
      let other = marks.mark(in: apart.span, at: 0, end: apart.count)
      #expect(plain?.text == other?.text && plain?.level == other?.level && plain?.standing == other?.standing)
      #expect(plain?.isNoforn == other?.isNoforn && plain?.style == other?.style)
      #expect(plain.map { $0.range.end + 1 } == other?.range.end)
    }
  }
}

extension BodyReader {
  /// Takes any line.
  fileprivate mutating func take(_ line: SourceLine, in source: Span<UInt8>, _ vocabulary: Vocabulary) {
    let start = source.skipBlanks(line.start, line.end)
    if start < line.end {
      take(line, start, source.trimmedEnd(start, line.end), in: source, vocabulary)
    } else {
      takeBlank()
    }
  }
}
