package import MarkingModel

/// Reads a marking of another country's scheme. Any text is read; what no table has is an unknown part or, in the United
/// Kingdom, a code word. Time: the length of the text.
package struct NationalParser {
  private(set) var marking: NationalMarking

  /// Reads a range of `source` as a marking of `scheme`.
  package static func parse(
    _ source: Span<UInt8>, _ range: ByteRange, scheme: NationalMarking.Scheme, _ vocabulary: borrowing Vocabulary
  ) -> NationalMarking {
    let start = source.skipBlanks(range.start, range.end)
    let whole = ByteRange(start, source.trimEnd(start, range.end))
    let style = scheme == .au ? source.emailStyle(whole) : .text
    var parser = NationalParser(marking: NationalMarking(scheme, style, whole))
    if style == .text {
      parser.words(source, vocabulary.national, vocabulary.countries)
    } else {
      parser.fields(source, vocabulary.national, vocabulary.countries)
    }
    parser.review(source)
    return parser.marking
  }

  mutating func append(_ part: NationalMarking.Part) { marking.parts.append(part) }
  mutating func replaceLast(_ part: NationalMarking.Part) { marking.parts[marking.parts.count - 1] = part }
  mutating func setRange(_ range: ByteRange) { marking.range = range }

  /// Order, and the alphabet among caveats.
  private mutating func review(_ source: Span<UInt8>) {
    var highest = 0
    var last: NationalMarking.Part?
    for k in marking.parts.indices {
      let part = marking.parts[k]
      if let order = part.kind.order(in: marking.scheme) {
        marking.parts[k].isOrdered = order >= highest
        highest = max(highest, order)
      }
      guard part.kind == .caveat else { continue }
      if let last, marking.scheme == .uk { marking.parts[k].isSorted = !source.precedes(part.range, last.range) }
      last = part
    }
  }

  // MARK: Text

  /// Words of a text, read one phrase after the other: `UK SECRET - HMG USE ONLY`.
  private mutating func words(_ source: Span<UInt8>, _ table: NationalTable, _ countries: CountryTable) {
    var i = marking.range.start
    let end = marking.range.end
    while i < end {
      guard source[i].isLetterOrDigit else {
        i += 1
        continue
      }
      if let match = table.longest(marking.scheme, in: source, at: i, end: end) {
        take(match.row, ByteRange(i, match.end), source, table)
        i = rangeEnd(of: table.rows[match.row].name, after: match.end, source, countries)
        continue
      }
      var stop = i
      while stop < end, source[stop] > 0x20, source[stop] != 0x2F { stop += 1 }
      let range = ByteRange(i, stop)
      if marking.scheme == .uk, source.isSlip(of: "SENSITIVE", i, stop) || source.lacksLetter(of: "SENSITIVE", i, stop),
        let row = table.rows.firstIndex(where: { $0.scheme == .uk && $0.kind == .sensitive })
      {
        take(row, range, source, table)
        i = stop
        continue
      }
      append(NationalMarking.Part(marking.scheme == .uk && source.isWord(range) ? .codeword : .unknown, range))
      i = stop
    }
  }

  /// Where the part ends that was taken last: countries follow REL, a person EXCLUSIVE FOR, a time EMBARGOED.
  private mutating func rangeEnd(of name: String, after: Int, _ source: Span<UInt8>, _ countries: CountryTable) -> Int {
    var stop = after
    switch name {
    case "RI:REL":
      var i = after
      while i < marking.range.end {
        while i < marking.range.end, !source[i].isLetterOrDigit { i += 1 }
        guard i + 3 <= marking.range.end, i + 3 == marking.range.end || !source[i + 3].isLetterOrDigit,
          countries.find(source, i, i + 3) != nil
        else { break }
        i += 3
        stop = i
      }
    case "SH:EXCLUSIVE-FOR", "EMBARGOED", "EMBARGOED FOR RELEASE":
      // A dash would begin another part.
      guard after + 1 < marking.range.end, source[after] == 0x20, source[after + 1].isLetterOrDigit else { break }
      stop = marking.range.end
    default: return after
    }
    marking.parts[marking.parts.count - 1].range.end = stop
    return stop
  }

  private mutating func take(_ row: Int, _ range: ByteRange, _ source: Span<UInt8>, _ table: NationalTable) {
    let word = table.rows[row]
    var part = NationalMarking.Part(word.kind, range)
    part.entry = row
    part.rank = word.rank
    let hasTextForm = word.kind == .level && marking.scheme != .nz || word.kind == .access
    let form = hasTextForm ? word.forms[word.forms.count - 1] : word.forms[0]
    part.isWellFormed = word.forms.contains { source.isExactly($0, range) }
    if word.kind == .level { part.isWellFormed = source.isExactly(form, range) }
    // `Legal privilege`: in a text the markers are also written as other words are.
    if word.kind == .access, source.isExactly(form.prefix(1) + form.dropFirst().lowercased(), range) {
      part.isWellFormed = true
    }
    if !part.isWellFormed { part.fix = form }
    if word.kind == .sensitive { check(&part, source) }
    // `CABINET OFFICE USE ONLY`, `UK/US EYES ONLY`: who stands before it belongs to it.
    if word.name == "USE ONLY" || word.name == "EYES ONLY" {
      var start = range.start
      while let last = marking.parts.last, last.kind == .codeword || last.kind == .unknown || last.kind == .prefix,
        start - last.range.end <= 1,
        word.name == "USE ONLY" || start == range.start || source[start - 1] == 0x2F
      {
        start = last.range.start
        marking.parts.removeLast()
      }
      part.range = ByteRange(start, range.end)
    }
    append(part)
  }

  /// -SENSITIVE follows OFFICIAL directly, with a hyphen and no blank (GSCP paragraph 25).
  private mutating func check(_ part: inout NationalMarking.Part, _ source: Span<UInt8>) {
    guard let last = marking.parts.last, last.kind == .level, part.range.start > last.range.end else {
      part.isWellFormed = false
      return
    }
    let isDirect = part.range.start == last.range.end + 1 && source[last.range.end] == 0x2D
    if isDirect {
      // Small letters of the whole are one slip, that of the level.
      guard !part.isWellFormed, let fix = last.fix else { return }
      var level = last
      level.range.end = part.range.end
      level.fix = fix + "-SENSITIVE"
      replaceLast(level)
      part.isWellFormed = true
      part.fix = nil
      return
    }
    part.isWellFormed = false
    if part.range.start - last.range.end <= 3 {
      part.range = ByteRange(last.range.end, part.range.end)
      part.fix = "-SENSITIVE"
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a range is one word of capitals.
  fileprivate func isWord(_ range: ByteRange) -> Bool {
    for i in range.start..<range.end where !self[i].isLetter || self[i].isSmall { return false }
    return true
  }

  /// Whether a range holds these bytes and no others.
  func isExactly(_ word: String, _ range: ByteRange) -> Bool {
    guard word.utf8.count == range.count else { return false }
    var i = range.start
    for letter in word.utf8 {
      if self[i] != letter { return false }
      i += 1
    }
    return true
  }
}
