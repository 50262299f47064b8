// Finding out what is known of nodes that are alike.
extension CompiledEvaluator {
  /// Makes the class of a node and returns its number; -1 where there is no room.
  @inline(never)
  mutating func make(_ node: Int, _ head: KeyTable.Head) -> Int {
    let mark = classes.mark
    enter(node)
    let codes = Array(machine.table.codes[machine.table.codes(of: node)])
    let number = classes.keep(entriesFrom: mark.entries, codes.span, head, machine.table.nodes[node].sum)
    if number < 0 { classes.forget(from: mark) }
    return number
  }

  private mutating func enter(_ node: Int) {
    for candidate in plan.candidates[Int(machine.table.nodes[node].element)] { enter(candidate, at: node) }
  }

  /// Judges a node of which it is not known yet what counts. `number` is that of its class, -1 where it has none.
  @inline(never)
  mutating func judge(
    _ node: Int, _ number: Int, _ document: (admission: Admissions.Admission, answers: Int, isRecording: Bool),
    _ result: inout CheckResult
  ) {
    let mark = classes.mark
    if number < 0 { enter(node) }
    let entries = number < 0 ? mark.entries..<classes.entries.count : classes.entries(of: number)
    let share = choose(entries, document.admission, passing: !document.isRecording)
    judge(node, by: share, document.isRecording, &result)
    let isKept =
      number >= 0 && document.answers >= 0 && !document.isRecording
      && classes.keep(share, of: number, document.answers)
    if !isKept { classes.forget(from: mark) }
  }

  /// Adds what of entries counts in the present document. With `passing` false every entry that selects a node is there to
  /// be looked at.
  private mutating func choose(
    _ entries: Range<Int>, _ admission: Admissions.Admission, passing: Bool
  ) -> NodeClasses.Share {
    let (passed, chosen) = (classes.passed.count, classes.chosen.count)
    // The rule of which an entry certainly takes the node, and that of which one may.
    var (taken, asked): (Int32, Int32) = (-1, -1)
    for place in entries {
      let entry = classes.entries[place]
      if entry.rule == taken || !admission.isByNode[Int(entry.rule)] || !isOpen(Int(entry.gate)) { continue }
      if entry.isCertain { taken = entry.rule }
      if passing, entry.isCertain, entry.testCount == 0, entry.rule != asked {
        classes.add(passed: entry.rule)
      } else {
        classes.add(chosen: entry)
        asked = entry.rule
      }
    }
    return NodeClasses.Share(
      firstPassed: Int32(passed), endPassed: Int32(classes.passed.count), firstChosen: Int32(chosen),
      endChosen: Int32(classes.chosen.count))
  }

  /// Adds what a candidate comes to, where it may select a node.
  private mutating func enter(_ candidate: RulePlan.Candidate, at node: Int) {
    let mark = classes.mark
    var entry = NodeClasses.Entry(
      rule: candidate.rule, clause: candidate.clause, gate: candidate.gate, firstTest: Int32(mark.tests),
      conditionCount: 0)
    guard candidate.step < 0 ? node == DocumentTable.documentNode : maySelect(&entry, Int(candidate.step), node) else {
      return classes.forget(from: mark)
    }
    for test in plan.clauses[Int(candidate.clause)].tests {
      let holds = machine.decided(plan.tests[test], at: node)
      if holds == true { continue }
      classes.add(NodeClasses.Test(number: Int32(test), isDecided: holds != nil))
      entry.testCount += 1
    }
    classes.add(entry)
  }

  /// Whether a step may take a node, and nodes like it. Notes what must be asked at each.
  private mutating func maySelect(_ entry: inout NodeClasses.Entry, _ number: Int, _ node: Int) -> Bool {
    let step = plan.steps[number]
    let row = machine.program.steps[Int(step.row)]
    if row.place == .any {
      for place in row.before.range {
        let condition = machine.program.lists[place]
        guard let holds = machine.decided(condition, at: node) else {
          classes.add(NodeClasses.Test(number: condition, isDecided: false))
          entry.conditionCount += 1
          continue
        }
        if !holds { return false }
      }
    } else {
      if machine.decided(row, at: node) == false { return false }
      entry.step = Int32(number)
    }
    var (parent, above) = (step.parent, Int(machine.table.nodes[node].parent))
    var isDecided = true
    while parent >= 0 {
      let step = plan.steps[parent]
      if machine.table.nodes[above].element != step.element { return false }
      let holds = machine.decided(machine.program.steps[Int(step.row)], at: above)
      if holds == false { return false }
      if holds == nil { isDecided = false }
      (parent, above) = (step.parent, Int(machine.table.nodes[above].parent))
    }
    if !isDecided { entry.above = Int32(step.parent) }
    return above == DocumentTable.documentNode
  }
}
