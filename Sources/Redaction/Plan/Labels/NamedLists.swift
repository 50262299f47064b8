import Documents
import MarkingModel

/// Lists with names between the values: `Passports: Quill 512345678; Finch 522345678`, and a label alone on its line above
/// lines of such items.
///
/// A label of several things, or one that a name follows, is about each of them. O(text).
struct NamedLists {
  private(set) var labelled: [LabelledText] = []

  /// Words of an item, its value among them.
  private static let wordsOfItem = 10
  private static let longestLabel = 60

  init(_ source: Span<UInt8>, _ words: inout KnownLabels) {
    readInline(source, &words)
    readLines(source, &words)
  }

  // MARK: Behind a colon

  private mutating func readInline(_ source: Span<UInt8>, _ words: inout KnownLabels) {
    // The list that is open: its label and where its items begin.
    var open: (label: ByteRange, start: Int)?
    var at = 0
    while true {
      // Nothing but a colon begins a list.
      if open == nil { at = source.place(of: UInt8(ascii: ":"), or: UInt8(ascii: ":"), from: at) }
      guard at < source.count else { break }
      let byte = source[at]
      if byte == UInt8(ascii: ":") {
        let next = at + 1 < source.count ? source[at + 1] : 0x0A
        if next <= 0x20, let label = Self.label(before: at, source), words.isKnown(source.bytes(label)) {
          if let list = open { readItems(list.label, ByteRange(list.start, label.start), source) }
          open = (label, at + 1)
        }
      } else if byte == UInt8(ascii: ".") || byte == 0x0A, let list = open, endsList(at, since: list.start, source) {
        readItems(list.label, ByteRange(list.start, at), source)
        open = nil
      }
      at += 1
    }
    if let list = open { readItems(list.label, ByteRange(list.start, source.count), source) }
  }

  /// The words before a colon.
  private static func label(before colon: Int, _ source: Span<UInt8>) -> ByteRange? {
    // "Passport Nos.:"
    var start = colon > 0 && source[colon - 1] == UInt8(ascii: ".") ? colon - 1 : colon
    while start > 0, colon - start <= longestLabel, !".;:()\n\r\t\"[]|".utf8.contains(source[start - 1]) { start -= 1 }
    while start < colon, !source[start].isLetter, source[start] < 0x80 { start += 1 }
    let label = ByteRange(start, colon)
    return label.count > 1 && label.count <= longestLabel && TableLine.words(source, label) <= 6 ? label : nil
  }

  /// Whether a sentence or a paragraph ends at a place.
  private func endsList(_ at: Int, since start: Int, _ source: Span<UInt8>) -> Bool {
    let next = at + 1 < source.count ? source[at + 1] : 0x0A
    if source[at] == UInt8(ascii: "."), next <= 0x20, at > start {
      let before = source[at - 1]
      return before.isDigit || before == UInt8(ascii: ")") || before == UInt8(ascii: "]")
    }
    return source[at] == 0x0A && (next == 0x0A || next == 0x0D)
  }

  private mutating func readItems(_ label: ByteRange, _ list: ByteRange, _ source: Span<UInt8>) {
    let items = Self.items(list, source)
    guard items.count > 1 else { return }
    let isOfSeveral = Self.isOfSeveral(label, source)
    guard isOfSeveral || Self.beginsWithName(items[0], source) else { return }
    for item in items where Self.isItem(item, source, isStrict: !isOfSeveral) {
      labelled.append(LabelledText(item, label: source.bytes(label)))
    }
  }

  /// "Passports", "Dates of birth", "SSNs".
  private static func isOfSeveral(_ label: ByteRange, _ source: Span<UInt8>) -> Bool {
    (label.start..<label.end).contains { at in
      guard source[at] | 0x20 == UInt8(ascii: "s"), at + 1 == label.end || !source[at + 1].isLetter else {
        return false
      }
      // Not "his", "address".
      var start = at
      while start > label.start, at - start < 5, source[start - 1].isLetter { start -= 1 }
      let word = String(decoding: source.bytes(ByteRange(start, at + 1)), as: UTF8.self).lowercased()
      return word.utf8.count > 2 && !word.hasSuffix("ss") && !noPlurals.contains(word)
    }
  }

  private static let noPlurals: Set<String> = ["his", "has", "was", "its", "yes", "this"]

  /// What semicolons and ends of lines part, and commas where there are none of the former.
  private static func items(_ list: ByteRange, _ source: Span<UInt8>) -> [ByteRange] {
    let hasSemicolons = (list.start..<list.end).contains { source[$0] == UInt8(ascii: ";") }
    var items: [ByteRange] = []
    var start = list.start
    func close(_ end: Int) {
      let item = Pieces.trimmed(ByteRange(start, end), in: source)
      if !item.isEmpty { items.append(item) }
    }
    for at in list.start..<list.end {
      switch source[at] {
      case UInt8(ascii: ";"), 0x0A: break
      case UInt8(ascii: ",") where !hasSemicolons && beginsItem(behind: at, source, list.end): break
      case 0x20 where isConjunction(behind: at, source, list.end): break
      default: continue
      }
      close(at)
      start = at + 1
    }
    close(list.end)
    return items
  }

