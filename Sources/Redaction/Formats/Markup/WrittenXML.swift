internal import XMLKit

/// Reads an XML document that this program wrote, for verification. Nothing of what wrote it is used but the parser.
struct WrittenXML {
  private var blocks: [UInt8] = []
  private var isParted = false
  private var values: [[UInt8]] = []

  /// - Throws: for what is never written: a document type, an entity, another encoding.
  static func read(_ file: [UInt8]) throws(Refusal) -> WrittenCopy {
    let (stamp, document) = parted(file)
    let root = try WrittenMarkup.parse(document, startingWith: declaration, isKept: true)
    var reading = WrittenXML()
    reading.read(root)
    var parts = stamp.isEmpty ? [] : [stamp]
    if !reading.blocks.isEmpty { parts.append(reading.blocks) }
    parts += reading.values
    parts.append(Array(Self.names(in: document).joined(separator: "\n").utf8))
    return WrittenCopy(text: Array(parts.joined(separator: [0x0A, 0x0A])), file: file)
  }

  private static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// The lines of the policy, which stand in an instruction behind the declaration, and the file without them.
  private static func parted(_ file: [UInt8]) -> (stamp: [UInt8], document: [UInt8]) {
    let opening = Array((declaration + "<?release-stamp ").utf8)
    guard file.starts(with: opening) else { return ([], file) }
    var end = opening.count
    while end + 1 < file.count, file[end] != UInt8(ascii: "?") || file[end + 1] != UInt8(ascii: ">") { end += 1 }
    // What follows stands on a line of its own, as before the instruction.
    guard end + 2 < file.count, file[end + 2] == 0x0A else { return ([], file) }
    return (Array(file[opening.count..<end]), Array(declaration.utf8) + file[(end + 3)...])
  }

  private mutating func read(_ element: XMLElement) {
    for attribute in element.attributes where !attribute.value.isEmpty { values.append(Array(attribute.value.utf8)) }
    let texts = element.content.compactMap { if case .text(let text) = $0 { text } else { nil } }
    let hasWords = texts.contains { $0.utf8.contains { $0 > 0x20 } }
    for content in element.content {
      switch content {
      case .element(let child):
        if !hasWords { isParted = true }
        read(child)
        if !hasWords { isParted = true }
      case .text(let text), .cdata(let text):
        guard hasWords else { continue }
        if isParted, !blocks.isEmpty { blocks += [0x0A, 0x0A] }
        isParted = false
        blocks += text.utf8
      }
    }
  }

  /// The names that the tags use, each once, as they are written: elements, prefixes, namespaces, attributes.
  private static func names(in file: [UInt8]) -> [String] {
    var names: [String] = []
    var seen: Set<String> = []
    func note(_ name: String) { if !name.isEmpty, seen.insert(name).inserted { names.append(name) } }
    var at = file.firstIndex(of: UInt8(ascii: "\n")) ?? 0
    while let open = file[at...].firstIndex(of: UInt8(ascii: "<")), open + 1 < file.count {
      at = open + 1
      if file[at] == UInt8(ascii: "/") { continue }
      note(word(in: file, &at))
      while at < file.count, file[at] == 0x20 {
        at += 1
        let name = word(in: file, &at)
        // Behind =" and before the next ".
        let start = min(at + 2, file.count)
        let end = file[start...].firstIndex(of: UInt8(ascii: "\"")) ?? file.count
        at = min(end + 1, file.count)
        guard name == "xmlns" || name.hasPrefix("xmlns:") else {
          note(name)
          continue
        }
        if name != "xmlns" { note(String(name.dropFirst(6))) }
        let uri = String(decoding: file[start..<end], as: UTF8.self)
        if !publishedNamespaces.contains(where: uri.hasPrefix) { note(uri) }
      }
    }
    return names
  }

  private static let publishedNamespaces = [
    "http://www.w3.org/", "http://purl.org/", "urn:us:gov:ic:", "urn:nato:", "urn:oasis:", "urn:ietf:",
  ]

  private static func word(in file: [UInt8], _ at: inout Int) -> String {
    let start = at
    while at < file.count, file[at] > 0x20, !"=/>".utf8.contains(file[at]) { at += 1 }
    return String(decoding: file[start..<at], as: UTF8.self)
  }
}
