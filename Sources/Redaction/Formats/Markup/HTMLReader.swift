internal import Documents
internal import HTMLKit
import MarkingModel

/// Takes a page apart: its reading text, and what its copy is written from.
///
/// The text is what a browser shows: white space is one space, elements that are blocks part it, tags within a line do
/// not. Of attributes only the targets of plain links and the texts for pictures are read; everything else is dropped.
struct HTMLReader {
  enum Token {
    case open(String, [(name: String, value: Value)])
    case close(String)
    /// An element without an end: `br` stands for a piece of the text.
    case void(String, [(name: String, value: Value)])
    case text(piece: Int)
    case lineBreak(piece: Int)
  }

  enum Value {
    case fixed([UInt8])
    /// A part of the reading text, by index.
    case part(Int)
  }

  private(set) var text = ReadingText()
  private(set) var tokens: [Token] = []
  private(set) var parts: [TextPart] = []
  /// The index of the title's part.
  private(set) var title: Int?
  private var dropped: [String: Int] = [:]
  /// In order.
  private var attributeTexts: [AttributeText] = []
  /// Those of them that belong to text that is still to come.
  private var waiting: [Int] = []
  private var titleText: [UInt8] = []
  private var counts: [String: Int] = [:]
  private(set) var tables = HTMLTables()
  /// The pieces of the text that are raised.
  private(set) var raised: [Range<Int>] = []
  private(set) var ruby = RubyPieces()
  private(set) var boxes = ElementBoxes()

  init(_ root: HTMLElement) throws(Refusal) {
    for case .element(let child) in root.content {
      switch child.name {
      case "head": try readHead(child)
      case "body": try read(child.content, isPreformatted: false, depth: 0)
      case "frameset": throw .structure("it is a set of frames, whose pages are other files")
      default: try read(child, isPreformatted: false, depth: 0)
      }
    }
    for case .comment in root.content { drop("comment") }
    parts.append(TextPart("body", .document, text.endPart()))
    addTitle()
    for attribute in attributeTexts { addPart(attribute.name, attribute.kind(in: text.pieces), attribute.bytes) }
  }

  /// In the order of the alphabet.
  var droppedKinds: [DroppedKind] { dropped.sorted { $0.key < $1.key }.map { DroppedKind($0.key, $0.value) } }

  private mutating func drop(_ kind: String) { dropped[kind, default: 0] += 1 }

  private mutating func addPart(_ name: String, _ kind: TextPart.Kind, _ bytes: [UInt8]) {
    text.beginPart()
    _ = text.append(bytes)
    parts.append(TextPart(name, kind, text.endPart()))
  }

  private mutating func addTitle() {
    guard !titleText.isEmpty else { return }
    title = parts.count
    addPart("title", .line, titleText)
  }

  // MARK: Elements

  private mutating func readHead(_ head: HTMLElement) throws(Refusal) {
    for content in head.content {
      guard case .element(let child) = content else {
        if case .comment = content { drop("comment") }
        continue
      }
      if child.name == "title" { readTitle(child) } else { try drop(child) }
    }
  }

  private mutating func readTitle(_ element: HTMLElement) {
    countAttributes(of: element)
    guard titleText.isEmpty else { return drop("title") }
    for case .text(let bytes) in element.content { titleText += bytes }
    titleText = HTMLText.collapsed(titleText)
  }

  private mutating func read(
    _ contents: [HTMLElement.Content], isPreformatted: Bool, depth: Int
  ) throws(Refusal) {
    for content in contents {
      switch content {
      case .text(let bytes): add(bytes, isPreformatted: isPreformatted)
      case .comment: drop("comment")
      case .element(let element): try read(element, isPreformatted: isPreformatted, depth: depth)
      }
    }
  }

  private mutating func read(_ element: HTMLElement, isPreformatted: Bool, depth: Int) throws(Refusal) {
    // The parser of XML that proves the copy goes no deeper than 256.
    guard depth < 200 else { throw .structure("its elements are nested more than 200 deep") }
    if element.isForeign || HTMLVocabulary.droppedKind(of: element.name) != nil || element.isHidden {
      return try drop(element)
    }
    try checkDirection(of: element)
    let border = PageBorder.of(element.name)
    self.border(border)
    switch element.name {
    case "br":
      countAttributes(of: element)
      addLineBreak()
    case "hr":
      countAttributes(of: element)
      tokens.append(.void("hr", []))
    case "img": addPicture(element)
    case "wbr": drop("word break")
    case "title": readTitle(element)
    default:
      let name = HTMLVocabulary.written(element.name)
      let attributes = written(attributes: element)
      if let name { tokens.append(.open(name, attributes)) } else { drop("tag") }
      let isPreformatted = isPreformatted || PageBorder.preformatted.contains(element.name)
      let first = text.pieces.count
      try tables.open(element, at: first)
      try read(element.content, isPreformatted: isPreformatted, depth: depth + 1)
      if first == text.pieces.count, !attributes.isEmpty, element.name == "a" { tables.takeMore() }
      tables.close(element.name, at: text.pieces.count)
      if element.name == "sup" || element.name == "sub" { raised.append(first..<text.pieces.count) }
      ruby.take(element.name, first..<text.pieces.count)
      boxes.take(element.name, first..<text.pieces.count, isLed: border != .none && element.isLedByText)
      if let name { tokens.append(.close(name)) }
    }
    self.border(border)
  }

