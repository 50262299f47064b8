import MarkingModel

/// The elements of a page that hold text together, while it is read, as pieces of its text.
struct HTMLBoxes {
  private var boxes: [(kind: TextBox.Kind, pieces: Range<Int>)] = []

  /// Takes an element that was read, by its name.
  mutating func take(_ name: String, _ pieces: Range<Int>) {
    guard let kind = Self.kind(of: name), !pieces.isEmpty else { return }
    boxes.append((kind, pieces))
  }

  private static func kind(of name: String) -> TextBox.Kind? {
    switch name {
    case "li", "td", "th", "figure", "details": .entry
    case "ul", "ol", "menu", "dir", "dl": .list
    case "dd", "blockquote": .setIn
    default: nil
    }
  }

  /// As places in the text, in order, the outer ones first.
  func boxes(in pieces: [ByteRange]) -> [TextBox] {
    let places = boxes.compactMap { box in
      HTMLTables.range(of: box.pieces, in: pieces).map { TextBox(kind: box.kind, range: $0) }
    }
    // Elements are taken when they end, the inner ones first: of two at one place the later one is around the other.
    return places.enumerated().sorted {
      ($0.element.range.start, -$0.element.range.end, -$0.offset) < (
        $1.element.range.start, -$1.element.range.end, -$1.offset
      )
    }.map(\.element)
  }
}
