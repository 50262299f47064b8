/// Targets of links that say what they say.
enum HTMLLink {
  /// The target where it can stay; nil where something in it is written in another way than it is read.
  static func plain(_ value: [UInt8]) -> [UInt8]? {
    let target = HTMLText.collapsed(value)
    guard !target.isEmpty, target.count <= 2048, !target.starts(with: [UInt8(ascii: "#")]),
      !target.contains(UInt8(ascii: "%")), !target.contains(UInt8(ascii: "\\")),
      value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    let text = String(decoding: target, as: UTF8.self)
    let end = text.firstIndex { $0 == ":" || $0 == "/" || $0 == "?" || $0 == "#" }
    guard let end, text[end] == ":" else { return target }
    let scheme = text[..<end].lowercased()
    return ["http", "https", "mailto", "tel", "ftp"].contains(scheme) ? target : nil
  }
}
