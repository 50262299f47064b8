import MailKit
import MarkingModel

/// Puts the reading text of messages together: the lines of a header that a copy keeps, then the text of each part. What
/// stands for the structure (names of fields, empty lines) are gaps.
struct MailText {
  var text: [UInt8] = []
  var parts: [TextPart] = []
  /// The texts that stand in one part with the header above, by the number of the part.
  private var joined: [Int: TextPart] = [:]
  var gaps: [ByteRange] = []
  var softGaps: [ByteRange] = []
  var structure = TextStructure()
  var frames: [LineFrame] = []
  private var counts: [String: Int] = [:]

  var dropped: [DroppedKind] { counts.sorted { $0.key < $1.key }.map { DroppedKind($0.key, $0.value) } }

  // MARK: Messages

  /// - Parameters:
  ///   - name: what records call the message; empty for the only one of a file.
  ///   - isFramed: whether the lines of the policy go around its text.
  mutating func add(_ message: MailMessage, named name: String, isFramed: Bool = true) throws(Refusal) -> MailNode {
    separate()
    let start = text.count
    let lines = try header(message.fields, of: name)
    var head = TextPart(name.isEmpty ? "message" : name, .document, ByteRange(start, text.count))
    if !lines.isEmpty { head.message = .header }
    parts.append(head)
    let body = try self.body(message.part, MailPlace(message: name, isFramed: isFramed, followsHeader: !lines.isEmpty))
    return MailNode(fields: lines, body: body)
  }

  private mutating func header(_ fields: [MailField], of name: String) throws(Refusal) -> [MailLine] {
    var lines: [MailLine] = []
    for field in fields {
      guard let kept = MailHeader.kept.first(where: field.isNamed) else {
        drop(MailHeader.droppedName(field.name), unless: MailHeader.isStructure(field.name))
        continue
      }
      if field.isOdd { throw .part(name.isEmpty ? "the message" : name, .headerField) }
      let items = MailHeader.items(of: field)
      if items.hasRemarks { drop("remark in an address") }
      guard !items.texts.isEmpty else { continue }
      gap((lines.isEmpty ? "" : "\n") + kept + ": ")
      let start = text.count
      var found: [MailItem] = []
      for item in items.texts {
        if !found.isEmpty { text += ", ".utf8 }
        found.append(append(item))
      }
      lines.append(
        MailLine(name: kept, value: ByteRange(start, text.count), items: MailHeader.isAddresses(kept) ? found : nil))
    }
    return lines
  }

  private mutating func append(_ item: MailHeader.Item) -> MailItem {
    let start = text.count
    text += item.name.utf8
    guard let address = item.address else { return MailItem(range: ByteRange(start, text.count), mailbox: nil) }
    let name = ByteRange(start, text.count)
    if !name.isEmpty { text += " <".utf8 }
    let place = ByteRange(text.count, text.count + address.utf8.count)
    text += address.utf8
    if !name.isEmpty { text += ">".utf8 }
    return MailItem(range: ByteRange(start, text.count), mailbox: (name, place))
  }

  // MARK: Parts

  private mutating func body(_ part: MailPart, _ place: MailPlace) throws(Refusal) -> MailBody {
    for field in part.fields where !MailHeader.isStructure(field.name) { drop(MailHeader.droppedName(field.name)) }
    if let problem = MailPartKind.problem(of: part) { throw .part(place.name, problem) }
    switch part.kind {
    case .parts(let children, let hasHiddenText): return try body(part, children, hasHiddenText, place)
    case .message(let message?):
      return .message(try add(message, named: place.name, isFramed: false))
    case .message(nil): return .text(unread(.elsewhere, place))
    case .leaf(let content, let converted):
      let kind = MailPartKind(part)
      if case .unread(let problem) = kind { return .text(unread(problem, place)) }
      if kind == .page { return .text(try page(content, converted, part, place)) }
      if kind == .xml { return .text(try xml(content, converted, part, place)) }
      let text = try Self.text(content, converted, of: part, place)
      return .text(try leaf(text, part, kind, place))
    }
  }

  private mutating func body(
    _ part: MailPart, _ children: [MailPart], _ hasHiddenText: Bool, _ place: MailPlace
  ) throws(Refusal) -> MailBody {
    if part.type == "multipart/encrypted" { return .text(unread(.sealed, place)) }
    if hasHiddenText { drop("text around the parts") }
    var children = children
    if part.type == "multipart/signed", children.count > 1 {
      drop("signature", count: children.count - 1)
      children = [children[0]]
    }
    let kind = MailMultipart(rawValue: String(part.type.dropFirst("multipart/".utf8.count))) ?? .mixed
    var bodies: [MailBody] = []
    for (index, child) in children.enumerated() {
      let isFramed = place.isFramed && (index == 0 || kind == .alternative)
      var here = place.child(index + 1, isFramed: isFramed)
      here.isAlternative = (index == 0 ? place.isAlternative : kind == .alternative) && isFramed
      bodies.append(try body(child, here))
    }
    switch bodies.count {
    case 0:
      separate()
      let here = ByteRange(text.count, text.count)
      return .text(MailLeaf(type: "text/plain", range: here, content: .plain, fileName: nil, isAttachment: false))
    case 1: return bodies[0]
    default: return .parts(kind, bodies)
    }
  }

