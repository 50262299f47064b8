internal import XMLKit

/// Reads a page that this program wrote, for verification: with a parser of XML, by what stands in it, and strictly.
/// Nothing of what made the page is used.
struct WrittenHTML {
  private var text: [UInt8] = []
  private var attributes: [[UInt8]] = []
  private var border = 0

  /// - Throws: where the file is not as this program writes a page.
  static func read(_ file: [UInt8]) throws(Refusal) -> WrittenCopy {
    let root = try WrittenMarkup.parse(file, startingWith: "<!DOCTYPE html>\n", isKept: false)
    guard root.name == "html", root.children.map(\.name) == ["head", "body"], root.attributes.isEmpty else {
      throw .structure("it is no page that this program wrote")
    }
    var page = WrittenHTML()
    try page.readBody(root.children[1])
    var parts = [page.text]
    for child in root.children[0].children {
      switch child.name {
      case "meta":
        guard child.attributes.map(\.name) == ["charset"] else {
          throw .structure("an element is not as it is written")
        }
      case "title": if !child.text.isEmpty { parts.append(Array(child.text.utf8)) }
      default: throw .structure("there is an element that is never written")
      }
    }
    parts += page.attributes
    if parts[0].isEmpty { parts.removeFirst() }
    return WrittenCopy(text: Array(parts.joined(separator: [0x0A, 0x0A])), file: withoutNames(file))
  }

  private static let borders: [String: Int] = {
    var borders = ["td": 1, "th": 1]
    for name in [
      "body", "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption",
      "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre",
      "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ] { borders[name] = 2 }
    return borders
  }()

  private static let inline: Set<String> = [
    "a", "abbr", "b", "bdi", "big", "br", "cite", "code", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
  ]

  private mutating func readBody(_ element: XMLElement) throws(Refusal) {
    let border = Self.borders[element.name] ?? 0
    guard border > 0 || Self.inline.contains(element.name) else {
      throw .structure("there is an element that is never written")
    }
    self.border = max(self.border, border)
    for attribute in element.attributes {
      switch (element.name, attribute.name) {
      case ("a", "href"), ("img", "alt"): attributes.append(Array(attribute.value.utf8))
      case ("td", "colspan"), ("td", "rowspan"), ("th", "colspan"), ("th", "rowspan"):
        guard attribute.value.utf8.count <= 3, attribute.value.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else {
          throw .structure("an attribute is not as it is written")
        }
      default: throw .structure("there is an attribute that is never written")
      }
    }
    if element.name == "br" { text.append(0x0A) }
    for content in element.content {
      switch content {
      case .element(let child): try readBody(child)
      case .text(let piece): add(Array(piece.utf8))
      case .cdata: break
      }
    }
    self.border = max(self.border, border)
  }

  private mutating func add(_ piece: [UInt8]) {
    if border > 0, !text.isEmpty { text += border == 1 ? [0x09] : [0x0A, 0x0A] }
    border = 0
    text += piece
  }

  /// The bytes with what the writer puts there itself made blank: names of elements and of attributes.
  private static func withoutNames(_ file: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count)
    var isInTag = false
    var isInValue = false
    for byte in file {
      switch byte {
      case UInt8(ascii: "<"):
        isInTag = true
        isInValue = false
      case UInt8(ascii: ">") where !isInValue: isInTag = false
      case UInt8(ascii: "\"") where isInTag: isInValue.toggle()
      default: break
      }
      let isSign = [UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "\"")].contains(byte)
      bytes.append(isInTag && !isInValue && !isSign ? 0x20 : byte)
    }
    return bytes
  }
}
