import MarkingModel

/// The text of a page (HTML) or a transcription (TEI): tags are left out, those of blocks end lines, character references
/// are read. What no reader sees (styles, scripts, comments) is left out.
///
/// Enough to find markings. A release needs every element of the page and reads it with a browser's parser.
struct PageText {
  private let page: ByteRange
  /// Whether it is a transcription, whose elements have their own names.
  private let isTranscription: Bool
  private let showsTitle: Bool
  /// Whether it is a part of a page that a program cut out: its lines are those of the text as well.
  private let isFragment: Bool
  private var at: Int
  /// Whether something stands on the last line, and on the one before.
  private var isLineEmpty = true
  private var isBehindEmpty = true
  /// Whether nothing stands on the line but the bullet of an item, or the sign of a heading, which blocks in it do not end.
  private var isBehindSign = false
  /// The lists and headings that have portion marks.
  private var marks = PageMarks()
  /// How many cells of the row at hand have begun.
  private var cells = 0
  /// Whether line ends are shown; elsewhere they are blanks.
  private var isPreformatted = false
  /// Words that do not come any more: they are sought once.
  private var missing: Set<String> = []

  /// Whether a text is a page: it begins with a tag, a declaration or a document type.
  static func begins(_ source: Span<UInt8>) -> Bool {
    var at = 0
    while at < source.count, at < 1024, source[at] <= 0x20 { at += 1 }
    let end = source.count
    guard at < end, source[at] == 0x3C else { return false }
    return source.has("<?xml", at: at, end: end) || source.hasAnyCase("<!DOCTYPE", at: at, end: end)
      || source.hasAnyCase("<HTML", at: at, end: end) || source.has("<TEI", at: at, end: end)
      || source.has("<div", at: at, end: end) || PageFragment.begins(source, at: at)
  }

  /// Adds the text of the page at a range to a copy, with its title as a line where a reader sees that. O(bytes).
  static func add(_ range: ByteRange, showsTitle: Bool, of source: Span<UInt8>, to text: inout CopiedText) {
    var page = PageText(page: range, showsTitle: showsTitle, in: source)
    page.add(of: source, to: &text)
  }

  private init(page: ByteRange, showsTitle: Bool, in source: Span<UInt8>) {
    self.page = page
    self.showsTitle = showsTitle
    at = page.start
    isTranscription = Self.isTranscription(page, in: source)
    if !isTranscription { marks = PageMarks(page, in: source) }
    var first = page.start
    while first < page.end, source[first] <= 0x20 { first += 1 }
    isFragment = showsTitle && !isTranscription && PageFragment.keepsLines(source, at: first)
    isPreformatted = isFragment
  }

  /// Whether a page is a transcription or a part of one: its first element says so.
  private static func isTranscription(_ page: ByteRange, in source: Span<UInt8>) -> Bool {
    var at = page.start
    if source.has("<?xml", at: at, end: page.end) {
      at = (source.first(0x3E, from: at, to: page.end) ?? page.end) + 1
    }
    while at < page.end, source[at] <= 0x20 { at += 1 }
    return source.has("<TEI", at: at, end: page.end) || source.has("<div", at: at, end: page.end)
  }

  private mutating func add(of source: Span<UInt8>, to text: inout CopiedText) {
    // Where what is not copied yet begins.
    var start = at
    while at < page.end {
      switch source[at] {
      case 0x3C:
        guard let end = tagEnd(in: source) else { break }
        text.copy(ByteRange(start, at), of: source)
        at = takeTag(end, in: source, &text)
        start = at
        continue
      case 0x26:
        guard let reference = CharacterReference.read(at, page.end, in: source) else { break }
        text.copy(ByteRange(start, at), of: source)
        // A page is set in with them; whether a blank may be broken at says nothing of a marking.
        text.put(reference.scalar.isBlank ? " " : reference.scalar, for: reference.range)
        if !reference.scalar.isBlank { isLineEmpty = false }
        at = reference.range.end
        start = at
        continue
      case 0x0A, 0x0D:
        if isPreformatted {
          if source[at] == 0x0A || at + 1 >= page.end || source[at + 1] != 0x0A { note(lineEnd: true) }
        } else {
          text.copy(ByteRange(start, at), of: source)
          text.put(0x20, at: at)
          start = at + 1
        }
      case 0x21...: note(lineEnd: false)
      default: break
      }
      at += 1
    }
    text.copy(ByteRange(start, page.end), of: source)
  }

  private mutating func note(lineEnd: Bool) {
    if lineEnd { isBehindEmpty = isLineEmpty }
    isLineEmpty = lineEnd
    isBehindSign = false
  }

  /// The offset after the tag or comment at hand; nil for a bracket that is none. Another opening bracket ends the search,
  /// so that it stays linear.
  private mutating func tagEnd(in source: Span<UInt8>) -> Int? {
    let first = at + 1 < page.end ? source[at + 1] : 0
    guard first.isLetter || first == 0x2F || first == 0x21 || first == 0x3F else { return nil }
    if source.has("<!--", at: at, end: page.end) { return end(of: "-->", from: at + 4, in: source) }
    var end = at + 1
    while end < page.end, source[end] != 0x3E, source[end] != 0x3C, end - at < 65_536 { end += 1 }
    return end < page.end && source[end] == 0x3E ? end + 1 : nil
  }

