package import MarkingGrammar
package import MarkingModel
import RuleEngine

/// One repair that was made.
package struct Change: Sendable, Hashable {
  /// What it repaired, as it was reported then: the first of several that ask for the same.
  package var findings: [Finding]
  /// What it did, in places of the original.
  package var edits: [Edit]

  package struct Edit: Sendable, Hashable {
    /// The byte of the original where it begins.
    package var before: Int
    /// The byte of the repaired document.
    package var after: Int
    package var old: [UInt8]
    package var new: [UInt8]
  }
}

/// A finding that carries a repair and keeps it.
package struct LeftFinding: Sendable, Hashable {
  package var finding: Finding
  package var reason: RepairRefusal
}

/// What became of a document.
package struct Repaired: Sendable {
  package var original: Reading
  package var reading: Reading
  package var changes: [Change] = []
  package var left: [LeftFinding] = []
  /// Everything that was done to the original bytes.
  package var edits = Edits([])

  package var isChanged: Bool { !edits.isEmpty }
}

/// Repairs documents: makes the edits that rules ask for, has each one judged, and keeps those that help.
///
/// The findings of a document are taken together, all that ask for the same edits at once. Edits that would get in each
/// other's way wait for the next round. What was changed is read and judged anew; where the whole is not good, its halves
/// are tried, down to single repairs. It ends when a round changes nothing.
package struct Repairer: Sendable {
  package let proposer: Proposer
  private static let mostRounds = 1000
  /// Most repairs that are tried at once: the others wait for the next round.
  private static let mostSteps = 1000
  /// Most repairs of one document that a report says, and the largest document that it says any of, in bytes: each can
  /// cost a reading of its own.
  private static let mostProposals = 200
  private static let largest = 1 << 20
  /// Most bytes that are read anew for the repairs of a document, and for what a report says of them: of a document in which
  /// little can be repaired each try costs a reading, and their number grows with it.
  private static let mostRead = 64 << 20
  private static let mostReadForReport = 8 << 20

  package init(vocabulary: Vocabulary) { proposer = Proposer(vocabulary: vocabulary) }

  /// How much may still be read anew.
  private struct Allowance {
    /// However large the document is.
    private static let fewest = 8
    private var bytes: Int
    private var readings = 0

    init(_ bytes: Int) { self.bytes = bytes }

    /// Takes a reading of so many bytes; false where it is too much.
    mutating func take(_ count: Int) -> Bool {
      readings += 1
      bytes -= count
      return bytes >= 0 || readings <= Self.fewest
    }
  }

  /// One repair and the findings that ask for it.
  private struct Step: Hashable {
    var findings: [Finding]
    var edits: Edits
  }

  /// Repairs a document.
  /// - Parameter selecting: whether a finding may be repaired.
  package func repair<Judge: RepairJudge>(
    _ original: Reading, by judge: inout Judge, selecting: (Finding) -> Bool = { _ in true }
  ) throws(Judge.Failure) -> Repaired {
    var repaired = Repaired(original: original, reading: original)
    var pieces = Pieces(count: original.bytes.count)
    var allowance = Allowance(Self.mostRead)
    var refusals: [Step: RepairRefusal] = [:]
    for _ in 0..<Self.mostRounds {
      refusals = [:]
      let steps = steps(repaired.reading, most: Self.mostSteps, selecting)
      let batch = Self.apart(steps)
      guard let (taken, reading) = try best(batch, repaired.reading, &judge, &allowance, &refusals) else { break }
      note(taken, pieces, &repaired)
      pieces.apply(Edits(taken.flatMap(\.edits.list)))
      repaired.reading = reading
    }
    repaired.edits = pieces.edits
    repaired.left = left(repaired.reading, refusals, selecting)
    return repaired
  }

  /// The edits of each finding that is repaired by itself: nil where it is not.
  package func proposals<Judge: RepairJudge>(
    _ reading: Reading, by judge: inout Judge
  ) throws(Judge.Failure) -> [Edits?] {
    var refusals: [Step: RepairRefusal] = [:]
    var good: Set<Step> = []
    var allowance = Allowance(Self.mostReadForReport)
    guard reading.bytes.count <= Self.largest else { return reading.result.findings.map { _ in nil } }
    let steps = steps(reading, most: Self.mostProposals) { _ in true }
    let batch = Self.apart(steps)
    if let (taken, _) = try best(batch, reading, &judge, &allowance, &refusals) { good.formUnion(taken) }
    for step in steps where !good.contains(step) && refusals[step] == nil {
      if try best([step], reading, &judge, &allowance, &refusals) != nil { good.insert(step) }
    }
    var made: [Finding: Edits] = [:]
    for step in good { for finding in step.findings { made[finding] = step.edits } }
    return reading.result.findings.map { made[$0] }
  }

  // MARK: One round

  /// What can be done first, in order of place; findings that ask for the same are one step.
  private func steps(_ reading: Reading, most: Int, _ selecting: (Finding) -> Bool) -> [Step] {
    var steps: [Step] = []
    var known: [Edits: Int] = [:]
    var tries = 0
    for finding in reading.result.findings where finding.repair != nil && selecting(finding) {
      // One banner can be reported for many things at once, and each look at it costs the markings of the document.
      tries += 1
      if tries > most * 4 { break }
      guard let edits = proposer.edits(for: finding, in: reading) else { continue }
      if let index = known[edits] {
        steps[index].findings.append(finding)
      } else if steps.count < most {
        known[edits] = steps.count
        steps.append(Step(findings: [finding], edits: edits))
      }
    }
    return steps
  }

  /// The first steps that do not get in each other's way.
  private static func apart(_ steps: [Step]) -> [Step] {
    var batch: [Step] = []
    for step in steps where !batch.contains(where: { $0.edits.conflicts(with: step.edits) }) {
      batch.append(step)
    }
    return batch
  }

  /// The most of some steps that is good, and the document with them; nil where none is.
  private func best<Judge: RepairJudge>(
    _ steps: [Step], _ reading: Reading, _ judge: inout Judge, _ allowance: inout Allowance,
    _ refusals: inout [Step: RepairRefusal]
  ) throws(Judge.Failure) -> ([Step], Reading)? {
    guard !steps.isEmpty else { return nil }
    guard allowance.take(reading.bytes.count) else {
      for step in steps { refusals[step] = .notTried }
      return nil
    }
    let edits = Edits(steps.flatMap(\.edits.list))
    let after = try judge.judge(edits.applied(to: reading.bytes))
    let acceptance = Acceptance(before: reading, after: after, edits: edits, proposer: proposer)
    guard let refusal = acceptance.refusal(repaired: steps.flatMap(\.findings)) else { return (steps, after) }
    if steps.count == 1 {
      refusals[steps[0]] = refusal
      return nil
    }
    let first = try best(Array(steps.prefix(steps.count / 2)), reading, &judge, &allowance, &refusals)
    let second = try best(Array(steps.dropFirst(steps.count / 2)), reading, &judge, &allowance, &refusals)
    guard let first, let second else { return first ?? second }
    // Each half is good; both together may not be, and then the next round takes the other.
    guard first.0.count + second.0.count < steps.count else { return first }
    return try best(first.0 + second.0, reading, &judge, &allowance, &refusals) ?? first
  }

  // MARK: Records

  private func note(_ taken: [Step], _ pieces: Pieces, _ repaired: inout Repaired) {
    let all = Edits(taken.flatMap(\.edits.list))
    for index in repaired.changes.indices {
      for at in repaired.changes[index].edits.indices {
        repaired.changes[index].edits[at].after = all.map(repaired.changes[index].edits[at].after)
      }
    }
    for step in taken {
      let originals = pieces.originals(of: step.edits.list.map(\.range.start))
      let edits = zip(step.edits.list, originals).map { edit, original in
        Change.Edit(
          before: original, after: all.map(edit.range.start), old: repaired.reading.text(edit.range), new: edit.text)
      }
      repaired.changes.append(Change(findings: step.findings, edits: edits))
    }
  }

  private func left(
    _ reading: Reading, _ refusals: [Step: RepairRefusal], _ selecting: (Finding) -> Bool
  ) -> [LeftFinding] {
    var reasons: [Finding: RepairRefusal] = [:]
    for (step, refusal) in refusals { for finding in step.findings { reasons[finding] = refusal } }
    let other: RepairRefusal = Proposer.repairs(reading) ? .uncertain : .leftAsItIs
    return reading.result.findings.filter { $0.repair != nil && selecting($0) }
      .map { LeftFinding(finding: $0, reason: reasons[$0] ?? other) }
  }
}
