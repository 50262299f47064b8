import MarkingGrammar
import MarkingModel

extension ReferencesPart {
  /// The bytes of a reference that are looked at.
  static let longest = 400

  /// Reads a REF block: lettered references, several to a line or each on its own, or references without letters that
  /// commas, semicolons or AND separate.
  ///
  /// `storage` is that of the words of one reference.
  static func read(
    _ block: FieldBlock, _ context: ReadingContext, storage: inout JoinedText, _ ruler: inout Ruler,
    in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ReferencesPart {
    var reader = ReferencesReader(isScan: context.form.isScan)
    swap(&reader.text, &storage)
    for line in block.lines { reader.take(line, &ruler, in: source, vocabulary) }
    reader.finish(&ruler, in: source, vocabulary)
    swap(&reader.text, &storage)
    return ReferencesPart(
      place: Place(block.range, block.label.position), after: block.after, section: block.section,
      references: reader.references, anchors: reader.anchors, misread: reader.misread)
  }
}

/// The references of a block while it is being read.
private struct ReferencesReader {
  /// A reference whose end is not reached yet.
  private struct Item {
    var label: ReferenceLabel?
    var labelLine: SourceLine
  }

  private let isScan: Bool
  private(set) var references: [Reference] = []
  private(set) var anchors: (first: Place, count: Int)?
  private(set) var misread: (first: Place, count: Int)?
  private var item: Item?
  /// The words of the item without its letter.
  var text = JoinedText(limit: ReferencesPart.longest)
  private var lastLetter: UInt8?
  /// Whether a letter stands behind a gap of its line and does not follow the one before it.
  private var hasColumns = false

  /// More than any telegram has.
  private static let limit = 500

  init(isScan: Bool) {
    self.isScan = isScan
    references.reserveCapacity(4)
  }

  private var expected: UInt8 { lastLetter.map { min($0 + 1, 0x5A) } ?? 0x41 }

  mutating func take(
    _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var line = line
    // A copy from the web has a link around each reference: `[A. KYIV 1009](#)`.
    while let link = source.linkedReference(source.skipBlanks(line.start, line.end), line.end) {
      let text = ruler.rest(of: line, from: link.text.start, to: line.end, in: source)
      takePart(text.upTo(link.text.end), &ruler, in: source, vocabulary)
      line = ruler.rest(of: text, from: link.end, to: line.end, in: source)
    }
    takePart(line, &ruler, in: source, vocabulary)
  }

  /// Takes a line, or the part of it that a link is around.
  private mutating func takePart(
    _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var at = source.skipBlanks(line.start, line.end)
    if let after = source.pilcrowEnd(at, line.end) {
      if source[at] == 0x5B {
        let place = ruler.place(ByteRange(at, after), on: line, in: source)
        anchors = anchors.map { ($0.first, $0.count + 1) } ?? (place, 1)
      }
      at = source.skipBlanks(after, line.end)
    }
    if let after = ReferenceLabel.numberEnd(at, line.end, in: source) { at = after }
    guard at < line.end, references.count < Self.limit else { return }
    if let label = label(at: at, line, isStart: true, in: source) {
      begin(label, line, &ruler, in: source, vocabulary)
      at = label.range.end
    } else if lastLetter == nil {
      // Without letters a line begins anew after one that ends with a serial.
      if item != nil, let last = text.last, last.isDigit || last == 0x29 {
        close(&ruler, in: source, vocabulary)
      }
      if item == nil {
        item = Item(label: nil, labelLine: line)
        text.removeAll()
      }
    }
    takeText(from: at, line, &ruler, in: source, vocabulary)
  }

  private mutating func takeText(
    from start: Int, _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    var begun = start
    var at = start
    while at < line.end {
      // A further letter on the same line: after a blank, and after what can end a reference.
      if at > begun, source[at].isLetter && lastLetter != nil || source[at] == 0x28, source[at - 1] <= 0x20,
        let label = label(at: at, line, isStart: false, in: source),
        source[at] == 0x28 || source.endsReference(ByteRange(begun, at))
      {
        if item != nil { text.add(line, from: begun, to: at, in: source) }
        begin(label, line, &ruler, in: source, vocabulary)
        at = label.range.end
        begun = at
        continue
      }
      // A copy from the web has its sign before each letter.
      if lastLetter != nil, source[at].isOne(of: "[", "&") || source[at] == 0xC2,
        let after = source.pilcrowEnd(at, line.end),
        let label = label(at: source.skipBlanks(after, line.end), line, isStart: false, in: source),
        source.endsReference(ByteRange(begun, at))
      {
        if item != nil { text.add(line, from: begun, to: at, in: source) }
        begin(label, line, &ruler, in: source, vocabulary)
        at = label.range.end
        begun = at
        continue
      }
      at += 1
    }
    if item != nil { text.add(line, from: begun, to: line.end, in: source) }
  }

