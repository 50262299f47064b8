import MarkingGrammar
import MarkingModel

// The labelled blocks of the heading and the text as parts of the telegram.
extension CableReader {
  /// Reads a labelled block that is complete.
  mutating func add(
    _ block: FieldBlock, _ kind: FieldLabel.Kind, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    switch kind {
    case .tags:
      let part = TagsPart.read(block, context, &ruler, in: source, vocabulary)
      if let anchors = part.anchors { repairs.add(.anchor, at: anchors.first, count: anchors.count) }
      for tag in part.tags where tag.kind == .glued { repairs.add(.glued, at: tag.place) }
      tags.append(part)
    case .subject:
      subjects.append(SubjectPart.read(block, context, in: source, vocabulary))
    case .references:
      let part = ReferencesPart.read(
        block, context, storage: &spareWords, &ruler, in: source, vocabulary)
      if let anchors = part.anchors { repairs.add(.anchor, at: anchors.first, count: anchors.count) }
      if let misread = part.misread { repairs.add(.ocr, at: misread.first, count: misread.count) }
      references.append(part)
    case .authority:
      // The heading of a further section, or of a telegram that was sent twice, has it once more.
      let isRepeated = heading.continues && !authorities.isEmpty
      let part = AuthorityPart.read(
        block, isBeforeText: text.paragraphs.isEmpty || isRepeated, &ruler, in: source, vocabulary)
      text.take(part)
      authorities.append(part)
    case .executiveOrder:
      break
    }
  }

  /// Takes notice that the text begins, or goes on after the heading of a further section.
  mutating func beginText() {
    let section = text.context.section
    text.context = context
    if heading.section != section { text.beginSection(heading.section) }
  }

  /// Ends the text. An instruction for declassification that only the Classified-By block gives is the E.O. line's.
  mutating func finishText(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    text.context.day = context.day
    text.context.post = context.post
    text.finish(references: &references, heading: authorities, in: source, vocabulary)
    text.judgeWithheld(in: source, vocabulary.marks)
    if let anchors = text.anchors { repairs.add(.anchor, at: anchors.first, count: anchors.count) }
    guard let order = executiveOrders.indices.first,
      let declassify = (authorities + text.authorities).lazy.compactMap(\.declassifyOn).first
    else { return }
    let value = DeclassificationValue.read(declassify.range, in: source, vocabulary)
    executiveOrders[order].instruction = ExecutiveOrderLine.Instruction(place: declassify, value: value)
    guard case .empty = executiveOrders[order].value.kind else { return }
    executiveOrders[order].value = value
    executiveOrders[order].valueSource = .authority
  }

  /// Adds the nodes of the labelled blocks and of the text.
  mutating func writeText(
    into document: inout DocumentWriter, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    for index in tags.indices { tags[index].write(into: &document, in: source, vocabulary) }
    for part in subjects { part.write(into: &document) }
    for part in references { part.write(into: &document) }
    for part in authorities { part.write(into: &document) }
    for part in text.authorities { part.write(into: &document) }
    // What stands in a paragraph is written behind it, so that the children need not be sorted.
    var spots = TextSpots()
    var next = 0
    let paragraphs = text.paragraphs
    for index in paragraphs.indices {
      spots.write(text, before: paragraphs[index].place.range.start, into: &document)
      let node = paragraphs[index].write(into: &document)
      let rank = paragraphs[index].legalMark?.level.rank ?? 0
      let parts = next..<(next + paragraphs[index].subparagraphCount)
      for part in parts { text.subparagraphs[part].write(into: &document, parent: node, rank: rank, in: source) }
      next = parts.upperBound
    }
    spots.write(text, before: .max, into: &document)
    text.signature?.write(into: &document)
  }
}

/// Which passages and citations of a text are written.
private struct TextSpots {
  private var passage = 0
  private var citation = 0

  /// Writes those that begin before an offset.
  mutating func write(_ text: borrowing BodyReader, before end: Int, into document: inout DocumentWriter) {
    while true {
      let passageStart = passage < text.passages.count ? text.passages[passage].place.range.start : .max
      let citationStart = citation < text.citations.count ? text.citations[citation].place.range.start : .max
      guard min(passageStart, citationStart) < end else { return }
      if passageStart <= citationStart {
        text.passages[passage].write(into: &document)
        passage += 1
      } else {
        text.citations[citation].write(into: &document)
        citation += 1
      }
    }
  }
}
