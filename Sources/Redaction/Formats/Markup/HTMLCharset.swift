internal import HTMLKit

/// Makes UTF-8 of the bytes of a page, by what it says of its encoding.
enum HTMLCharset {
  /// - Throws: where a browser might read other characters than these.
  static func text(of file: [UInt8]) throws(Refusal) -> [UInt8] {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(file.dropFirst(3)) }
    let labels = Set(try declared(in: file))
    if labels.count > 1 { throw .structure("it declares more than one encoding") }
    guard let label = labels.first else { return file }
    if utf8.contains(label) { return file }
    guard latin.contains(label) else {
      throw .structure(
        "it declares an encoding other than UTF-8 and windows-1252; convert it first, its declaration too")
    }
    return file.flatMap { $0 < 0x80 ? [$0] : Array(String(scalar(of: $0)).utf8) }
  }

  private static func declared(in file: [UInt8]) throws(Refusal) -> [String] {
    let root: HTMLElement
    do throws(HTMLError) { root = try HTMLElement.parse(file) } catch { throw .structure(error.sentence) }
    var labels: [String] = []
    collect(root, into: &labels)
    return labels
  }

  private static func collect(_ element: HTMLElement, into labels: inout [String]) {
    if element.name == "meta" {
      if let charset = element.attribute("charset") {
        labels.append(label(charset))
      } else if element.attribute("http-equiv").map(label) == "content-type",
        let content = element.attribute("content").map(label)
      {
        labels += parameter(of: content)
      }
    }
    for case .element(let child) in element.content { collect(child, into: &labels) }
  }

  /// What stands behind `charset=`.
  private static func parameter(of content: String) -> [String] {
    let signs: Set<Character> = [" ", "=", "\"", "'", ";"]
    let words = content.split { signs.contains($0) }.map(String.init)
    guard let index = words.firstIndex(of: "charset"), index + 1 < words.count else { return [] }
    return [words[index + 1]]
  }

  private static func label(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Labels of the Encoding Standard.
  private static let utf8: Set<String> = ["utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"]
  /// All of them mean windows-1252 to a browser.
  private static let latin: Set<String> = [
    "windows-1252", "cp1252", "x-cp1252", "ansi_x3.4-1968", "ascii", "us-ascii", "iso-8859-1", "iso8859-1", "iso88591",
    "iso_8859-1", "iso_8859-1:1987", "iso-ir-100", "latin1", "l1", "cp819", "ibm819", "csisolatin1",
  ]

  private static func scalar(of byte: UInt8) -> Unicode.Scalar {
    let value = (0x80...0x9F).contains(byte) ? windows1252[Int(byte - 0x80)] : UInt16(byte)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// Bytes 0x80 to 0x9F.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
