package import MarkingGrammar
import MarkingModel

// The end of the text: what only the whole of it decides.
extension BodyReader {
  /// Ends the text. `references` learn which of them the text cites; `heading` are the Classified-By blocks that were
  /// read as parts of the heading.
  package mutating func finish(
    references: inout [ReferencesPart], heading: [AuthorityPart], in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    closeAuthority(in: source, vocabulary)
    takeSignature(in: source)
    closeParagraph()
    takeBareMarks(in: source, vocabulary)
    tracker.finish(lastHeading: state.underlined)
    resolve(&references)
    metrics.count(paragraphs, subparagraphs)
    judgeSignature(heading, in: source, vocabulary)
  }

  /// The last line of the text, where it can be a name.
  private mutating func takeSignature(in source: Span<UInt8>) {
    guard signature == nil, let last = state.last else { return }
    let tail = SignaturePart.tail(last.text, in: source)
    guard let name = tail ?? (SignaturePart.isCandidate(last.text, in: source) ? last.text : nil) else { return }
    if let paragraph = paragraphs.last, paragraph.place.range.start >= name.start { return }
    signature = SignaturePart(
      place: place(name, on: last.line, in: source), isWellFormed: SignaturePart.isWellFormed(name, in: source),
      plausibility: .unknown)
    // The name is no part of the last paragraph.
    if tail != nil {
      state.last?.text.end = source.trimmedEnd(last.text.start, name.start)
    } else if let previous = state.previous {
      state.last?.text = previous
    }
  }

  /// `heading` are the Classified-By blocks of the heading.
  private mutating func judgeSignature(
    _ heading: [AuthorityPart], in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard let place = signature?.place, let start = state.start else { return }
    let name = SignaturePart.surname(place.range, in: source)
    let blocks = heading.isEmpty && authorities.isEmpty ? [] : (heading + authorities).map(\.place.range)
    signature?.plausibility = SignaturePart.plausibility(
      of: name, text: ByteRange(start, max(start, place.range.start)), authorities: blocks,
      isSecretary: context.post?.name == "STATE" && vocabulary.signers.signs(source.name(name), on: context.day),
      in: source)
  }

  /// Marks without parentheses count where others have them.
  private mutating func takeBareMarks(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard !bareMarks.isEmpty, paragraphs.contains(where: { $0.hasLegalMark }) else { return }
    for bare in bareMarks where paragraphs[bare.paragraph].mark == nil {
      paragraphs[bare.paragraph].mark = vocabulary.marks.mark(in: source, bare.range, on: context.day)
      paragraphs[bare.paragraph].markPlace = .after
      paragraphs[bare.paragraph].markDefect = .spacing
    }
  }

  /// Says which citations the REF block has, and which references are cited. REFTEL without a letter cites them all:
  /// which one is meant only its reader knows.
  private mutating func resolve(_ references: inout [ReferencesPart]) {
    var letters = LetterSet()
    var count = 0
    for part in references.indices {
      count += references[part].references.count
      for index in references[part].references.indices {
        let letter = references[part].references[index].letter
        if let letter { letters.insert(letter) }
        references[part].references[index].isCited = citesWithoutLetter || letter.map(citedLetters.contains) ?? false
      }
    }
    for index in citations.indices {
      citations[index].isResolved = citations[index].letter.map(letters.contains) ?? (count > 0)
    }
    // What a quoted paper cites of its own is no reference of the telegram.
    guard citations.contains(where: { !$0.isResolved }) else { return }
    var quotations = Quotations(of: passages, papers: fences.closed)
    citations.removeAll { quotations.hold($0.place.range.start) && !$0.isResolved }
  }
}
