package import MarkingGrammar
package import MarkingModel

/// Reads markings of the United Kingdom, Australia or New Zealand, one a line. A line `Date: 2016-12-31` before them dates
/// them.
package enum NationalReader {
  /// - Parameter day: yyyymmdd; a date in the text comes before it.
  package static func read(
    _ source: Span<UInt8>, scheme: NationalMarking.Scheme, day: Int? = nil, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    var document = MarkingDocument()
    var ruler = Ruler()
    var lines: [SourceLine] = []
    var day = day
    var start = 0
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A { end += 1 }
      let line = SourceLine(start: start, end: end, number: (lines.last?.number ?? 0) + 1)
      lines.append(line)
      start = end + 1
    }
    if let first = lines.first, let dated = DateLine.read(first.range, in: source) { day = dated }
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    MarkedRoot(form: scheme.form, day: day, level: nil, banners: 0, portions: 0).write(to: &document)
    for line in lines where DateLine.read(line.range, in: source) == nil {
      let range = source.trimmed(line.range)
      if range.isEmpty { continue }
      let marking = NationalParser.parse(source, range, scheme: scheme, vocabulary)
      NationalWriter(line: line, day: day).add(marking, to: &document, &ruler, in: source, vocabulary)
    }
    return document
  }
}

extension NationalMarking.Scheme {
  /// The form of a document that holds such markings.
  package var form: Form {
    switch self {
    case .uk: .ukMarking
    case .au: .auMarking
    case .nz: .nzMarking
    }
  }

  /// The scheme that the markings of a document of this form belong to.
  package init?(_ form: Form) {
    switch form {
    case .ukMarking: self = .uk
    case .auMarking: self = .au
    case .nzMarking: self = .nz
    default: return nil
    }
  }
}

/// Puts a national marking into a marking document: an element for each part, with what rules compare.
struct NationalWriter {
  var line: SourceLine
  /// yyyymmdd
  var day: Int?

  func add(
    _ marking: NationalMarking, to document: inout MarkingDocument, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    let place = ruler.place(marking.range, on: line, in: source)
    let node = document.add(.national, to: 0, at: place.range, place.position, excerpt: place.range)
    document.set(.style, marking.style.rawValue)
    if let level = marking.level, level.entry >= 0 {
      document.set(.name, vocabulary.national.rows[level.entry].name)
    }
    document.set(.rank, marking.rank)
    document.set(.characters, line.range.count)
    document.set(.ascii, source.isASCII(line.range))
    for (k, part) in marking.parts.enumerated() {
      add(part, n: k + 1, of: marking, to: node, &document, &ruler, source, vocabulary)
    }
  }

  private func add(
    _ part: NationalMarking.Part, n: Int, of marking: NationalMarking, to node: Int,
    _ document: inout MarkingDocument, _ ruler: inout Ruler, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let word = part.entry >= 0 ? vocabulary.national.rows[part.entry] : nil
    let place = ruler.place(part.range, on: line, in: source)
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
