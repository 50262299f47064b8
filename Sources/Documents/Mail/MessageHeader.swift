import MarkingModel

/// What the header of a message or of one of its parts says of the content (RFC 2045).
struct MessageHeader: Sendable {
  enum Encoding: Sendable {
    case none, quotedPrintable, base64
    /// One that is not known.
    case other
  }

  /// In small letters.
  private(set) var type = "text/plain"
  private(set) var boundary: [UInt8]?
  private(set) var charset = ""
  private(set) var encoding = Encoding.none
  /// Where the content begins.
  private(set) var end: Int
  /// Whether a field of MIME stands in it.
  private(set) var isMIME = false
  /// Whether it says a thing twice or at more length than is read: programs read it differently.
  private(set) var isAmbiguous = false
  /// The values of `Subject`, with the lines that continue them.
  private(set) var subjects: [ByteRange] = []

  /// More of a field than any program writes, in bytes: what is behind it is not read.
  private static let longest = 8192

  private static func read(of value: ByteRange) -> ByteRange {
    ByteRange(value.start, min(value.end, value.start + longest))
  }

  /// The header of a message: one field at least. It ends with an empty line, or before what is no field.
  static func message(from start: Int, in source: Span<UInt8>) -> MessageHeader? {
    let header = MessageHeader(from: start, in: source)
    return header.end > start ? header : nil
  }

  /// What stands behind the last part, as a part that is no text.
  static func remainder(from start: Int) -> MessageHeader {
    var header = MessageHeader(end: start)
    header.type = ""
    return header
  }

  private init(end: Int) { self.end = end }

  /// The header of a part, which may be empty.
  init(from start: Int, in source: Span<UInt8>) {
    end = start
    var hasType = false
    var hasEncoding = false
    while end < source.count {
      let lineEnd = source.firstLineEnd(from: end)
      if lineEnd == end {
        end = Swift.min(source.count, source.nextLine(after: lineEnd))
        return
      }
      guard let colon = source.fieldColon(end, lineEnd) else { return }
      let name = source.trimmed(ByteRange(end, colon))
      let (value, next) = source.folded(from: colon + 1, to: lineEnd)
      if source.equals(name, "CONTENT-TYPE") {
        isAmbiguous = isAmbiguous || hasType
        (hasType, isMIME) = (true, true)
        isAmbiguous = isAmbiguous || value.count > Self.longest
        takeType(source.text(Self.read(of: value)))
      } else if source.equals(name, "CONTENT-TRANSFER-ENCODING") {
        isAmbiguous = isAmbiguous || hasEncoding
        (hasEncoding, isMIME) = (true, true)
        takeEncoding(source.text(Self.read(of: value)))
      } else if source.equals(name, "MIME-VERSION") {
        isMIME = true
      } else if source.equals(name, "SUBJECT") {
        subjects.append(value)
      }
      end = next
    }
  }

  private mutating func takeType(_ value: String) {
    let parts = Self.parameters(value)
    // What comes behind the word is a comment.
    if let first = parts.first?.lowercased().prefix(while: { !$0.isWhitespace && $0 != "(" }), first.contains("/") {
      type = String(first)
    }
    for part in parts.dropFirst() {
      guard let sign = part.firstIndex(of: "=") else { continue }
      let name = Self.trimmed(part[..<sign]).lowercased()
      let value = Self.unquoted(Self.trimmed(part[part.index(after: sign)...]))
      if name == "boundary" { boundary = Array(value.utf8) }
      if name == "charset" { charset = value.lowercased() }
    }
  }

  private mutating func takeEncoding(_ value: String) {
    // What comes behind the word is a comment.
    switch value.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == ";" || $0 == "(" }).first {
    case "7bit", "8bit", "binary", nil: encoding = .none
    case "quoted-printable": encoding = .quotedPrintable
    case "base64": encoding = .base64
    default: encoding = .other
    }
  }

  /// The parts of a value between semicolons that stand in no quotation.
  private static func parameters(_ value: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    for scalar in value.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if scalar == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    return parts.map { trimmed($0[...]) }
  }

  private static func trimmed(_ text: Substring) -> String {
    let front = text.drop { $0.isWhitespace }
    let count = front.reversed().prefix { $0.isWhitespace }.count
    return String(front.dropLast(count))
  }

  private static func unquoted(_ text: String) -> String {
    guard text.hasPrefix("\"") else { return String(text.prefix { !$0.isWhitespace && $0 != "(" }) }
    return String(text.dropFirst().prefix { $0 != "\"" })
  }
}

extension Span where Element == UInt8 {
  /// The colon behind the name of a header field: printable characters without a blank, and blanks before it at most.
  fileprivate func fieldColon(_ start: Int, _ end: Int) -> Int? {
    var i = start
    while i < end, self[i] &- 0x21 < 0x5E, self[i] != 0x3A { i += 1 }
    guard i > start else { return nil }
    i = skipBlanks(i, end)
    return i < end && self[i] == 0x3A ? i : nil
  }

  /// The value of a field with the lines that continue it, and the start of the line behind them.
  fileprivate func folded(from start: Int, to end: Int) -> (value: ByteRange, next: Int) {
    var end = end
    var next = Swift.min(count, nextLine(after: end))
    while next < count, self[next] == 0x20 || self[next] == 0x09 {
      end = firstLineEnd(from: next)
      next = Swift.min(count, nextLine(after: end))
    }
    return (ByteRange(start, end), next)
  }

  fileprivate func text(_ range: ByteRange) -> String {
    String(decoding: (range.start..<range.end).map { self[$0] }, as: UTF8.self)
  }
}
