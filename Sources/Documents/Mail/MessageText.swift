import MarkingModel

/// What a message (RFC 5322 with MIME) or a mailbox says, as one text: the header, and the text of each part with its
/// transfer encoding undone and its tags gone. Parts that are no text, and headers of parts, are left out.
///
/// A print of an e-mail has no field of MIME and is no message.
package struct MessageText: Sendable {
  /// What is read, and its way back by way of `decoded`: there pages still have their tags.
  private(set) var page = CopiedText()
  private var decoded = CopiedText()
  /// Where pages stand in `decoded`.
  private var pages: [ByteRange] = []
  /// Whether the text is another one than the bytes are as they stand.
  private(set) var isChanged = false
  /// Whether every text of it could be read.
  package private(set) var isWhole = true

  private var levels: [Level] = []
  private var at = 0
  private let isMailbox: Bool

  /// A part with parts that is open.
  private struct Level: Sendable {
    var boundary: [UInt8]
    /// Of one that says the same in several ways: the words of its plain text.
    var plain: WordSet?
  }

  private static let deepest = 32

  /// Nil where no message begins. O(bytes).
  package init?(_ source: Span<UInt8>) {
    var start = source.has("\u{FEFF}", at: 0, end: source.count) ? 3 : 0
    while start < source.count, start < 1024, source[start] <= 0x20 { start += 1 }
    isMailbox = source.has("From ", at: start, end: source.count)
    if isMailbox { start = min(source.count, source.nextLine(after: source.firstLineEnd(from: start))) }
    guard let header = MessageHeader.message(from: start, in: source), header.isMIME else { return nil }
    at = start
    read(header, in: source)
    guard isChanged else { return }
    makePage()
  }

  /// Whether a document is no message, or one of which every text can be read. O(bytes).
  package static func isWhole(_ source: Span<UInt8>) -> Bool {
    guard let order = UTF16Text.byteOrder(of: source) else { return MessageText(source)?.isWhole ?? true }
    return MessageText(UTF16Text(source, order).bytes.span)?.isWhole ?? true
  }

  /// Turns a document that was read from the text into one of the original.
  func restorePlaces(of document: inout MarkingDocument, in source: Span<UInt8>) {
    page.restorePlaces(of: &document, in: decoded.bytes.span)
    decoded.restorePlaces(of: &document, in: source)
    document.isEditable = false
  }

  // MARK: Parts

  private mutating func read(_ first: MessageHeader, in source: Span<UInt8>) {
    takeHeader(first, in: source)
    var header = first
    while true {
      if header.isAmbiguous { isWhole = false }
      at = header.end
      let start = at
      if header.type.hasPrefix("multipart/") {
        isChanged = true
        open(header)
      } else if header.type == "message/rfc822" || header.type == "message/global" {
        isChanged = true
        if header.encoding == .base64 || header.encoding == .other { isWhole = false }
        if let inner = MessageHeader.message(from: at, in: source) {
          takeHeader(inner, in: source)
          header = inner
          continue
        }
      }
      let border = nextBorder(in: source)
      take(header, ByteRange(start, border.start), in: source)
      levels.removeLast(levels.count - border.levels)
      guard let next = border.header else { return }
      decoded.copy(border.lineEnd, of: source)
      if border.beginsMessage {
        isChanged = true
        takeHeader(next, in: source)
      }
      header = next
    }
  }

  private mutating func open(_ header: MessageHeader) {
    guard let boundary = header.boundary, !boundary.isEmpty, levels.count < Self.deepest else {
      isWhole = false
      return
    }
    if header.type == "multipart/encrypted" { isWhole = false }
    levels.append(Level(boundary: boundary, plain: header.type == "multipart/alternative" ? WordSet() : nil))
  }

  /// The header of a message is text, its subject without the encoding of words.
  private mutating func takeHeader(_ header: MessageHeader, in source: Span<UInt8>) {
    var start = at
    for subject in header.subjects {
      decoded.copy(ByteRange(start, subject.start), of: source)
      let count = decoded.bytes.count
      if !decoded.addEncodedWords(subject, of: source) { isWhole = false }
      if decoded.bytes.count - count != subject.count { isChanged = true }
      start = subject.end
    }
    decoded.copy(ByteRange(start, header.end), of: source)
  }

  /// A line that parts a message.
  private struct Border {
    var start: Int
    var lineEnd: ByteRange
    /// How many parts with parts are open behind it.
    var levels: Int
    /// What follows; nil at the end of all.
    var header: MessageHeader?
    var beginsMessage = false
  }

  /// Goes behind the next border.
  private mutating func nextBorder(in source: Span<UInt8>) -> Border {
    var isBehindEmpty = false
    while at < source.count {
      let line = at
      let end = source.firstLineEnd(from: line)
      at = min(source.count, source.nextLine(after: end))
      let lineEnd = ByteRange(end, at)
      if source.has("--", at: line, end: end), let (level, isLast) = border(line + 2, end, in: source) {
        // Behind the last part stands what no part is: it is passed over as one of no kind of text.
        let header = isLast ? .remainder(from: at) : MessageHeader(from: at, in: source)
        return Border(start: line, lineEnd: lineEnd, levels: isLast ? level : level + 1, header: header)
      }
      if isMailbox, isBehindEmpty, source.isEnvelope(line, end),
        let header = MessageHeader.message(from: at, in: source)
      {
        return Border(start: line, lineEnd: lineEnd, levels: 0, header: header, beginsMessage: true)
      }
      isBehindEmpty = end == line
    }
    return Border(start: source.count, lineEnd: ByteRange(at, at), levels: 0, header: nil)
  }

  /// The level whose boundary stands at an offset, the innermost first, and whether it closes it.
  private func border(_ start: Int, _ end: Int, in source: Span<UInt8>) -> (level: Int, isLast: Bool)? {
    let end = source.trimmedEnd(start, end)
    for (index, level) in levels.enumerated().reversed() where source.has(level.boundary, at: start, end: end) {
      let rest = start + level.boundary.count
      if rest == end { return (index, false) }
      if source.has("--", at: rest, end: end), rest + 2 == end { return (index, true) }
    }
    return nil
  }

  // MARK: Texts

  private mutating func take(_ header: MessageHeader, _ range: ByteRange, in source: Span<UInt8>) {
    if Self.sealed.contains(header.type) { isWhole = false }
    guard header.type.hasPrefix("text/") else { return }
    let count = decoded.bytes.count
    if !isASCII(header.charset) || !add(range, header.encoding, in: source) {
      isWhole = false
      decoded.takeBack(to: count)
      return
    }
    let text = ByteRange(count, decoded.bytes.count)
    // UTF-16, or no text at all.
    if header.encoding != .none, decoded.bytes[count...].contains(0) { isWhole = false }
    guard header.type == "text/html" else {
      for index in levels.indices where levels[index].plain != nil { levels[index].plain?.add(text, of: decoded.bytes) }
      return
    }
    isChanged = true
    // A page that says what was said in plain text is not read again.
    if let plain = levels.last(where: { $0.plain?.isEmpty == false })?.plain {
      var copy = CopiedText()
      PageText.add(text, showsTitle: false, of: decoded.bytes.span, to: &copy)
      if plain.says(copy.bytes) {
        decoded.takeBack(to: count)
        return
      }
    }
    pages.append(text)
  }

  /// Parts that hide what they say: encrypted ones, and pieces.
  private static let sealed = ["application/pkcs7-mime", "application/x-pkcs7-mime", "message/partial"]

  private mutating func add(_ range: ByteRange, _ encoding: MessageHeader.Encoding, in source: Span<UInt8>) -> Bool {
    switch encoding {
    case .none: decoded.copy(range, of: source)
    case .quotedPrintable:
      isChanged = true
      decoded.addQuotedPrintable(range, of: source)
    case .base64:
      isChanged = true
      return decoded.addBase64(range, of: source)
    case .other: return false
    }
    return true
  }

  /// Whether ASCII is itself in a character set. Another one is not read.
  private func isASCII(_ charset: String) -> Bool {
    ![
      "utf-16", "utf16", "utf-32", "utf32", "ucs-", "utf-7", "utf7", "unicode", "iso-2022", "hz", "ebcdic", "ibm0",
      "cp037",
    ]
    .contains { charset.hasPrefix($0) }
  }

  private mutating func makePage() {
    var start = 0
    var text = CopiedText(reserving: decoded.bytes.count)
    for range in pages {
      text.copy(ByteRange(start, range.start), of: decoded.bytes.span)
      PageText.add(range, showsTitle: false, of: decoded.bytes.span, to: &text)
      start = range.end
    }
    text.copy(ByteRange(start, decoded.bytes.count), of: decoded.bytes.span)
    page = text
  }
}

extension Span where Element == UInt8 {
  /// Whether a line is the one that programs put before a message of a mailbox: `From ` and somewhere a time.
  fileprivate func isEnvelope(_ start: Int, _ end: Int) -> Bool {
    guard has("From ", at: start, end: end), end - start >= 10 else { return false }
    return ((start + 7)..<(end - 2)).contains { colon in
      self[colon] == 0x3A && self[colon - 2].isDigit && self[colon - 1].isDigit && self[colon + 1].isDigit
        && self[colon + 2].isDigit
    }
  }

  fileprivate func has(_ bytes: [UInt8], at: Int, end: Int) -> Bool {
    guard end - at >= bytes.count else { return false }
    for (index, byte) in bytes.enumerated() where self[at + index] != byte { return false }
    return true
  }
}
