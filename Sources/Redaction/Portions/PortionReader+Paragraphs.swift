import Documents
import MarkingModel

// The paragraphs of a telegram, and where their marks and their text stand.
extension PortionReader {
  mutating func takeParagraph(_ index: Int, in source: Span<UInt8>) {
    let node = document.nodes[index]
    let number = document.number(.n, of: index) ?? 0
    let (mark, text) = mark(of: index, in: source)
    // What a conversion left of a pilcrow before the number, `[1](#)`, belongs to it; not the text that it is glued to.
    let at = node.range.start
    let line = Self.line(around: at, in: source)
    let isGlued = at > line.start + 1 && source[at - 1] == 0x2E && source[at - 2].isLetter
    let start = isGlued ? at : line.start
    let isUnnumbered = number == 0 && mark != nil && isNumbered
    let isItem = document.flag(.inner, of: index) || isUnnumbered
    if number > 0, !isItem { isNumbered = true }
    guard let mark, number == 0, document.word(.markPlace, of: index) == "inside" else {
      starts.append(
        Start(
          range: ByteRange(start, node.range.end), text: text, mark: mark,
          name: number > 0 ? "paragraph \(number)" : "paragraph",
          position: node.position, end: node.range.end, isItem: isItem, isUnnumbered: isUnnumbered))
      return
    }
    // A heading with its mark at its end. What follows it without a number or mark goes by the same.
    starts.append(
      Start(
        range: ByteRange(start, mark.end), text: at, mark: mark, name: "heading", position: node.position,
        end: mark.start, isBehind: true, isItem: isItem, isUnnumbered: isUnnumbered))
    let below = ByteRange(mark.end, node.range.end)
    guard Self.holdsLetters(below, in: source) else { return }
    starts.append(
      Start(
        range: below, text: text, mark: mark, name: "text below a heading", position: node.position,
        end: node.range.end, isItem: isItem, isUnnumbered: isUnnumbered))
  }

  /// The mark of a paragraph, and where its text begins.
  func mark(of index: Int, in source: Span<UInt8>) -> (mark: ByteRange?, end: Int) {
    let node = document.nodes[index]
    let limit = min(node.range.end, node.range.start + 80)
    var i = source.skipBlanks(node.range.start, limit)
    let text = Self.afterNumber(i, limit, in: source)
    guard document.flag(.marked, of: index) else { return (nil, text) }
    // A mark without parentheses.
    let at = source.skipBlanks(text, limit)
    if document.word(.markPlace, of: index) == "after", text > i, at < limit, source[at] != UInt8(ascii: "(") {
      // A mark in character references, such as `&#40;S&#41;`, cannot be read here.
      return (source[at] == UInt8(ascii: "&") ? ByteRange(at, limit) : nil, text)
    }
    while i < limit, source[i] != UInt8(ascii: "(") { i += 1 }
    var close = i
    while close < limit, source[close] != UInt8(ascii: ")") { close += 1 }
    guard close < limit else { return (ByteRange(node.range.start, limit), node.range.start) }
    // ((C))
    var inner = i + 1
    while inner < close, close + 1 < limit, source[inner] == UInt8(ascii: "("), source[close + 1] == UInt8(ascii: ")") {
      (inner, close) = (inner + 1, close + 1)
    }
    var end = close + 1
    if document.word(.markPlace, of: index) == "before" {
      end = Self.afterNumber(source.skipBlanks(end, limit), limit, in: source)
    }
    return (ByteRange(i, close + 1), end)
  }
}
