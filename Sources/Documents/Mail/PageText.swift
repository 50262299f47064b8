import MarkingModel

/// The text of a page (HTML) in a message, as far as its tags say where a line ends.
struct PageText {
  private let source: ByteRange
  private var at: Int
  /// Whether something stands on the last line, and on the one before.
  private var isLineEmpty = true
  private var isBehindEmpty = true
  /// Whether line ends are shown; elsewhere they are blanks.
  private var isPreformatted = false

  /// Adds the text of the page at a range to a copy. O(bytes).
  static func add(_ range: ByteRange, of source: Span<UInt8>, to text: inout CopiedText) {
    var page = PageText(source: range, at: range.start)
    page.add(of: source, to: &text)
  }

  private init(source: ByteRange, at: Int) {
    self.source = source
    self.at = at
  }

  private mutating func add(of source: Span<UInt8>, to text: inout CopiedText) {
    // Where what is not copied yet begins.
    var start = at
    while at < self.source.end {
      let byte = source[at]
      if !isPreformatted, byte == 0x0A || byte == 0x0D {
        text.copy(ByteRange(start, at), of: source)
        text.put(0x20, at: at)
        at += 1
        start = at
        continue
      }
      let next: Int?
      if byte == 0x3C {
        next = tagEnd(in: source)
      } else if byte == 0x26 {
        next = reference(in: source)?.end
      } else {
        note(byte)
        next = nil
      }
      guard let next else {
        if byte == 0x3C || byte == 0x26 { isLineEmpty = false }
        at += 1
        continue
      }
      text.copy(ByteRange(start, at), of: source)
      if byte == 0x3C {
        at = takeTag(next, in: source, &text)
      } else if let reference = reference(in: source) {
        text.put(reference.text, for: ByteRange(at, reference.end))
        note(reference.text[0])
        at = reference.end
      }
      start = at
    }
    text.copy(ByteRange(start, self.source.end), of: source)
  }

  private mutating func note(_ byte: UInt8) {
    if byte == 0x0A || byte == 0x0D {
      isBehindEmpty = isLineEmpty
      isLineEmpty = true
    } else if byte > 0x20 {
      isLineEmpty = false
    }
  }

  /// The offset after the tag or comment at hand; nil for a bracket that is none. Another opening bracket ends the search,
  /// so that it stays linear.
  private func tagEnd(in source: Span<UInt8>) -> Int? {
    let first = at + 1 < self.source.end ? source[at + 1] : 0
    guard first.isLetter || first == 0x2F || first == 0x21 || first == 0x3F else { return nil }
    if source.has("<!--", at: at, end: self.source.end) { return end(of: "-->", from: at + 4, in: source) }
    var end = at + 1
    while end < self.source.end, source[end] != 0x3E, source[end] != 0x3C, end - at < 65_536 { end += 1 }
    return end < self.source.end && source[end] == 0x3E ? end + 1 : nil
  }

  /// Puts what a tag stands for, and returns where the text goes on.
  private mutating func takeTag(_ end: Int, in source: Span<UInt8>, _ text: inout CopiedText) -> Int {
    let isEnd = source[at + 1] == 0x2F
    let name = ByteRange(at + (isEnd ? 2 : 1), source.wordEnd(at + (isEnd ? 2 : 1), end))
    func isOne(of names: [String]) -> Bool { names.contains { source.equals(name, $0) } }
    if !isEnd, let hidden = ["STYLE", "SCRIPT", "TITLE"].first(where: { source.equals(name, $0) }) {
      return self.end(of: "</\(hidden)", from: end, in: source)
    }
    if isOne(of: ["BR"]) {
      endLine(&text)
    } else if isOne(of: Self.paragraphs) {
      if !isLineEmpty { endLine(&text) }
      if !isBehindEmpty { endLine(&text) }
      if source.equals(name, "PRE") { isPreformatted = !isEnd }
    } else if isOne(of: Self.blocks) {
      if !isLineEmpty { endLine(&text) }
    } else {
      // Cells stand apart.
      if isOne(of: ["TD", "TH"]) { text.put([0x20], for: ByteRange(at, end)) }
      return end
    }
    // White space behind the border of a block is none.
    var next = end
    while next < self.source.end, source[next] <= 0x20 { next += 1 }
    return next
  }

  private mutating func endLine(_ text: inout CopiedText) {
    text.put([0x0A], for: ByteRange(at, at + 1))
    note(0x0A)
  }

  private static let paragraphs = [
    "P", "H1", "H2", "H3", "H4", "H5", "H6", "UL", "OL", "TABLE", "BLOCKQUOTE", "HR", "PRE",
  ]
  private static let blocks = ["DIV", "LI", "TR", "BODY", "HEAD", "HTML", "SECTION", "CENTER", "DL", "DT", "DD"]

  /// The offset behind some words in any case; the end of the page where they do not come.
  private func end(of words: String, from start: Int, in source: Span<UInt8>) -> Int {
    var i = start
    while i < self.source.end {
      if source[i] == words.utf8.first, source.hasAnyCase(words, at: i, end: self.source.end) {
        let close = i + words.utf8.count
        return words.hasSuffix(">") ? close : source.first(0x3E, from: close, to: self.source.end) + 1
      }
      i += 1
    }
    return self.source.end
  }

  /// The character reference at hand, of those that stand beside markings.
  private func reference(in source: Span<UInt8>) -> (text: [UInt8], end: Int)? {
    for (name, text) in Self.references where source.has(name, at: at, end: self.source.end) {
      return ([text], at + name.utf8.count)
    }
    return nil
  }

  private static let references: [(String, UInt8)] = [
    ("&nbsp;", 0x20), ("&#160;", 0x20), ("&#xA0;", 0x20), ("&#xa0;", 0x20), ("&amp;", 0x26), ("&lt;", 0x3C),
    ("&gt;", 0x3E), ("&quot;", 0x22), ("&#39;", 0x27), ("&#47;", 0x2F), ("&#40;", 0x28), ("&#41;", 0x29),
  ]
}

extension Span where Element == UInt8 {
  /// The offset of a byte; one before the end where it does not come.
  fileprivate func first(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    var i = start
    while i < end, self[i] != byte { i += 1 }
    return Swift.min(i, end - 1)
  }
}
