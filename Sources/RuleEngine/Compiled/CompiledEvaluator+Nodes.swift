import MarkingModel

// Judging node by node.
extension CompiledEvaluator {
  /// Judges every node by the rules that can be told node by node. `number` is that of the admission, -1 for one that is not
  /// kept. A node costs what its key does and a few instructions for each rule that judges it; the first of its class costs
  /// O(candidates).
  mutating func judgeNodes(
    _ admission: Admissions.Admission, _ number: Int, _ recording: Bool, _ result: inout CheckResult
  ) {
    for rule in counts.indices {
      counts[rule] = 0
      failed[rule] = false
    }
    let count = machine.table.nodes.count
    let root = count > 1 ? classNumber(of: DocumentTable.documentNode) : -1
    let answers = answers(to: admission.questions, number, root)
    for node in 1..<max(1, count) {
      let it = machine.table.nodes[node]
      // No context leads to it or through it.
      if plan.candidates[Int(it.element)].isEmpty, it.firstChild < 0 {
        classOf[node] = -1
        continue
      }
      let number = node == DocumentTable.documentNode ? root : classNumber(of: node)
      classOf[node] = Int32(truncatingIfNeeded: number)
      if !recording, number >= 0, answers >= 0, let share = classes.share(of: number, answers) {
        judge(node, by: share, false, &result)
      } else {
        judge(node, number, (admission, answers, recording), &result)
      }
    }
    var results = result.rules.mutableSpan
    for rule in admission.byNode where counts[rule] > 0 {
      results[rule].judged = counts[rule]
      results[rule].outcome = failed[rule] ? .failed : .passed
    }
  }

  /// Answers what contexts ask of the document's own node and is not decided by its class, `root`. The number of all
  /// answers together; -1 where there is no room.
  private mutating func answers(to questions: [Int], _ admission: Int, _ root: Int) -> Int {
    if admission < 0 || root < 0 { return -1 }
    var row = answers.row(admission, root)
    if row < 0 {
      var open: [Int] = []
      for question in questions
      where machine.decided(plan.questions[question], at: DocumentTable.documentNode) == nil { open.append(question) }
      row = answers.add(open, admission, root)
      if row < 0 { return -1 }
    }
    answers.begin()
    for question in answers.open(in: row) { answers.note(answer(question: question)) }
    return answers.number(in: row)
  }

  /// The number of a node's class; -1 where it has none.
  @inline(__always)
  private mutating func classNumber(of node: Int) -> Int {
    guard let head = head(of: node) else { return -1 }
    // Its sum is another one where texts were read just now.
    let (codes, sum) = (machine.table.codes(of: node), machine.table.nodes[node].sum)
    let number = classes.find(machine.table.codes.span.extracting(codes), head, sum)
    return number >= 0 || classes.isFull ? number : make(node, head)
  }

  /// What counts of a node besides its codes. Nil where nothing can be like it.
  @inline(__always)
  private mutating func head(of node: Int) -> KeyTable.Head? {
    if machine.table.nodes[node].state != .coded, !machine.readTexts(of: node) { return nil }
    let it = machine.table.nodes[node]
    var above = 0
    switch Int(it.parent) {
    case DocumentTable.documentNode: above = 1
    // No context leads to what stands beside the document.
    case 0: if node != DocumentTable.documentNode { return nil }
    case let parent:
      if classOf[parent] < 0 { return nil }
      above = Int(classOf[parent]) &+ 2
    }
    let element = Int(it.element)
    var first = UInt64(truncatingIfNeeded: above) << 16 | UInt64(truncatingIfNeeded: element) << 8
    if it.firstChild < 0 { first |= 1 }
    if machine.table.keys.asksForPlace[element] {
      first |= (it.previousSame < 0 ? 2 : 0) | (it.nextSame < 0 ? 4 : 0)
    }
    return KeyTable.Head(first: first, second: machine.comparisons(of: node, element))
  }

  /// Judges a node by what of its class counts in the document.
  @inline(__always)
  mutating func judge(_ node: Int, by share: NodeClasses.Share, _ recording: Bool, _ result: inout CheckResult) {
    classes.count(share, &counts)
    if share.firstChosen < share.endChosen { lookAt(node, share, recording, &result) }
  }

  /// Goes through the entries that must be looked at.
  private mutating func lookAt(
    _ node: Int, _ share: NodeClasses.Share, _ recording: Bool, _ result: inout CheckResult
  ) {
    var taken: Int32 = -1
    for place in Int(share.firstChosen)..<Int(share.endChosen) {
      let entry = classes.chosen[place]
      // In a pattern the first clause that selects a node judges it.
      if entry.rule == taken || (!entry.isCertain && !selects(entry, node)) { continue }
      taken = entry.rule
      let rule = Int(entry.rule)
      counts[rule] += 1
      if recording {
        let clause = Int(entry.clause) - plan.rows[rule].clauses.lowerBound
        result.judgements.append(Judgement(rule: rule, clause: clause, node: node - 1))
      }
      if entry.testCount > 0 { test(node, by: entry, &result) }
    }
  }

  private mutating func selects(_ entry: NodeClasses.Entry, _ node: Int) -> Bool {
    if entry.step >= 0, !hasTaken(node, step: Int(entry.step)) { return false }
    if entry.above >= 0, !hasTaken(Int(machine.table.nodes[node].parent), step: Int(entry.above)) { return false }
    let first = Int(entry.firstTest)
    for place in first..<(first + Int(entry.conditionCount)) {
      if !machine.holds(classes.tests[place].number, at: node) { return false }
    }
    return true
  }

  private mutating func test(_ node: Int, by entry: NodeClasses.Entry, _ result: inout CheckResult) {
    let first = Int(entry.firstTest + entry.conditionCount)
    for place in first..<(first + Int(entry.testCount)) {
      let test = classes.tests[place]
      if !test.isDecided, machine.holds(plan.tests[Int(test.number)], at: node) { continue }
      let (rule, clause) = (Int(entry.rule), Int(entry.clause))
      let number = (
        clause - plan.rows[rule].clauses.lowerBound, Int(test.number) - plan.clauses[clause].tests.lowerBound
      )
      result.findings.append(finding(rule, number, message: plan.messages[Int(test.number)], node))
      failed[rule] = true
    }
  }

  /// Whether a step takes a node. O(log of what it takes), besides taking it once a document.
  private mutating func hasTaken(_ node: Int, step: Int) -> Bool {
    let nodes = take(step: step)
    var (low, high) = (nodes.lowerBound, nodes.upperBound)
    while low < high {
      let middle = (low + high) >> 1
      if selections.pool[middle] < Int32(node) { low = middle + 1 } else { high = middle }
    }
    return low < nodes.upperBound && selections.pool[low] == Int32(node)
  }
}
