internal import MailKit
package import MarkingModel

/// A message (RFC 5322) or a mailbox of them: what a mail program shows of it, and the way back.
///
/// A copy is written anew from constants and stretches of the reading text. Header fields that are not read, text around
/// the parts, signatures and whatever else a message has are left out.
package struct MailDocument: RewritableDocument {
  package let format: DocumentFormat
  package let text: [UInt8]
  package let parts: [TextPart]
  package let places: [TextPart]
  package let gaps: [ByteRange]
  package let softGaps: [ByteRange]
  package let structure: TextStructure
  package let frames: [LineFrame]
  package let dropped: [DroppedKind]
  let messages: [MailNode]
  private let lineEnd: String

  /// - Parameter format: `message` or `mailbox`.
  package init(_ file: [UInt8], _ format: DocumentFormat) throws(Refusal) {
    self.format = format
    let sources = format == .mailbox ? Mailbox.messages(in: file) : [DocumentFormat.withoutLead(file)]
    if sources.isEmpty { throw .structure("the mailbox has no line that a message begins with") }
    var text = MailText()
    var messages: [MailNode] = []
    for (index, source) in sources.enumerated() {
      let name = format == .mailbox ? "message \(index + 1)" : ""
      let message: MailMessage
      do throws(MailError) {
        message = try MailMessage(reading: source)
      } catch {
        throw .structure("\(name.isEmpty ? "the message" : name) \(error.sentence)")
      }
      messages.append(try text.add(message, named: name))
    }
    self.messages = messages
    self.text = text.text
    parts = text.parts
    places = text.places
    gaps = text.gaps
    softGaps = text.softGaps
    structure = text.structure
    frames = text.frames
    dropped = text.dropped
    let end = file.firstIndex(of: 0x0A) ?? 0
    lineEnd = end > 0 && file[end - 1] == 0x0D ? "\r\n" : "\n"
  }

  package func rewritten(_ changes: TextChanges) throws(Refusal) -> [UInt8] {
    let writer = MailWriter(text: text, changes: changes, lineEnd: lineEnd)
    guard format == .mailbox else { return try writer.message(messages[0], endsLine: messages[0].endsWithParts) }
    var file: [UInt8] = []
    for message in messages {
      // Who sent it and when is not said again here.
      file += "From - Thu Jan  1 00:00:00 1970\(lineEnd)".utf8
      file += try writer.message(message, endsLine: true) + Array(lineEnd.utf8)
    }
    return file
  }
}
