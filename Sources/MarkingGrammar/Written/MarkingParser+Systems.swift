import MarkingModel

// Control systems (SCI) and atomic energy markings: a name with parts behind hyphens.
extension MarkingParser {
  /// `SI-G ABCD/TK`: one system with its compartments. A system that is not published is read where only one can stand:
  /// right behind the classification or beside one that is known (C16 p61).
  mutating func controlSystem(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary, isPublished: Bool
  ) -> Bool {
    let nameEnd = systemEnd(item, text, vocabulary)
    let name = ByteRange(item.start, nameEnd)
    let found = vocabulary.register.form(text, name.start, name.end)
    let isKnown = found.map { vocabulary.register.entries[$0.entry].category == .sci } ?? false
    if !isKnown {
      guard !isPublished, found == nil, canBeSystem(item, name, text) else { return false }
    }
    let (entry, form) = found ?? (-1, .same)
    written.tokens.append(
      WrittenMarking.Token(
        category: .sci, entry: entry, state: isKnown ? .known : .unverifiable, form: form, segment: item.segment,
        range: name))
    if nameEnd < item.end, text[nameEnd] == 0x20 { add(.compartmentHyphen, nameEnd, nameEnd + 1, replacement: "-") }
    compartments(item, from: nameEnd, of: found?.entry, text, vocabulary)
    return true
  }

