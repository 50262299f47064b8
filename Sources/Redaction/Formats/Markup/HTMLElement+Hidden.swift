internal import HTMLKit

extension HTMLElement {
  /// Whether it says itself that it is not shown.
  var isHidden: Bool {
    if attribute("hidden") != nil { return true }
    if name == "dialog", attribute("open") == nil { return true }
    if attribute("aria-hidden").map({ Self.small($0) }) == "true" { return true }
    guard let style = attribute("style").map({ Self.small($0) }) else { return false }
    return [
      "display:none", "visibility:hidden", "visibility:collapse", "opacity:0;", "opacity:0!", "font-size:0;",
      "font-size:0px", "content-visibility:hidden",
    ].contains { (style + ";").contains($0) }
  }

  private static func small(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
  }
}
