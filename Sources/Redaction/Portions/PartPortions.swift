import MarkingGrammar
import MarkingModel

/// What a policy that reads portion marks makes of the parts of a document that are no document of their own.
enum PartPortions {
  /// A line that stands alone is judged by its own mark; one without goes, unless unmarked portions are released. What is
  /// attached to a portion goes with it. So do words in its block, and by their own mark; in a marked document, words in no
  /// portion are as a line without a mark.
  ///
  /// - Parameters:
  ///   - portions: those of the documents.
  ///   - withheld: those of them that are withheld already.
  /// Time: O(n log n) in parts and portions.
  static func withholdings(
    in text: MarkedText, portions: [ReleasePortion], withheld: [Withholding], _ policy: Policy,
    unmarked: Planner.UnmarkedPortions, _ vocabulary: borrowing Vocabulary
  ) -> [Withholding] {
    let document = text.document
    let bytes = document.text
    let source = bytes.span
    let owners = Stretches(withheld.map(\.extent))
    let places = Stretches(portions.map(\.range))
    let lone = LoneMarks(portions, policy, source)
    let needsMarks =
      unmarked != .release
      && (!withheld.isEmpty || portions.contains { $0.mark != nil } && mayWithhold(of: text, policy, vocabulary))
    var withholdings: [Withholding] = []
    /// - Returns: whether it has a mark.
    func judge(_ part: TextPart) -> Bool {
      let mark = mark(of: part.range, in: source)
      guard let statement = mark.flatMap({ MarkStatement.read($0, in: source, vocabulary) }) else { return false }
      if let clause = policy.portions.first(where: { $0.fits(statement) }) {
        let pieces = [ByteRange(mark?.end ?? part.range.start, part.range.end)]
        withholdings.append(Withholding(.portion, name: part.name, pieces: pieces, exemptions: clause.exemptions))
      }
      return true
    }
    func withhold(_ part: TextPart) {
      withholdings.append(
        Withholding(
          .unmarked, name: part.name, pieces: [part.range], exemptions: policy.portions.first?.exemptions ?? []))
    }
    /// - Returns: whether a portion around it is withheld.
    func follow(_ part: TextPart, _ around: ByteRange) -> Bool {
      guard let index = owners.first(touching: around) else { return false }
      var owner = withheld[index]
      owner.name = part.name
      owner.pieces = [part.range]
      withholdings.append(owner)
      return true
    }
    /// - Returns: whether a mark with nothing else behind it withholds it: it has no text that would be withheld itself.
    func goes(_ part: TextPart, _ around: ByteRange) -> Bool {
      guard let exemptions = lone.exemptions(of: around, in: source, vocabulary) else { return false }
      withholdings.append(Withholding(.portion, name: part.name, pieces: [part.range], exemptions: exemptions))
      return true
    }
    for part in document.parts where !part.range.isEmpty {
      switch part.kind {
      case .document, .form, .unread: break
      case .attached(let place):
        let around = block(around: place, document.gaps, end: bytes.count)
        _ = follow(part, around) || goes(part, around)
      case .words(let place, let isAlone):
        let around = block(around: place, document.gaps, end: bytes.count)
        if follow(part, around) || goes(part, around) || judge(part) { continue }
        if needsMarks, isAlone || places.first(touching: around) == nil { withhold(part) }
      case .line: if !judge(part), unmarked != .release { withhold(part) }
      }
    }
    return withholdings
  }

  /// Whether anything of a text may be withheld, by what it says of itself as a whole.
  private static func mayWithhold(of text: MarkedText, _ policy: Policy, _ vocabulary: borrowing Vocabulary) -> Bool {
    let bytes = text.bytes
    for document in text.markings {
      guard let statement = DocumentStatement.read(document, in: bytes.span, vocabulary) else { return true }
      if policy.portions.contains(where: { $0.mayFit(under: statement) }) { return true }
    }
    return false
  }

  /// The text between the gaps around a place; at the end of one, the next as well.
  private static func block(around place: Int, _ gaps: [ByteRange], end: Int) -> ByteRange {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if gaps[middle].end <= place { low = middle + 1 } else { high = middle }
    }
    let start = low > 0 ? gaps[low - 1].end : 0
    if low < gaps.count, gaps[low].start <= place { low += 1 }
    return ByteRange(start, low < gaps.count ? gaps[low].start : end)
  }

  /// `(U)` at the start of a line.
  static func mark(of line: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    guard source[line.start] == UInt8(ascii: "(") else { return nil }
    var close = line.start + 1
    while close < min(line.end, line.start + 80) {
      if source[close] == UInt8(ascii: ")") { return ByteRange(line.start, close + 1) }
      close += 1
    }
    return nil
  }
}

/// Marks behind which nothing stands in the text: a picture or the target of a link is all that they are of.
private struct LoneMarks {
  private let policy: Policy
  /// Where such portions begin, in order, and why they go.
  private var starts: [(place: Int, exemptions: [Exemption])] = []

  init(_ portions: [ReleasePortion], _ policy: Policy, _ source: Span<UInt8>) {
    self.policy = policy
    for portion in portions {
      guard let mark = portion.mark, !portion.text.contains(where: { PortionReader.holdsLetters($0, in: source) }),
        let clause = policy.portions.first(where: { $0.fits(mark) })
      else { continue }
      starts.append((portion.range.start, clause.exemptions))
    }
    starts.sort { $0.place < $1.place }
  }

  /// Why what stands in a block goes: by a portion without text in it, or by the mark that the block begins with, as in a
  /// cell. Nil where nothing says so.
  func exemptions(
    of block: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [Exemption]? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].place < block.start { low = middle + 1 } else { high = middle }
    }
    if low < starts.count, starts[low].place < block.end { return starts[low].exemptions }
    guard !block.isEmpty, let mark = CellMark.read([block], in: source, vocabulary)[0], !mark.isBehind else {
      return nil
    }
    return policy.portions.first { $0.fits(mark.statement) }?.exemptions
  }
}

/// Stretches of a text, to be asked which of them touches another one.
private struct Stretches {
  /// In order of their starts, each with the one that reaches furthest of those up to it.
  private var starts: [Int] = []
  private var furthest: [(end: Int, index: Int)] = []

  init(_ ranges: [ByteRange]) {
    for (index, range) in ranges.enumerated().sorted(by: { $0.element.start < $1.element.start }) {
      starts.append(range.start)
      let last = furthest.last ?? (-1, 0)
      furthest.append(range.end > last.end ? (range.end, index) : last)
    }
  }

  /// The index of one that does.
  func first(touching range: ByteRange) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= range.end { low = middle + 1 } else { high = middle }
    }
    guard low > 0, furthest[low - 1].end >= range.start else { return nil }
    return furthest[low - 1].index
  }
}

extension Withholding {
  /// From the first of its pieces to the last.
  fileprivate var extent: ByteRange { ByteRange(pieces.first?.start ?? 0, pieces.last?.end ?? 0) }
}
