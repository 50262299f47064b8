import MailKit
import MarkingModel

/// Pages and records within messages: the text and the parts that they have as files.
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
    let range = add(page, place, isFirst: fileName == nil && place.followsHeader)
    return MailLeaf(
      type: part.type, range: range, content: .page(page, source: Self.withLineFeeds(content)),
      fileName: fileName,
      isAttachment: part.disposition == "attachment")
  }

  /// A record in XML. One with labels marks its own portions, which the message cannot: it is not read.
  mutating func xml(
    _ content: [UInt8], _ converted: [UInt8]?, _ part: MailPart, _ place: MailPlace
  ) throws(Refusal) -> MailLeaf {
    // Of a type that is no text nothing is converted.
    let isUTF8 = ["utf-8", "us-ascii"].contains(part.parameter("charset")?.lowercased())
    let source = try Self.text(content, converted ?? (isUTF8 ? content : nil), of: part, place)
    let document: XMLDocument
    do throws(Refusal) {
      document = try XMLDocument(source)
    } catch {
      guard case .structure(let problem) = error else { throw error }
      throw .structure("\(place.name) cannot be read: \(problem)")
    }
    if document.hasLabels { return unread(.markup, place) }
    // What the message says of the encoding and what the record says may be two things.
    if !document.isUTF8, source.contains(where: { $0 >= 0x80 }) { throw .part(place.name, .characterSet) }
    let fileName = fileName(of: part, place)
    let range = add(document, place)
    return MailLeaf(
      type: part.type, range: range, content: .xml(document, source: source), fileName: fileName,
      isAttachment: part.disposition == "attachment")
  }

  /// Adds the text of a document within the message, with its parts.
  ///
  /// - Parameter isFirst: whether its own text is what stands below the header.
  private mutating func add(
    _ document: borrowing some RewritableDocument, _ place: MailPlace, isFirst: Bool = false
  ) -> ByteRange {
    separate()
    let start = text.count
    func moved(_ range: ByteRange) -> ByteRange { ByteRange(range.start + start, range.end + start) }
    text += document.text
    gaps += document.gaps.map(moved)
    softGaps += document.softGaps.map(moved)
    structure.add(document.structure.moved(by: start))
    for (index, inner) in document.parts.enumerated() {
      let kind: TextPart.Kind =
        switch inner.kind {
        case .attached(let place): .attached(to: place + start)
        case .words(let place, let isAlone): .words(at: place + start, isAlone: isAlone)
        default: inner.kind
        }
      if index == 0, isFirst, joinHeader(to: moved(inner.range), named: place.name) { continue }
      var part = TextPart(index == 0 ? place.name : "\(place.name), \(inner.name)", kind, moved(inner.range))
      if index == 0, place.isAlternative { part.message = .alternative }
      parts.append(part)
    }
    if place.isFramed {
      frames += document.frames.filter { $0.style != .stamp }.map { LineFrame(moved($0.range), $0.style) }
    }
    for kind in document.dropped { drop(kind.name, count: kind.count) }
    return ByteRange(start, text.count)
  }
}
