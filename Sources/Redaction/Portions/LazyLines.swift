import Documents
import MarkingGrammar
import MarkingModel

/// Lines right below a quotation that are quoted less deeply, or right below text and more deeply. Markdown shows a line
/// without its sign as one more of the quoted paragraph, whoever wrote it: it goes by what the text above it says.
struct LazyLines {
  /// The end of the block above, how deeply it is quoted, and what it says.
  private var above: (end: Int, depth: Int, statement: PortionStatement?)?

  /// Takes a block that is a portion or belongs to one.
  mutating func take(_ block: TextBlocks.Block, _ statement: PortionStatement?, in source: Span<UInt8>) {
    above = (block.range.end, QuoteMarks(of: block.firstLine, in: source).count, statement)
  }

  /// What a block without a mark goes by; nil where it may be a text of its own: an item, and what a blank line parts.
  func statement(
    of block: TextBlocks.Block, _ prefix: ItemPrefix, in source: Span<UInt8>
  ) -> PortionStatement? {
    guard let above, prefix.kind == .none else { return nil }
    let depth = QuoteMarks(of: block.firstLine, in: source).count
    guard depth > 0 || above.depth > 0, source.nextLine(behind: source.lineEnd(from: above.end)) <= block.range.start,
      PortionReader.line(around: block.range.start, in: source).start
        <= source.nextLine(behind: source.lineEnd(from: above.end))
    else { return nil }
    return above.statement
  }

  /// Whether a block is quoted or set in below another one: it may be a part of it, as the second paragraph of an item is.
  static func isSetIn(
    _ block: TextBlocks.Block, below lead: TextBlocks.Block, in source: Span<UInt8>
  ) -> Bool {
    let (quoted, quotation) = (QuoteMarks(of: lead.firstLine, in: source), QuoteMarks(of: block.firstLine, in: source))
    if quoted.count != quotation.count { return quotation.count > quoted.count }
    return TextMarks.indent(of: quotation.end, in: source) > TextMarks.indent(of: quoted.end, in: source)
  }
}
