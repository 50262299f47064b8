import MarkingGrammar
import MarkingModel

// Blocks of labels, statements, notices, and what a release left in the text.
extension MarkedReader {
  mutating func writeBlocks(
    _ facts: Facts, _ pages: MarkedPages, to document: inout DocumentWriter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var first: LabelBlock?
    let sources = notices.first { $0.isSourceList(in: source) }
      .map { SourceList(below: $0.line, at: $0.start, in: source, vocabulary) }
    for block in blocks {
      let page = pages.page(of: block.fields[0].start)
      if block.isAuthority {
        var authority = AuthorityBlock(block, vocabulary)
        authority.page = page
        // Evident, too, from who signs above it, and from the address of who sends an e-mail (32 CFR 2001.21(a)(2)).
        authority.hasAgency =
          authority.hasAgency || mail.isMail && mail.namesAgency
          || Letterhead.signs(above: block.fields[0].line.start, in: source)
        authority.sources = sources
        let around = textAround(block)
        let isAtEnd = around.below <= 4 && around.below <= around.above
        let place =
          isAtEnd && !(facts.form == .email && isBelowBanner(block)) ? "end" : around.above <= 3 ? "head" : "text"
        authority.write(
          into: &document, &ruler, day: facts.day, released: facts.released, place: place,
          isDuplicate: first.map { !$0.says(the: block) && isInOneMessage($0, block) } ?? false, in: source)
        first = first.map { isInOneMessage($0, block) ? $0 : block } ?? block
      } else {
        var indicator = DesignationIndicator(block: block)
        indicator.page = page
        indicator.write(into: &document, &ruler, day: facts.day, released: facts.released, in: source, vocabulary)
      }
    }
    for (index, statement) in statements.enumerated() {
      statement.write(into: &document, &ruler, n: index + 1, in: source)
    }
  }

  mutating func writeNotices(
    _ facts: Facts, to document: inout DocumentWriter, in source: Span<UInt8>
  ) {
    // Once for all: a document may have the heading many times.
    let speaksOfSegregability = has(.index) && Surrounding.speaks(of: ["SEGREGA"], in: source)
    let speaksOfHarm = has(.index) && Surrounding.speaks(of: ["FORESEE"], in: source)
    let explainsCompilation = notices.contains { $0.kind == .compilation && $0.isComplete }
    for notice in notices where notice.kind != .enclosure && !notice.isDrawn(in: source) {
      let place = ruler.place(ByteRange(notice.start, notice.line.end), on: notice.line, in: source)
      document.add(.notice, to: 0, at: place.range, place.position)
      document.set(.kind, notice.kind.rawValue)
      document.set(.page, notice.page)
      // The heading of a statement says nothing more.
      let isExplained = notice.kind == .compilation && explainsCompilation
      document.set(.complete, notice.isComplete || isExplained)
      if notice.kind == .working, let day = facts.day, let released = facts.released {
        document.set(.days, released.ordinal - day.ordinal)
      }
      if notice.kind == .index {
        document.set(.segregability, speaksOfSegregability)
        document.set(.foreseeableHarm, speaksOfHarm)
      }
    }
  }

