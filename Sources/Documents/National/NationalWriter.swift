import MarkingGrammar
import MarkingModel

/// Where a national marking stands in its paper.
struct NationalSpot: Sendable {
  /// As the contract names it: `header`, `footer`, `line`, `paragraph`, `subject`.
  var place: Word
  var page: Int
  /// Whether it is the marking of the whole paper.
  var isOverall: Bool
  /// Of a footer: whether it says what the header of its page says.
  var agrees: Bool?

  /// Sets it on the node that was added last.
  func write(to document: inout MarkingDocument) {
    document.set(.place, place.rawValue)
    document.set(.page, page)
    document.set(.overall, isOverall)
    document.set(.agrees, agrees)
  }
}

/// Puts a national marking into a marking document: an element for each part, with what rules compare.
struct NationalWriter {
  var line: SourceLine
  /// The lines that continue it: a header may be folded.
  var continuation: [SourceLine] = []
  /// yyyymmdd
  var day: Int?

  /// - Parameter spot: where in a paper it stands.
  func add(
    _ marking: NationalMarking, to document: inout MarkingDocument, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary, spot: NationalSpot? = nil
  ) {
    let place = ruler.place(marking.range, on: line, in: source)
    let node = document.add(.national, to: 0, at: place.range, place.position, excerpt: place.range)
    spot?.write(to: &document)
    document.set(.style, marking.style.rawValue)
    if let level = marking.level, level.entry >= 0 {
      document.set(.name, vocabulary.national.rows[level.entry].name)
    }
    document.set(.rank, marking.rank)
    let whole = ByteRange(line.start, continuation.last?.end ?? line.end)
    document.set(.characters, whole.count)
    document.set(.ascii, source.isASCII(whole))
    for (k, part) in marking.parts.enumerated() {
      add(part, n: k + 1, of: marking, to: node, &document, &ruler, source, vocabulary)
    }
  }

  private func add(
    _ part: NationalMarking.Part, n: Int, of marking: NationalMarking, to node: Int,
    _ document: inout MarkingDocument, _ ruler: inout Ruler, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let word = part.entry >= 0 ? vocabulary.national.rows[part.entry] : nil
    let on = continuation.last { $0.start <= part.range.start } ?? line
    let place = ruler.place(part.range, on: on, in: source)
    document.add(.part, to: node, at: place.range, place.position, excerpt: place.range)
    document.set(.kind, part.kind.rawValue)
    document.set(.n, n)
    document.set(.name, word?.name)
    document.set(.known, word != nil)
    document.set(.status, isOver(word) ? "retired" : "active")
    document.set(.rank, part.rank)
    document.set(.allowed, marking.rank == 0 || marking.rank >= word?.least ?? 0)
    document.set(.ordered, part.isOrdered)
    document.set(.sorted, part.isSorted)
    document.set(.wellFormed, part.isWellFormed)
    document.set(.fix, part.fix)
  }

  /// What has ended is retired, in documents without a date too.
  private func isOver(_ word: NationalWord?) -> Bool {
    guard let word else { return false }
    return day.map { word.period.isOver(on: $0) } ?? (word.period.to != nil)
  }
}

extension Span where Element == UInt8 {
  fileprivate func isASCII(_ range: ByteRange) -> Bool {
    for i in range.start..<range.end where self[i] >= 0x80 { return false }
    return true
  }
}
