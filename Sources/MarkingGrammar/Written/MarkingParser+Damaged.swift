import MarkingModel

// Items that no table has as they stand.
extension MarkingParser {
  /// Items that a comma or a blank separates: each of them must be known.
  mutating func split(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if hyphenated(item, text, vocabulary) { return true }
    var parts: [ByteRange] = []
    var gaps: [ByteRange] = []
    var i = item.start
    while i < item.end {
      guard parts.count < MarkingLimits.sigmas,
        let match = vocabulary.register.longest(in: text, at: i, end: item.end)
      else { return false }
      parts.append(ByteRange(i, match.end))
      var next = match.end
      while next < item.end, text[next].isOne(of: 0x20, 0x2C, 0x3B, 0x2D, 0x2E) { next += 1 }
      if next < item.end {
        guard next > match.end else { return false }
        gaps.append(ByteRange(match.end, next))
      }
      i = next
    }
    guard parts.count > 1 else { return false }
    for (k, part) in parts.enumerated() {
      let inner = MarkingItems.Item(
        start: part.start, end: part.end, segment: item.segment, beginsSegment: k == 0 && item.beginsSegment)
      guard let (entry, form) = vocabulary.register.form(text, part.start, part.end) else { continue }
      append(known: entry, form, inner, text, vocabulary)
    }
    for (k, gap) in gaps.enumerated() {
      let isSame = category(of: parts[k], text, vocabulary) == category(of: parts[k + 1], text, vocabulary)
      add(
        isSame ? .itemSeparator : .categorySeparator, gap.start, gap.end, replacement: isSame ? "/" : "//")
    }
    return true
  }

  /// `SBU NF`: one control whose hyphen is a blank, and no two.
  private mutating func hyphenated(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard item.range.count <= 16, text.wordStop(item.start, item.end) < item.end else { return false }
    var key: [UInt8] = []
    for i in item.start..<item.end { key.append(text[i] == 0x20 ? 0x2D : text[i]) }
    guard let entry = vocabulary.register.find(key.span, 0, key.count),
      vocabulary.register.entries[entry].category == .nonic
    else { return false }
    append(.nonic, entry: entry, form: written.kind == .portion ? .abbreviation : .portion, item)
    return true
  }

  func category(
    of range: ByteRange, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> RegisterEntry.Category? {
    vocabulary.register.find(text, range.start, range.end).map { vocabulary.register.entries[$0].category }
  }

  /// A word of the register whose letters are spaced out or that has one slip.
  mutating func repaired(
    _ item: MarkingItems.Item, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    // In the place of a control system three characters may be one that is not published.
    let fewest = canBeSystem(item, item.range, text) ? 4 : 3
    guard let (entry, kind) = vocabulary.register.repaired(text, item.range, fewest: fewest) else { return false }
    let it = vocabulary.register.entries[entry]
    let replacement = written.kind == .portion ? it.portion : it.abbreviation
    switch it.category {
    case .dissem where it.code == "REL" || it.code == "DISPLAYONLY" || it.code == "EYES": return false
    case .dissem: append(.dissem, entry: entry, form: written.kind == .portion ? .portion : .abbreviation, item)
    case .nonic: append(.nonic, entry: entry, form: written.kind == .portion ? .portion : .abbreviation, item)
    case .foreign: append(.foreign, entry: entry, item)
    case .sci where !it.code.utf8.contains(0x2D): append(.sci, entry: entry, item)
    default: return false
    }
    add(text.hasUnderscore(item.range) ? .underscore : kind, item.start, item.end, replacement: replacement)
    return true
  }
}
