/// Writes an XML document as bytes of UTF-8: well-formed whatever it is given, the same bytes for the same calls.
///
/// An element that is given text stays on one line; others are indented by two spaces.
package struct XMLWriter: Sendable {
  /// What was written and not yet taken.
  private var bytes: [UInt8] = []
  private var open: [Open] = []
  private var isTagOpen = false
  private let isIndented: Bool
  private var isAtStart = true

  private struct Open: Sendable {
    var name: String
    var hasText = false
    var hasElements = false
  }

  /// Starts a document. Without `declaration` it writes a fragment.
  package init(declaration: Bool = true, indented: Bool = true) {
    isIndented = indented
    if declaration { put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
  }

  /// Opens an element. Names are the caller's and are written as they are.
  package mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    beginChild()
    open.append(Open(name: name))
    put("<")
    put(name)
    isTagOpen = true
    for (name, value) in attributes { attribute(name, value) }
  }

  /// Adds an attribute to the element opened last, before anything is put in it.
  package mutating func attribute(_ name: String, _ value: String) {
    precondition(isTagOpen, "an attribute comes before what is in the element")
    put(" ")
    put(name)
    put("=\"")
    escape(value, inAttribute: true)
    put("\"")
  }

  /// As above; nothing where there is no value.
  package mutating func attribute(_ name: String, _ value: String?) {
    if let value { attribute(name, value) }
  }

  package mutating func attribute(_ name: String, _ value: Int) { attribute(name, String(value)) }

  /// Puts text in the element opened last.
  package mutating func text(_ text: String) {
    closeTag()
    if !open.isEmpty { open[open.count - 1].hasText = true }
    escape(text, inAttribute: false)
  }

  /// Closes the element opened last.
  package mutating func end() {
    guard let element = open.popLast() else { return }
    if isTagOpen {
      put("/>")
      isTagOpen = false
    } else {
      if element.hasElements && !element.hasText { newLine() }
      put("</")
      put(element.name)
      put(">")
    }
    if open.isEmpty && isIndented { put("\n") }
  }

  /// An element with nothing in it but text; without text an empty one.
  package mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String? = nil
  ) {
    start(name, attributes)
    if let text { self.text(text) }
    end()
  }

  /// A comment. Two hyphens may not stand in one, so a space parts them.
  package mutating func comment(_ text: String) {
    beginChild()
    put("<!-- ")
    var wasHyphen = false
    for scalar in text.unicodeScalars {
      if scalar == "-" && wasHyphen { put(" ") }
      put(String(isAllowed(scalar) ? scalar : "\u{FFFD}"))
      wasHyphen = scalar == "-"
    }
    put(" -->")
    if open.isEmpty { put("\n") }
  }

  /// A processing instruction, for instance a stylesheet's. `data` may not hold `?>`.
  package mutating func instruction(_ target: String, _ data: String) {
    beginChild()
    put("<?\(target) \(data)?>")
    if open.isEmpty { put("\n") }
  }

  /// Takes what was written since the last call.
  package mutating func takeOutput() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func beginChild() {
    closeTag()
    guard !open.isEmpty else { return }
    let hadText = open[open.count - 1].hasText
    open[open.count - 1].hasElements = true
    if !hadText { newLine() }
  }

  private mutating func closeTag() {
    guard isTagOpen else { return }
    put(">")
    isTagOpen = false
  }

  private mutating func newLine() {
    guard isIndented else { return }
    put("\n")
    for _ in open { put("  ") }
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes text with the characters that XML gives a meaning as references, and U+FFFD for those it forbids.
  ///
  /// Line ends and tabs in attributes, and CR anywhere, are references because a parser would change them.
  private mutating func escape(_ text: String, inAttribute: Bool) {
    if text.utf8.allSatisfy(Self.isPlain) { return put(text) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": put("&lt;")
      case ">": put("&gt;")
      case "&": put("&amp;")
      case "\"" where inAttribute: put("&quot;")
      case "\t" where inAttribute: put("&#9;")
      case "\n" where inAttribute: put("&#10;")
      case "\r": put("&#13;")
      case _ where isAllowed(scalar): put(String(scalar))
      default: put("\u{FFFD}")
      }
    }
  }

  /// Whether a byte can stand as it is everywhere: most values need no closer look.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""): false
    default: byte >= 0x20 && byte < 0x7F
    }
  }

  /// Whether XML 1.0 has the character at all.
  private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
