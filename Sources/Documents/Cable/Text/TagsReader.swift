package import MarkingGrammar
import MarkingModel

extension TagsPart {
  /// Reads a TAGS block (reference section 8). Separators are commas, semicolons and blanks; persons stand in
  /// parentheses; in the 1970s an item may be free words for an organization.
  package static func read(
    _ block: FieldBlock, _ context: ReadingContext, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> TagsPart {
    var tokens = TagTokens(block.lines)
    var reader = TagsReader(TagResolver(allowsText: context.day.map { $0 < 1990_00_00 } ?? false))
    while let token = tokens.next(in: source) {
      switch token {
      case .word(let range, let line): reader.take(range, line, &ruler, in: source, vocabulary)
      case .separator: reader.closeItem(&ruler, in: source)
      case .person(let range, let line):
        reader.closeItem(&ruler, in: source)
        reader.addPerson(range, line, &ruler, in: source, vocabulary)
      }
    }
    reader.closeItem(&ruler, in: source)
    var part = TagsPart(
      place: Place(block.range, block.label.position), after: block.after, section: block.section, tags: reader.tags,
      meant: reader.meant, country: nil, hasCountry: false,
      anchors: tokens.anchors.map { (ruler.place($0.first, on: $0.line, in: source), $0.count) })
    if let post = context.post { part.compare(vocabulary.posts.tags(of: post), in: source) }
    return part
  }

  /// Compares its TAGS with the geographic ones of a country.
  private mutating func compare(_ country: [String], in source: Span<UInt8>) {
    self.country = country.first
    hasCountry = tags.contains { tag in
      tag.meant >= 0 ? meant[tag.meant].contains(where: country.contains) : tag.isOne(of: country, in: source)
    }
  }
}

/// The TAGS of a block while it is being read.
private struct TagsReader {
  private let resolver: TagResolver
  private(set) var tags: [Tag] = []
  private(set) var meant: [[String]] = []
  /// The words since the last separator or known code.
  private var pending: [(range: ByteRange, line: SourceLine)] = []

  init(_ resolver: TagResolver) {
    self.resolver = resolver
    tags.reserveCapacity(8)
  }

  /// Takes a word of an item: its words are codes as far as they are known, and what follows the last known one is free
  /// text where free text was customary.
  mutating func take(
    _ word: ByteRange, _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    let place = ruler.place(word, on: line, in: source)
    if let tag = resolver.resolve(word, place, meant: &meant, in: source, vocabulary) {
      closeItem(&ruler, in: source)
      add(tag, in: source)
      return
    }
    let found = parts(word, line, &ruler, in: source, vocabulary)
    // A word of a name may be a code too (CHASE BANK OF BL): only at its end it is one.
    guard !found.isEmpty else {
      pending.append((word, line))
      return
    }
    closeItem(&ruler, in: source)
    for tag in found { add(tag, in: source) }
  }

  /// Ends an item.
  mutating func closeItem(_ ruler: inout Ruler, in source: Span<UInt8>) {
    if !pending.isEmpty { flush(&ruler, in: source) }
  }

  private mutating func flush(_ ruler: inout Ruler, in source: Span<UInt8>) {
    guard let first = pending.first, let last = pending.last else { return }
    if resolver.allowsText {
      let range = ByteRange(first.range.start, last.range.end)
      let place = ruler.place(range, on: first.line, in: source)
      add(resolver.unresolved(range, words: pending.count, place, in: source), in: source)
    } else {
      for word in pending {
        let place = ruler.place(word.range, on: word.line, in: source)
        add(resolver.unresolved(word.range, words: 1, place, in: source), in: source)
      }
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The codes that slashes, points or dashes separate in a word; none where one of them is not known.
  private mutating func parts(
    _ word: ByteRange, _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [Tag] {
    var found: [Tag] = []
    var start = word.start
    for i in word.start...word.end {
      guard i == word.end || !source[i].isLetterOrDigit else { continue }
      if i > start {
        let part = ByteRange(start, i)
        guard part.count < word.count,
          let tag = resolver.resolve(
            part, ruler.place(part, on: line, in: source), meant: &meant, in: source, vocabulary),
          tag.kind != .repaired
        else { return [] }
        found.append(tag)
      }
      start = i + 1
    }
    return found
  }

  /// Adds a person; every code before that waits for one has it.
  mutating func addPerson(
    _ range: ByteRange, _ line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    // A mark of the line is no person.
    if vocabulary.marks.mark(in: source, at: range.start, end: range.end)?.isLegal == true { return }
    var tag = Tag(place: ruler.place(range, on: line, in: source), kind: .person)
    tag.isWellFormed = source.isPersonName(range)
    for i in tags.indices where tags[i].needsPerson { tags[i].hasPerson = true }
    tags.append(tag)
  }

  private mutating func add(_ tag: Tag, in source: Span<UInt8>) {
    var tag = tag
    if !tag.code.isEmpty { tag.isDuplicate = tags.contains { source.isSameName($0.code, tag.code) } }
    tags.append(tag)
  }
}

extension Span where Element == UInt8 {
  /// Whether two words have the same name (`name`), and one at all: bytes that are no ASCII do not count.
  fileprivate func isSameName(_ first: ByteRange, _ second: ByteRange) -> Bool {
    var (i, k) = (first.start, second.start)
    var isEmpty = true
    while true {
      while i < first.end, self[i] >= 0x80 { i += 1 }
      while k < second.end, self[k] >= 0x80 { k += 1 }
      guard i < first.end, k < second.end else { return !isEmpty && i == first.end && k == second.end }
      guard self[i].capital == self[k].capital else { return false }
      isEmpty = false
      i += 1
      k += 1
    }
  }

  /// Whether a range in parentheses is `(SURNAME, FIRST)`: letters on both sides of its first comma, no digits.
  fileprivate func isPersonName(_ range: ByteRange) -> Bool {
    guard range.count > 4, self[range.end - 1] == 0x29, let comma = first(0x2C, from: range.start, to: range.end) else {
      return false
    }
    var before = false
    var after = false
    for i in range.start..<range.end {
      if self[i].isDigit { return false }
      if self[i].isLetter || self[i] >= 0x80 {
        if i < comma { before = true } else { after = true }
      }
    }
    return before && after
  }
}
