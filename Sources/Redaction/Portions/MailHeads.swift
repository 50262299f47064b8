import Documents
import MarkingModel

/// The headers of the messages in an e-mail or thread, printed or quoted, and the lines that part one message from another.
struct MailHeads {
  private typealias Header = Documents.MailHeader

  /// Fields that say who, when and how: they belong to the form, and no portion goes on over one. What a message is about
  /// and what is attached to it are text.
  private(set) var fields: [ByteRange] = []
  /// `-----Original Message-----`, `On 3 May 2016 at 10:15, Ann Finch <…> wrote:`, `-- ` before a signature.
  private(set) var separators: [ByteRange] = []
  /// Where the headers of messages end, behind the last line of each.
  private var ends: [Int] = []

  init() {}

  /// O(text).
  ///
  /// - Parameter isMail: whether the document is an e-mail or a thread. A memorandum may begin with such lines, too; further
  ///   on they are a part of its text.
  init(in whole: ByteRange, isMail: Bool, _ source: Span<UInt8>) {
    var run = Run()
    // What a header may begin behind: nothing, a blank line, a separator, a row of signs.
    var mayBegin = true
    var rule: ByteRange?
    var at = whole.start
    while at < whole.end {
      var end = at
      while end < whole.end, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
      let line = ByteRange(Self.text(at, end, in: source), end)
      var next = end + 1
      if end + 1 < whole.end, source[end] == 0x0D, source[end + 1] == 0x0A { next += 1 }
      defer { at = next }
      if let field = Header.field(line.start, line.end, in: source)?.field, mayBegin || !run.isEmpty {
        run.take(field, ByteRange(at, end), isFirst: at == whole.start)
        mayBegin = false
        continue
      }
      let isBlank = source.skipBlanks(line.start, line.end) >= line.end
      // A subject or a list of addresses goes on on the next line.
      if !run.isEmpty, !isBlank, run.goesOn(at, line, in: source) { continue }
      close(run, behind: rule, isMail)
      run = Run()
      let isSeparator = isMail && isSeparator(line, next, whole.end, in: source)
      if isSeparator { separators.append(ByteRange(at, end)) }
      let isRule = !isBlank && !isSeparator && !PortionReader.holdsLetters(line, in: source)
      rule = isRule ? ByteRange(at, end) : nil
      mayBegin = isBlank || isSeparator || isRule
    }
    close(run, behind: rule, isMail)
  }

  /// Takes the fields of a header, and the row of signs above it.
  private mutating func close(_ run: Run, behind rule: ByteRange?, _ isMail: Bool) {
    let header = run.fieldsOfHeader(isMail)
    fields += header
    if isMail, !header.isEmpty { ends.append(run.end) }
    if let rule, !header.isEmpty { separators.append(rule) }
  }

  /// The first of the fields at or behind `at`; O(log fields).
  func field(behind at: Int) -> ByteRange? {
    Self.first(of: fields, behind: at)
  }

  /// Whether nothing stands between a block and the message below it.
  func endsMessage(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    guard let next = Self.first(of: separators, behind: block.end) ?? field(behind: block.end) else { return false }
    let other = field(behind: block.end) ?? next
    let start = min(next.start, other.start)
    var at = block.end
    while at < start, source[at] <= 0x20 || source[at] == UInt8(ascii: ">") { at += 1 }
    return at == start
  }

