import MarkingGrammar
import MarkingModel

/// Puts a marking into a marking document: an element for each token, country and defect, with what rules compare.
struct MarkingWriter {
  /// The marking's number among those of its kind, and its page.
  var n = 1
  var page = 1
  /// The line that it stands on.
  var line: SourceLine
  /// The day of the document, as yyyymmdd.
  var day: Int?
  /// Where it stands in its document; nil for a marking that stands alone.
  var spot: MarkingSpot?
  /// Whether nothing but its classification is written.
  var isLevelOnly = false

  /// Adds `written` below the root and returns what its node says. Time: its length.
  @discardableResult
  func add(
    _ written: WrittenMarking, to document: inout DocumentWriter, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> MarkingHead {
    let facts = MarkingFacts(written, vocabulary)
    let head = MarkingHead(written, facts)
    let node = add(head, at: written.range, to: &document, &ruler, in: source)
    if isLevelOnly { return head }
    for k in 0..<written.ownerCount {
      add(written.firstOwner + k, of: written, .owner, n: k + 1, facts, to: node, &document, &ruler, source, vocabulary)
    }
    var parents = Parents()
    for (index, token) in written.tokens.enumerated() {
      parents.take(token, vocabulary)
      add(index, of: written, parents, facts, to: node, &document, &ruler, source, vocabulary)
    }
    for defect in written.defects { add(defect, of: written, to: node, &document, &ruler, source) }
    return head
  }

  /// Adds the node of a marking alone and returns its index.
  func add(
    _ head: MarkingHead, at range: ByteRange, to document: inout DocumentWriter, _ ruler: inout Ruler,
    in source: Span<UInt8>
  ) -> Int {
    let place = ruler.place(range, on: line, in: source)
    let node = document.add(
      .marking, to: 0, at: place.range, place.position, excerpt: head.mayBeShown ? place.range : ByteRange(0, 0))
    document.set(.kind, head.kind)
    document.set(.n, n)
    document.set(.page, page)
    document.set(.system, head.system)
    document.set(.level, head.level)
    document.set(.rank, head.rank)
    document.set(.nato, head.isNATO)
    document.set(.concealed, head.isConcealed)
    document.set(.owners, head.owners)
    document.set(.fdr, head.hasDisclosure)
    document.set(.caveated, head.isCaveated)
    document.set(.atomic, head.isAtomic)
    document.set(.controls, head.controls)
    spot?.write(to: &document)
    return node
  }

  /// The published system and compartment that a compartment or sub-compartment hangs on.
  private struct Parents {
    var system: String?
    var compartment: String?

    mutating func take(_ token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) {
      guard token.category == .sci || token.category == .sap else { return }
      let code = token.entry >= 0 ? vocabulary.register.entries[token.entry].code : nil
      if token.depth == 0 { (system, compartment) = (code, nil) }
      if token.depth == 1 { compartment = code }
    }
  }

  private func add(
    _ index: Int, of written: WrittenMarking, _ parents: Parents, _ facts: MarkingFacts, to marking: Int,
    _ document: inout DocumentWriter, _ ruler: inout Ruler, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let token = written.tokens[index]
    let place = ruler.place(token.range, on: line, in: source)
    let isPublished = token.entry >= 0 && token.category != .cuiCategory
    let isShown = token.state != .unknown && written.list(of: token).allSatisfy { $0.entry >= 0 && !$0.isActivity }
    let shown = isShown ? place.range : ByteRange(0, 0)
    let node = document.add(.control, to: marking, at: place.range, place.position, excerpt: shown)
    document.set(.category, token.category.word)
    if isPublished { document.set(.name, vocabulary.register.entries[token.entry].code) }
    if token.category == .cuiCategory, token.entry >= 0 {
      document.set(.code, vocabulary.categories.rows[token.entry].code)
    }
    document.set(.state, token.state.word)
    document.set(.form, token.form.word)
    document.set(.depth, token.category == .nonic ? 0 : token.depth)
    if token.depth > 0, token.category != .nonic { document.set(.ofSystem, parents.system) }
    if token.depth > 1 { document.set(.ofCompartment, parents.compartment) }
    document.set(.parts, facts.parts(of: index, in: written))
    document.set(.segment, token.segment)
    document.set(.allowed, facts.isAllowed(token, vocabulary))
    document.set(.status, facts.status(of: token, on: day, vocabulary))
    let text = TokenText(source, token.range)
    let isSecondLine =
      token.state == .unknown && token.category == .unknown
      && vocabulary.secondLines.isText(token.range.start..<token.range.end, in: source)
    document.set(.shape, isSecondLine ? .secondLine : text.shape)
    document.set(.characters, text.count)
    document.set(.indicator, token.category == .sci && text.isECI(source, token.range))
    document.set(.specified, token.isSpecified)
    document.set(
      .categoryKind,
      token.category == .cuiCategory && token.entry >= 0
        ? vocabulary.categories.rows[token.entry].kind.word : .nothing)
    document.set(.cnwdi, token.isCriticalDesign)
    document.set(.sigmas, token.sigmaCount)
    document.set(.bare, token.isBare)
    document.set(.countries, token.countryCount)
    document.set(.startsWithUSA, facts.startsWithUSA(token, of: written, vocabulary))
    let list = facts.list(of: token, vocabulary)
    for k in 0..<token.countryCount {
      add(token.firstCountry + k, of: written, list, n: k + 1, facts, to: node, &document, &ruler, source, vocabulary)
    }
    for number in written.sigmas(of: token) {
      document.add(.sigma, to: node, at: place.range, place.position, excerpt: place.range)
      document.set(.number, number)
    }
  }

  private func add(
    _ index: Int, of written: WrittenMarking, _ list: MarkingFacts.List, n: Int, _ facts: MarkingFacts, to parent: Int,
    _ document: inout DocumentWriter, _ ruler: inout Ruler, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let country = written.countries[index]
    let place = ruler.place(country.range, on: line, in: source)
    let isShown = country.entry >= 0 && !country.isActivity
    document.add(
      .country, to: parent, at: place.range, place.position, excerpt: isShown ? place.range : ByteRange(0, 0))
    let row = country.entry >= 0 ? vocabulary.countries.rows[country.entry] : nil
    document.set(.code, row?.code)
    document.set(.kind, row?.kind.rawValue ?? "unknown")
    document.set(.n, n)
    document.set(.list, list.rawValue)
    document.set(.redundant, list != .owner && facts.isRedundant(country.entry, list, vocabulary))
    document.set(.inRelease, list != .rel && facts.isReleased(to: country.entry, vocabulary))
    document.set(.isOwner, facts.owners.contains(country.entry))
    document.set(.characters, country.range.count)
  }

  private func add(
    _ defect: MarkingDefect, of written: WrittenMarking, to marking: Int, _ document: inout DocumentWriter,
    _ ruler: inout Ruler, _ source: Span<UInt8>
  ) {
    let place = ruler.place(defect.range, on: line, in: source)
    let shown = written.mayBeShown ? place.range : ByteRange(0, 0)
    document.add(.defect, to: marking, at: place.range, place.position, excerpt: shown)
    document.set(.kind, defect.kind.rawValue)
    document.set(.category, category(at: defect.range, of: written)?.word)
    document.set(.fix, defect.replacement)
  }

  /// The category of the control that stands at a place, or else of the one that the place is in.
  private func category(at range: ByteRange, of written: WrittenMarking) -> TokenCategory? {
    let token =
      written.tokens.first { $0.range == range }
      ?? written.tokens.first { $0.range.start <= range.start && range.end <= $0.range.end }
    return token?.category
  }
}
