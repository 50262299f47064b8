/// How an element of a page (HTML) parts the text before it from its own, and that from what follows.
package enum PageBorder: Int, Comparable, Sendable {
  case none
  /// Cells of one row.
  case cell
  /// Blocks that a reader may take for lines of one text.
  case line
  /// Paragraphs.
  case paragraph

  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// By the name of the element, in small letters.
  package static func of(_ name: String) -> PageBorder { borders[name] ?? .none }

  package static func isKnown(_ name: String) -> Bool { borders[name] != nil }

  private static let borders: [String: PageBorder] = {
    var borders: [String: PageBorder] = [:]
    for name in ["td", "th"] { borders[name] = .cell }
    for name in [
      "div", "li", "tr", "dt", "dd", "address", "article", "aside", "details", "dialog", "fieldset", "figcaption",
      "figure", "footer", "form", "header", "hgroup", "legend", "main", "nav", "optgroup", "option", "search",
      "section", "summary", "caption", "center", "thead", "tbody", "tfoot", "body", "html",
    ] { borders[name] = .line }
    for name in [
      "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "plaintext", "xmp", "listing", "blockquote", "ul", "ol",
      "dl", "menu", "dir", "table",
    ] { borders[name] = .paragraph }
    return borders
  }()

  /// Elements in which line ends are shown.
  package static let preformatted: Set<String> = ["pre", "plaintext", "xmp", "listing"]
}
