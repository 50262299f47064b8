import MarkingModel
internal import XMLKit

/// Writes an XML document again with changes made to its reading text.
struct XMLCopyWriter {
  private var out: [UInt8] = []
  private let document: XMLDocument
  private let changes: TextChanges

  private init(_ document: XMLDocument, _ changes: TextChanges) {
    self.document = document
    self.changes = changes
  }

  /// What every copy begins with, and what the lines of a policy stand in.
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  static let stampOpening = "<?release-stamp "

  static func document(_ reader: XMLReader, _ document: XMLDocument, _ changes: TextChanges) -> [UInt8] {
    let (stamp, changes) = changes.parted
    var writer = XMLCopyWriter(document, changes)
    writer.put(declaration)
    // Text that would end the instruction is not as the ledger says then, and the copy is refused.
    if !stamp.isEmpty { writer.put(stampOpening + stamp.dropLast(2).replacing("?>", with: "? >") + "?>\n") }
    writer.write(reader.tokens, writer.texts(of: reader))
    writer.put("\n")
    return writer.out
  }

  /// What each piece of the body becomes. A label that stands for several pieces goes to the one that lies least deep, so
  /// that an element with words of its own keeps some.
  private func texts(of reader: XMLReader) -> [Int: [UInt8]] {
    struct Piece {
      var index: Int
      var depth: Int
      var range: ByteRange
      var edits: [(range: ByteRange, text: String)] = []
    }
    var pieces: [Piece] = []
    for case .text(let piece, let depth) in reader.tokens where !reader.text.pieces[piece].isEmpty {
      pieces.append(Piece(index: piece, depth: depth, range: reader.text.pieces[piece]))
    }
    var first = 0
    for change in changes.within(document.parts[0].range).changes {
      // What is added at the end of a piece belongs to it.
      while first < pieces.count,
        pieces[first].range.end < change.range.start + (change.range.isEmpty ? 0 : 1)
      { first += 1 }
      var last = first
      while last + 1 < pieces.count, pieces[last + 1].range.start < change.range.end { last += 1 }
      guard last < pieces.count else { break }
      let owner = (first...last).min { (pieces[$0].depth, $0) < (pieces[$1].depth, $1) }
      for index in first...last {
        let range = pieces[index].range
        let part = ByteRange(max(change.range.start, range.start), min(change.range.end, range.end))
        pieces[index].edits.append((part, index == owner ? change.text : ""))
      }
    }
    var texts: [Int: [UInt8]] = [:]
    for piece in pieces {
      var text: [UInt8] = []
      var at = piece.range.start
      for edit in piece.edits {
        text += document.text[at..<max(at, edit.range.start)]
        text += edit.text.utf8
        at = max(at, edit.range.end)
      }
      texts[piece.index] = text + document.text[at..<piece.range.end]
    }
    return texts
  }

  private mutating func write(_ tokens: [XMLReader.Token], _ texts: [Int: [UInt8]]) {
    var open: [(name: String, end: Int)] = []
    for token in tokens {
      switch token {
      case .open(let element, let values):
        put("<\(element.name)")
        for (prefix, namespace) in element.declarations {
          put(prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\"")
          escape(Array(namespace.utf8), inAttribute: true)
          put("\"")
        }
        for (attribute, value) in zip(element.attributes, values) {
          put(" \(attribute.name)=\"")
          if let value { escape(text(of: document.attributePart(value)), inAttribute: true) }
          put("\"")
        }
        put(">")
        open.append((element.name, out.count))
      case .close:
        guard let element = open.popLast() else { continue }
        if element.end == out.count {
          out.removeLast()
          put("/>")
        } else {
          put("</\(element.name)>")
        }
      case .text(let piece, _): escape(texts[piece] ?? [], inAttribute: false)
      case .space(let blanks): escape(blanks, inAttribute: false)
      }
    }
  }

  private func text(of part: TextPart) -> [UInt8] {
    changes.within(part.range).applied(to: Array(document.text[part.range.start..<part.range.end]))
  }

  private mutating func put(_ text: String) { out += text.utf8 }

  /// A parser would change ends of lines and tabs in attributes, and CR everywhere.
  private mutating func escape(_ text: [UInt8], inAttribute: Bool) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): put("&lt;")
      case UInt8(ascii: ">"): put("&gt;")
      case UInt8(ascii: "&"): put("&amp;")
      case UInt8(ascii: "\"") where inAttribute: put("&quot;")
      case 0x09 where inAttribute: put("&#9;")
      case 0x0A where inAttribute: put("&#10;")
      case 0x0D: put("&#13;")
      default: out.append(byte)
      }
    }
  }
}
