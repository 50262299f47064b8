import Documents
import MarkingGrammar
import MarkingModel

// Text without a mark: a release may not let it pass unseen.
extension PortionReader {
  /// Every block of text but lines of the form and, in a telegram, its heading.
  static func unmarked(
    in document: MarkingDocument, at part: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var reader = PortionReader(document: document)
    for index in document.nodes.indices.dropFirst() { reader.take(index, isPaper: true, in: source, vocabulary) }
    let form = reader.form.filter { !$0.isEmpty }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    let start = isPaper(document) ? part.start : reader.bodyStart ?? part.start
    var blocks = TextBlocks(from: start, to: part.end)
    var counter = LineCounter(from: part.start)
    var portions: [ReleasePortion] = []
    var places = form[...]
    // The head of a paper stays, as it does in one with marks.
    var isHead = document.word(.form, of: 0) == "marked"
    while let block = blocks.next(in: source) {
      while let place = places.first, place.end <= block.range.start { places.removeFirst() }
      let pieces = Pieces.between(block.range.start, block.range.end, leavingOut: places, in: source)
      guard pieces.contains(where: { holdsLetters($0, in: source) }) else { continue }
      isHead = isHead && pieces.allSatisfy { HeadTitles.isHead($0, in: source, vocabulary) }
      if isHead { continue }
      portions.append(
        ReleasePortion(
          mark: nil, range: block.range, text: pieces, name: "text without a mark",
          position: counter.position(of: block.range.start, in: source)))
    }
    return portions
  }

  /// Where the banners and every mark say UNCLASSIFIED and nothing more, portions need no marks (32 CFR 2001.21(c)): those
  /// without one say no more than the document.
  static func unclassified(
    _ portions: [ReleasePortion], of document: MarkingDocument, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    let plain = PortionStatement(level: .unclassified)
    guard portions.allSatisfy({ ($0.mark ?? plain) == plain && !$0.hasUnreadableMark && $0.inner == nil }),
      DocumentStatement.read(document, in: source, vocabulary) == plain,
      document.nodes(named: .marking).contains(where: { document.word(.kind, of: $0) == "banner" })
    else { return portions }
    return portions.map { portion in
      var portion = portion
      if portion.mark == nil { portion.document = plain }
      return portion
    }
  }

