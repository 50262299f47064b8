import MarkingGrammar
import MarkingModel

/// A level or control that is repeated outside the classification line: page furniture, banners, marks of a print.
struct Designation: Sendable {
  enum Spot: Sendable {
    case pageTop
    case pageBottom
    case banner, smart, body, print

    /// As the contract names it.
    var word: Word {
      switch self {
      case .pageTop: .pageTop
      case .pageBottom: .pageBottom
      case .banner: .banner
      case .smart: .smart
      case .body: .body
      case .print: .print
      }
    }
  }

  /// What a release may have added to the levels of a copy.
  enum Release: Sendable {
    case none
    /// The archive's record and its overlay say what the level is now; the print keeps the pages of the telegram (the
    /// page marks of 218 of 218 NARA telegrams give the original level).
    case record
    /// Reviewers stamp the pages of a classified telegram with the level that it has now.
    case stamped
  }

  var place: Place
  var spot: Spot
  var level: Level
  var control: Control
  /// The CUI banner, canonical.
  var cui: String?
  /// What is wrong with a banner whose words contradict each other.
  var defect = ClassificationLine.Defect.none
  /// Whether the head of a page stands beside it.
  var isOnPage = false

  /// A line that is nothing but level words and controls: `CONFIDENTIAL`, `UNCLASSIFIED//FOR OFFICIAL USE ONLY`,
  /// `SENSITIVE BUT UNCLASSIFIED`, `CUI//SP-PRVCY//NOFORN`. Nil where it is anything else.
  static func read(
    _ line: SourceLine, _ start: Int, _ end: Int, spot: Spot, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Designation? {
    guard end - start <= 100, let first = vocabulary.levels.longest(in: source, at: start, end: end) else { return nil }
    let range = ByteRange(start, end)
    if first.word.control == .cui {
      guard let form = cuiForm(first.end, end, in: source) else { return nil }
      return Designation(
        place: ruler.place(range, on: line, in: source), spot: spot, level: .none, control: .cui, cui: "CUI" + form)
    }
    var found = Designation(
      place: ruler.place(range, on: line, in: source), spot: spot, level: first.word.level,
      control: first.word.control)
    var before = first.end
    var at = skip(first.end, end, in: source)
    while at < end {
      guard let next = vocabulary.levels.longest(in: source, at: at, end: end) else {
        guard let caption = vocabulary.captions.longest(in: source, at: at, end: end) else { return nil }
        // SENSITIVE is a caption of what is unclassified.
        if caption.caption.kind == .sensitivity, found.level.isClassified { found.defect = .invented }
        before = caption.end
        at = skip(caption.end, end, in: source)
        continue
      }
      found.add(next.word, isJoined: source.first(0x2F, from: before, to: at) != nil)
      before = next.end
      at = skip(next.end, end, in: source)
    }
    return found
  }

  /// Takes a further word of the line. Of two levels the higher one counts.
  private mutating func add(_ word: LevelWord, isJoined: Bool) {
    if word.level != .none, level != .none, word.level != level {
      let isApart = word.level.isClassified != level.isClassified
      defect = isApart ? (isJoined ? .joined : .mixed) : .invented
    }
    if word.level.rank > level.rank { level = word.level }
    if control == .none { control = word.control }
  }

  private static func skip(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Int {
    var i = at
    while i < end {
      let width = source.blank(at: i, end: end)
      if width > 0 { i += width } else if source[i].isOne(of: "/", "-", "*", ".") { i += 1 } else { break }
    }
    return i
  }

  /// What follows CUI in a banner: categories and dissemination controls after slashes; nil where other words stand.
  private static func cuiForm(_ at: Int, _ end: Int, in source: Span<UInt8>) -> String? {
    guard at < end else { return "" }
    guard source[at] == 0x2F else { return nil }
    for i in at..<end {
      let byte = source[i]
      guard byte.isCapital || byte.isDigit || byte.isOne(of: "/", "-", ",", " ") else { return nil }
    }
    return source.name(ByteRange(at, end))
  }

  /// Whether it is printed at the edge of a page.
  private var isAtPageEdge: Bool {
    switch spot {
    case .pageTop, .pageBottom: true
    case .banner, .smart, .body, .print: false
    }
  }

  /// Adds its node. `expected` is the level of the first classification line.
  func write(into document: inout DocumentWriter, expected: Level, release: Release) {
    document.add(.designation, to: 0, at: place.range, place.position, excerpt: place.range)
    document.set(.place, spot.word)
    document.set(.level, level.word)
    document.set(.control, control.word)
    document.set(.rank, level.rank)
    document.set(.expectedLevel, expected.word)
    document.set(.current, isCurrent(expected: expected, release: release))
    document.set(.cuiForm, cui)
    if spot == .smart, defect != .none { document.set(.defect, defect.word) }
  }

  /// A released copy of a classified telegram is stamped with the level that it has now.
  func isCurrent(expected: Level, release: Release) -> Bool {
    let mayBeCurrent =
      switch release {
      case .none: false
      case .record: !isAtPageEdge
      case .stamped: true
      }
    return mayBeCurrent && level == .unclassified && expected.isClassified
  }
}
