/// Names in the place of texts: the same for the same person, and for the same text, numbered by first appearance.
///
/// A number says nothing of the text; only who holds the original can tell whose it is.
package struct Pseudonyms: Sendable {
  private enum Key: Hashable {
    case subject(Int)
    case text([UInt8])
  }

  private var numbers: [String: [Key: Int]] = [:]

  package init() {}

  /// "person 2" for a text that stands for `subject`: an entry of a term list in any of its spellings, or nothing but
  /// itself.
  package mutating func name(
    for text: [UInt8], of subject: Int?, foundBy source: Withholding.Source
  ) -> String {
    let kind = Self.kind(source)
    let key = subject.map(Key.subject) ?? .text(Self.plain(text))
    let known = numbers[kind, default: [:]]
    if let number = known[key] { return "\(kind) \(number)" }
    numbers[kind, default: [:]][key] = known.count + 1
    return "\(kind) \(known.count + 1)"
  }

  /// Letters and digits make the text, in whatever way they are parted.
  private static func plain(_ text: [UInt8]) -> [UInt8] {
    text.filter { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  private static func kind(_ source: Withholding.Source) -> String {
    switch source {
    case .term: "person"
    case .detector, .portion, .unmarked, .element, .reviewer: "item"
    }
  }

  static func isName(_ word: String) -> Bool { word == "person" || word == "item" }
}
