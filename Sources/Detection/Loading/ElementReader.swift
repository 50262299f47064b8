internal import MarkingModel
internal import XMLKit

/// Takes elements apart and collects what is wrong: nothing unknown passes unnoticed.
struct ElementReader {
  let source: DetectorSource
  private(set) var problems: [DetectorProblem] = []

  init(_ source: DetectorSource) { self.source = source }

  mutating func note(_ message: String, at offset: Int) { problems.append(source.problem(message, at: offset)) }

  /// The root element of the file; throws where the XML is wrong.
  func root() throws(DetectorError) -> XMLElement {
    do throws(XMLError) {
      return try XMLElement.parse(source.bytes)
    } catch {
      switch error {
      case .malformed(let problem), .documentType(let problem):
        var noted = source.problem("\(error)", at: problem.offset ?? 0)
        if problem.offset == nil { noted.position.line = max(1, problem.line) }
        throw .problems([noted])
      default: throw .problems([source.problem("\(error)", at: 0)])
      }
    }
  }

  /// Notes attributes that are not known, and those that are required and missing or empty.
  mutating func attributes(of element: XMLElement, _ known: [String], required: [String] = []) {
    for attribute in element.attributes where !known.contains(attribute.name) || !attribute.namespace.isEmpty {
      note("<\(element.name)> has no attribute “\(attribute.name)”", at: attribute.nameOffset)
    }
    for name in required where element.attribute(name)?.isEmpty ?? true {
      note("<\(element.name)> needs the attribute “\(name)”", at: element.offset)
    }
  }

  /// The text of an element that holds nothing else, without white space at its ends.
  mutating func text(of element: XMLElement) -> String {
    for child in element.children { note("<\(child.name)> is not allowed in <\(element.name)>", at: child.offset) }
    let text = element.text.trimmed
    if text.isEmpty { note("<\(element.name)> is empty", at: element.offset) }
    return text
  }

  /// The value of an attribute as a number within a range; nil where it is absent or none, which is noted.
  mutating func number(_ name: String, of element: XMLElement, in range: ClosedRange<Int>) -> Int? {
    guard let attribute = element.attributes.first(where: { $0.name == name }) else { return nil }
    if let number = Int(attribute.value), range.contains(number) { return number }
    note("“\(name)” is a number from \(range.lowerBound) to \(range.upperBound)", at: attribute.valueOffset)
    return nil
  }

  func throwIfAny() throws(DetectorError) {
    if problems.isEmpty { return }
    throw .problems(
      problems.sorted { ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column) })
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }

  /// With each run of white space as one space, and none at its ends.
  var folded: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
