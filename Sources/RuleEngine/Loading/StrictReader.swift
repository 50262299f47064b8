internal import MarkingModel
package import XMLKit

/// Collects what is wrong in one XML file while it is taken apart: nothing unknown passes unnoticed.
package struct StrictReader {
  package let source: RuleSource
  private(set) var problems: [RuleProblem] = []

  package init(_ source: RuleSource) { self.source = source }

  package mutating func note(_ mistake: RuleMistake, at offset: Int) {
    problems.append(source.problem(mistake, at: offset))
  }

  /// In order of place, each once.
  var sortedProblems: [RuleProblem] {
    var seen: Set<RuleProblem> = []
    return problems.filter { seen.insert($0).inserted }.sorted {
      ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
    }
  }

  package func throwIfAny() throws(RuleError) {
    if !problems.isEmpty { throw .problems(sortedProblems) }
  }

  /// Whether an element has that name; notes it where it has not.
  package mutating func expect(_ element: XMLElement, _ name: String, in namespace: String) -> Bool {
    if element.name == name && element.namespace == namespace { return true }
    note(.unexpectedElement(element.name, in: "the file"), at: element.offset)
    return false
  }

  /// Notes attributes that are not `known`, and those of `required` that are missing or empty.
  ///
  /// - Parameter extensions: what is known in the namespace of our own.
  package mutating func attributes(
    of element: XMLElement, known: Set<String>, extensions: Set<String> = [], required: [String] = []
  ) {
    for attribute in element.attributes {
      if attribute.namespace.isEmpty && known.contains(attribute.name) { continue }
      if attribute.namespace == RuleLoader.extensions && extensions.contains(attribute.name) { continue }
      note(.unexpectedAttribute(attribute.name, on: element.name), at: attribute.nameOffset)
    }
    for name in required {
      guard let attribute = element.attributes.first(where: { $0.name == name && $0.namespace.isEmpty }) else {
        note(.missingAttribute(name, on: element.name), at: element.offset)
        continue
      }
      if folded(attribute.value).isEmpty { note(.empty("“\(name)”"), at: attribute.valueOffset) }
    }
  }

  /// Notes text between the elements of one that has none of its own.
  package mutating func noText(in element: XMLElement) {
    if !folded(element.text).isEmpty { note(.unexpectedText(in: element.name), at: element.offset) }
  }

  /// The text of an element that holds nothing else, with white space folded; notes it where it is empty.
  package mutating func text(of element: XMLElement) -> String {
    for child in element.children { note(.unexpectedElement(child.name, in: element.name), at: child.offset) }
    let text = folded(element.text)
    if text.isEmpty { note(.empty("<\(element.name)>"), at: element.offset) }
    return text
  }

  /// Notes anything in an element that must be empty.
  package mutating func nothing(in element: XMLElement) {
    noText(in: element)
    for child in element.children { note(.unexpectedElement(child.name, in: element.name), at: child.offset) }
  }
}

/// The text with each run of white space (XML's) as one space, and none at its ends.
package func folded(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for byte in text.utf8 {
    if byte != 0x20, byte != 0x0A, byte != 0x0D, byte != 0x09 {
      bytes.append(byte)
    } else if let last = bytes.last, last != 0x20 {
      bytes.append(0x20)
    }
  }
  if bytes.last == 0x20 { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}

/// An expression with white space folded outside its literals: the same expression, on one line.
func foldedExpression(_ text: String) -> String {
  var result = ""
  var quote: Character?
  var isAfterSpace = true
  for character in text {
    if quote == nil, character.isWhitespace {
      if !isAfterSpace { result.append(" ") }
      isAfterSpace = true
      continue
    }
    isAfterSpace = false
    result.append(character)
    if quote == character {
      quote = nil
    } else if quote == nil, character == "'" || character == "\"" {
      quote = character
    }
  }
  return isAfterSpace && !result.isEmpty ? String(result.dropLast()) : result
}
