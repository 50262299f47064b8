import MarkingModel

/// A page or section heading inside the text: `PHNOM PENH 00000907  001.2 OF 002` or `PAGE 02 LONDON 12017 181349Z`.
struct PageHeading: Sendable {
  enum Style: Sendable {
    case modern
    /// `PAGE nn POST serial`; prints of the 1970s add the section (`01 OF 03`).
    case nineteenSeventies

    /// As the contract names it.
    var word: Word {
      switch self {
      case .modern: .modern
      case .nineteenSeventies: .nineteenSeventies
      }
    }
  }

  var place: Place
  var style: Style
  /// The post as it is written.
  var post: ByteRange
  /// The serial, leading zeros dropped.
  var serial: Int
  var section: Int?
  var sections: Int?
  var page: Int?
  /// Whether digits or the word OF had to be repaired.
  var repaired: Bool

  /// Whether the section is within the total.
  var isSectionPossible: Bool {
    guard let section, let sections else { return true }
    return section >= 1 && section <= sections
  }
  /// The section where it can be one: what stands below is then in it.
  var ownSection: Int? { isSectionPossible ? section : nil }
}

/// What a page heading stands in the middle of. The body reader knows it when the next line of text comes.
enum PageSplit: Sendable {
  case none, sentence, paragraph, word

  /// As the contract names it.
  var word: Word {
    switch self {
    case .none: .nothing
    case .sentence: .sentence
    case .paragraph: .paragraph
    case .word: .word
    }
  }
}

extension PageHeading {
  /// The heading that a line is, or nil.
  static func read(_ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>) -> PageHeading? {
    guard words.count >= 3, words.count <= 16 else { return nil }
    if source.equals(words[0], "PAGE") { return nineteenSeventies(words, &ruler, in: source) }
    return modern(words, &ruler, in: source)
  }

  /// A cheap test on the bytes: whether a line that ends at `end` can be a modern heading, which ends with a digit (or
  /// a letter that stands for one) and OF before it.
  @inline(__always)
  static func mayEnd(at end: Int, from start: Int, in source: Span<UInt8>) -> Bool {
    guard end &- start >= 14, end &- start <= 96 else { return false }
    // Most lines end with letters and signs.
    return (source[end &- 1].isDigit || source[end &- 2].isDigit) && endsWithNumber(end, from: start, in: source)
  }

  private static func endsWithNumber(_ end: Int, from start: Int, in source: Span<UInt8>) -> Bool {
    guard OCR.digit(source[end - 1]) != nil, OCR.digit(source[end - 2]) != nil else { return false }
    var at = end
    while at > start, OCR.digit(source[at - 1]) != nil, end - at < 6 { at -= 1 }
    while at > start, source[at - 1] <= 0x20 { at -= 1 }
    return at - start > 8 && source[at - 1].capital == 0x46
  }

  private static func modern(_ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>) -> PageHeading? {
    let last = words.count - 1
    guard last >= 4, let total = OCR.number(words[last], in: source), total.digits <= 3,
      let of = OCR.word(words[last - 1], "OF", in: source),
      let section = sectionAndPage(words[last - 2], in: source),
      let serial = OCR.number(words[last - 3], in: source), serial.digits >= 5, serial.digits <= 9
    else { return nil }
    let post = ByteRange(words[0].start, words[last - 4].end)
    guard isPostName(post, in: source) else { return nil }
    return PageHeading(
      place: ruler.place(words.range, on: words.line, in: source), style: .modern, post: post, serial: serial.value,
      section: section.section, sections: total.value, page: section.page,
      repaired: total.repaired || of.repaired || serial.repaired || section.repaired)
  }

  /// `002` or `001.2`.
  private static func sectionAndPage(
    _ word: ByteRange, in source: Span<UInt8>
  ) -> (section: Int, page: Int?, repaired: Bool)? {
    var point = word.start
    while point < word.end, source[point] != 0x2E { point += 1 }
    guard let section = OCR.number(ByteRange(word.start, point), in: source), section.digits <= 3 else { return nil }
    guard point < word.end else { return (section.value, nil, section.repaired) }
    guard let page = OCR.number(ByteRange(point + 1, word.end), in: source), page.digits <= 2 else { return nil }
    return (section.value, page.value, section.repaired || page.repaired)
  }

  private static func nineteenSeventies(
    _ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>
  ) -> PageHeading? {
    guard words.count >= 4, let page = OCR.number(words[1], in: source), page.digits <= 3 else { return nil }
    // The prints of the 1980s count the pages: `PAGE 02 OF 03`.
    let isCounted = words.count >= 6 && source.equals(words[2], "OF") && OCR.number(words[3], in: source) != nil
    let first = isCounted ? 4 : 2
    // The post is one or more words; the serial is the first word of three or more digits.
    var at = first
    while at < words.count, !isSerial(words[at], in: source) {
      guard at < first + 5, source[words[at].start].isLetter else { return nil }
      at += 1
    }
    guard at > first, at < words.count, let serial = OCR.number(words[at], in: source) else { return nil }
    var heading = PageHeading(
      place: ruler.place(words.range, on: words.line, in: source), style: .nineteenSeventies,
      post: ByteRange(words[first].start, words[at - 1].end), serial: serial.value, section: nil, sections: nil,
      page: page.value, repaired: page.repaired || serial.repaired)
    if at + 3 < words.count, let section = OCR.number(words[at + 1], in: source),
      let of = OCR.word(words[at + 2], "OF", in: source), let total = OCR.number(words[at + 3], in: source)
    {
      heading.section = section.value
      heading.sections = total.value
      heading.repaired = heading.repaired || section.repaired || of.repaired || total.repaired
    }
    return heading
  }

  private static func isSerial(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    guard let number = OCR.number(word, in: source) else { return false }
    return number.digits >= 3 && number.digits <= 8
  }

  /// Letters, blanks and the points, hyphens and apostrophes of names.
  private static func isPostName(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    guard range.count >= 3, range.count <= 40, source[range.start].isCapital else { return false }
    for i in range.start..<range.end {
      let byte = source[i]
      guard byte.isCapital || byte <= 0x20 || byte == 0x2E || byte == 0x2D || byte == 0x27 || byte >= 0x80
      else { return false }
    }
    return true
  }
}