  /// Leaves an element out with everything in it.
  private mutating func drop(_ element: HTMLElement) throws(Refusal) {
    try checkDirection(of: element)
    let kind =
      element.isForeign ? "foreign content" : HTMLVocabulary.droppedKind(of: element.name) ?? "hidden element"
    drop(kind)
  }

  /// Characters in another order than that of the bytes: what a reader sees cannot be found.
  private func checkDirection(of element: HTMLElement) throws(Refusal) {
    var style = element.attribute("style") ?? []
    if element.name == "style" { for case .text(let bytes) in element.content { style += bytes } }
    if element.name == "bdo" || String(decoding: style, as: UTF8.self).lowercased().contains("bidi") {
      throw .structure("it reverses the order of reading")
    }
  }

  // MARK: Attributes

  private mutating func written(attributes element: HTMLElement) -> [(name: String, value: Value)] {
    var written: [(name: String, value: Value)] = []
    for (name, value) in element.attributes {
      switch name {
      case "href" where element.name == "a":
        if let target = HTMLLink.plain(value) {
          written.append((name, .part(part("link", target, isWords: false))))
        } else {
          drop("link target")
        }
      case "colspan" where HTMLText.isSmallNumber(value), "rowspan" where HTMLText.isSmallNumber(value):
        if element.name == "td" || element.name == "th" {
          written.append((name, .fixed(value)))
        } else {
          drop("attribute")
        }
      default: drop("attribute")
      }
    }
    return written
  }

  /// Its text goes where the picture was.
  private mutating func addPicture(_ element: HTMLElement) {
    drop("picture")
    for (name, value) in element.attributes {
      let alternative = name == "alt" ? HTMLText.collapsed(value) : []
      if alternative.isEmpty {
        drop("attribute")
      } else {
        tokens.append(.void("img", [("alt", .part(part("text of picture", alternative, isWords: true)))]))
        tables.takeMore()
      }
    }
  }

  /// Keeps the text of an attribute for a part of its own, and returns which part it will be.
  private mutating func part(_ name: String, _ bytes: [UInt8], isWords: Bool) -> Int {
    counts[name, default: 0] += 1
    if text.isAtBlockStart { waiting.append(attributeTexts.count) }
    attributeTexts.append(
      AttributeText(
        name: "\(name) \(counts[name] ?? 0)", bytes: bytes, isWords: isWords,
        piece: text.isAtBlockStart ? nil : text.pieces.count - 1, place: text.bytes.count))
    return attributeTexts.count - 1
  }

  private mutating func countAttributes(of element: HTMLElement) {
    for _ in element.attributes { drop("attribute") }
  }

  // MARK: Text

  private mutating func add(_ bytes: [UInt8], isPreformatted: Bool) {
    var shown: [UInt8] = []
    shown.reserveCapacity(bytes.count)
    for byte in HTMLText.visible(bytes) {
      let isBlank = byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C || byte == 0x0D
      guard isBlank else {
        shown.append(byte)
        continue
      }
      if isPreformatted {
        let blank: UInt8 = byte == 0x0D || byte == 0x0C ? 0x0A : byte
        // The parser drops an end of line that begins the element.
        if shown.isEmpty, text.isAtBlockStart, blank == 0x0A { continue }
        shown.append(blank)
      } else if shown.isEmpty ? !text.endsWithBlank : shown.last != 0x20 {
        shown.append(0x20)
      }
    }
    guard !shown.isEmpty else { return }
    let piece = text.append(shown)
    tokens.append(.text(piece: piece))
    for index in waiting { attributeTexts[index].piece = piece }
    waiting = []
  }

  private mutating func border(_ border: PageBorder) {
    // What waits stands in a block without text.
    if border != .none { waiting = [] }
    text.border(border)
  }

  private mutating func addLineBreak() {
    if text.isAtBlockStart { return }
    tokens.append(.lineBreak(piece: text.append([0x0A])))
  }
}
