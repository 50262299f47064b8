import Documents
import XMLKit

/// What an element calls its text and its attributes: `<passport-no>`, `<field name="SSN">`, `<f key="dob" value="…"/>`.
enum XMLNames {
  private static let longest = 40
  /// An element may have any number of attributes; a label is among the first.
  private static let most = 8

  /// The name of an element behind that of the one around it, and the values of its attributes that are words.
  static func labels(of element: XMLMarkup, within parent: String) -> [[UInt8]] {
    [localName(parent) + [0x20] + localName(element.name)] + words(of: element, but: nil)
  }

  /// The same for an attribute.
  static func labels(of attribute: XMLMarkup.Attribute, in element: XMLMarkup) -> [[UInt8]] {
    [localName(element.name) + [0x20] + attribute.localName.utf8.prefix(longest)]
      + words(of: element, but: attribute.name)
  }

  private static func localName(_ name: String) -> [UInt8] {
    Array((name.split(separator: ":").last ?? "").utf8.prefix(longest))
  }

  private static func words(of element: XMLMarkup, but name: String?) -> [[UInt8]] {
    element.attributes.prefix(most).filter {
      $0.name != name && !$0.value.isEmpty && $0.value.count <= longest && !$0.value.contains(where: \.isDigit)
        && !$0.namespace.hasPrefix("http://www.w3.org/")
    }.map(\.value)
  }
}
