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
  /// The form of a text that holds such markings, one a line.
  package var form: Form {
    switch self {
    case .uk: .ukMarking
    case .au: .auMarking
    case .nz: .nzMarking
    }
  }

  /// The form of a paper or e-mail of the country.
  package var paper: Form {
    switch self {
    case .uk: .uk
    case .au: .au
    case .nz: .nz
    }
  }

  /// The scheme of markings of this form, one a line.
  package init?(_ form: Form) { self.init(form, as: \.form) }

  /// The scheme of a paper of this form.
  package init?(paper form: Form) { self.init(form, as: \.paper) }

  private init?(_ form: Form, as path: KeyPath<Self, Form>) {
    guard let scheme = Self.allCases.first(where: { $0[keyPath: path] == form }) else { return nil }
    self = scheme
  }
}
