import MarkingGrammar
import MarkingModel

// The captions of a telegram.
extension Proposer {
  /// One caption of the caption block.
  private struct Caption {
    var node: Int
    var range: ByteRange
    var order: Int
    var isAlone: Bool
  }

  private func block(_ reading: Reading, section: Int) -> [Caption] {
    let document = reading.document
    return nodes(.caption, document).compactMap { node in
      guard document.word(.place, of: node) == "block", document.number(.section, of: node) == section else {
        return nil
      }
      return Caption(
        node: node, range: document.nodes[node].range, order: document.number(.order, of: node) ?? 99,
        isAlone: document.number(.companions, of: node) == 0)
    }
  }

  /// A caption on a line of its own, behind those that come before it, in the heading of every section.
  func caption(_ name: String, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard document.word(.form, of: 0) != "smart", let own = vocabulary.captions.find(name)
    else { return nil }
    var edits: [TextEdit] = []
    for node in nodes(.classification, document) where !document.flag(.repeat, of: node) {
      let section = document.number(.section, of: node) ?? 1
      let line = reading.line(at: document.nodes[node].range.start)
      guard document.nodes[node].range.end <= line.end else { return nil }
      edits.append(insertion(name, order: own.order, behind: line, block(reading, section: section), reading))
    }
    return edits.isEmpty ? nil : edits
  }

  private func insertion(
    _ name: String, order: Int, behind line: ByteRange, _ block: [Caption], _ reading: Reading
  ) -> TextEdit {
    let text = Array(name.utf8)
    let end = reading.usualLineEnd
    if let before = block.last(where: { $0.order <= order }) {
      let at = reading.line(at: before.range.start).end
      return TextEdit(ByteRange(at, at), end + text)
    }
    if let first = block.first {
      let at = reading.line(at: first.range.start).start
      return TextEdit(ByteRange(at, at), text + end)
    }
    // A block of its own, between blank lines where one follows the classification line.
    let next = reading.line(at: reading.lineEnd(at: line.end).end)
    let behind = reading.lineEnd(at: next.end).end
    guard next.start > line.end, reading.isBlank(next), behind > next.end else {
      return TextEdit(ByteRange(line.end, line.end), end + text)
    }
    let isFollowed = reading.isBlank(reading.line(at: behind))
    return TextEdit(ByteRange(behind, behind), text + end + (isFollowed ? [] : end))
  }

  /// The captions of a block that stand alone in their lines, the most restrictive first.
  func captionOrder(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let section = document.number(.section, of: finding.node) else { return nil }
    let block = block(reading, section: section)
    guard block.allSatisfy(\.isAlone), areNeighbours(block, reading) else { return nil }
    let slots = block.filter { $0.order < 99 }
    let sorted = slots.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element)
    return zip(slots, sorted).filter { $0.range != $1.range }.map { TextEdit($0.range, reading.text($1.range)) }
  }

  /// Whether the lines follow one another, blank lines left out.
  private func areNeighbours(_ block: [Caption], _ reading: Reading) -> Bool {
    zip(block, block.dropFirst()).allSatisfy { one, other in
      reading.text(ByteRange(one.range.end, max(one.range.end, other.range.start))).allSatisfy { $0 <= 0x20 }
    }
  }

  /// A line end between captions that share a line.
  func captionLines(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    let line = reading.line(at: finding.range.start)
    let block = nodes(.caption, document).map { document.nodes[$0].range }
      .filter { $0.start >= line.start && $0.end <= line.end }
    guard block.count > 1, reading.isBlank(ByteRange(line.start, block[0].start)),
      reading.isBlank(ByteRange(block[block.count - 1].end, line.end))
    else { return nil }
    var edits: [TextEdit] = []
    for (one, other) in zip(block, block.dropFirst()) {
      let gap = ByteRange(one.end, other.start)
      guard one.end <= other.start, reading.text(gap).allSatisfy({ " ,/;".utf8.contains($0) }) else { return nil }
      edits.append(TextEdit(gap, reading.usualLineEnd))
    }
    return edits
  }

  /// The line of a caption that stood before, taken out where nothing else is in it.
  func captionRepeat(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard document.flag(.duplicate, of: finding.node), document.word(.place, of: finding.node) == "block" else {
      return nil
    }
    let line = reading.line(at: finding.range.start)
    guard reading.isBlank(ByteRange(line.start, finding.range.start)),
      reading.isBlank(ByteRange(finding.range.end, line.end))
    else { return nil }
    return [TextEdit(ByteRange(line.start, reading.lineEnd(at: line.end).end), [])]
  }
}
