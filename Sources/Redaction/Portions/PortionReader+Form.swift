import Documents
import MarkingModel

// Lines of the form, and which of them stay where the portion around them is withheld.
extension PortionReader {
  mutating func addForm(_ index: Int, in source: Span<UInt8>) {
    let node = document.nodes[index]
    var range = node.range
    // `Signature: Roe`, `Classification: SECRET`.
    if node.name == .signature { range.start = Self.label(before: range.start, in: source) }
    if isBanner(index) { range.start = Self.start(ofBanner: range.start, in: source) }
    form.append(range)
    formNames[range.start] = node.name
    switch node.name {
    case .page, .designation, .marking, .separator, .validation, .end, .signature, .record:
      ofPages.insert(range.start)
    default: break
    }
  }

  /// `Signature: [(b)(6)]` in a copy: the reader of markings finds no name there.
  mutating func addWithheldSignatures(in whole: ByteRange, _ source: Span<UInt8>) {
    let sign = UInt8(ascii: "[")
    // No further than the document: a telegram within another is one of many.
    let source = source.extracting(first: whole.end)
    var at = source.place(of: sign, or: sign, from: whole.start)
    while at < whole.end {
      guard let (_, end) = WithheldLabel.read(at, in: source) else {
        at = source.place(of: sign, or: sign, from: at + 1)
        continue
      }
      let start = Self.label(before: at, in: source)
      if source.hasAnyCase("SIGNATURE", at: source.skipBlanks(start, at), end: at) {
        form.append(ByteRange(start, end))
        ofPages.insert(start)
      }
      at = source.place(of: sign, or: sign, from: end)
    }
  }

  private func isBanner(_ index: Int) -> Bool {
    document.nodes[index].name == .marking && document.word(.kind, of: index) == "banner"
  }

  /// Where the lines begin that are banners, with their labels.
  func bannerStarts(in source: Span<UInt8>) -> Set<Int> {
    Set(
      document.nodes(named: .marking).filter(isBanner)
        .map { Self.start(ofBanner: document.nodes[$0].range.start, in: source) })
  }

  /// Where a banner begins with its label and what is drawn around it: `Classification: ~~SECRET~~`.
  private static func start(ofBanner at: Int, in source: Span<UInt8>) -> Int {
    var start = at
    while start > 0, source[start - 1].isOne(of: "~", "*", "-", "=", "#", "_") { start -= 1 }
    return label(before: start, in: source)
  }

  /// Within a portion only what belongs to the page or to the end of the telegram stays, and what begins a block of its own
  /// or goes on with one: a line of a withheld paragraph goes with it, whatever it looks like. Behind the heading of a
  /// telegram it also says nothing but what lines of the form do.
  mutating func settleForm(isPaper: Bool, in source: Span<UInt8>) {
    form.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    addPageNumbers(isPaper: isPaper, in: source)
    let heading = isPaper ? 0 : bodyStart ?? 0
    let value = FormValue(of: document, to: heading, in: source)
    let marked = starts.filter { $0.mark != nil }
    let portions = marked.first.flatMap { first in
      marked.last.map { ByteRange(first.text, max(first.text, $0.range.start)) }
    }
    for (index, place) in form.enumerated() where !place.isEmpty {
      if isPaper, let portions, portions.start <= place.start, place.end <= portions.end,
        isAlone(index, in: source), let name = formNames[place.start], !value.holds(place, of: name, in: source)
      {
        continue
      }
      if !isPaper, place.start >= heading, let name = formNames[place.start],
        !(trailer.map { $0.start <= place.start && place.end <= $0.end } ?? false),
        !value.holds(place, of: name, in: source)
      {
        doubtful.append(place)
        continue
      }
      let goesOn = kept.last.map { last in
        !(last.end..<max(last.end, place.start)).contains { source[$0].isLetterOrDigit || source[$0] >= 0x80 }
      }
      if goesOn == true || place.start < heading || ofPages.contains(place.start)
        || Self.isAfterBlankLine(place.start, in: source)
      {
        kept.append(place)
      }
    }
  }

  /// Whether a stamp or a line of an authority block stands between lines of text, where it may be one of them: a block has
  /// more lines than one, or stands at the edge of a page.
  private func isAlone(_ index: Int, in source: Span<UInt8>) -> Bool {
    let place = form[index]
    switch formNames[place.start] {
    case .stamp, .authorityLine, .authorityBlock: break
    default: return false
    }
    guard Self.line(around: place.start, in: source).end >= place.end else { return false }
    let above = form[..<index].last { $0.end <= place.start }
    let below = form[(index + 1)...].first { $0.start >= place.end }
    return ![above.map { ByteRange($0.end, place.start) }, below.map { ByteRange(place.end, $0.start) }].contains {
      $0.map { between in
        (between.start..<between.end).allSatisfy { !source[$0].isLetterOrDigit && source[$0] < 0x80 }
          || (between.start..<between.end).contains { source[$0] == 0x0C }
      } ?? false
    }
  }

  static func isAfterBlankLine(_ at: Int, in source: Span<UInt8>) -> Bool {
    let start = line(around: at, in: source).start
    if start == 0 { return true }
    let isPair = source[start - 1] == 0x0A && start > 1 && source[start - 2] == 0x0D
    let before = line(around: start - (isPair ? 2 : 1), in: source)
    return source[start - 1] == 0x0C || source.skipBlanks(before.start, before.end) >= before.end
  }

  /// Where a label begins that ends before `at`, with its line; `at` where none does.
  private static func label(before at: Int, in source: Span<UInt8>) -> Int {
    var start = at
    while start > 0, at - start < 30, source[start - 1] != 0x0A, source[start - 1] != 0x0D { start -= 1 }
    guard start == 0 || source[start - 1] == 0x0A || source[start - 1] == 0x0D else { return at }
    let end = source.trimmedEnd(start, at)
    return end > start && source[end - 1] == UInt8(ascii: ":") && end - start < 20 ? start : at
  }
}
