package import MarkingGrammar
package import MarkingModel

/// The SUBJECT line with its continuation.
package struct SubjectPart: Sendable {
  /// Where its portion mark stands.
  package enum MarkPlace: Sendable {
    case none, before, after

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .none: .nothing
      case .before: .before
      case .after: .after
      }
    }
  }

  package var place: Place
  /// The highest order of a labelled line before it.
  package var after: Int
  package var section: Int
  /// Its legal portion mark.
  package var mark: PortionMark?
  package var markPlace = MarkPlace.none
  /// How many lines it takes; 0 where nothing follows the label.
  package var lines: Int
  /// The longest of them in characters, the label not counted.
  package var longest: Int
  package var isOfficialInformal: Bool
  /// Whether its mark is all there is of it.
  package var isMarkAlone = false

  package func write(into document: inout DocumentWriter) {
    document.add(
      .subject, to: 0, at: place.range, place.position, excerpt: mark?.range ?? ByteRange(0, 0))
    document.set(.order, 3)
    document.set(.after, after)
    document.set(.empty, lines == 0 || isMarkAlone)
    document.set(.marked, mark != nil)
    document.set(.mark, mark?.text)
    document.set(.rank, mark?.level.rank ?? 0)
    document.set(.controlled, mark?.level.isControlled ?? false)
    document.set(.noforn, mark?.isNoforn ?? false)
    document.set(.markPlace, markPlace.word)
    document.set(.lines, lines)
    document.set(.longest, longest)
    document.set(.officialInformal, isOfficialInformal)
    document.set(.section, section)
  }
}

extension SubjectPart {
  /// The rank of its mark where a release took its text out; 0 where none did.
  func withheldRank(in source: Span<UInt8>) -> Int {
    guard let mark, markPlace == .before,
      WithheldText.isAll(from: mark.range.end, to: place.range.end, in: source)
    else { return 0 }
    return mark.level.rank
  }

  /// Reads a SUBJECT block: `SUBJECT: (C) …`, `SUBJ: … (U)`, `(C) SUBJECT: …`.
  package static func read(
    _ block: FieldBlock, _ context: ReadingContext, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> SubjectPart {
    var part = SubjectPart(
      place: Place(block.range, block.label.position), after: block.after, section: block.section, lines: 0,
      longest: 0, isOfficialInformal: false)
    var first: ByteRange?
    var last: ByteRange?
    for line in block.lines {
      let text = source.trimmed(line.range)
      guard !text.isEmpty else { continue }
      part.lines += 1
      part.longest = max(part.longest, source.scalars(text.start, text.end))
      part.isOfficialInformal = part.isOfficialInformal || source.hasOfficialInformal(text)
      if first == nil { first = text }
      last = text
    }
    guard let first, let last else { return part }
    let label = block.label.range
    if source[label.start] == 0x28 {
      part.mark = vocabulary.marks.mark(in: source, at: label.start, end: label.end, on: context.day)
      part.markPlace = .before
    }
    if let mark = vocabulary.marks.mark(in: source, at: first.start, end: first.end, on: context.day), mark.isLegal {
      part.mark = mark
      part.markPlace = .before
    }
    if let open = source.lastOpening(last),
      let mark = vocabulary.marks.mark(in: source, at: open, end: last.end, on: context.day),
      mark.isLegal, mark.range.end == last.end, mark.range != part.mark?.range
    {
      if part.mark == nil { part.markPlace = .after }
      // Of two the higher one is what it needs.
      if mark.level.rank > part.mark?.level.rank ?? -1 { part.mark = mark }
    }
    part.isMarkAlone = part.mark?.range == first && first == last
    return part
  }
}

extension Span where Element == UInt8 {
  /// Where the parenthesis opens that closes the range; a blank must stand before it, so that `DISTRICT(S)` has none.
  fileprivate func lastOpening(_ range: ByteRange) -> Int? {
    guard range.count > 2, self[range.end - 1] == 0x29 else { return nil }
    var i = range.end - 2
    while i > range.start, range.end - i < 48 {
      if self[i] == 0x28 { return self[i - 1] <= 0x20 || self[i - 1] == 0xA0 ? i : nil }
      i -= 1
    }
    // It may have a line of its own.
    return self[range.start] == 0x28 ? range.start : nil
  }

  /// Whether OFFICIAL INFORMAL (OFFICIAL-INFORMAL) stands in the range.
  fileprivate func hasOfficialInformal(_ range: ByteRange) -> Bool {
    let letters = ThreeBytes(.anyCase(0x4F), .anyCase(0x46), .anyCase(0x4C), at: 7)
    var i = range.start
    while let at = first(letters, from: i, to: range.end) {
      i = at + 1
      if at == range.start || !self[at - 1].isLetterOrDigit, hasAnyCase("OFFICIAL", at: at, end: range.end) {
        var next = at + 8
        while next < range.end, next - at < 14, blank(at: next, end: range.end) > 0 || self[next].isOne(of: "-", "/") {
          next += 1
        }
        if hasAnyCase("INFORMAL", at: next, end: range.end) { return true }
      }
    }
    return false
  }
}
