import MarkingGrammar
import MarkingModel

// An e-mail with older ones below it. Each has banners of its own; the first line and the last of all are those of the
// whole string (32 CFR 2001.23(b)).
extension MarkedReader {
  /// Ends a page before each older message that has banners at its own top and bottom, below the bottom of the one above.
  mutating func breakAtMessages(in source: Span<UInt8>) {
    guard !messages.isEmpty, banners.count > 3 else { return }
    for (index, message) in messages.enumerated() {
      let end = index + 1 < messages.count ? messages[index + 1].offset : source.count
      guard let first = banners.firstIndex(where: { $0.line.start > message.offset }), first > 0,
        banners[first].text == message.text, message.text - banners[first - 1].text <= 1
      else { continue }
      let hasFoot = banners[(first + 1)...].contains {
        $0.line.start < end && $0.text > banners[first].text && isSame($0, banners[first], in: source)
      }
      if hasFoot { breaks.append(message) }
    }
    breaks.sort { $0.offset < $1.offset }
  }

  /// The last line of a string of messages is no footer of the oldest one, which has its own above it.
  mutating func closeThread(in source: Span<UInt8>) {
    guard !messages.isEmpty, banners.count > 2, let overall = overallBanner else { return }
    let (last, before) = (banners.count - 1, banners.count - 2)
    guard banners[last].spot == .footer, banners[last].page > 1, banners[before].page == banners[last].page,
      banners[before].spot != .header, banners[before].text == banners[last].text,
      isSame(banners[last], overall, in: source)
    else { return }
    banners[last].spot = .line
    banners[before].spot = .footer
  }

  /// How many lines of text stand above and below a block in its own message, or in the document where it is no thread.
  func textAround(_ block: LabelBlock) -> (above: Int, below: Int) {
    let start = block.fields[0].start
    let next = messages.first { $0.offset > start }?.text ?? text
    let own = messages.last { $0.offset < start }?.text ?? 0
    return (block.text - own, next - block.text)
  }

  /// Whether two blocks stand in one message.
  func isInOneMessage(_ a: LabelBlock, _ b: LabelBlock) -> Bool {
    let (from, to) = (a.fields[0].start, b.fields[0].start)
    return !messages.contains { from < $0.offset && $0.offset < to }
  }
}
