/// XML as it is written: elements in order, indented, what XML cannot hold replaced.
///
/// An element holds elements or text, never both.
struct XMLText {
  private var out = ReportBuffer()
  private var open: [String] = []
  /// The start tag of the innermost element is not closed yet: attributes may follow.
  private var isInTag = false
  /// The innermost element has text in it.
  private var hasText = false

  /// Hands over what was written since the last call.
  mutating func take() -> [UInt8] { out.take() }

  mutating func declaration() { out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  mutating func start(_ name: String) {
    if isInTag { out.write(">\n") }
    out.write(String(repeating: "  ", count: open.count) + "<" + name)
    open.append(name)
    isInTag = true
    hasText = false
  }

  /// Gives the element that was started last an attribute.
  mutating func attribute(_ name: String, _ value: String) {
    out.write(" \(name)=\"" + Self.escaped(value, isAttribute: true) + "\"")
  }

  mutating func attribute(_ name: String, _ value: Int) { attribute(name, String(value)) }

  /// Sets nothing where there is no value.
  mutating func attribute(_ name: String, _ value: String?) {
    if let value { attribute(name, value) }
  }

  /// The text of the element that was started last.
  mutating func text(_ text: String) {
    if isInTag { out.write(">") }
    isInTag = false
    hasText = true
    out.write(Self.escaped(text, isAttribute: false))
  }

  /// Ends the innermost element.
  mutating func end() {
    let name = open.removeLast()
    if isInTag {
      out.write("/>\n")
    } else if hasText {
      out.write("</\(name)>\n")
    } else {
      out.write(String(repeating: "  ", count: open.count) + "</\(name)>\n")
    }
    isInTag = false
    hasText = false
  }

  /// An element with text alone.
  mutating func element(_ name: String, _ text: String) {
    start(name)
    self.text(text)
    end()
  }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var result = ""
    for scalar in VisibleText.legalInXML(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where isAttribute: result += "&quot;"
      case "\n" where isAttribute: result += "&#10;"
      case "\t" where isAttribute: result += "&#9;"
      case "\r": result += "&#13;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
