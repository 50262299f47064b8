import XMLKit

/// A page of HTML, written so that it is well-formed XML as well where it is no style and no script.
struct HTMLPage {
  private var bytes: [UInt8] = []
  private var out = XMLWriter(declaration: false, indented: false)

  /// Everything up to the body.
  mutating func begin(title: String, style: String) {
    bytes += "<!DOCTYPE html>\n".utf8
    start("html", ["lang": "en"])
    start("head")
    void("meta", ["charset": "utf-8"])
    void("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    // Nothing can be loaded, whatever a name in the report says.
    void(
      "meta",
      [
        "http-equiv": "Content-Security-Policy",
        "content":
          "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'none'; base-uri 'none'",
      ])
    element("title", title)
    raw("style", style)
    end()
    start("body")
  }

  /// Everything behind the body.
  mutating func finish(script: String) {
    raw("script", script)
    end()
    end()
    bytes += out.takeOutput()
    bytes.append(0x0A)
  }

  mutating func take() -> [UInt8] { bytes }

  mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    out.start(name, attributes)
    // What is empty has an end tag all the same: HTML knows no other.
    out.text("")
  }

  mutating func end() { out.end() }

  mutating func text(_ text: String) { out.text(text) }

  mutating func element(_ name: String, _ text: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    out.start(name, attributes)
    out.text(text)
    out.end()
  }

  private mutating func void(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    out.start(name, attributes)
    out.end()
  }

  /// Style and script are not escaped in HTML; ours hold no end tag.
  private mutating func raw(_ name: String, _ content: String) {
    start(name)
    bytes += out.takeOutput()
    bytes += content.utf8
    end()
  }
}