  /// The end of the name of the system: up to the hyphen, or to a blank where a compartment of it follows (`SI G`).
  private func systemEnd(_ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Int {
    let dash = text.dash(from: item.start, to: item.end)
    let word = text.wordStop(item.start, dash)
    guard word < dash, text[word] == 0x20, vocabulary.register.find(text, item.start, dash) == nil,
      let entry = vocabulary.register.find(text, item.start, word),
      vocabulary.register.entries[entry].category == .sci
    else { return dash }
    let next = ByteRange(word + 1, text.wordStop(word + 1, item.end))
    let code = vocabulary.register.entries[entry].code
    return compartment(next, of: code, text, vocabulary) == nil ? dash : word
  }

  /// Two or three letters and digits are what a system may be called that is not published.
  func canBeSystem(_ item: MarkingItems.Item, _ name: ByteRange, _ text: Span<UInt8>) -> Bool {
    guard text.isIdentifier(name, 2...3) else { return false }
    let hasPlace = item.segment == 1 && (written.tokens.isEmpty || written.tokens.last?.category == .sci)
    let isBeside = written.tokens.last.map { $0.category == .sci && $0.segment == item.segment } ?? false
    return written.system != .cui && cuiSegment < 0 && (hasPlace || isBeside)
  }

  private mutating func compartments(
    _ item: MarkingItems.Item, from start: Int, of system: Int?, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let code = system.map { vocabulary.register.entries[$0].code }
    var parts = PartsOfIdentifier(start, item.end, firstDepth: 1, hasUnderscores: true)
    while written.tokens.count < MarkingLimits.tokens, let part = parts.next(text) {
      var entry = -1
      var form = TokenForm.same
      if part.depth == 1, let code, let found = compartment(part.range, of: code, text, vocabulary) {
        (entry, form) = found
      }
      // The system of these is called TK since 2016 (C16 p93).
      if part.depth == 1, entry < 0, code == "KDK", let found = compartment(part.range, of: "TK", text, vocabulary) {
        (entry, form) = found
        add(.supersededForm, item.start, start, replacement: "TK")
      }
      let isShape = text.isIdentifier(part.range, 1...12)
      written.tokens.append(
        WrittenMarking.Token(
          category: .sci, entry: entry, state: entry >= 0 ? .known : isShape ? .unverifiable : .unknown, form: form,
          depth: part.depth, segment: item.segment, range: part.range))
    }
    noteUnderscores(item.start, item.end, text)
  }

  /// An underscore for a hyphen.
  mutating func noteUnderscores(_ start: Int, _ end: Int, _ text: Span<UInt8>) {
    for i in start..<end where text[i] == 0x5F { add(.underscore, i, i + 1, replacement: "-") }
  }

  /// A compartment that is published and stands without its system: `BLFH`. Shorter ones may be something else.
  mutating func orphan(_ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    let name = ByteRange(item.start, text.wordStop(item.start, item.end))
    guard name.count >= 4 else { return false }
    for system in ["SI", "TK"] {
      guard compartment(name, of: system, text, vocabulary) != nil, let entry = vocabulary.register.index(of: system)
      else { continue }
      // The system is put where it belongs, so that what is said of it is judged.
      written.tokens.append(
        WrittenMarking.Token(
          category: .sci, entry: entry, state: .known, form: .same, segment: item.segment,
          range: ByteRange(item.start, item.start)))
      add(.missingSystem, item.start, name.end, replacement: system + "-" + text.words(name.start, name.end))
      let first = written.tokens.count
      compartments(item, from: item.start, of: entry, text, vocabulary)
      written.tokens[first].depth = 1
      if let found = compartment(name, of: system, text, vocabulary) {
        (written.tokens[first].entry, written.tokens[first].form) = found
        written.tokens[first].state = .known
      }
      return true
    }
    return false
  }

  /// The entry of a compartment: `G` and `GAMMA` of SI.
  private func compartment(
    _ range: ByteRange, of system: String, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> (Int, TokenForm)? {
    guard range.count <= 32 else { return nil }
    var key: [UInt8] = []
    key.reserveCapacity(system.utf8.count + 1 + range.count)
    key.append(contentsOf: system.utf8)
    key.append(0x2D)
    for i in range.start..<range.end { key.append(text[i]) }
    guard let entry = vocabulary.register.find(key.span, 0, key.count) else { return nil }
    let isTitle = !key.span.holds(vocabulary.register.entries[entry].abbreviation, ByteRange(0, key.count))
    return (entry, isTitle ? .title : .same)
  }

  // MARK: Atomic energy

  /// `RD-CNWDI-SIGMA 14 20`, `FRD-SG 14`, `RD-N`, DOD UCNI, TFNI.
  mutating func atomic(_ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard let match = vocabulary.register.longest(in: text, at: item.start, end: item.end),
      vocabulary.register.entries[match.entry].category == .aea
    else { return design(item, text, vocabulary) }
    let code = vocabulary.register.entries[match.entry].code
    let hasParts = code == "RD" || code == "FRD"
    guard match.end == item.end || (hasParts && text[match.end] == 0x2D) else { return false }
    var token = WrittenMarking.Token(
      category: .aea, entry: match.entry, state: .known,
      form: match.form, segment: item.segment, range: item.range)
    var i = match.end
    while i < item.end {
      guard text[i] == 0x2D, let end = part(&token, text, from: i + 1, to: item.end) else {
        token.state = .unknown
        break
      }
      i = end
    }
    written.tokens.append(token)
    return true
  }

  /// One part behind RD or FRD; the offset after it, nil where it is none.
  private mutating func part(
    _ token: inout WrittenMarking.Token, _ text: Span<UInt8>, from start: Int, to end: Int
  ) -> Int? {
    if let stop = LevelWords.word("CRITICAL NUCLEAR WEAPON DESIGN INFORMATION", text, start, end)
      ?? LevelWords.word("CNWDI", text, start, end)
    {
      token.isCriticalDesign = true
      return stop
    }
    if let stop = LevelWords.word("N", text, start, end) {
      token.isCriticalDesign = true
      add(.supersededForm, start, stop, replacement: "CNWDI")
      return stop
    }
    let banner = LevelWords.word("SIGMA", text, start, end)
    guard var i = banner ?? LevelWords.word("SG", text, start, end) else { return nil }
    if (banner == nil) != (written.kind == .portion) {
      add(
        written.kind == .portion ? .portionForm : .bannerForm, start, i,
        replacement: written.kind == .portion ? "SG" : "SIGMA")
    }
    // Numbers with a blank between two; ODNI's tokens write `SG-14`.
    while i < end {
      let separator = i
      if text[i] == 0x2D {
        guard i + 1 < end, text[i + 1].isDigit else { return i }
        add(.sigmaSeparator, i, i + 1, replacement: " ")
        i += 1
      } else {
        while i < end, text[i] == 0x20 || text[i] == 0x2C { i += 1 }
        if text.hasComma(separator, i) { add(.sigmaSeparator, separator, i, replacement: " ") }
      }
      let stop = text.wordStop(i, end)
      guard let number = text.number(ByteRange(i, stop)) else { return nil }
      guard token.sigmaCount < MarkingLimits.sigmas else { return nil }
      if token.sigmaCount == 0 { token.firstSigma = written.sigmas.count }
      let before = written.sigmas.suffix(token.sigmaCount)
      if let last = before.last, last > number { add(.sigmaOrder, i, stop) }
      if before.contains(number) { add(.duplicate, i, stop) }
      written.sigmas.append(number)
      token.sigmaCount += 1
      i = stop
    }
    // Access is given by number.
    return token.sigmaCount > 0 ? i : nil
  }

  /// CNWDI or SIGMA numbers without RD before them.
  private mutating func design(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    let isTitle = LevelWords.word("CRITICAL NUCLEAR WEAPON DESIGN INFORMATION", text, item.start, item.end) == item.end
    var token = WrittenMarking.Token(
      category: .aea, entry: -1, state: .known, form: isTitle ? .title : .same, segment: item.segment,
      range: item.range)
    if isTitle || LevelWords.word("CNWDI", text, item.start, item.end) == item.end {
      token.isCriticalDesign = true
    } else {
      // Numbers must follow: SG alone may be a control system that is not published.
      guard text.has("SIGMA ", item.start, item.end) || text.has("SG ", item.start, item.end),
        part(&token, text, from: item.start, to: item.end) == item.end, token.sigmaCount > 0
      else { return false }
    }
    written.tokens.append(token)
    return true
  }
}

extension Span where Element == UInt8 {
  fileprivate func hasComma(_ from: Int, _ to: Int) -> Bool {
    var i = from
    while i < to {
      if self[i] == 0x2C { return true }
      i += 1
    }
    return false
  }
}
