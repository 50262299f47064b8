/// What can be wrong in a rule file, a profile or the contract. Rules are no documents: their words may be quoted.
package enum RuleMistake: Sendable, Hashable {
  // The XML and its shape.
  case xml(String)
  case unexpectedElement(String, in: String)
  case unexpectedAttribute(String, on: String)
  case unexpectedText(in: String)
  case missingElement(String, in: String)
  case missingAttribute(String, on: String)
  case repeatedElement(String)
  case empty(String)

  // What the file says about the rule.
  case notAnID(String)
  case idIsNotFileName(id: String, file: String)
  case idInUse(String, by: String)
  case notAnAssertionID(String, rule: String)
  case repeatedAssertion(String)
  case notARole(String)
  case unverifiedError
  case notARepair(String, known: [String])
  case notAClass(String)
  case notAForm(String, known: [String])
  case notADate(String)
  case datesReversed
  case acceptWithMark
  case rejectWithoutMark

  // Its expressions.
  case expression(String)
  case contextIsNotAbsolute
  case contextStep
  case unknownElement(String)
  case elementNotThere(String, under: [String])
  case unknownAttribute(String)
  case attributeNotThere(String, on: [String])
  case unknownValue(String, of: String, known: [String])
  case notANumber(String, of: String)
  case comparedWithBoolean(String)
  case alwaysThere(String)
  case unknownFunction(String)
  case argumentCount(String)
  case notNodes
  case variable(String)
  case prefix(String)
  case noText
  case elementHasNoText
  case positionOutsidePredicate(String)
  case reachesQuoted
  case mayNotBeQuoted(String)

  // The contract and profiles.
  case contract(String)
  case unknownName(String)

  // A policy.
  case policy(String)
}
