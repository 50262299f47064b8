import MarkingGrammar
import MarkingModel

// Blocks of labels, statements, notices, and what a release left in the text.
extension MarkedReader {
  mutating func writeBlocks(
    _ facts: Facts, _ pages: MarkedPages, to document: inout DocumentWriter, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var first: LabelBlock?
    for block in blocks {
      let page = pages.page(of: block.fields[0].start)
      if block.isAuthority {
        var authority = AuthorityBlock(block, vocabulary)
        authority.page = page
        let below = text - block.text
        let place = below <= 4 && below <= block.text ? "end" : block.text <= 3 ? "head" : "text"
        authority.write(
          into: &document, &ruler, day: facts.day, released: facts.released, place: place,
          isDuplicate: first.map { !$0.says(the: block) } ?? false, in: source)
        first = first ?? block
      } else {
        var indicator = DesignationIndicator(block: block)
        indicator.page = page
        indicator.write(into: &document, &ruler, released: facts.released, in: source, vocabulary)
      }
    }
    for (index, statement) in statements.enumerated() {
      statement.write(into: &document, &ruler, n: index + 1, in: source)
    }
  }

  mutating func writeNotices(to document: inout DocumentWriter, in source: Span<UInt8>) {
    for notice in notices where notice.kind != .enclosure {
      let place = ruler.place(ByteRange(notice.start, notice.line.end), on: notice.line, in: source)
      document.add(.notice, to: 0, at: place.range, place.position)
      document.set(.kind, notice.kind.rawValue)
      document.set(.page, notice.page)
      document.set(.complete, notice.isComplete)
    }
  }

  mutating func writeRelease(_ facts: Facts, to document: inout DocumentWriter, in source: Span<UInt8>) {
    for release in releases { release.write(into: &document, &ruler, in: source) }
    let keyed = Set(exemptions.lazy.filter { $0.spot == .key }.map(\.code.key))
    let usual = exemptions.first { $0.code.scheme == .foia && $0.spot == .redaction }?.code.spelling
    for entry in exemptions {
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
      document.set(.reference, code.hasReference)
      document.set(.usual, code.scheme != .foia || entry.spot != .redaction || usual == code.spelling)
      document.set(.explained, keyed.isEmpty || keyed.contains(code.key))
    }
    for redaction in redactions {
      let place = ruler.place(redaction.range, on: redaction.line, in: source)
      document.add(.redaction, to: 0, at: place.range, place.position)
      document.set(.kind, redaction.kind.rawValue)
      document.set(.page, redaction.page)
      document.set(.coded, redaction.isCoded)
    }
  }
}

extension ExemptionCode {
  /// What a key explains: scheme, section, number.
  var key: Int { (Int(section) << 16) | number << 4 | (scheme == .foia ? 0 : scheme == .privacy ? 1 : 2) }
}
