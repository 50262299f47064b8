import MarkingModel

/// A marking that stands where readers do not look: in the name of an attached file, in the title or a comment of markup.
struct Metadata: Sendable {
  enum Kind: String, Sendable { case attachment, title, comment }

  var kind: Kind
  /// The rank of the highest level that is named: 1 for a control of unclassified information.
  var rank: Int
  var line: SourceLine
  var range: ByteRange
  var page = 1

  /// The marking in a range; nil where none stands there. Words in small letters are words of the language.
  static func read(_ kind: Kind, _ range: ByteRange, _ line: SourceLine, in source: Span<UInt8>) -> Metadata? {
    var found: Metadata?
    for i in range.start..<range.end where i == range.start || !source[i - 1].isLetterOrDigit {
      for (word, rank) in words where source[i] == word.utf8.first {
        let end = i + word.utf8.count
        guard source.has(word, at: i, end: range.end), end >= range.end || !source[end].isLetterOrDigit else {
          continue
        }
        if rank > found?.rank ?? 0 {
          found = Metadata(kind: kind, rank: rank, line: line, range: ByteRange(i, end))
        }
      }
    }
    return found
  }

  private static let words: [(String, Int)] = [
    ("TOP SECRET", 4), ("TS", 4), ("SECRET", 3), ("CONFIDENTIAL", 2), ("NOFORN", 2), ("CUI", 1), ("FOUO", 1),
  ]

  /// Those in the comments and the title of markup, which a document is that begins with a bracket.
  static func all(in source: Span<UInt8>) -> [Metadata] {
    var entries: [Metadata] = []
    var number = 1
    var start = 0
    var i = 0
    guard let first = source.indices.first(where: { source[$0] > 0x20 }), source[first] == 0x3C else { return [] }
    while i < source.count, entries.count < 64 {
      if source[i] == 0x0A {
        (number, start) = (number + 1, i + 1)
      } else if source[i] == 0x3C, let (kind, open) = opening(i, in: source) {
        // What is looked at ends with its line.
        var end = open
        while end < source.count, source[end] != 0x0A, source[end] != 0x0D, !closes(kind, end, in: source) { end += 1 }
        let line = SourceLine(start: start, end: end, number: number)
        if let entry = read(kind, ByteRange(open, end), line, in: source) { entries.append(entry) }
        i = end - 1
      }
      i += 1
    }
    return entries
  }

  private static func opening(_ at: Int, in source: Span<UInt8>) -> (Kind, Int)? {
    if source.has("<!--", at: at, end: source.count) { return (.comment, at + 4) }
    if source.hasAnyCase("<TITLE>", at: at, end: source.count) { return (.title, at + 7) }
    return nil
  }

  private static func closes(_ kind: Kind, _ at: Int, in source: Span<UInt8>) -> Bool {
    kind == .comment ? source.has("-->", at: at, end: source.count) : source[at] == 0x3C
  }

  func write(into document: inout DocumentWriter, _ ruler: inout Ruler, in source: Span<UInt8>) {
    let at = ruler.place(range, on: line, in: source)
    document.add(.metadata, to: 0, at: at.range, at.position)
    document.set(.kind, kind.rawValue)
    document.set(.rank, rank)
  }
}
