/// What a rule may name: the elements of a marking document, what stands in them, and the values of attributes.
///
/// Read from `Rules/marking-document.rng` (`Contract.read`), which is also what the readers keep to.
package struct Contract: Sendable {
  /// What an attribute can hold.
  package enum Content: Sendable, Hashable {
    /// One of these words: enumerated in the grammar, or the first column of a vocabulary table.
    case words([String])
    case number
    case text
  }

  package struct Attribute: Sendable, Hashable {
    package var name: String
    package var content: Content
    package var isOptional: Bool
    /// False where it may hold words of the document, which no message may repeat.
    package var mayBeQuoted: Bool
  }

  package struct Element: Sendable {
    package var name: String
    package var attributes: [String: Attribute] = [:]
    /// The names of the elements that can stand in it.
    package var children: Set<String> = []
    /// The repairs that a finding about it can have (`cv:repairs`).
    package var repairs: Set<String> = []
  }

  /// By name.
  package internal(set) var elements: [String: Element] = [:]
  /// The name of the root, which may also stand in itself: a quoted telegram.
  package internal(set) var root = ""
  /// The names of all attributes of all elements.
  package internal(set) var attributeNames: Set<String> = []
  /// For each element those that it can stand in, the root's nesting in itself left out.
  package internal(set) var parents: [String: Set<String>] = [:]

  /// The forms of documents (`document/@form`), in the grammar's order.
  package var forms: [String] {
    if case .words(let forms) = elements[root]?.attributes["form"]?.content { forms } else { [] }
  }

  /// The children of an element as rules see them: quoted telegrams are documents of their own.
  func children(of element: String) -> Set<String> { elements[element]?.children.subtracting([root]) ?? [] }
}