  /// Puts what a tag stands for, and returns where the text goes on.
  private mutating func takeTag(_ end: Int, in source: Span<UInt8>, _ text: inout CopiedText) -> Int {
    let isEnd = source[at + 1] == 0x2F
    let name = source.smallLetters(from: at + (isEnd ? 2 : 1), to: end)
    let isHidden = Self.hidden.contains(name) || name == "title" && !showsTitle
    if !isEnd, isHidden, let behind = self.end(of: "</\(name.uppercased())", from: end, in: source) {
      return behind
    }
    let isLine = name == "title" || isTranscription && Self.transcribed.contains(name)
    var border: PageBorder = isLine ? .line : PageBorder.of(name)
    // A note may stand above the dateline, which does not go on with it.
    if isTranscription, name == "dateline" { border = .paragraph }
    if !isTranscription, border != .none {
      border = max(border, self.border(behind: text, of: name, isEnd: isEnd))
    }
    let sign =
      isTranscription ? nil : marks.sign(of: name, ByteRange(at, end), to: page.end, below: text.lastSeen, in: source)
    if isBehindSign, !isEnd, border >= .line, !PageBorder.preformatted.contains(name) { border = .none }
    switch border {
    case .none where name == "br" || name == "lb":
      endLine(&text)
      return isFragment ? source.behindLineEnd(end, page.end) : end
    case .none:
      // Names that no page has are those of records: what they hold stands apart.
      if !name.isEmpty, !Self.inline.contains(name), !isLineEmpty { text.hide(ByteRange(at, end), as: "  ") }
      return end
    case .cell:
      if !isEnd, !isLineEmpty { text.hide(ByteRange(at, end), as: "\t") }
      return end
    case .line:
      if !isLineEmpty { endLine(&text) }
    case .paragraph:
      if !isLineEmpty { endLine(&text) }
      if !isBehindEmpty { endLine(&text) }
      if PageBorder.preformatted.contains(name) { isPreformatted = !isEnd || isFragment }
    }
    if let sign, !isBehindSign {
      text.hide(ByteRange(at, end), as: sign)
      isBehindSign = true
    }
    // White space behind the border of a block is none.
    var next = end
    while next < page.end, source[next] <= 0x20 { next += 1 }
    return next
  }

  /// What parts text besides the element itself: a row of one cell is a block, and so is the text about a term. A label has its
  /// value there.
  private mutating func border(behind text: CopiedText, of name: String, isEnd: Bool) -> PageBorder {
    guard !isEnd else { return .none }
    switch name {
    case "td", "th": cells += 1
    case "tr":
      defer { cells = 0 }
      return cells == 1 && text.lastSeen.map { $0.isOne(of: ".", "?", "!") } ?? false ? .paragraph : .none
    case "dd": return text.lastSeen == 0x3A ? .none : .paragraph
    default: break
    }
    return .none
  }

  private mutating func endLine(_ text: inout CopiedText) {
    text.hide(ByteRange(at, at + 1), as: "\n")
    note(lineEnd: true)
  }

  private static let hidden: Set<String> = ["style", "script", "template"]

  /// Those of a transcription that text does not run across.
  private static let transcribed: Set<String> = [
    "head", "note", "opener", "closer", "signed", "salute", "item", "row", "ab", "lg", "l",
  ]

  /// Those that text runs across, of pages and of transcriptions.
  private static let inline: Set<String> = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr", "add", "c", "choice", "corr", "date", "emph", "foreign", "g", "gloss", "hi",
    "name", "num", "orgname", "orig", "pb", "persname", "placename", "ref", "reg", "seg", "sic", "supplied", "term",
    "unclear", "w",
  ]

  /// The offset behind some words in any case; nil where they do not come: what is never closed hides nothing.
  private mutating func end(of words: String, from start: Int, in source: Span<UInt8>) -> Int? {
    guard !missing.contains(words) else { return nil }
    var i = start
    while i < page.end {
      if source[i] == words.utf8.first, source.hasAnyCase(words, at: i, end: page.end) {
        let close = i + words.utf8.count
        return words.hasSuffix(">")
          ? close : min(page.end, (source.first(0x3E, from: close, to: page.end) ?? page.end) + 1)
      }
      i += 1
    }
    missing.insert(words)
    return nil
  }
}

extension Span where Element == UInt8 {
  /// The offset behind blanks and a line end; `at` where none stands there.
  fileprivate func behindLineEnd(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i] == 0x20 || self[i] == 0x09 { i += 1 }
    guard i < end, self[i] == 0x0A || self[i] == 0x0D else { return at }
    return Swift.min(end, nextLine(after: i))
  }

  /// The letters and digits at an offset, in small letters: the name of an element.
  fileprivate func smallLetters(from start: Int, to end: Int) -> String {
    var name = ""
    var i = start
    while i < end, i - start < 24, self[i].isLetterOrDigit {
      name.unicodeScalars.append(Unicode.Scalar(self[i].isLetter ? self[i] | 0x20 : self[i]))
      i += 1
    }
    return name
  }
}
