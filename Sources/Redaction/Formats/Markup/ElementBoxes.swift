internal import Documents
internal import HTMLKit
import MarkingModel

/// The elements of a page or an XML document that hold text together, while it is read, as pieces of its text.
struct ElementBoxes {
  private var boxes: [(kind: TextBox.Kind, pieces: Range<Int>, lead: Range<Int>)] = []

  /// Takes an element that was read, by its name.
  ///
  /// - Parameter isLed: whether words of its own stand first in it, before those of other elements.
  mutating func take(_ name: String, _ pieces: Range<Int>, isLed: Bool) {
    guard let first = pieces.first else { return }
    if let kind = Self.kind(of: name) {
      boxes.append((kind, pieces, pieces))
    } else if isLed {
      boxes.append((.entry, pieces, first..<(first + 1)))
    }
  }

  private static func kind(of name: String) -> TextBox.Kind? {
    switch name {
    case "li", "td", "th", "figure", "fieldset", "details": .entry
    case "ul", "ol", "menu", "dir", "dl": .list
    case "dd", "blockquote": .setIn
    // `itemizedlist` and the like, of XML.
    default: name.hasSuffix("list") || name.hasSuffix("List") ? .list : nil
    }
  }

  /// As places in the text, in order, the outer ones first.
  func boxes(in pieces: [ByteRange]) -> [TextBox] {
    let places = boxes.compactMap { box -> TextBox? in
      guard let range = HTMLTables.range(of: box.pieces, in: pieces) else { return nil }
      return TextBox(kind: box.kind, range: range, lead: ByteRange(range.start, pieces[box.lead.upperBound - 1].end))
    }
    // Elements are taken when they end, the inner ones first: of two at one place the later one is around the other.
    return places.enumerated().sorted {
      ($0.element.range.start, -$0.element.range.end, -$0.offset) < (
        $1.element.range.start, -$1.element.range.end, -$1.offset
      )
    }.map(\.element)
  }
}

extension HTMLElement {
  /// Whether words of its own, or of an element of a line, stand before all its blocks.
  var isLedByText: Bool { leads ?? false }

  /// The same; nil where nothing is shown of it.
  private var leads: Bool? {
    for child in content {
      switch child {
      case .text(let bytes): if bytes.contains(where: { $0 > 0x20 }) { return true }
      case .element(let element):
        if PageBorder.of(element.name) != .none { return false }
        if let leads = element.leads { return leads }
      case .comment: continue
      }
    }
    return nil
  }
}