  /// Blocks of text that neither begin with a mark, nor hang on a portion that has one, nor belong to the form: the reader
  /// lists only those that are certain to be portions, a release takes all of them. Before the first portion stands the
  /// head of the paper, of which only what reads like text is one.
  mutating func addUnmarkedBlocks(
    in whole: ByteRange, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    guard let first = firstText(in: source, vocabulary), let last = starts.last else { return }
    // A mark within a text says nothing of how it begins.
    var known = starts.filter { !$0.isInner }[...]
    var places = form[...]
    var isClosed = false
    var close: ByteRange?
    var enclosures = EnclosureList()
    let isMessage = document.word(.form, of: 0) == "email"
    var blocks = TextBlocks(from: whole.start, to: whole.end)
    var added: [Start] = []
    var closings: [ByteRange] = []
    // Of those that the reader takes for portions without a mark, by their starts.
    var setIn: [Int: PortionStatement] = [:]
    var counter = counter
    // What hangs on the last portion with a mark, and where it stands.
    var items = HangingItems()
    var lead: (block: TextBlocks.Block, statement: PortionStatement?)?
    // The last place of the form, and the end of the last text.
    var above: ByteRange?
    var before = whole.start
    var titles = HeadTitles()
    var lazy = LazyLines()
    while let block = blocks.next(in: source) {
      while let place = places.first, place.end <= block.range.start { above = places.removeFirst() }
      while let start = known.first, start.range.end <= block.range.start, (start.end ?? 0) <= block.range.start {
        known.removeFirst()
      }
      let prefix = ItemPrefix.read(block.range.start, block.firstLine.end, in: source)
      if let start = known.first, start.range.start < block.firstLine.end {
        if start.mark != nil {
          items.begin(block, prefix, in: source)
          lead = (block, start.statement ?? start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) })
          lazy.take(block, lead?.statement, in: source)
        } else {
          let isSetIn = lead.map { LazyLines.isSetIn(block, below: $0.block, in: source) } ?? false
          setIn[start.range.start] = isSetIn ? lead?.statement : lazy.statement(of: block, prefix, in: source)
          lazy.take(block, setIn[start.range.start], in: source)
        }
        if start.range.start == first, start.range.start == starts.first?.range.start {
          // Above one that says nothing it may be any text that nobody marked.
          let below = start.statement ?? start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
          let found = titles.found()
          for var title in found {
            title.statement = below?.level == .unclassified ? nil : below
            added.append(title)
          }
          if let first = found.first { closings += titles.between.filter { $0.start > first.range.start } }
        }
        titles.removeAll()
        before = Self.textEnd(of: block.range, besides: places, in: source)
        continue
      }
      guard let text = Self.firstLine(of: block.range, besides: places, in: source) else { continue }
      // Below lines of the form: the subject in the header of a message.
      if let start = known.first, start.range.start < Self.line(around: text, in: source).end { continue }
      if block.range.start < first {
        let head = ByteRange(text, min(block.range.end, first))
        guard
          HeadText.isText(head, in: source) || holdsMark(head, in: source, vocabulary)
            || Self.isProseOfReferences(block, in: source)
        else {
          titles.take(block.range, at: text, isOfMessage: isMessage, &counter, in: source, vocabulary)
          continue
        }
        titles.removeAll()
      } else if block.range.start > last.range.start && enclosures.takes(block, in: source)
        || FormLine.isHandlingBlock(block.range, in: source)
        || FormLine.isLabel(block.range, in: source)
        || FormLine.isCodes(block.range, in: source) || FormLine.isHeadOfPart(block.range, in: source)
        || ClosingLine.isBlock(block.range, in: source)
      {
        closings.append(block.range)
        continue
      } else if FormLine.isClose(block.range, in: source) {
        closings.append(block.range)
        (isClosed, close) = (true, block.range)
        continue
      } else if FormLine.isCloseWithName(block.range, isMessage: isMessage, in: source)
        || (isClosed || block.range.start > last.range.start
          || isMessage
            && (FormLine.beginsSignature(block.firstLine, in: source) || heads.endsMessage(block.range, in: source)))
          && FormLine.isName(
            block.range,
            isMessage: isMessage
              || close.map { !Self.holdsLetters(ByteRange($0.end, block.range.start), in: source) } ?? false, in: source
          )
      {
        closings.append(block.range)
        isClosed = true
        continue
      } else if text == block.range.start
        && (tableHeads.contains(text) || items.take(block, prefix, behind: before, in: source)
          || ColumnHeads.areOne(block, in: source))
        || (places.prefix { $0.end <= text }.last ?? above).map({ $0.start >= before }) ?? false
          && Self.goesOn(from: before, to: text, in: source)
      {
        // The mark above holds for what hangs on it (32 CFR 2001.21(c)(3)): items, the heads of columns, the rest of a
        // sentence on the next page.
        lazy.take(block, lead?.statement, in: source)
        before = Self.textEnd(of: block.range, besides: places, in: source)
        continue
      }
      // Behind a line that may be anything the rest of a sentence is withheld with its beginning. A row of cells is none.
      let isRow = (block.firstLine.start..<block.firstLine.end).contains { source[$0] == 0x09 }
      let isRest = !isRow && Self.goesOn(from: before, to: text, in: source)
      before = Self.textEnd(of: block.range, besides: places, in: source)
      var start = Start(
        range: ByteRange(text, text), text: text, mark: nil, name: "text without a mark",
        position: counter.position(of: text, in: source))
      start.inner =
        isRest || lead.map { LazyLines.isSetIn(block, below: $0.block, in: source) } ?? false
        ? lead?.statement : lazy.statement(of: block, prefix, in: source)
      lazy.take(block, start.inner, in: source)
      added.append(start)
    }
    kept = (kept + closings).sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    for index in starts.indices where starts[index].mark == nil && starts[index].inner == nil {
      starts[index].inner = setIn[starts[index].range.start]
    }
    starts = (starts + added).sorted { $0.range.start < $1.range.start }
  }

  /// Where the text of a block ends, without the lines of the form that close it.
  private static func textEnd(
    of block: ByteRange, besides places: ArraySlice<ByteRange>, in source: Span<UInt8>
  ) -> Int {
    var end = block.end
    for place in places.prefix(while: { $0.start < block.end }).reversed() where place.end >= end {
      end = source.trimmedEnd(block.start, max(block.start, place.start))
    }
    return end
  }

  /// Where the head of a paper ends: at the first portion that is more than the subject or a title without a level.
  private func firstText(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Int? {
    for (index, start) in starts.enumerated() {
      let line = Self.line(around: start.text, in: source)
      let next = index + 1 < starts.count ? starts[index + 1].range.start : line.end
      let text = Pieces.trimmed(ByteRange(start.text, max(start.text, min(line.end, next))), in: source)
      let mark = start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
      let isTitle =
        source.hasAnyCase("SUBJ", at: line.start, end: line.end) || mark?.level == .unclassified
      if !isTitle || HeadText.isText(text, in: source) { return start.range.start }
    }
    return starts.first?.range.start
  }

  /// Whether a mark stands anywhere in a block that begins no portion: then it holds one that was not seen.
  private func holdsMark(
    _ block: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var at = block.start
    while at < block.end {
      if source[at] == UInt8(ascii: "(") {
        var close = at
        while close < min(block.end, at + 80), source[close] != UInt8(ascii: ")") { close += 1 }
        if close < block.end, source[close] == UInt8(ascii: ")"), at == block.start || !source[at - 1].isLetterOrDigit,
          !starts.contains(where: { $0.mark?.start == at }),
          MarkStatement.read(ByteRange(at, close + 1), in: source, vocabulary) != nil
        {
          return true
        }
      }
      at += 1
    }
    return false
  }

  /// The first line of a block that holds text and no place of the form.
  private static func firstLine(
    of block: ByteRange, besides places: ArraySlice<ByteRange>, in source: Span<UInt8>
  ) -> Int? {
    var places = places
    var at = block.start
    while at < block.end {
      let line = line(around: at, in: source)
      while let place = places.first, place.end <= line.start { places.removeFirst() }
      let isForm = places.prefix { $0.start < line.end }.contains { $0.end > line.start }
      if !isForm, holdsLetters(ByteRange(at, min(line.end, block.end)), in: source) { return at }
      at = line.end
      while at < block.end, source[at] == 0x0A || source[at] == 0x0D { at += 1 }
    }
    return nil
  }
}
