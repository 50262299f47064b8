extension RuleMistake: CustomStringConvertible {
  /// A sentence without its stop.
  package var description: String {
    switch self {
    case .xml(let message): message
    case .unexpectedElement(let name, let parent): "<\(name)> is not allowed in <\(parent)>"
    case .unexpectedAttribute(let name, let element): "<\(element)> does not take the attribute “\(name)”"
    case .unexpectedText(let element): "text is not allowed in <\(element)>"
    case .missingElement(let name, let parent): "<\(parent)> lacks \(name)"
    case .missingAttribute(let name, let element): "<\(element)> lacks the attribute “\(name)”"
    case .repeatedElement(let name): "<\(name)> stands here a second time"
    case .empty(let name): "\(name) is empty"
    case .notAnID(let id): "“\(id)” is no rule id: it is a family of capital letters or digits, a dash and three digits"
    case .idIsNotFileName(let id, let file): "the id “\(id)” is not the name of the file, “\(file)”"
    case .idInUse(let id, let file): "the id “\(id)” is already that of \(file)"
    case .notAnAssertionID(let id, let rule):
      "“\(id)” is no id for an assertion of \(rule): it is “\(rule)-” and a letter"
    case .repeatedAssertion(let id): "the id “\(id)” stands here a second time"
    case .notARole(let role): "“\(role)” is no role: it is error, warning or info"
    case .unverifiedError: "a rule that is not verified cannot be an error"
    case .notARepair(let name, let known):
      "“\(name)” is no repair of what is judged here: there is \(Self.either(known))"
    case .notAClass(let name): "“\(name)” is no class of <p>: it is why or note"
    case .notAForm(let form, let known): "“\(form)” is no form: it is \(Self.either(known))"
    case .notADate(let date): "“\(date)” is no date: it is written yyyy-mm-dd"
    case .datesReversed: "the first day is after the last"
    case .acceptWithMark: "an example that is accepted has no ↓"
    case .rejectWithoutMark: "an example that is rejected has a ↓ before each place"
    case .expression(let message): message
    case .contextIsNotAbsolute: "a context begins with /document"
    case .contextStep: "a context goes down by element names only: /document/paragraph[…]"
    case .unknownElement(let name): "the contract has no element “\(name)”"
    case .elementNotThere(let name, let elements):
      "there is no “\(name)” to be found here from \(Self.either(elements))"
    case .unknownAttribute(let name): "the contract has no attribute “\(name)”"
    case .attributeNotThere(let name, let elements): "\(Self.either(elements)) has no attribute “\(name)”"
    case .unknownValue(let value, let attribute, let known):
      known.count > 12
        ? "“\(value)” is no value of @\(attribute)"
        : "“\(value)” is no value of @\(attribute): it is \(Self.either(known))"
    case .notANumber(let value, let attribute): "@\(attribute) is a number and never “\(value)”"
    case .comparedWithBoolean(let name):
      "true() and false() ask whether there is a @\(name) at all; compare it with 'true' or 'false'"
    case .alwaysThere(let name): "@\(name) is always there, so that this is always true; compare it with a value"
    case .unknownFunction(let name): "XPath 1.0 has no function “\(name)”"
    case .argumentCount(let name): "\(name)() does not take that many arguments"
    case .notNodes: "a path is needed here, not a value"
    case .variable(let name): "there are no variables, so $\(name) is nothing"
    case .prefix(let name): "names have no prefix in a marking document: “\(name)”"
    case .noText: "a marking document has elements and attributes only"
    case .elementHasNoText: "an element has no text; use one of its attributes"
    case .positionOutsidePredicate(let name): "\(name)() has a meaning only between [ and ]"
    case .reachesQuoted:
      "this would reach into quoted telegrams, which are judged on their own; name the elements on the way"
    case .mayNotBeQuoted(let name): "@\(name) may hold words of the document, which no message may repeat"
    case .contract(let message), .policy(let message): message
    case .unknownName(let name): "there is no “\(name)”"
    }
  }

  /// "a, b or c".
  static func either(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
