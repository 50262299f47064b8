internal import Documents
internal import HTMLKit
internal import XMLKit

/// Tells pages from XML and both from text.
enum MarkupKind {
  /// - Parameter first: the first byte that is no blank.
  static func of(_ source: Span<UInt8>, from first: Int) -> DocumentFormat? {
    let end = source.count
    guard first + 1 < end, source[first] == UInt8(ascii: "<") else { return nil }
    if source.hasAnyCase("<!DOCTYPE HTML", at: first, end: end) || source.hasAnyCase("<HTML", at: first, end: end) {
      return .html
    }
    // XHTML is read as a browser reads a page.
    if let root = rootName(source, from: first) {
      if root == "html" { return .html }
      if source.has("<?xml", at: first, end: end) || source.has("<!DOCTYPE", at: first, end: end) { return .xml }
      let isClosed = source.lastText == UInt8(ascii: ">")
      if HTMLVocabulary.isKnown(root) { return isClosed ? .html : nil }
      return isClosed ? .xml : nil
    }
    return source.has("<?xml", at: first, end: end) ? .xml : nil
  }

  /// The name of the first start tag, behind declarations and comments.
  private static func rootName(_ source: Span<UInt8>, from first: Int) -> String? {
    var at = first
    while at + 1 < source.count {
      guard source[at] == UInt8(ascii: "<") else {
        guard source[at] <= 0x20 else { return nil }
        at += 1
        continue
      }
      if source.has("<!--", at: at, end: source.count) {
        at = source.end(of: "-->", from: at + 4)
      } else if source[at + 1] == UInt8(ascii: "?") {
        at = source.end(of: "?>", from: at)
      } else if source[at + 1] == UInt8(ascii: "!") {
        // A subset stands in brackets, and may hold signs of its own.
        let close = source.end(of: ">", from: at)
        let bracket = source.end(of: "[", from: at)
        at = bracket < close ? source.end(of: "]>", from: bracket) : close
      } else {
        var name: [UInt8] = []
        at += 1
        while at < source.count, name.count < 64,
          source[at].isLetterOrDigit || source[at] >= 0x80
            || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":")].contains(source[at])
        {
          name.append(source[at])
          at += 1
        }
        return name.isEmpty || name[0].isDigit ? nil : String(decoding: name, as: UTF8.self).lowercased()
      }
    }
    return nil
  }
}

extension Span<UInt8> {
  /// Where a text ends that is looked for from a place on; the end where it is not there.
  fileprivate func end(of text: String, from start: Int) -> Int {
    var at = start
    while at < count {
      if has(text, at: at, end: count) { return at + text.utf8.count }
      at += 1
    }
    return count
  }

  fileprivate var lastText: UInt8? {
    var at = count - 1
    while at >= 0 {
      if self[at] > 0x20 { return self[at] }
      at -= 1
    }
    return nil
  }
}
