import Documents
import MarkingModel

/// `/s/`, which says in a copy that the paper was signed by hand there, with or without the name behind it.
enum SignedByHand {
  /// What stands behind it in a line, which may be nothing; nil where the line does not begin with it.
  static func rest(of line: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    guard source.hasAnyCase("/S/", at: line.start, end: line.end) else { return nil }
    return ByteRange(source.skipBlanks(line.start + 3, line.end), line.end)
  }

  /// The line right below that gives the same name in print.
  static func printedName(in block: ByteRange, below name: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    let lines = BlockText.lines(of: block, in: source)
    guard let at = lines.firstIndex(where: { $0.end == name.end }), at + 1 < lines.count else { return nil }
    guard !words(of: name, in: source).isDisjoint(with: words(of: lines[at + 1], in: source)) else { return nil }
    return FormLine.name(of: ByteRange(lines[at + 1].start, block.end), isMessage: false, in: source)
  }

  /// The words of a name in capitals, without initials.
  private static func words(of line: ByteRange, in source: Span<UInt8>) -> Set<[UInt8]> {
    Set(BlockText.words(of: line, in: source).map { source.bytes($0).map(\.capital) }.filter { $0.count > 1 })
  }
}