  /// Where the header of a message ends that a place stands in: the first end behind it, without a blank line between.
  fileprivate func end(behind at: Int, in source: Span<UInt8>) -> Int? {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < at { low = middle + 1 } else { high = middle }
    }
    return low < ends.count && !PortionReader.holdsBlankLine(at, ends[low], in: source) ? ends[low] : nil
  }

  private static func first(of places: [ByteRange], behind at: Int) -> ByteRange? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle].start < at { low = middle + 1 } else { high = middle }
    }
    return low < places.count ? places[low] : nil
  }

  /// Lines that may be a header.
  private struct Run {
    private var fields: [ByteRange] = []
    private var names: Set<Header.Field> = []
    private var last: Header.Field?
    private var isFirst = false
    /// Behind its last line.
    private(set) var end = 0

    var isEmpty: Bool { last == nil }

    mutating func take(_ field: Header.Field, _ line: ByteRange, isFirst: Bool) {
      self.isFirst = self.isFirst || isFirst
      names.insert(field)
      last = field
      end = line.end
      if Self.isOfForm(field) { fields.append(line) }
    }

    private static func isOfForm(_ field: Header.Field) -> Bool {
      switch field {
      case .from, .to, .copy, .blindCopy, .sent, .date, .importance, .replyTo: true
      case .subject, .shortSubject, .about, .attachments: false
      }
    }

    /// Takes a line that is no field; false where it is none of the header's.
    mutating func goesOn(_ start: Int, _ line: ByteRange, in source: Span<UInt8>) -> Bool {
      guard let last, Self.isOfForm(last) else {
        end = line.end
        return true
      }
      let isAddress =
        last != .sent && last != .date && last != .importance
        && ((line.start..<line.end).contains { source[$0] == UInt8(ascii: "@") }
          || source[line.end - 1] == UInt8(ascii: ";"))
      guard isAddress, !HeadText.isText(line, in: source) else { return false }
      fields[fields.count - 1].end = line.end
      end = line.end
      return true
    }

    /// Two fields head a document; within one it takes who wrote, when, and to whom or what about.
    func fieldsOfHeader(_ isMail: Bool) -> [ByteRange] {
      let isDated = names.contains(.sent) || names.contains(.date)
      let isWhole = names.contains(.from) && isDated && names.count > 2
      return isMail && isWhole || isFirst && names.count > 1 ? fields : []
    }
  }

  // MARK: Separators

  /// Behind the marks of a quotation.
  private static func text(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var at = start
    while at < end, source[at] == UInt8(ascii: ">") || source[at] == 0x20 || source[at] == 0x09 || source[at] == 0x2A {
      at += 1
    }
    return at
  }

  private func isSeparator(_ line: ByteRange, _ next: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard line.count >= 2 else { return false }
    if source[line.start] == UInt8(ascii: "-") { return Self.isDashed(line, in: source) }
    if source.hasAnyCase("BEGIN FORWARDED MESSAGE:", at: line.start, end: line.end) {
      return source.trimmedEnd(line.start, line.end) == line.start + 24
    }
    return source.hasAnyCase("ON ", at: line.start, end: line.end) && Self.isAttribution(line, next, end, in: source)
  }

  /// `-----Original Message-----`, `---------- Forwarded message ---------`.
  private static func isDashed(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: line, in: source).map { source.bytes($0).map(\.capital) }
    return words.count == 2 && names.contains(words[0] + [0x20] + words[1])
      && (line.start..<line.end).allSatisfy {
        source[$0].isLetter || source[$0].isOne(of: "-", " ") || source[$0] == 0x09
      }
  }

  private static let names: Set<[UInt8]> = Set(
    ["ORIGINAL MESSAGE", "FORWARDED MESSAGE", "ORIGINAL APPOINTMENT"].map { Array($0.utf8) })

  /// `On Mon, May 2, 2016 at 9:00 AM, Bo Finch <bo@agency.example> wrote:` on one line, with an address or before a
  /// quotation. A sentence of a paper may end like that, but is no line with an address, and nothing is quoted below it.
  private static func isAttribution(_ line: ByteRange, _ next: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    let stop = source.trimmedEnd(line.start, line.end)
    guard line.count < 160, stop - line.start > 12, source.hasAnyCase("WROTE:", at: stop - 6, end: stop),
      (line.start..<stop).contains(where: { source[$0].isDigit })
    else { return false }
    if (line.start..<stop).contains(where: { source[$0] == UInt8(ascii: "@") }) { return true }
    var below = next
    while below < end, source[below] == 0x0A || source[below] == 0x0D || source[below] == 0x20 { below += 1 }
    return below < end && source[below] == UInt8(ascii: ">")
  }
}

// Lines of the headers of messages.
extension PortionReader {
  /// Adds them to the form. A header begins a block of its own, so that it stays like what belongs to a page.
  mutating func addMailHeads(_ source: Span<UInt8>) {
    form += heads.fields + heads.separators
    ofPages.formUnion((heads.fields + heads.separators).map(\.start))
  }

  /// Where a portion ends that stands in a header: no field goes with the one before, and no text below with the last.
  func endInHeader(of line: ByteRange, in source: Span<UInt8>) -> Int? {
    guard let field = heads.field(behind: line.end), field.start - line.end < 2000,
      // Nothing but lines of the same field stand between.
      !Self.holdsBlankLine(line.end, field.start, in: source)
    else { return heads.end(behind: line.end, in: source) }
    return field.start
  }

  fileprivate static func holdsBlankLine(_ start: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var feeds = 0
    for i in start..<end {
      if source[i] == 0x0A || source[i] == 0x0D && (i + 1 == end || source[i + 1] != 0x0A) {
        feeds += 1
      } else if source[i] > 0x20 {
        feeds = 0
      }
      if feeds > 1 { return true }
    }
    return false
  }
}
