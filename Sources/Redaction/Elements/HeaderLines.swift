import Documents
import MarkingModel

/// The fields of the headers of e-mails in a text, by the names that they have in a message and in print.
///
///     From: Marsh, Ida
///     Sent: Monday, May 2, 2016 10:00 AM
///     > **To:** Finch, Bo
enum HeaderLines {
  /// What stands behind the names of fields, to the end of the line and of those that go on with it, in order. O(text).
  ///
  /// - Parameters:
  ///   - fields: those that are meant, each by all of its names.
  ///   - takesOthers: whether fields that the copy of a message never has are meant, too.
  static func values(of fields: [HeaderField], takesOthers: Bool, in source: Span<UInt8>) -> [ByteRange] {
    var places: [ByteRange] = []
    var run = Run()
    var isBehindBlank = true
    // Whether the last field goes on, and how.
    var open: (isMeant: Bool, field: HeaderField?)?
    var at = 0
    while at < source.count {
      var end = at
      while end < source.count, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let line = Line(at, end, in: source)
      at = end + 1
      if line.start >= end {
        // The feed of a line that ends with two signs is no blank line.
        if end == line.whole.start, end > 0, source[end - 1] == 0x0D, end < source.count, source[end] == 0x0A {
          continue
        }
        isBehindBlank = true
        open = nil
      } else if let name = Name.read(line.start, end, in: source) {
        if isBehindBlank, run.endsAtBlank {
          places += run.values
          run = Run()
        }
        let isMeant = name.field.map(fields.contains) ?? takesOthers
        run.take(name, isMeant ? ByteRange(name.next, end) : nil, isBehindBlank: isBehindBlank)
        open = (isMeant, name.field)
        isBehindBlank = false
      } else if let field = open, line.isDeeper || field.field?.isCorrespondents ?? false && run.endsOpen(in: source) {
        if field.isMeant { run.goOn(ByteRange(line.start, end)) }
      } else {
        open = nil
        if isBehindBlank {
          places += run.values
          run = Run()
        }
      }
    }
    return places + run.values
  }

  /// A line without the marks of a quotation before it.
  private struct Line {
    var whole: ByteRange
    var start: Int
    /// Whether it is set in: it goes on with the line before.
    var isDeeper: Bool

    init(_ at: Int, _ end: Int, in source: Span<UInt8>) {
      whole = ByteRange(at, end)
      var (text, quoted) = (source.skipBlanks(at, end), at)
      while text < end, source[text] == UInt8(ascii: ">") {
        quoted = text + 1
        text = source.skipBlanks(quoted, end)
      }
      start = text
      // A blank behind the mark belongs to it.
      isDeeper = text - quoted > (quoted > at ? 1 : 0)
    }
  }

  /// Fields that follow one another. What may be a word of a text as well is one in a header only.
  private struct Run {
    private var sure: [ByteRange] = []
    private var likely: [ByteRange] = []
    private var count = 0
    private var first: Name?
    /// Whether it has fields of different names.
    private var hasOthers = false
    private var wasSure = true
    private var last: ByteRange?

    /// Whether a blank line ends it: not where one stands between its first two fields.
    private(set) var endsAtBlank = false

    /// What of it is meant.
    var values: [ByteRange] { (sure + (hasOthers ? likely : [])).sorted { $0.start < $1.start } }

    mutating func take(_ name: Name, _ value: ByteRange?, isBehindBlank: Bool) {
      if let first { hasOthers = hasOthers || first.text != name.text } else { first = name }
      count += 1
      if count == 2 { endsAtBlank = !isBehindBlank }
      wasSure = name.isSure
      last = value
      if let value { add(value) }
    }

    mutating func goOn(_ value: ByteRange) {
      last = value
      add(value)
    }

    private mutating func add(_ value: ByteRange) {
      if wasSure { sure.append(value) } else { likely.append(value) }
    }

    /// Whether a list of addresses ends with a sign for the next one.
    func endsOpen(in source: Span<UInt8>) -> Bool {
      guard let last else { return false }
      let end = source.trimmedEnd(last.start, last.end)
      return end > last.start && source[end - 1] == UInt8(ascii: ";")
    }
  }

  /// The name at the start of a line, with a colon behind it.
  private struct Name {
    /// In capitals.
    var text: String
    /// Nil for one that a copy never has.
    var field: HeaderField?
    /// Whether it names a field wherever it begins a line.
    var isSure: Bool
    var next: Int

    /// Stars for bold letters may stand around it: `*Sent:*`, `**From**:`.
    static func read(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Name? {
      let first = skipStars(start, end, in: source)
      for (name, field) in names where source.hasAnyCase(name, at: first, end: end) {
        let colon = source.skipBlanks(skipStars(first + name.utf8.count, end, in: source), end)
        guard colon < end, source[colon] == UInt8(ascii: ":") else { continue }
        let next = first > start ? skipStars(colon + 1, end, in: source) : colon + 1
        return Name(
          text: name, field: field, isSure: field.map { $0.rawValue.uppercased() == name } ?? false, next: next)
      }
      return nil
    }

    private static func skipStars(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
      var i = at
      while i < end, source[i] == UInt8(ascii: "*") { i += 1 }
      return i
    }

    /// Each field with its names in print, and those that only print shows.
    private static let names: [(name: String, field: HeaderField?)] =
      HeaderField.allCases.map { ($0.rawValue.uppercased(), $0) } + [
        ("SENT", .date), ("SENT ON", .date), ("SENT AT", .date), ("DATE SENT", .date), ("SENT DATE", .date),
        ("DATE/TIME", .date), ("RECEIVED", .date), ("DATE RECEIVED", .date),
        ("ON BEHALF OF", .from), ("SENT BY", .sender), ("REPLY TO", .replyTo),
        ("C.C.", .cc), ("COPY", .cc), ("COPY TO", .cc), ("COPIES", .cc), ("COPIES TO", .cc),
        ("B.C.C.", .bcc), ("BLIND COPY", .bcc), ("BLIND CC", .bcc), ("SUBJ", .subject), ("RE", .subject),
        ("IMPORTANCE", nil), ("PRIORITY", nil), ("SENSITIVITY", nil), ("ATTACHMENT", nil), ("ATTACHMENTS", nil),
        ("ATTACHED", nil), ("CATEGORIES", nil), ("KEYWORDS", nil), ("FLAG STATUS", nil), ("FOLLOW UP FLAG", nil),
        ("DUE BY", nil), ("MESSAGE-ID", nil), ("IN-REPLY-TO", nil), ("REFERENCES", nil), ("RETURN-PATH", nil),
        ("DELIVERED-TO", nil), ("RESENT-FROM", nil), ("RESENT-TO", nil), ("RESENT-DATE", nil), ("ORGANIZATION", nil),
      ]
  }
}
