import MarkingModel

/// HTML or XML with the tags made blank: a copy of the same length, so that every offset stays what it was.
///
/// Enough for transcriptions and web pages, where markup is no more than paragraphs, links and notes; entities stay
/// as they are. A tag that begins or ends a block becomes a line end.
struct MarkupText: Sendable {
  private(set) var bytes: [UInt8]

  /// Whether a text is markup: it begins with a tag, a declaration or a document type.
  static func isMarkup(_ source: Span<UInt8>, from start: Int) -> Bool {
    var at = start
    while at < source.count, at - start < 1024, source[at] <= 0x20 { at += 1 }
    let end = source.count
    guard at < end, source[at] == 0x3C else { return false }
    return source.has("<?xml", at: at, end: end) || source.hasAnyCase("<!DOCTYPE", at: at, end: end)
      || source.hasAnyCase("<HTML", at: at, end: end) || source.has("<TEI", at: at, end: end)
      || source.has("<div", at: at, end: end)
  }

  init(_ source: Span<UInt8>) {
    bytes = []
    bytes.reserveCapacity(source.count)
    var at = 0
    while at < source.count {
      guard source[at] == 0x3C else {
        bytes.append(source[at])
        at += 1
        continue
      }
      // A tag that is never closed is no tag. Another opening bracket ends the search, so that it stays linear.
      var end = at + 1
      while end < source.count, source[end] != 0x3E, source[end] != 0x3C, end - at < 4096 { end += 1 }
      guard end < source.count, source[end] == 0x3E else {
        bytes.append(source[at])
        at += 1
        continue
      }
      let isBlock = Self.isBlock(at, end, in: source)
      for i in at...end {
        let isLineEnd = source[i] == 0x0A || source[i] == 0x0D
        bytes.append(isLineEnd ? source[i] : i == at && isBlock ? 0x0A : 0x20)
      }
      at = end + 1
    }
  }

  /// Whether a tag is one that text does not run across.
  private static func isBlock(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    var start = at + 1
    if start < end, source[start] == 0x2F { start += 1 }
    let name = ByteRange(start, source.wordEnd(start, end))
    for block in [
      "P", "DIV", "HEAD", "NOTE", "TITLE", "BR", "LI", "UL", "H1", "H2", "H3", "H4", "TR", "DATELINE", "OPENER",
    ]
    where source.equals(name, block) {
      return true
    }
    return false
  }

  /// Finds the lines and columns anew: the copy has more lines than the original. `source` is the original.
  func restorePositions(of document: inout MarkingDocument, in source: Span<UInt8>) {
    var starts = document.starts
    starts.sort()
    var places: [Int: Position] = [:]
    places.reserveCapacity(starts.count)
    var scanner = LineScanner()
    var ruler = Ruler()
    var next = 0
    while next < starts.count, let line = scanner.line(in: source) {
      while next < starts.count, starts[next] < scanner.next || scanner.next >= source.count {
        places[starts[next]] = ruler.position(of: starts[next], on: line, in: source)
        next += 1
      }
    }
    document.mapPositions { places[$0] ?? Position(line: 1, column: 1) }
  }
}