  /// The content as UTF-8 with line feeds.
  static func text(
    _ content: [UInt8], _ converted: [UInt8]?, of part: MailPart, _ place: MailPlace
  ) throws(Refusal) -> [UInt8] {
    if part.parameter("charset") != nil, converted == nil { throw .part(place.name, .characterSet) }
    let bytes = converted ?? content
    guard (try? UTF8Span(validating: bytes.span)) != nil else { throw .part(place.name, .characterSet) }
    // A mark of the byte order is none of the text.
    return withLineFeeds(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes)
  }

  /// Text with line feeds for its line ends: those of a part are of the message, and most have two bytes.
  static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      text.append(byte == 0x0D ? 0x0A : byte)
    }
    return text
  }

  private mutating func leaf(
    _ content: [UInt8], _ part: MailPart, _ kind: MailPartKind, _ place: MailPlace
  ) throws(Refusal) -> MailLeaf {
    if EmbeddedFile.isIn(content) { return unread(.embedded, place) }
    var lines: ContentLines?
    if kind == .lines {
      lines = ContentLines(reading: content)
      if lines == nil { return unread(.embedded, place) }
    }
    let fileName = fileName(of: part, place)
    let isFirst = fileName == nil && place.followsHeader
    separate()
    let start = text.count
    switch kind {
    case .lines: text += lines?.text ?? []
    case .flowed(let deletesBlanks): text += FlowedText.unflowed(content, deletesBlanks: deletesBlanks)
    default: text += content
    }
    let range = ByteRange(start, text.count)
    if !isFirst || !joinHeader(to: range, named: place.name) { parts.append(TextPart(place.name, .document, range)) }
    if place.isFramed, kind != .lines, kind != .table { frames.append(LineFrame(range, .lines)) }
    return MailLeaf(
      type: part.type == "text/plain" || part.type.isEmpty ? "text/plain" : part.type, range: range,
      content: lines.map { .lines($0) } ?? .plain, fileName: fileName, isAttachment: part.disposition == "attachment")
  }

  /// Header and text are one document to whoever reads the markings. False where no header stands before the text.
  mutating func joinHeader(to text: ByteRange, named name: String) -> Bool {
    guard let header = parts.last, header.kind == .document else { return false }
    joined[parts.count - 1] = TextPart(name, .document, text)
    parts[parts.count - 1].range.end = text.end
    return true
  }

  /// The parts, with headers and the texts below them apart.
  var places: [TextPart] {
    parts.enumerated().flatMap { index, part in
      guard let text = joined[index] else { return [part] }
      let header = TextPart("the header of \(part.name)", .document, ByteRange(part.range.start, text.range.start))
      return [header, text]
    }
  }

  mutating func fileName(of part: MailPart, _ place: MailPlace) -> ByteRange? {
    guard let name = part.fileName.map(MailHeader.clean), !name.isEmpty else { return nil }
    // Encoded once more: it may say anything.
    if name.contains("=?") || name.contains("%") {
      drop("file name")
      return nil
    }
    separate()
    let start = text.count
    text += name.utf8
    let range = ByteRange(start, text.count)
    parts.append(TextPart("file name of \(place.name)", .line, range))
    return range
  }

  /// A line that stands for a part that is not read; a policy withholds it, or the message is refused.
  mutating func unread(_ problem: PartProblem, _ place: MailPlace) -> MailLeaf {
    separate()
    let start = text.count
    text += "An attachment that is not read.".utf8
    let range = ByteRange(start, text.count)
    parts.append(TextPart(place.name, .unread(problem), range))
    return MailLeaf(type: "text/plain", range: range, content: .plain, fileName: nil, isAttachment: false)
  }

  // MARK: Text

  private mutating func gap(_ words: String) {
    let start = text.count
    text += words.utf8
    gaps.append(ByteRange(start, text.count))
  }

  /// An empty line, where something stands before.
  mutating func separate() {
    if !text.isEmpty { gap(text.last == 0x0A ? "\n" : "\n\n") }
  }

  mutating func drop(_ name: String, count: Int = 1, unless isKept: Bool = false) {
    if !isKept { counts[name, default: 0] += count }
  }
}
