internal import Documents
internal import MarkingGrammar
import MarkingModel

/// What the head of a paper or message says of itself in lines with labels: from whom it is, to whom and of which day.
struct PaperHead {
  /// Without addresses in angle brackets: what stands in both a document and its copy is compared.
  private(set) var from = ""
  private(set) var to = ""
  private(set) var day: Int?
  private(set) var isMemorandum = false
  private var fields: Set<Documents.MailHeader.Field> = []

  /// Whether it has the lines of a message.
  var isMessage: Bool {
    !isMemorandum && fields.isSuperset(of: [.from, .to, .subject])
      && (fields.contains(.sent) || fields.contains(.date))
  }

  /// Heads are no longer than this; further down such lines belong to what is quoted.
  private static let (longest, lines) = (4096, 40)
  private static let longestValue = 120

  /// O(1): of a long text only its beginning is read.
  init(_ text: [UInt8], _ vocabulary: borrowing Vocabulary) {
    let source = text.span
    var at = 0
    for _ in 0..<Self.lines where at < min(source.count, Self.longest) {
      let end = source.lineEnd(from: at)
      take(ByteRange(source.skipBlanks(at, end), end), in: source, vocabulary)
      at = max(source.nextLine(behind: end), at + 1)
    }
  }

  private mutating func take(_ line: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    if let (field, value) = Documents.MailHeader.field(line.start, line.end, in: source) {
      note(ByteRange(value, line.end), as: field, in: source, vocabulary)
      return
    }
    guard source.hasAnyCase("MEMORANDUM", at: line.start, end: line.end) else { return }
    isMemorandum = true
    let next = source.skipBlanks(line.start + 10, line.end)
    for word in ["FOR", "TO"] where source.hasAnyCase(word, at: next, end: line.end) {
      var value = next + word.utf8.count
      if value < line.end, source[value] == UInt8(ascii: ":") { value += 1 }
      note(ByteRange(value, line.end), as: .to, in: source, vocabulary)
      return
    }
  }

  /// The first line with a label counts.
  private mutating func note(
    _ value: ByteRange, as field: Documents.MailHeader.Field, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard fields.insert(field).inserted else { return }
    switch field {
    case .from: from = Self.name(value, in: source)
    case .to: to = Self.name(value, in: source)
    case .sent, .date: day = day ?? DocumentDate.day(value.start, value.end, in: source, vocabulary)?.number
    default: break
    }
  }

  /// Who is named, with one space between words; nothing for a text that is no name.
  private static func name(_ value: ByteRange, in source: Span<UInt8>) -> String {
    let bytes = source.bytes(value).prefix { $0 != UInt8(ascii: "<") }
    let name = Array(bytes.split { $0 <= 0x20 }.joined(separator: [0x20]))
    return name.count <= longestValue ? String(decoding: name, as: UTF8.self) : ""
  }
}
