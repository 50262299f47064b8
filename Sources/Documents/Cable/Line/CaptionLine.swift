import MarkingGrammar
import MarkingModel

/// A caption that was found: one of the vocabulary, or an unknown one (its row `OTHER`).
struct CaptionMatch: Sendable {
  var caption: CaptionWord
  var isKnown: Bool
  var place: Place
  /// Whether its letters are spaced out.
  var isSpaced = false
}

/// The captions of a line of their own (reference section 4).
enum CaptionLine {
  /// Adds the captions that a line consists of to `found`, which must be empty; whether it is a caption line, and what was
  /// added counts. Several may share a line; what follows those that take an argument (CODEL Smith, TOSEC 110012,
  /// CORRECTED COPY …) is theirs, up to the next caption. In a field for captions (`isField`) what stands between commas
  /// and is none of the vocabulary is an unknown one.
  static func read(
    _ words: LineWords, isField: Bool = false, into found: inout [CaptionMatch], _ ruler: inout Ruler,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard words.count >= 1, words.range.count <= 160 else { return false }
    var at = words.range.start
    let end = words.range.end
    while at < end {
      at = skipSeparators(at, end, in: source)
      guard at < end else { break }
      if let match = known(at, end, in: source, vocabulary) {
        let range = ByteRange(at, match.end)
        found.append(
          CaptionMatch(
            caption: match.caption, isKnown: true, place: ruler.place(range, on: words.line, in: source),
            isSpaced: match.isSpaced))
        at = match.end
        if takesArgument(match.caption) {
          at = argumentEnd(of: match.caption, at, end, in: source, vocabulary)
        } else if isParenthesis(at, end, in: source) {
          return true
        }
      } else if let only = listedAddressee(at, end, in: source, vocabulary),
        let caption = vocabulary.captions.find("ONLY")
      {
        found.append(
          CaptionMatch(
            caption: caption, isKnown: true, place: ruler.place(ByteRange(at, only), on: words.line, in: source)))
        at = only
      } else if !found.isEmpty, let next = afterAnd(at, end, in: source, vocabulary) {
        at = next
      } else if isField, let next = itemEnd(at, end, in: source) {
        let item = ByteRange(at, source.trimmedEnd(at, next))
        found.append(
          CaptionMatch(
            caption: vocabulary.captions.other, isKnown: false, place: ruler.place(item, on: words.line, in: source)))
        at = next
      } else if found.isEmpty {
        return false
      } else {
        // The rest is no caption: an unknown one where it is one capital word, else the line is no caption line.
        let rest = ByteRange(at, end)
        // `NODIS/PARIS MEETINGS/PLUS`: a channel of its own within the first.
        if found[0].caption.kind == .specialHandling, source[at - 1] == 0x2F, isName(rest, in: source) { return true }
        guard source.areCapitals(rest), rest.count >= 4 else { return isPhrase(rest, in: source) }
        found.append(
          CaptionMatch(
            caption: vocabulary.captions.other, isKnown: false,
            place: ruler.place(rest, on: words.line, in: source)))
        return true
      }
    }
    return !found.isEmpty
  }

  /// `FOR AMBASSADOR BLAKE ONLY`, `EXCLUSIVE FOR …`: a named addressee. Captions without an argument may stand before it
  /// (`EXDIS FOR THE AMBASSADOR ONLY`): they are added as well. Whether it is one.
  static func readOnly(
    _ words: LineWords, into found: inout [CaptionMatch], _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard words.count >= 2, words.count <= 12, source.equals(trimmedPoint(words[words.count - 1], in: source), "ONLY"),
      let caption = vocabulary.captions.find("ONLY")
    else { return false }
    var at = words.range.start
    let end = words.range.end
    while at < end, let lead = vocabulary.captions.longest(in: source, at: at, end: end),
      !takesArgument(lead.caption)
    {
      found.append(
        CaptionMatch(
          caption: lead.caption, isKnown: true,
          place: ruler.place(ByteRange(at, lead.end), on: words.line, in: source)))
      at = skipSeparators(lead.end, end, in: source)
    }
    guard at < end else { return true }
    found.append(
      CaptionMatch(
        caption: caption, isKnown: true, place: ruler.place(ByteRange(at, end), on: words.line, in: source)))
    return true
  }

