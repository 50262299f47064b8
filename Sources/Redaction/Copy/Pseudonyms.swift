/// Names in the place of texts: the same for the same text in one document, numbered by first appearance.
///
/// A number says nothing of the text; only who holds the original can tell whose it is.
package struct Pseudonyms: Sendable {
  private var numbers: [String: [[UInt8]: Int]] = [:]

  package init() {}

  /// "person 2" for a text that a detector or a term list found.
  package mutating func name(for text: [UInt8], foundBy source: Withholding.Source) -> String {
    let kind = Self.kind(source)
    // Letters and digits make the text, in whatever way they are parted.
    let key = text.filter { $0 >= 0x80 || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }.map {
      $0 &- 0x41 < 26 ? $0 | 0x20 : $0
    }
    let known = numbers[kind, default: [:]]
    if let number = known[key] { return "\(kind) \(number)" }
    numbers[kind, default: [:]][key] = known.count + 1
    return "\(kind) \(known.count + 1)"
  }

  private static func kind(_ source: Withholding.Source) -> String {
    switch source {
    case .term: "person"
    case .detector, .portion, .unmarked, .element, .reviewer: "item"
    }
  }

  static func isName(_ word: String) -> Bool { word == "person" || word == "item" }
}
