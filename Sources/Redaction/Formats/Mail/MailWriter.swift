import MailKit
import MarkingModel
import RuleEngine

/// Writes messages: constants, and stretches of the reading text with the changes made to them.
struct MailWriter {
  let text: [UInt8]
  let changes: TextChanges
  let lineEnd: String

  /// - Parameter endsLine: whether its last line has to be ended, as in a mailbox.
  func message(_ node: MailNode, endsLine: Bool = false) throws(Refusal) -> [UInt8] {
    var head = ""
    for line in node.fields {
      let value = line.items.map { addresses($0, in: line.value) } ?? HeaderText.unstructured(changed(line.value))
      head += HeaderText.field(line.name, value, lineEnd: lineEnd)
    }
    head += "MIME-Version: 1.0" + lineEnd
    return Array(head.utf8) + (try part(node.body, endsLine: endsLine))
  }

  /// Header and content of a part.
  private func part(_ body: MailBody, endsLine: Bool) throws(Refusal) -> [UInt8] {
    switch body {
    case .text(let leaf): return try part(leaf, endsLine: endsLine)
    case .message(let node):
      return Array("Content-Type: message/rfc822\(lineEnd)\(lineEnd)".utf8) + (try message(node, endsLine: endsLine))
    case .parts(let kind, let children):
      var contents: [[UInt8]] = []
      for child in children { contents.append(try part(child, endsLine: false)) }
      let boundary = Self.boundary(of: contents)
      var bytes = Array(
        "Content-Type: multipart/\(kind.rawValue); boundary=\"\(boundary)\"\(lineEnd)\(lineEnd)".utf8)
      for content in contents { bytes += "--\(boundary)\(lineEnd)".utf8 + content + lineEnd.utf8 }
      return bytes + "--\(boundary)--\(endsLine ? lineEnd : "")".utf8
    }
  }

  private func part(_ leaf: MailLeaf, endsLine: Bool) throws(Refusal) -> [UInt8] {
    let inside = changes.within(leaf.range)
    let stretch = Array(text[leaf.range.start..<leaf.range.end])
    let content: [UInt8]
    switch leaf.content {
    case .plain: content = inside.applied(to: stretch)
    case .lines(let lines): content = lines.rewritten(inside)
    case .page(let page, _): content = try page.rewritten(inside)
    case .xml(let document, _): content = try document.rewritten(inside)
    }
    let body = BodyText(content, lineEnd: Array(lineEnd.utf8), endsLine: endsLine)
    var head = "Content-Type: \(leaf.type); charset=utf-8\(lineEnd)"
    head += "Content-Transfer-Encoding: \(body.transferEncoding)\(lineEnd)"
    let disposition = leaf.isAttachment ? "attachment" : "inline"
    if let name = leaf.fileName {
      head += HeaderText.field(
        "Content-Disposition", disposition + HeaderText.parameter("filename", changed(name)), lineEnd: lineEnd)
    } else if leaf.isAttachment {
      head += "Content-Disposition: attachment\(lineEnd)"
    }
    return Array((head + lineEnd).utf8) + body.bytes
  }

  /// A stretch of the text with its changes.
  private func changed(_ range: ByteRange) -> String {
    String(decoding: changes.within(range).applied(to: Array(text[range.start..<range.end])), as: UTF8.self)
  }

  /// The addresses that nothing was changed in, and each stretch with a label as the name of an empty group (RFC 6854):
  /// a label is no address.
  private func addresses(_ items: [MailItem], in value: ByteRange) -> String {
    let changes = changes.within(value).changes.map {
      ByteRange($0.range.start + value.start, $0.range.end + value.start)
    }
    var next = 0
    /// Asked for stretches in order.
    func isChanged(_ start: Int, _ end: Int) -> Bool {
      while next < changes.count, changes[next].end <= start { next += 1 }
      return next < changes.count && changes[next].start < end
    }
    var written: [String] = []
    var index = 0
    while index < items.count {
      var stretch = items[index].range
      let isTouched = isChanged(stretch.start, stretch.end)
      // A label that runs over several addresses makes one of them.
      while isTouched, index + 1 < items.count, isChanged(stretch.end, items[index + 1].range.start) {
        index += 1
        stretch = ByteRange(stretch.start, items[index].range.end)
      }
      written.append(isTouched ? HeaderText.phrase(changed(stretch)) + ":;" : address(items[index]))
      index += 1
    }
    return written.joined(separator: ", ")
  }

  private func address(_ item: MailItem) -> String {
    guard let (name, address) = item.mailbox else { return HeaderText.phrase(changed(item.range)) + ":;" }
    return name.isEmpty ? changed(address) : "\(HeaderText.phrase(changed(name))) <\(changed(address))>"
  }

  /// From the content alone, in letters: nothing of the time or the machine, and no number.
  private static func boundary(of contents: [[UInt8]]) -> String {
    var digest = Digest()
    for content in contents { digest.update(String(content.count) + "\n" + Digest.hex(of: content.span) + "\n") }
    return "part-"
      + digest.hex().prefix(32).map { letter in
        String(UnicodeScalar(UInt8(ascii: "a") + UInt8(letter.hexDigitValue ?? 0)))
      }.joined()
  }
}
