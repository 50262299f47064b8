internal import Documents

/// What kind of file a document is, as far as a release must know: what can be rewritten, and what is refused because
/// parts of it would pass unseen.
package enum DocumentFormat: Sendable, Hashable {
  /// Plain text, cables and Markdown: every byte is seen.
  case text
  /// A message with its parts (RFC 5322), and a mailbox of them.
  case message, mailbox
  /// A page or a part of one.
  case html
  case xml
  case other(String)

  /// As records name it.
  package var word: String {
    switch self {
    case .text: "text"
    case .message: "message"
    case .mailbox: "mailbox"
    case .html: "html"
    case .xml: "xml"
    case .other: "other"
    }
  }

  /// The format that records name; nil for a word of none.
  package init?(word: String) {
    guard let format = [DocumentFormat.text, .message, .mailbox, .html, .xml].first(where: { $0.word == word }) else {
      return nil
    }
    self = format
  }

  /// Opens a file of the format.
  package func document(of file: [UInt8]) throws(Refusal) -> any RewritableDocument {
    switch self {
    case .text: PlainText(file)
    case .message, .mailbox: try MailDocument(file, self)
    case .html: try HTMLDocument(file)
    case .xml: try XMLDocument(file)
    case .other(let name): throw .format(name)
    }
  }

  /// Reads a copy that was written, with other code than wrote it.
  package func writtenCopy(_ file: [UInt8]) throws(Refusal) -> WrittenCopy {
    switch self {
    case .text: WrittenCopy(text: file, file: nil)
    case .message, .mailbox: try MailDocument.writtenCopy(file, self)
    case .html: try WrittenHTML.read(file)
    case .xml: try WrittenXML.read(file)
    case .other(let name): throw .format(name)
    }
  }

  /// Looks at the first bytes, and for a message at its header.
  package static func of(_ source: Span<UInt8>) -> DocumentFormat {
    let end = source.count
    let start = source.has("\u{FEFF}", at: 0, end: end) ? 3 : 0
    if source.has("%PDF-", at: start, end: end) { return .other("a PDF file") }
    if source.has("PK\u{3}\u{4}", at: 0, end: end) { return .other("a ZIP or Office file") }
    if source.has("{\\rtf", at: start, end: end) { return .other("an RTF file") }
    if end >= 2, source[0] == 0xFF && source[1] == 0xFE || source[0] == 0xFE && source[1] == 0xFF {
      return .other("UTF-16 text")
    }
    let first = source.firstText(from: start)
    if let markup = MarkupKind.of(source, from: first) { return markup }
    if source.has("From ", at: start, end: end), isMessage(source, from: source.nextLine(after: start)) {
      return .mailbox
    }
    if isMessage(source, from: first) { return .message }
    return holdsMessage(source) ? .other("a text with a message in it") : .text
  }

  /// Without a mark of the byte order and empty lines.
  static func withoutLead(_ file: [UInt8]) -> [UInt8] {
    Array(file.drop { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) })
  }

  /// Whether a line says that what follows is encoded. As text it would pass unseen.
  private static func holdsMessage(_ source: Span<UInt8>) -> Bool {
    var line = 0
    while line < source.count {
      if source[line] | 0x20 == UInt8(ascii: "c"), source.hasAnyCase(encoding, at: line, end: source.count) {
        let value = source.skipBlanks(line + encoding.utf8.count, source.count)
        if ["BASE64", "QUOTED-PRINTABLE"].contains(where: { source.hasAnyCase($0, at: value, end: source.count) }) {
          return true
        }
      }
      line = source.nextLine(after: line)
    }
    return false
  }

  private static let encoding = "CONTENT-TRANSFER-ENCODING:"

  /// Whether a header of RFC 5322 stands there that says what MIME parts follow or by which way the message came. A
  /// print of a message has neither.
  private static func isMessage(_ source: Span<UInt8>, from start: Int) -> Bool {
    var line = start
    var isCertain = false
    for _ in 0..<200 where line < source.count {
      let end = source.lineEnd(from: line)
      if end == line { return isCertain }
      let isContinued = source[line] == 0x20 || source[line] == 0x09
      if !isContinued {
        // What is no field ends the header, for the one or the other program.
        guard let colon = source.labelEnd(line, end) else { return isCertain }
        for label in ["MIME-VERSION", "RECEIVED", "CONTENT-TYPE", "CONTENT-TRANSFER-ENCODING", "MESSAGE-ID"]
        where colon - line == label.utf8.count && source.hasAnyCase(label, at: line, end: colon) {
          isCertain = true
        }
      }
      line = source.nextLine(after: line)
    }
    return isCertain
  }
}

/// What verification looks at in a copy.
package struct WrittenCopy: Sendable {
  /// Its reading text.
  package var text: [UInt8]
  /// The file as it was written, without the words of the format itself (names of elements, of headers); nil where that
  /// is the text.
  package var file: [UInt8]?

  package init(text: [UInt8], file: [UInt8]?) {
    self.text = text
    self.file = file
  }
}

extension Span<UInt8> {
  fileprivate func firstText(from start: Int) -> Int {
    var i = start
    while i < count, self[i] <= 0x20 { i += 1 }
    return i
  }

  /// The start of the line behind the one that holds `at`.
  fileprivate func nextLine(after at: Int) -> Int {
    let i = lineEnd(from: at)
    if i + 1 < count, self[i] == 0x0D, self[i + 1] == 0x0A { return i + 2 }
    return i + 1
  }

  /// Where the name of a header field ends: printable characters up to a colon, with or without blanks before it.
  fileprivate func labelEnd(_ start: Int, _ end: Int) -> Int? {
    var i = start
    while i < end, 0x21..<0x7F ~= self[i], self[i] != UInt8(ascii: ":") { i += 1 }
    let colon = skipBlanks(i, end)
    return i > start && colon < end && self[colon] == UInt8(ascii: ":") ? i : nil
  }
}