  /// Whether a comma ends an item: the comma within "May 12, 1961" does not.
  private static func beginsItem(behind comma: Int, _ source: Span<UInt8>, _ end: Int) -> Bool {
    var at = comma + 1
    while at < end, source[at] <= 0x20 { at += 1 }
    guard at < end else { return true }
    guard source[at].isDigit else { return true }
    let before = source[comma - 1]
    var digits = 0
    while digits < 5, comma - digits > 0, source[comma - 1 - digits].isDigit { digits += 1 }
    return before == UInt8(ascii: ")") || before == UInt8(ascii: "]") || digits > 3
  }

  /// "and" or "&" between two items.
  private static func isConjunction(behind blank: Int, _ source: Span<UInt8>, _ end: Int) -> Bool {
    ["AND ", "& "].contains { source.hasAnyCase($0, at: blank + 1, end: end) }
  }

  /// "Quill 512345678", and no "May 12, 1961".
  private static func beginsWithName(_ item: ByteRange, _ source: Span<UInt8>) -> Bool {
    guard isNamesAndValues(item, source) else { return false }
    let start = withoutBullet(item, source).start
    var end = start
    while end < item.end, source[end].isLetter || source[end] >= 0x80 { end += 1 }
    let word = String(decoding: source.bytes(ByteRange(start, end)), as: UTF8.self).lowercased()
    return end > start && !months.contains(word) && !months.contains { $0.prefix(3) == word }
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "sept", "october",
    "november", "december",
  ]

  private static func isItem(_ item: ByteRange, _ source: Span<UInt8>, isStrict: Bool) -> Bool {
    guard TableLine.words(source, item) <= wordsOfItem else { return false }
    return isStrict ? isNamesAndValues(item, source) : (item.start..<item.end).contains { source[$0].isDigit }
  }

  // MARK: Below a label

  private mutating func readLines(_ source: Span<UInt8>, _ words: inout KnownLabels) {
    var label: ByteRange?
    var isBehindBlank = true
    var start = 0
    while start < source.count {
      let end = source.lineEnd(from: start)
      let line = Pieces.trimmed(ByteRange(start, end), in: source)
      start = source.nextLine(behind: end)
      if line.isEmpty {
        isBehindBlank = true
        continue
      }
      let found = Self.labelLine(line, source)
      // Most lines are too long for a label, and stand below none.
      if label != nil || found != nil {
        if line.count <= 120, Self.isNamesAndValues(line, source) {
          if let label { readValues(label, line, source) }
        } else {
          let isLabel =
            found != nil
            && (isBehindBlank || source[line.end - 1] == UInt8(ascii: ":") || nextIsItem(behind: end, source))
          label = isLabel ? found.flatMap { words.isKnown(source.bytes($0)) ? $0 : nil } : nil
        }
      }
      isBehindBlank = false
    }
  }

  /// Takes each value of a line: the label may name several columns, "Name SSN DOB".
  private mutating func readValues(_ label: ByteRange, _ line: ByteRange, _ source: Span<UInt8>) {
    labelled.append(LabelledText(line, label: source.bytes(label)))
    var words = 0
    for at in line.start + 1..<line.end where source[at - 1] <= 0x20 && source[at] > 0x20 {
      words += 1
      if words > Self.wordsOfItem { return }
      if source[at].isDigit { labelled.append(LabelledText(ByteRange(at, line.end), label: source.bytes(label))) }
    }
  }

  private func nextIsItem(behind end: Int, _ source: Span<UInt8>) -> Bool {
    let start = source.nextLine(behind: end)
    guard start < source.count else { return false }
    let line = ByteRange(start, source.lineEnd(from: start))
    return line.count <= 120 && Self.isNamesAndValues(line, source)
  }

  /// A line that may be a label: a few words without a number, and no sentence.
  private static func labelLine(_ line: ByteRange, _ source: Span<UInt8>) -> ByteRange? {
    guard line.count <= longestLabel, TableLine.words(source, line) <= 6 else { return nil }
    let last = source[line.end - 1]
    if ".,;?!".utf8.contains(last) || (line.start..<line.end).contains(where: { source[$0].isDigit }) { return nil }
    return ByteRange(line.start, last == UInt8(ascii: ":") ? line.end - 1 : line.end)
  }

  /// Whether a text is names and numbers: each of its words begins with a capital, but those that stand within names.
  static func isNamesAndValues(_ range: ByteRange, _ source: Span<UInt8>) -> Bool {
    let text = withoutBullet(range, source)
    var words = 0
    var hasDigit = false
    var at = text.start
    while at < text.end {
      if let label = WithheldLabel.read(at, in: source) {
        hasDigit = true
        at = label.end
      } else if source[at].isLetter, at == text.start || !source[at - 1].isLetterOrDigit && source[at - 1] < 0x80 {
        var end = at
        while end < text.end, source[end].isLetter { end += 1 }
        words += 1
        if words > wordsOfItem { return false }
        if !source[at].isCapital, end - at > 3 { return false }
        at = end
      } else {
        hasDigit = hasDigit || source[at].isDigit
        at += 1
      }
    }
    return hasDigit
  }

  private static func isOfBullet(_ byte: UInt8) -> Bool {
    byte.isOne(of: " ", "-", "*", "+", ".", ")") || byte.isOne(of: "(", ">")
      || byte >= 0x80 && "\u{2022}".utf8.contains(byte)
  }

  /// Without `- `, `* ` or a number of the item.
  private static func withoutBullet(_ range: ByteRange, _ source: Span<UInt8>) -> ByteRange {
    var at = range.start
    while at < range.end, at - range.start < 4, source[at].isDigit || isOfBullet(source[at]) { at += 1 }
    return at - range.start < 4 && at > range.start ? ByteRange(at, range.end) : range
  }
}
