package import MarkingGrammar
package import MarkingModel

/// Why a line is no roll-up.
package enum RollUpLineProblem: Error, Sendable, Hashable, CustomStringConvertible {
  case noPortions
  case emptyPortion(Int)
  case emptyBanner
  case secondBanner

  package var description: String {
    switch self {
    case .noPortions: "the line has no portion mark"
    case .emptyPortion(let number): "portion \(number) is empty"
    case .emptyBanner: "there is no banner after =>"
    case .secondBanner: "there is more than one =>"
    }
  }
}

/// Where the parts of a line `portion ; portion => BANNER` stand.
package struct RollUpLine: Sendable {
  package private(set) var portions: [ByteRange] = []
  package private(set) var banner: ByteRange?

  /// Cuts a range of `source`. Time: its length.
  package init(_ source: Span<UInt8>, _ range: ByteRange) throws(RollUpLineProblem) {
    var start = range.start
    var i = range.start
    var isBanner = false
    while i <= range.end {
      let isArrow = i + 1 < range.end && source[i] == UInt8(ascii: "=") && source[i + 1] == UInt8(ascii: ">")
      guard i == range.end || isArrow || source[i] == UInt8(ascii: ";") && !isBanner else {
        i += 1
        continue
      }
      if isArrow, isBanner { throw .secondBanner }
      try take(source.trimmed(ByteRange(start, i)), isBanner: isBanner)
      if isArrow { isBanner = true }
      i += isArrow ? 2 : 1
      start = i
      if isArrow, i == range.end { throw .emptyBanner }
    }
  }

  private mutating func take(_ range: ByteRange, isBanner: Bool) throws(RollUpLineProblem) {
    if isBanner {
      guard !range.isEmpty else { throw .emptyBanner }
      banner = range
    } else {
      guard !range.isEmpty else { throw portions.isEmpty ? .noPortions : .emptyPortion(portions.count + 1) }
      portions.append(range)
    }
  }
}

/// Reads a text that is portion marks and the banner over them. A line `Date: 2016-12-31` before it dates it.
package enum RollUpReader {
  /// What was read.
  package struct Reading: Sendable {
    package var document: MarkingDocument
    /// Nil where the line is none.
    package var line: RollUpLine?
    package var portions: [WrittenMarking] = []
    package var given: WrittenMarking?
    package var required: RequiredBanner?
    package var problem: RollUpLineProblem?
  }

  package static func read(
    _ source: Span<UInt8>, policy: RollUpPolicy = RollUpPolicy(), vocabulary: borrowing Vocabulary
  ) -> Reading {
    var line = MarkingReader.firstLine(of: source)
    var policy = policy
    if let day = DateLine.read(line.range, in: source) {
      policy.day = day
      line = MarkingReader.next(after: line, in: source)
    }
    let range = source.trimmed(ByteRange(line.start, source.count))
    do throws(RollUpLineProblem) {
      return read(try RollUpLine(source, range), line, policy, in: source, vocabulary)
    } catch {
      var reading = Reading(document: root(policy, nil, 0, in: source).finish(sorting: false))
      reading.problem = error
      return reading
    }
  }

  private static func read(
    _ parts: RollUpLine, _ line: SourceLine, _ policy: RollUpPolicy, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Reading {
    let given = parts.banner.map { MarkingParser.parse(source, $0, kind: .banner, vocabulary) }
    var document = root(policy, given, parts.portions.count, in: source)
    var ruler = Ruler()
    var writer = RollUpWriter(policy)
    var portions: [WrittenMarking] = []
    for (index, range) in parts.portions.enumerated() {
      let portion = MarkingParser.parse(source, range, kind: .portion, vocabulary)
      MarkingWriter(n: index + 1, line: line, day: policy.day)
        .add(portion, to: &document, &ruler, in: source, vocabulary)
      writer.take(portion.meaning(in: source, vocabulary), vocabulary)
      portions.append(portion)
    }
    if let given {
      MarkingWriter(line: line, day: policy.day).add(given, to: &document, &ruler, in: source, vocabulary)
    }
    let range = parts.banner ?? ByteRange(parts.portions[0].start, parts.portions[parts.portions.count - 1].end)
    let required = writer.add(
      comparing: given?.meaning(in: source, vocabulary), at: ruler.place(range, on: line, in: source),
      excerpt: given?.mayBeShown ?? portions.allSatisfy(\.mayBeShown) ? range : ByteRange(0, 0),
      to: &document, vocabulary)
    // Without a banner the roll-up stands where the portions begin.
    return Reading(
      document: document.finish(sorting: given == nil), line: parts, portions: portions, given: given,
      required: required)
  }

  private static func root(
    _ policy: RollUpPolicy, _ given: WrittenMarking?, _ portions: Int, in source: Span<UInt8>
  ) -> DocumentWriter {
    var document = DocumentWriter(reservingNodes: 16, attributes: 256, texts: 32)
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    MarkedRoot(
      form: .rollup, day: policy.day, level: given?.classification, banners: given == nil ? 0 : 1, portions: portions
    ).write(to: &document)
    return document
  }
}