  mutating func writeRelease(_ facts: Facts, to document: inout DocumentWriter, in source: Span<UInt8>) {
    for release in releases { release.write(into: &document, &ruler, in: source) }
    let keyed = Set(exemptions.lazy.filter { $0.spot == .key }.map(\.code.key))
    let isOfEnforcement =
      !exemptions.contains { $0.code.scheme == .foia && $0.code.number == 7 }
      || Surrounding.speaks(of: Surrounding.enforcement, in: source)
    let usual = exemptions.first { $0.code.scheme == .foia && $0.spot == .redaction }?.code.spelling
    for (index, entry) in exemptions.enumerated() {
      let code = entry.code
      let place = ruler.place(code.range, on: entry.line, in: source)
      document.add(.exemption, to: 0, at: place.range, place.position, excerpt: place.range)
      document.set(.scheme, code.scheme.rawValue)
      document.set(.place, entry.spot.rawValue)
      document.set(.page, entry.page)
      document.set(.number, code.number)
      document.set(.hasPart, code.part != nil)
      document.set(.letter, code.part.map(\.asText))
      document.set(.legal, code.isLegal)
      document.set(.partLegal, code.isPartLegal)
      document.set(.reference, code.hasReference || hasCategoryBeside(index))
      document.set(.usual, code.scheme != .foia || entry.spot != .redaction || usual == code.spelling)
      document.set(.explained, keyed.isEmpty || keyed.contains(code.key))
      document.set(.high, code.isHigh)
      document.set(.closed, entry.spot == .redaction && isClosedUp(code, on: entry.line, in: source))
      if code.scheme == .foia, code.number == 7 { document.set(.enforcement, isOfEnforcement) }
      document.set(.paired, code.pair)
    }
    for redaction in redactions {
      let place = ruler.place(redaction.range, on: redaction.line, in: source)
      document.add(.redaction, to: 0, at: place.range, place.position)
      document.set(.kind, redaction.kind.rawValue)
      document.set(.page, redaction.page)
      document.set(.coded, redaction.isCoded)
      document.set(.amount, redaction.amount.rawValue)
    }
    for entry in metadata + Metadata.all(in: source) { entry.write(into: &document, &ruler, in: source) }
    // Only where such things are withheld elsewhere: what is left then was forgotten.
    guard exemptions.contains(where: { $0.code.scheme == .foia && $0.code.number == 6 && $0.spot != .key }) else {
      return
    }
    for detail in PersonalDetail.all(in: source) {
      let place = ruler.place(detail.range, on: detail.line, in: source)
      document.add(.personal, to: 0, at: place.range, place.position)
      document.set(.kind, detail.kind.rawValue)
    }
  }
}

extension MarkedReader {
  /// Whether the banner that closes a message stands above a block and not below it (32 CFR 2001.23(b)).
  fileprivate func isBelowBanner(_ block: LabelBlock) -> Bool {
    guard let last = banners.last, last.start < block.fields[0].start, last.text >= block.text else { return false }
    return banners.contains { $0.text < last.text }
  }

  /// Whether a category of the order stands among the codes beside a (b)(1) in the margin or on a stamp, before or behind
  /// it: `1.4(B),B1,B5,1.4(D)`, or `1.4(D)` on the line above. In a text the category stands behind its code.
  fileprivate func hasCategoryBeside(_ index: Int) -> Bool {
    let entry = exemptions[index]
    guard entry.code.scheme == .foia, entry.code.number == 1,
      entry.code.spelling == .capital || entry.code.spelling == .small
    else { return false }
    let near = max(0, index - 8)..<min(exemptions.count, index + 9)
    return exemptions[near].contains { other in
      other.spot == entry.spot && (other.code.scheme == .order || other.code.scheme == .automatic)
        && abs(other.line.number - entry.line.number) <= 2
    }
  }

  /// Whether a code stands between words with single blanks and nothing that was taken out beside it: the gap is gone.
  fileprivate func isClosedUp(_ code: ExemptionCode, on line: SourceLine, in source: Span<UInt8>) -> Bool {
    let range = code.range
    guard code.spelling == .parentheses, range.start - 2 >= line.start, range.end + 2 < line.end,
      source[range.start - 1] == 0x20, source[range.start - 2].isLetterOrDigit,
      source[range.end] == 0x20, source[range.end + 1].isSmall
    else { return false }
    // The first redaction that ends no more than 40 bytes before it. O(log redactions).
    var (low, high) = (0, redactions.count)
    while low < high {
      let middle = (low + high) / 2
      if redactions[middle].range.end <= range.start - 40 { low = middle + 1 } else { high = middle }
    }
    return low >= redactions.count || redactions[low].range.start >= range.end + 40
  }
}

extension ExemptionCode {
  /// What a key explains: scheme, section, number.
  var key: Int { (Int(section) << 16) | number << 4 | (scheme == .foia ? 0 : scheme == .privacy ? 1 : 2) }
}
