internal import Documents
import MarkingModel

/// Writes a page that HTML and XML read in the same way: elements of the list, texts, and nothing else.
struct HTMLWriter {
  static let head = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"/>"
  static let tail = "</body></html>\n"

  private var out: [UInt8] = []
  private var cursor: ChangeCursor
  private let document: HTMLDocument
  private let changes: TextChanges

  private init(_ document: HTMLDocument, _ changes: TextChanges) {
    self.document = document
    self.changes = changes
    cursor = ChangeCursor(changes.within(document.parts[0].range), document.text)
  }

  static func page(
    _ tokens: [HTMLReader.Token], _ pieces: [ByteRange], _ document: HTMLDocument, _ changes: TextChanges
  ) -> [UInt8] {
    var writer = HTMLWriter(document, changes)
    writer.put(head)
    if let title = document.titlePart {
      writer.put("<title>")
      writer.escape(writer.text(of: title))
      writer.put("</title>")
    }
    writer.put("</head><body>")
    writer.paragraph(.top)
    writer.write(tokens, pieces)
    writer.paragraph(.bottom)
    writer.put(tail)
    return writer.out
  }

  private mutating func write(_ tokens: [HTMLReader.Token], _ pieces: [ByteRange]) {
    /// Where the start tags that are open begin and end, and whether one has an attribute with a text of its own.
    var open: [(start: Int, end: Int, isNamed: Bool)] = []
    for token in tokens {
      switch token {
      case .open(let name, let attributes):
        let start = out.count
        put("<\(name)")
        write(attributes)
        put(">")
        let isNamed = attributes.contains { if case .part = $0.value { true } else { false } }
        open.append((start, out.count, isNamed))
      case .close(let name):
        // An element of a line with nothing in it shows nothing. The target of a link is a part of the text.
        if let tag = open.popLast(), tag.end == out.count, !tag.isNamed, PageBorder.of(name) == .none {
          out.removeSubrange(tag.start...)
        } else {
          put("</\(name)>")
        }
      case .void(let name, let attributes):
        put("<\(name)")
        write(attributes)
        put("/>")
      case .text(let piece): escape(cursor.text(of: pieces[piece]))
      case .lineBreak(let piece):
        let range = pieces[piece]
        let text = cursor.text(of: range)
        if !range.isEmpty, text.last == 0x0A {
          escape(text.dropLast())
          put("<br/>")
        } else {
          escape(text)
        }
      }
    }
  }

  private mutating func write(_ attributes: [(name: String, value: HTMLReader.Value)]) {
    for (name, value) in attributes {
      put(" \(name)=\"")
      switch value {
      case .fixed(let bytes): escape(bytes)
      case .part(let index): escape(text(of: document.attributePart(index)))
      }
      put("\"")
    }
  }

  /// The lines of the policy.
  private mutating func paragraph(_ kind: ReleasedCopy.Addition.Kind) {
    for change in changes.changes where change.kind == .added(kind) {
      let lines = change.text.split(separator: "\n")
      put("<p>")
      for (index, line) in lines.enumerated() {
        if index > 0 { put("<br/>") }
        escape(Array(line.utf8))
      }
      put("</p>")
    }
  }

  private func text(of part: TextPart) -> [UInt8] {
    changes.within(part.range).applied(to: Array(document.text[part.range.start..<part.range.end]))
  }

  private mutating func put(_ text: String) { out += text.utf8 }

  private mutating func escape(_ text: some Sequence<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "\""): put("&quot;")
      default: out.append(byte)
      }
    }
  }
}

/// Gives out the pieces of one part of a text in order, with the changes made: each change once, where it begins.
struct ChangeCursor {
  private let changes: [TextChanges.Change]
  private let text: [UInt8]
  private var next = 0
  /// Up to where the text was given out or withheld.
  private var done = 0

  /// - Parameter changes: those of a part that begins the text. Lines at its top and bottom are left to the caller.
  init(_ changes: TextChanges, _ text: [UInt8]) {
    self.changes = changes.changes.filter { $0.kind != .added(.top) && $0.kind != .added(.bottom) }
    self.text = text
  }

  mutating func text(of piece: ByteRange) -> [UInt8] {
    guard !piece.isEmpty else { return [] }
    var shown: [UInt8] = []
    var at = max(done, piece.start)
    while next < changes.count {
      let change = changes[next]
      // A stroke that ends here belongs to this piece.
      guard change.range.start < piece.end || change.range.start == piece.end && change.kind == .added(.strike) else {
        break
      }
      if at < change.range.start { shown += text[at..<change.range.start] }
      shown += change.text.utf8
      at = max(at, change.range.end)
      next += 1
    }
    if at < piece.end { shown += text[at..<piece.end] }
    done = max(done, at)
    return shown
  }
}
