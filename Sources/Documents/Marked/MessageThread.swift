import MarkingGrammar
import MarkingModel

// An e-mail with older ones below it. Each has banners of its own; the first line and the last of all are those of the
// whole string (32 CFR 2001.23(b)).
extension MarkedReader {
  /// Ends a page before each older message that has banners at its own top and bottom, below the bottom of the one above.
  mutating func breakAtMessages(in source: Span<UInt8>) {
    guard !messages.isEmpty, banners.count > 3 else { return }
    // Messages and banners stand in the order of the text: each is looked at for one message alone.
    var first = 0
    for (index, message) in messages.enumerated() {
      let end = index + 1 < messages.count ? messages[index + 1].offset : source.count
      while first < banners.count, banners[first].line.start <= message.offset { first += 1 }
      guard first < banners.count else { break }
      guard first > 0, banners[first].text == message.text, message.text - banners[first - 1].text <= 1 else {
        continue
      }
      let hasFoot = banners[(first + 1)...].prefix { $0.line.start < end }.contains {
        $0.text > banners[first].text && isSame($0, banners[first], in: source)
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
    let above = messages(above: block)
    let next = above < messages.count ? messages[above].text : text
    let own = above > 0 ? messages[above - 1].text : 0
    return (block.text - own, next - block.text)
  }

  /// Whether two blocks stand in one message.
  func isInOneMessage(_ a: LabelBlock, _ b: LabelBlock) -> Bool {
    messages(above: a) == messages(above: b)
  }

  /// How many headers of messages stand above a block. O(log messages).
  private func messages(above block: LabelBlock) -> Int {
    let start = block.fields[0].start
    var (low, high) = (0, messages.count)
    while low < high {
      let middle = (low + high) / 2
      if messages[middle].offset < start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