  private mutating func label(at: Int, _ line: SourceLine, isStart: Bool, in source: Span<UInt8>) -> ReferenceLabel? {
    guard
      let label = ReferenceLabel.read(
        at: at, end: line.end, expected: expected, repairing: isScan && (isStart || source[at] == 0x28), in: source)
    else { return nil }
    if isStart { return label.letter <= expected + 5 ? label : nil }
    // Two columns, each read down: `A. …     C. …`.
    let isApart = source[at - 1] <= 0x20 && at >= line.start + 2 && source[at - 2] <= 0x20
    guard label.letter >= expected, label.letter <= expected + (isApart ? 12 : 2) else { return nil }
    if isApart, label.letter != expected { hasColumns = true }
    return label
  }

  /// Whether the letters stand in columns, and all of them are there.
  private var areInColumns: Bool {
    guard hasColumns else { return false }
    let letters = references.compactMap(\.letter).sorted()
    return letters.count == references.count && letters.enumerated().allSatisfy { $1 == 0x41 + UInt8(min($0, 100)) }
  }

  private mutating func begin(
    _ label: ReferenceLabel, _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    close(&ruler, in: source, vocabulary)
    if label.isMisread {
      misread = misread.map { ($0.first, $0.count + 1) } ?? (ruler.place(label.range, on: line, in: source), 1)
    }
    item = Item(label: label, labelLine: line)
    text.removeAll()
    lastLetter = label.letter
  }

  /// Ends a reference. One without a letter is split at commas, semicolons and AND.
  private mutating func close(_ ruler: inout Ruler, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    guard let item else { return }
    self.item = nil
    if let label = item.label {
      var place = ruler.place(label.range, on: item.labelLine, in: source)
      let words = text.trimmed(0..<text.bytes.count)
      if !words.isEmpty { place.range.end = text.range(words).end }
      add(place, label, ReferenceTarget.read(text.bytes.span, vocabulary))
      return
    }
    for piece in Self.pieces(text) {
      let place = text.place(piece, &ruler, in: source)
      let words = Array(text.bytes[piece])
      let number = words.span.number(at: 0, end: words.count)
      if number.digits > 2, number.end == words.count, let before = references.last, before.kind == .telegram {
        // A serial alone: of the same post as the one before it.
        let target = ReferenceTarget(
          kind: .telegram, isWellFormed: before.isWellFormed, year: before.year, serial: number.value, isNotal: false)
        add(place, nil, target)
        continue
      }
      let target = ReferenceTarget.read(words.span, vocabulary)
      if references.isEmpty || target.kind == .telegram {
        add(place, nil, target)
      } else if target.isNotal {
        references[references.count - 1].isNotal = true
      }
    }
  }

  private mutating func add(_ place: Place, _ label: ReferenceLabel?, _ target: ReferenceTarget) {
    guard references.count < Self.limit else { return }
    references.append(
      Reference(
        place: place, letter: label?.letter, label: label?.range ?? ByteRange(0, 0), expectedLetter: nil,
        kind: target.kind, isWellFormed: target.isWellFormed, year: target.year, serial: target.serial,
        isNotal: target.isNotal))
  }

  /// The parts of a line of references without letters.
  private static func pieces(_ text: JoinedText) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    var i = 0
    let bytes = text.bytes
    let span = bytes.span
    while i < bytes.count {
      if bytes[i] == 0x2C || bytes[i] == 0x3B {
        pieces.append(start..<i)
        start = i + 1
      } else if bytes[i] == 0x20, span.hasWord("AND", at: i + 1, end: bytes.count) {
        pieces.append(start..<i)
        start = i + 4
        i = start - 1
      }
      i += 1
    }
    pieces.append(start..<bytes.count)
    return pieces.map(text.trimmed).filter { !$0.isEmpty }
  }

  /// Ends the block: the letters that were expected are known.
  mutating func finish(_ ruler: inout Ruler, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    close(&ruler, in: source, vocabulary)
    guard lastLetter != nil else { return }
    if areInColumns {
      for i in references.indices { references[i].expectedLetter = references[i].letter }
      return
    }
    var expected: UInt8 = 0x41
    for i in references.indices {
      references[i].expectedLetter = expected
      expected = min((references[i].letter ?? expected) + 1, 0x5A)
    }
  }
}
