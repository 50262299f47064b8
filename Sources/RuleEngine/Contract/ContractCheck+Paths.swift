extension ContractCheck {
  /// Where a path leads.
  mutating func follow(_ path: XPathPath, from context: Nodes) -> Nodes {
    var nodes: Nodes
    switch path.start {
    case .root: nodes = .document
    case .context: nodes = context
    case .expression(let inner):
      guard case .nodes(let found) = check(inner, at: context) else {
        note(.notNodes, at: inner.at)
        return .none
      }
      nodes = found
    }
    predicates(path.predicates, at: nodes)
    for step in path.steps {
      if nodes.isEmpty { return .none }
      nodes = take(step, from: nodes)
      predicates(step.predicates, at: nodes)
    }
    return nodes
  }

  private mutating func take(_ step: XPathStep, from nodes: Nodes) -> Nodes {
    if step.axis == .attribute { return attributes(step, of: nodes) }
    guard let reached = along(step, from: nodes) else { return .none }
    switch step.test {
    case .name(let name):
      if name.contains(":") {
        note(.prefix(name), at: step.at)
      } else if contract.elements[name] == nil {
        note(.unknownElement(name), at: step.at)
      } else if reached.elements.contains(name) {
        return Nodes(elements: [name])
      } else if name == contract.root, step.axis == .child {
        note(.reachesQuoted, at: step.at)
      } else {
        note(.elementNotThere(name, under: nodes.hasRoot ? ["the root"] : nodes.elements.sorted()), at: step.at)
      }
      return .none
    case .anyName:
      return Nodes(elements: reached.elements)
    case .anyNode:
      return reached
    case .text, .comment, .processingInstruction:
      note(.noText, at: step.at)
      return .none
    }
  }

  /// Every node on an axis. Nil after a mistake.
  private mutating func along(_ step: XPathStep, from nodes: Nodes) -> Nodes? {
    switch step.axis {
    case .itself: return nodes
    case .child: return children(of: nodes, step)
    case .parent: return parents(of: nodes)
    case .ancestor: return closure(parents(of: nodes)) { $0.parents(of: $1) }
    case .ancestorOrSelf: return closure(nodes) { $0.parents(of: $1) }
    case .descendant, .descendantOrSelf:
      if nodes.hasRoot || nodes.elements.contains(contract.root) {
        note(.reachesQuoted, at: step.at)
        return nil
      }
      let start = step.axis == .descendant ? below(nodes) : nodes
      return closure(start) { $0.below($1) }
    case .followingSibling, .precedingSibling:
      return children(of: Nodes(elements: parents(of: Nodes(elements: nodes.elements)).elements), step)
    case .following, .preceding:
      note(.reachesQuoted, at: step.at)
      return nil
    case .namespace, .attribute:
      note(.noText, at: step.at)
      return nil
    }
  }

  private mutating func children(of nodes: Nodes, _ step: XPathStep) -> Nodes? {
    if case .name = step.test { return below(nodes) }
    if nodes.elements.contains(contract.root) {
      note(.reachesQuoted, at: step.at)
      return nil
    }
    return below(nodes)
  }

  private func below(_ nodes: Nodes) -> Nodes {
    var found = Nodes()
    if nodes.hasRoot { found.elements.insert(contract.root) }
    for element in nodes.elements { found.elements.formUnion(contract.children(of: element)) }
    return found
  }

  private func parents(of nodes: Nodes) -> Nodes {
    var found = Nodes()
    for element in nodes.elements { found.elements.formUnion(contract.parents[element] ?? []) }
    if nodes.elements.contains(contract.root) { found.hasRoot = true }
    for attribute in nodes.attributes {
      found.elements.formUnion(
        contract.elements.values.filter { $0.attributes[attribute.name] == attribute }.map(\.name))
    }
    return found
  }

  /// The nodes and everything that a step leads to from them, again and again.
  private func closure(_ nodes: Nodes, _ step: (ContractCheck, Nodes) -> Nodes) -> Nodes {
    var all = nodes
    while true {
      let next = all.union(step(self, all))
      if next.elements == all.elements && next.hasRoot == all.hasRoot { return next }
      all = next
    }
  }

  private mutating func attributes(_ step: XPathStep, of nodes: Nodes) -> Nodes {
    let elements = nodes.elements.compactMap { contract.elements[$0] }
    switch step.test {
    case .anyName, .anyNode:
      let all = elements.flatMap { $0.attributes.values }
      if isQuoted, let kept = all.filter({ !$0.mayBeQuoted }).map(\.name).min() {
        note(.mayNotBeQuoted(kept), at: step.at)
      }
      return Nodes(attributes: Set(all))
    case .name(let name):
      let found = elements.compactMap { $0.attributes[name] }
      if name.contains(":") {
        note(.prefix(name), at: step.at)
      } else if !contract.attributeNames.contains(name) {
        note(.unknownAttribute(name), at: step.at)
      } else if found.isEmpty {
        note(.attributeNotThere(name, on: nodes.hasRoot ? ["the root"] : nodes.elements.sorted()), at: step.at)
      }
      if isQuoted, found.contains(where: { !$0.mayBeQuoted }) { note(.mayNotBeQuoted(name), at: step.at) }
      return Nodes(attributes: Set(found))
    case .text, .comment, .processingInstruction:
      note(.noText, at: step.at)
      return .none
    }
  }
}
