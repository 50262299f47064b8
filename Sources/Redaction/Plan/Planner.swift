import Documents
package import MarkingGrammar
package import MarkingModel

/// What a detector or a term list found.
package struct FoundText: Sendable, Hashable {
  /// The detector's id; nil for a term of the user's.
  package var detector: String?
  /// In order; more than one where a page heading stands in it.
  package var pieces: [ByteRange]
  /// 0 to 100.
  package var confidence: Int
  /// Of a term that has its own.
  package var exemptions: [Exemption]
  /// The entry of the term lists that it is a spelling of, from 1.
  package var subject: Int?

  package init(
    detector: String?, pieces: [ByteRange], confidence: Int, exemptions: [Exemption] = [], subject: Int? = nil
  ) {
    self.detector = detector
    self.pieces = pieces
    self.confidence = confidence
    self.exemptions = exemptions
    self.subject = subject
  }

  /// The same without white space between its pieces: the end of a line stays at what stands between, `>` before the next.
  func withoutInnerBlanks(in source: Span<UInt8>) -> FoundText {
    if pieces.count < 2 { return self }
    var found = self
    found.pieces = pieces.map { Pieces.trimmed($0, in: source) }.filter { !$0.isEmpty }
    return found
  }
}

/// Decides what a policy withholds of one document.
package struct Planner: Sendable {
  /// What becomes of a portion that carries no mark.
  package enum UnmarkedPortions: String, Sendable, Hashable, CaseIterable { case refuse, withhold, release }

  private let policy: Policy
  private let unmarked: UnmarkedPortions

  package init(_ policy: Policy, unmarked: UnmarkedPortions = .refuse) {
    self.policy = policy
    self.unmarked = unmarked
  }

  /// Everything that is to be withheld, in order of place; what is a label already is left alone.
  package func withholdings(
    in text: MarkedText, found: [FoundText], _ vocabulary: borrowing Vocabulary
  ) throws(Refusal) -> [Withholding] {
    var withholdings: [Withholding] = []
    let bytes = text.bytes
    let source = bytes.span
    let labels = WithheldLabel.all(in: source).map(\.range)
    if policy.readsPortions {
      let portions = try text.portions(vocabulary)
      for portions in portions { withholdings += try self.withholdings(of: portions, labels, source) }
      withholdings += PartPortions.withholdings(
        in: text, portions: Array(portions.joined()), withheld: withholdings, policy, unmarked: unmarked, vocabulary)
    }
    for clause in policy.elements where !clause.isKept {
      let fields = policy.fields(of: clause)
      let others = clause.element == .header && clause.field == nil
      for place in ElementReader.places(
        of: clause.element, fields: fields, takesOthers: others, in: text.markings, source)
      {
        withholdings.append(
          Withholding(
            .element(clause.element), name: clause.element.rawValue, pieces: [place], exemptions: clause.exemptions))
      }
    }
    withholdings += try unread(in: text.document)
    withholdings += found.compactMap(withholding)
    if !labels.isEmpty { withholdings = withholdings.map { $0.without(labels, in: source) } }
    let settled = withholdings.settled
    let gaps = text.document.gaps
    return gaps.isEmpty ? settled : settled.map { $0.without(gaps, in: source) }.filter { !$0.pieces.isEmpty }
  }

  private func withholdings(
    of portions: [ReleasePortion], _ labels: [ByteRange], _ source: Span<UInt8>
  ) throws(Refusal) -> [Withholding] {
    let isMarked = portions.contains { $0.mark != nil || $0.isWholePart }
    var withholdings: [Withholding] = []
    for portion in portions {
      let pieces = portion.text.flatMap { Pieces.between($0.start, $0.end, leavingOutApart: labels, in: source) }
      guard pieces.contains(where: { Self.holdsText($0, in: source) }) else { continue }
      guard let mark = portion.mark else {
        if let withheld = try withheld(unmarked: portion, pieces, isMarked: isMarked) {
          withholdings.append(withheld)
        } else {
          try refuseContradiction(in: portion)
        }
        continue
      }
      guard let clause = policy.portions.first(where: { $0.fits(mark) }) else {
        try refuseContradiction(in: portion)
        continue
      }
      withholdings.append(
        Withholding(.portion, name: portion.name, pieces: pieces, exemptions: clause.exemptions))
    }
    return withholdings
  }

  /// What is to stay may not hold a mark that says otherwise.
  private func refuseContradiction(in portion: ReleasePortion) throws(Refusal) {
    if portion.written.contains(where: { statement in policy.portions.contains { $0.fits(statement) } }) {
      throw .contradiction(portion.name)
    }
  }

  private func withheld(
    unmarked portion: ReleasePortion, _ pieces: [ByteRange], isMarked: Bool
  ) throws(Refusal) -> Withholding? {
    if let inner = portion.inner, let clause = policy.portions.first(where: { $0.fits(inner) }) {
      return Withholding(.portion, name: portion.name, pieces: pieces, exemptions: clause.exemptions)
    }
    if let document = portion.document, !policy.portions.contains(where: { $0.mayFit(under: document) }) { return nil }
    switch unmarked {
    // Somebody marked it, and nobody can say how: it is not without a mark.
    case .release:
      if portion.hasUnreadableMark { throw .unreadableMark(portion.name, portion.position, of: portion.part) }
      return nil
    case .withhold:
      let clause = policy.portions.first { portion.document.map($0.fits) ?? false } ?? policy.portions.first
      return Withholding(.unmarked, name: portion.name, pieces: pieces, exemptions: clause?.exemptions ?? [])
    case .refuse:
      if portion.hasUnreadableMark { throw .unreadableMark(portion.name, portion.position, of: portion.part) }
      throw isMarked ? .unmarked(portion.name, portion.position, of: portion.part) : .noMarks
    }
  }

  /// Parts that cannot be read go whole, or nothing is released.
  private func unread(in document: any RewritableDocument) throws(Refusal) -> [Withholding] {
    let clause = policy.elements.first { $0.element == .attachments }
    var withholdings: [Withholding] = []
    for part in document.parts {
      guard case .unread(let problem) = part.kind else { continue }
      guard let clause else { throw .part(part.name, problem) }
      withholdings.append(
        Withholding(.element(.attachments), name: "attachment", pieces: [part.range], exemptions: clause.exemptions))
    }
    return withholdings
  }

  /// Whether any of what was found is to be withheld.
  func withholds(_ found: [FoundText]) -> Bool { found.contains { withholding($0) != nil } }

  private func withholding(_ found: FoundText) -> Withholding? {
    guard let detector = found.detector else {
      var withholding = Withholding(
        .term, name: "name or term", pieces: found.pieces,
        exemptions: found.exemptions.isEmpty ? policy.terms?.exemptions ?? [] : found.exemptions,
        replacement: policy.terms?.replacement ?? .label, confidence: found.confidence)
      withholding.subject = found.subject
      return withholding
    }
    // A clause for one detector goes before that for all.
    let clause =
      policy.detections.first { $0.detector == detector } ?? policy.detections.first { $0.detector == "all" }
    guard let clause, found.confidence >= clause.confidence else { return nil }
    return Withholding(
      .detector(detector), name: detector, pieces: found.pieces, exemptions: clause.exemptions,
      replacement: clause.replacement, confidence: found.confidence)
  }

  private static func holdsText(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in range.start..<range.end where source[i].isLetterOrDigit || source[i] >= 0x80 { return true }
    return false
  }
}

extension Withholding {
  /// Without some places of the text: labels that an earlier release left in it, gaps. They are in order.
  func without(_ places: [ByteRange], in source: Span<UInt8>) -> Withholding {
    if places.isEmpty { return self }
    var left = self
    left.pieces = pieces.flatMap { Pieces.between($0.start, $0.end, leavingOutApart: places, in: source) }
    return left
  }
}
