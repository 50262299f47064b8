internal import MarkingModel
internal import XMLKit

extension RuleLoader {
  /// One `rule` element: its context and assertions, with their expressions held against the contract.
  mutating func readClause(_ element: XMLElement) {
    reader.attributes(of: element, known: ["context"], required: ["context"])
    reader.noText(in: element)
    guard let context = element.attributes.first(where: { $0.name == "context" }) else { return }
    let nodes = check(context) { (check, expression) in check.context(expression) } ?? .none
    var clause = Rule.Clause(context: foldedExpression(context.value), assertions: [])
    for child in element.children {
      guard child.namespace == Self.schematron, child.name == "assert" else {
        reader.note(.unexpectedElement(child.name, in: "rule"), at: child.offset)
        continue
      }
      if let assertion = readAssertion(child, at: nodes) { clause.assertions.append(assertion) }
    }
    if !element.children.contains(where: { $0.name == "assert" }) {
      reader.note(.missingElement("<assert>", in: "rule"), at: element.offset)
    }
    clauses.append(clause)
  }

  private mutating func readAssertion(_ element: XMLElement, at nodes: ContractCheck.Nodes) -> Rule.Assertion? {
    reader.attributes(
      of: element, known: ["id", "role", "see", "test"], extensions: ["repair"],
      required: ["id", "role", "see", "test"])
    var found: [String: XMLElement.Attribute] = [:]
    for attribute in element.attributes where attribute.namespace.isEmpty { found[attribute.name] = attribute }
    let repair = element.attributes.first { $0.namespace == Self.extensions }.flatMap { readRepair($0, at: nodes) }
    let message = readMessage(element, at: nodes)
    guard let name = found["id"], let role = found["role"], let see = found["see"], let test = found["test"] else {
      return nil
    }
    if isIDSound, !isAssertionID(name.value) {
      reader.note(.notAnAssertionID(name.value, rule: id), at: name.valueOffset)
    } else if !assertionIDs.insert(name.value).inserted {
      reader.note(.repeatedAssertion(name.value), at: name.valueOffset)
    }
    let severity = Severity(rawValue: role.value)
    if severity == nil { reader.note(.notARole(role.value), at: role.valueOffset) }
    if isUnverified, severity == .error { reader.note(.unverifiedError, at: role.valueOffset) }
    check(test) { (check, expression) in check.test(expression, at: nodes) }
    return Rule.Assertion(
      id: name.value, severity: severity ?? .info, authority: folded(see.value), test: foldedExpression(test.value),
      message: message, repair: repair)
  }

  /// `cv:repair`: a repair that every element of the context can have.
  private mutating func readRepair(_ attribute: XMLElement.Attribute, at nodes: ContractCheck.Nodes) -> RepairKind? {
    let known = nodes.elements.map { contract.elements[$0]?.repairs ?? [] }
    let common = known.dropFirst().reduce(known.first ?? []) { $0.intersection($1) }
    guard let repair = RepairKind(rawValue: attribute.value), common.contains(attribute.value) else {
      // After a mistake in the context nothing is known of the elements.
      if !nodes.isEmpty { reader.note(.notARepair(attribute.value, known: common.sorted()), at: attribute.valueOffset) }
      return nil
    }
    return repair
  }

  /// The rule's id, a dash and one or two small letters.
  private func isAssertionID(_ text: String) -> Bool {
    guard text.hasPrefix(id + "-") else { return false }
    let letters = text.utf8.dropFirst(id.utf8.count + 1)
    return (1...2).contains(letters.count) && letters.allSatisfy { $0 &- 0x61 < 26 }
  }

  /// The message in pieces, white space folded, and nothing at its ends.
  private mutating func readMessage(_ element: XMLElement, at nodes: ContractCheck.Nodes) -> [Rule.MessagePart] {
    var parts: [Rule.MessagePart] = []
    for content in element.content {
      switch content {
      case .text(let text), .cdata(let text):
        // One space stands for white space at either end; it parts the text from the value beside it.
        let words = folded(text)
        let before = text.first?.isWhitespace == true && !parts.isEmpty ? " " : ""
        let after = text.last?.isWhitespace == true && !words.isEmpty ? " " : ""
        if !(before + words).isEmpty { parts.append(.text(before + words + after)) }
      case .element(let child) where child.namespace == Self.schematron && child.name == "value-of":
        reader.attributes(of: child, known: ["select"], required: ["select"])
        reader.nothing(in: child)
        guard let select = child.attributes.first(where: { $0.name == "select" }) else { continue }
        check(select) { (check, expression) in check.value(expression, at: nodes) }
        parts.append(.value(foldedExpression(select.value)))
      case .element(let child):
        reader.note(.unexpectedElement(child.name, in: "assert"), at: child.offset)
      }
    }
    if case .text(let last) = parts.last {
      let trimmed = String(last.reversed().drop(while: \.isWhitespace).reversed())
      parts[parts.count - 1] = .text(trimmed)
      if trimmed.isEmpty { parts.removeLast() }
    }
    if parts.isEmpty { reader.note(.empty("<assert>"), at: element.offset) }
    return parts
  }

  /// Parses an expression and runs a check over it; notes each problem at the very place of the name in the file.
  @discardableResult
  private mutating func check<Result>(
    _ attribute: XMLElement.Attribute, _ body: (inout ContractCheck, XPathExpression) -> Result
  ) -> Result? {
    let bytes = reader.source.bytes
    do throws(XPathSyntaxError) {
      let expression = try XPathParser.parse(attribute.value)
      var check = ContractCheck(contract)
      let result = body(&check, expression)
      for problem in check.problems {
        reader.note(problem.mistake, at: attribute.offset(ofValueByte: problem.at, in: bytes))
      }
      return result
    } catch {
      if folded(attribute.value).isEmpty { return nil }
      reader.note(.expression(error.message), at: attribute.offset(ofValueByte: error.at, in: bytes))
      return nil
    }
  }
}
