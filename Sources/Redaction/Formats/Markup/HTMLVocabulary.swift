internal import Documents

/// What becomes of the elements of a page in a copy. Every name that is not here loses its tags and keeps its text.
enum HTMLVocabulary {
  /// The element that stands in a copy for one of the page; nil where its text stands without it.
  static func written(_ name: String) -> String? { names[name] }

  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for name in [
      "address", "article", "aside", "blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption",
      "figure",
      "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "li", "main", "nav", "ol", "p", "pre", "section",
      "summary",
      "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
      "a", "abbr", "b", "bdi", "big", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
      "ruby",
      "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
    ] { names[name] = name }
    for (name, other) in [
      ("strike", "s"), ("tt", "code"), ("acronym", "abbr"), ("font", "span"), ("center", "div"), ("dir", "ul"),
      ("menu", "ul"), ("xmp", "pre"), ("listing", "pre"), ("plaintext", "pre"), ("form", "div"), ("fieldset", "div"),
      ("legend", "div"), ("hgroup", "div"), ("dialog", "div"), ("search", "div"), ("option", "div"),
      ("optgroup", "div"),
    ] { names[name] = other }
    return names
  }()

  /// Whether a tag of this name begins a page.
  static func isKnown(_ name: String) -> Bool {
    names[name] != nil || PageBorder.isKnown(name) || droppedKinds[name] != nil
      || ["img", "br", "head", "title"].contains(name)
  }

  /// Elements that no copy has, with all that is in them, and what the ledger calls them.
  static func droppedKind(of name: String) -> String? { droppedKinds[name] }

  private static let droppedKinds: [String: String] = {
    var kinds: [String: String] = [:]
    func add(_ kind: String, _ names: [String]) { for name in names { kinds[name] = kind } }
    add("script", ["script"])
    add("style", ["style"])
    add("metadata", ["meta", "link", "base", "basefont", "bgsound", "nextid"])
    add("template", ["template"])
    add("text for other browsers", ["noscript", "noembed", "noframes"])
    add(
      "embedded object",
      [
        "iframe", "object", "embed", "applet", "param", "audio", "video", "source", "track", "canvas", "portal", "map",
        "area", "picture source",
      ])
    add("form value", ["input", "textarea", "select", "datalist", "output", "progress", "meter", "keygen", "isindex"])
    return kinds
  }()
}
