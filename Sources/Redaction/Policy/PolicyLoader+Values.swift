import RuleEngine
import XMLKit

// What attributes of a policy say.
extension PolicyLoader {
  /// The value of an attribute that is one of a few words; nil where it is absent or, which is noted, another.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    of element: XMLElement, _ name: String
  ) -> Word? where Word.RawValue == String {
    guard let attribute = element.own(name) else { return nil }
    if let word = Word(rawValue: attribute.value) { return word }
    let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
    reader.note(.policy("“\(attribute.value)” is no \(name); known are \(known)"), at: attribute.valueOffset)
    return nil
  }

  /// The exemptions of an attribute, parted by semicolons.
  mutating func exemptions(of element: XMLElement, _ name: String = "exemption") -> [Exemption] {
    guard let attribute = element.own(name) else { return [] }
    var exemptions: [Exemption] = []
    for part in Self.parts(attribute.value) {
      do throws(ExemptionMistake) {
        exemptions.append(try Exemption(part))
      } catch {
        reader.note(.policy("“\(part)”: \(error.sentence)"), at: attribute.valueOffset)
      }
    }
    return exemptions
  }

  static func parts(_ text: String) -> [String] {
    text.split(separator: ";").map { folded(String($0)) }.filter { !$0.isEmpty }
  }
}

extension XMLElement {
  /// An attribute without a namespace.
  func own(_ name: String) -> Attribute? {
    attributes.first { $0.name == name && $0.namespace.isEmpty }
  }
}
