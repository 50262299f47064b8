internal import CGMime

/// The records that a message was taken apart into, put together as values.
struct Records {
  private let bytes: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private struct Record {
    var kind: Int
    var content: ArraySlice<UInt8>

    var text: String { String(decoding: content, as: UTF8.self) }

    var pair: (name: String, value: String) {
      let end = content.firstIndex(of: 0) ?? content.endIndex
      return (
        String(decoding: content[..<end], as: UTF8.self), String(decoding: content[end...].dropFirst(), as: UTF8.self)
      )
    }
  }

  /// Nil at the end. A record is never cut: the C side counts what it writes.
  private mutating func next() -> Record? {
    guard at + 5 <= bytes.count else { return nil }
    let count = (1...4).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * ($1 - 1)) }
    defer { at += 5 + count }
    return Record(kind: Int(bytes[at]), content: bytes[(at + 5)..<(at + 5 + count)])
  }

  /// The numbers of GMime's warnings from which on, but for one, parts may be lost: conflicting fields and parameters,
  /// names that are none, parts without a boundary or without anything.
  private static let ambiguous: Set<UInt8> = [
    UInt8(CGMIME_INVALID_NAME), UInt8(CGMIME_CONFLICTING_FIELD), UInt8(CGMIME_CONFLICTING_PARAMETER),
    UInt8(CGMIME_NO_BOUNDARY), UInt8(CGMIME_NESTED_TOO_DEEP), UInt8(CGMIME_NOTHING_IN_PART),
  ]

  mutating func read() throws(MailError) -> MailMessage {
    while let record = next() {
      switch record.kind {
      case CGMIME_WARNING where record.content.first.map(Self.ambiguous.contains) == true: throw .ambiguous
      case CGMIME_MESSAGE: return try message()
      default: continue
      }
    }
    throw .noMessage
  }

  private mutating func message() throws(MailError) -> MailMessage {
    var fields: [MailField] = []
    var part: MailPart?
    while let record = next(), record.kind != CGMIME_END {
      if let found = try self.part(record) { part = found } else { take(record, &fields) }
    }
    guard let part else { throw .noMessage }
    return MailMessage(fields: fields, part: part)
  }

  /// The part that begins with a record; nil where none begins.
  private mutating func part(_ record: Record) throws(MailError) -> MailPart? {
    var part = MailPart(
      kind: .leaf(content: [], text: nil), type: "", parameters: [], disposition: nil, dispositionParameters: [],
      fields: [])
    switch record.kind {
    case CGMIME_MULTIPART:
      let children = try body(&part).parts
      part.kind = .parts(children, hasHiddenText: record.content.first == 1)
    case CGMIME_ENCLOSED:
      let message = try body(&part).message
      part.kind = .message(message)
    case CGMIME_LEAF:
      let body = try body(&part)
      part.kind = .leaf(content: body.content, text: body.text)
    default: return nil
    }
    return part
  }

  private struct Body {
    var parts: [MailPart] = []
    var message: MailMessage?
    var content: [UInt8] = []
    var text: [UInt8]?
  }

  private mutating func body(_ part: inout MailPart) throws(MailError) -> Body {
    var body = Body()
    while let record = next(), record.kind != CGMIME_END {
      switch record.kind {
      case CGMIME_MESSAGE: body.message = try message()
      case CGMIME_CONTENT: body.content = Array(record.content)
      case CGMIME_TEXT: body.text = Array(record.content)
      case CGMIME_TYPE: part.type = record.text
      case CGMIME_DISPOSITION: part.disposition = record.text.lowercased()
      case CGMIME_PARAMETER:
        part.parameters.append(MailParameter(name: record.pair.name, value: record.pair.value))
      case CGMIME_DISPOSITION_PARAMETER:
        part.dispositionParameters.append(MailParameter(name: record.pair.name, value: record.pair.value))
      default:
        if let child = try self.part(record) { body.parts.append(child) } else { take(record, &part.fields) }
      }
    }
    return body
  }

  /// A header field, or what is said of the last one.
  private mutating func take(_ record: Record, _ fields: inout [MailField]) {
    switch record.kind {
    case CGMIME_HEADER: fields.append(MailField(name: record.pair.name, value: record.pair.value))
    case CGMIME_ODD_HEADER where !fields.isEmpty: fields[fields.count - 1].isOdd = true
    case CGMIME_DATE where !fields.isEmpty: fields[fields.count - 1].date = record.text
    case CGMIME_MAILBOX, CGMIME_GROUP:
      let address = address(record)
      if !fields.isEmpty { fields[fields.count - 1].addresses.append(address) }
    default: break
    }
  }

  private mutating func address(_ record: Record) -> MailAddress {
    if record.kind == CGMIME_MAILBOX { return .mailbox(name: record.pair.name, address: record.pair.value) }
    var members: [MailAddress] = []
    while let member = next(), member.kind != CGMIME_GROUP_END { members.append(address(member)) }
    return .group(name: record.text, members: members)
  }
}