  /// The channel that stands behind the level on its line: `SECRET - ROGER CHANNEL`.
  static func behindLevel(
    _ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CaptionMatch? {
    let end = words.range.end
    guard let level = vocabulary.levels.longest(in: source, at: words.range.start, end: end) else { return nil }
    let at = skipSeparators(level.end, end, in: source)
    guard at < end, let match = vocabulary.captions.longest(in: source, at: at, end: end),
      match.caption.kind == .channel || match.caption.kind == .specialHandling
    else { return nil }
    return CaptionMatch(
      caption: match.caption, isKnown: true, place: ruler.place(ByteRange(at, match.end), on: words.line, in: source))
  }

  /// A short line in capitals that is nothing else: a caption that the vocabulary does not know. A name that ends with
  /// CHANNEL is a channel all the same.
  static func readUnknown(
    _ words: LineWords, _ ruler: inout Ruler, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> CaptionMatch? {
    guard (1...3).contains(words.count), (4...32).contains(words.range.count) else { return nil }
    for i in 0..<words.count where !source.areCapitals(words[i]) { return nil }
    var caption = vocabulary.captions.other
    if words.count > 1, source.equals(words[words.count - 1], "CHANNEL") {
      caption.kind = .channel
      caption.order = 1
      caption.isRestrictive = true
    }
    return CaptionMatch(
      caption: caption, isKnown: false, place: ruler.place(words.range, on: words.line, in: source))
  }

  /// The caption that begins at `at`, its letters close together or spaced out (`S E N S I T I V E`).
  private static func known(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (caption: CaptionWord, end: Int, isSpaced: Bool)? {
    if let match = vocabulary.captions.longest(in: source, at: at, end: end) {
      return (match.caption, match.end, false)
    }
    return spaced(at, end, in: source, vocabulary).map { ($0.caption, $0.end, true) }
  }

  /// Single letters with one blank between them make a word; more blanks end it.
  private static func spaced(
    _ at: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (caption: CaptionWord, end: Int)? {
    guard at + 2 < end, source[at].isLetter, source.blank(at: at + 1, end: end) > 0 else { return nil }
    var text: [UInt8] = []
    var best: (caption: CaptionWord, end: Int)?
    var i = at
    while i < end, text.count < 40, source[i].isLetter, i + 1 >= end || !source[i + 1].isLetterOrDigit {
      text.append(source[i])
      if let caption = vocabulary.captions.find(text.span, 0, text.count), text.count >= 4 { best = (caption, i + 1) }
      let next = source.skipBlanks(i + 1, end)
      if next - i > 2 { text.append(0x20) }
      i = next
    }
    return best
  }

  /// Captions that are followed by a name, a number or a remark.
  static func takesArgument(_ caption: CaptionWord) -> Bool {
    switch caption.kind {
    case .addressee, .series, .routing: true
    default: false
    }
  }

  /// `EXDIS (DISTRIBUTE AS NODIS)`.
  private static func isParenthesis(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let next = source.skipBlanks(at, end)
    return next < end && source[next] == 0x28
  }

  /// Whether what follows a caption is an instruction (`EXDIS FOR THE AMBASSADOR`, `SENSITIVE NOT FOR INTERNET
  /// DISTRIBUTION`), not a sentence.
  private static func isPhrase(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in range.start..<range.end where source[i].isSmall { return false }
    return source.hasWord("FOR", at: range.start, end: range.end)
      || source.hasWord("NOT FOR", at: range.start, end: range.end)
      || source.hasWord("DISTRIBUTE", at: range.start, end: range.end)
      || source.hasWord("HANDLE", at: range.start, end: range.end)
  }

  /// Whether a range is a name of several words: capitals, blanks and slashes.
  private static func isName(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    guard range.count <= 40, source[range.start].isCapital else { return false }
    for i in range.start..<range.end where !source[i].isCapital && source[i] != 0x20 && source[i] != 0x2F {
      return false
    }
    return true
  }

  static func skipSeparators(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = at
    while i < end {
      let width = source.blank(at: i, end: end)
      if width > 0 {
        i += width
      } else if source[i].isOne(of: "/", ",", ";", ":", ".", "-") || source[i].isOne(of: "*", "_", "&", "|", "(", ")")
        || source[i].isOne(of: "[", "]")
      {
        i += 1
      } else {
        break
      }
    }
    return i
  }

  private static func trimmedPoint(_ word: ByteRange, in source: Span<UInt8>) -> ByteRange {
    var word = word
    while word.end > word.start, !source[word.end - 1].isLetterOrDigit { word.end -= 1 }
    return word
  }
}
