import MarkingModel

// Tags of HTML in a text that is no page.
extension TelegramText {
  /// `<a href="…">PGOV</a>` becomes `[PGOV](#)`: so one reader knows both links, and what stands for a pilcrow in them. A
  /// `<br>` at the end of a line shows nothing, elsewhere it is one.
  mutating func takeTag(_ at: Int, in source: Span<UInt8>) -> Int {
    if at == linkEnd {
      linkEnd = nil
      hide(ByteRange(at, at + 4), as: "](#)", in: source)
      return at + 4
    }
    if let text = source.linkEnd(at, source.count), let end = source.linkText(from: text) {
      linkEnd = end
      hide(ByteRange(at, text), as: "[", in: source)
      return text
    }
    guard let end = source.breakEnd(at) else { return at + 1 }
    var next = end
    while next < source.count, source[next] == 0x20 || source[next] == 0x09 { next += 1 }
    if next == source.count || source[next] == 0x0A || source[next] == 0x0D {
      drop(ByteRange(at, end), in: source)
    } else {
      hide(ByteRange(at, end), as: "\n", in: source)
    }
    return end
  }
}

extension Span where Element == UInt8 {
  /// Where the end tag of a link stands whose text begins at `start`, on the same line and without another tag.
  fileprivate func linkText(from start: Int) -> Int? {
    var end = start
    while end < count, end &- start <= 100, self[end] != 0x3C, self[end] != 0x0A { end &+= 1 }
    return hasAnyCase("</A>", at: end, end: count) ? end : nil
  }

  /// The offset after `<br>` or `<br />` at `at`; nil where none stands there.
  fileprivate func breakEnd(_ at: Int) -> Int? {
    guard hasAnyCase("<BR", at: at, end: count) else { return nil }
    var end = skipBlanks(at + 3, count)
    if end < count, self[end] == 0x2F { end += 1 }
    return end < count && self[end] == 0x3E ? end + 1 : nil
  }
}
