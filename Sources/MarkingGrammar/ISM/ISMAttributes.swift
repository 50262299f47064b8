/// The attributes of one element in the namespace of IC ISM (`urn:us:gov:ic:ism`, ISM-v2022-DEC), in the order in which
/// they were given and each once.
package struct ISMAttributes: Sendable, Hashable {
  /// The namespace of the attributes.
  package static let namespace = "urn:us:gov:ic:ism"

  package struct Attribute: Sendable, Hashable {
    /// Without prefix: `SCIcontrols`.
    package var name: String
    package var value: String
  }

  package private(set) var list: [Attribute] = []

  package init() {}

  package var isEmpty: Bool { list.isEmpty }

  /// The value of an attribute without blanks at its ends; nil where it is not there or has nothing else.
  package subscript(name: String) -> String? {
    list.first { $0.name == name }.map { $0.value.withSingleBlanks }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The tokens of an attribute that is a list; none where it is not there.
  package func tokens(_ name: String) -> [String] {
    guard let value = list.first(where: { $0.name == name })?.value else { return [] }
    return value.split { $0 == " " || $0.isNewline || $0 == "\t" }.map(String.init)
  }

  /// Whether a list has a token.
  package func has(_ name: String, _ token: String) -> Bool { tokens(name).contains(token) }

  /// Adds an attribute, or replaces the value of one that is there.
  package mutating func set(_ name: String, _ value: String) {
    if let index = list.firstIndex(where: { $0.name == name }) {
      list[index].value = value
    } else {
      list.append(Attribute(name: name, value: value))
    }
  }

  /// The same for a list; one without tokens is not an attribute.
  package mutating func set(_ name: String, tokens: [String]) {
    if !tokens.isEmpty { set(name, tokens.joined(separator: " ")) }
  }
}

extension String {
  /// Runs of white space as one blank, none at the ends: what XML calls a normalized attribute.
  var withSingleBlanks: String {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte &- 0x09 < 5 }
    return split { $0.utf8.count == 1 && isBlank($0.utf8.first ?? 0) }.joined(separator: " ")
  }
}
