import Documents
import MarkingModel

// The header of a further section in a print of the 1970s: it stands between two paragraphs, or in one, and is of the page.
extension PortionReader {
  /// Takes what stands between a page heading and the classification line of the section: to which offices it went, its
  /// date-time group and its addressees.
  mutating func addSectionHeaders(to end: Int, in source: Span<UInt8>) {
    let pages = document.nodes(named: .page).filter { document.word(.style, of: $0) == "1970s" }
    guard !pages.isEmpty else { return }
    let header = lines(of: [.dtg, .from, .addressee], in: source)
    let others = lines(of: [.stamp, .designation], in: source)
    let stops = lines(of: [.page, .classification, .paragraph], in: source)
    for page in pages {
      var (isOpen, isHeader) = (false, false)
      var at = source.lineEnd(from: document.nodes[page].range.end) + 1
      while at < end {
        let stop = min(source.lineEnd(from: at), end)
        let line = Pieces.trimmed(ByteRange(at, stop), in: source)
        let start = at
        at = stop + 1
        if line.isEmpty || others.contains(start) { continue }
        if stops.contains(start) { break }
        isHeader = isHeader || header.contains(start)
        // Numbers of a table below a page heading are text.
        isOpen = isOpen || ["ACTION ", "INFO ", "ORIGIN "].contains { source.has($0, at: line.start, end: line.end) }
        // An addressee that the reader does not know is one all the same, unless it reads like text.
        guard isHeader ? !HeadText.isText(line, in: source) : isOpen && DistributionLines.isLine(line, in: source)
        else { break }
        form.append(line)
        ofPages.insert(line.start)
      }
    }
  }

  /// Where the lines begin on which nodes do.
  private func lines(of names: Set<ElementName>, in source: Span<UInt8>) -> Set<Int> {
    Set(
      document.nodes.filter { names.contains($0.name) }.map { Self.line(around: $0.range.start, in: source).start })
  }
}
