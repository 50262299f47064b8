import MailKit
import MarkingModel

/// Pages within messages: the text and the parts that they have as files.
extension MailText {
  /// What a message says of the encoding of a page goes before what the page says.
  static func page(
    _ content: [UInt8], _ converted: [UInt8]?, of part: MailPart, _ place: MailPlace
  ) throws(Refusal) -> HTMLDocument {
    do throws(Refusal) {
      if part.parameter("charset") == nil { return try HTMLDocument(content) }
      return try HTMLDocument(text: try text(content, converted, of: part, place))
    } catch {
      guard case .structure(let problem) = error else { throw error }
      throw .structure("\(place.name) cannot be read: \(problem)")
    }
  }

  mutating func page(
    _ content: [UInt8], _ converted: [UInt8]?, _ part: MailPart, _ place: MailPlace
  ) throws(Refusal) -> MailLeaf {
    let page = try Self.page(content, converted, of: part, place)
    let fileName = fileName(of: part, place)
    separate()
    let start = text.count
    func moved(_ range: ByteRange) -> ByteRange { ByteRange(range.start + start, range.end + start) }
    text += page.text
    gaps += page.gaps.map(moved)
    softGaps += page.softGaps.map(moved)
    for (index, inner) in page.parts.enumerated() {
      let kind: TextPart.Kind =
        if case .attached(let owner) = inner.kind { .attached(to: owner + start) } else { inner.kind }
      parts.append(TextPart(index == 0 ? place.name : "\(place.name), \(inner.name)", kind, moved(inner.range)))
    }
    if place.isFramed { frames += page.frames.map { LineFrame(moved($0.range), $0.style) } }
    for kind in page.dropped { drop(kind.name, count: kind.count) }
    return MailLeaf(
      type: part.type, range: ByteRange(start, text.count), content: .page(page, source: content), fileName: fileName,
      isAttachment: part.disposition == "attachment")
  }
}
