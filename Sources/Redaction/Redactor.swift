package import MarkingGrammar
import MarkingModel
package import RuleEngine

/// Releases documents under one policy: plans, cuts, records and verifies. It reads and writes no files.
package struct Redactor: Sendable {
  package var policy: Policy
  package var unmarked = Planner.UnmarkedPortions.refuse
  package var key: DigestKey?
  /// Case, document number and date, for the lines of the copy.
  package var given: [CopyText.Placeholder: String] = [:]
  package var decisions: Decisions?
  /// The rules of the profile that the policy names.
  package var fitness: Fitness?
  package var finder: TextFinder
  /// What the user's lists name, each with its line: no copy may hold it, however it is written.
  package var terms: [(line: Int, text: [UInt8])] = []

  package init(_ policy: Policy, finder: TextFinder) {
    self.policy = policy
    self.finder = finder
  }

  /// A copy with its records. It was verified.
  package struct Release: Sendable {
    /// The copy as it is written to the disk.
    package var file: [UInt8]
    package var copy: ReleasedCopy
    package var ledger: Ledger
    package var vaughn: VaughnIndex
    package var verification: Verification.Outcome
    /// What the policy's profile has against a copy that is written all the same.
    package var unfit: [Verification.Doubt] = []
  }

  /// What the policy withholds of a document, before anyone decided on it.
  package func proposals(
    for text: MarkedText, _ vocabulary: borrowing Vocabulary
  ) throws(Refusal) -> [Withholding] {
    var withholdings = try Planner(policy, unmarked: unmarked).withholdings(
      in: text, found: try finder.find(in: text), vocabulary)
    for index in withholdings.indices where withholdings[index].source == .element(.signature) {
      let name = withholdings[index].pieces.map { String(decoding: text.bytes.span.bytes($0), as: UTF8.self) }.joined()
      if finder.isOrdinary(name) { withholdings[index].name = Ledger.Entry.ordinarySigner }
    }
    return withholdings
  }

  /// Makes the copy of one document and its records.
  ///
  /// - Parameter head: what the ledger says of the run and of the document's name.
  package func release(
    _ text: MarkedText, head: Ledger.Head, _ vocabulary: borrowing Vocabulary
  ) throws(Refusal) -> Release {
    if Planner(policy).withholds(try finder.find(inNameOf: text, head.inputName)) { throw .documentName }
    let withholdings = try decided(try proposals(for: text, vocabulary), in: text)
    var release = try release(text, withholding: withholdings, head: head, vocabulary)
    if decisions != nil || !policy.readsPortions { return release }
    // Without what is withheld the rest may read otherwise: a copy of the copy would withhold more. It goes at once, and
    // the copy of a copy is the copy.
    for _ in 0..<Self.rounds {
      let more = try leftOver(in: release, of: text, vocabulary)
      if more.isEmpty { break }
      let all = (release.copy.withholdings + more).settled
        .map { $0.without(text.document.gaps, in: text.bytes.span) }.filter { !$0.pieces.isEmpty }
      do throws(Refusal) {
        release = try self.release(text, withholding: all, head: head, vocabulary)
      } catch {
        // With more withheld the copy cannot be proved: the first one was, and it is what goes out.
        break
      }
    }
    return release
  }

  /// How often a copy is looked at again; once is enough for nearly all.
  private static let rounds = 4

  /// What the policy would withhold of a copy, at its places in the original.
  private func leftOver(
    in release: Release, of text: MarkedText, _ vocabulary: borrowing Vocabulary
  ) throws(Refusal) -> [Withholding] {
    let copy = try MarkedText(release.file.span, form: text.form, vocabulary)
    // A withheld address of a message is written in another way: what stands behind is the same.
    let (again, written) = (copy.bytes, release.copy.bytes)
    let same = zip(again.reversed(), written.reversed()).prefix { $0 == $1 }.count
    var found: [Withholding] = []
    do throws(Refusal) {
      found = try Planner(policy, unmarked: unmarked).withholdings(in: copy, found: [], vocabulary)
    } catch {
      // A text of which a part was taken out may read as one that is not certain: that is no doubt about this copy.
      return []
    }
    let changes = TextChanges(of: release.copy)
    let source = text.bytes
    return found.compactMap { withholding in
      var placed = withholding
      placed.pieces = withholding.pieces.filter { $0.start >= again.count - same }
        .map { ByteRange($0.start + written.count - again.count, $0.end + written.count - again.count) }
        .flatMap { changes.originals(of: $0) }
        .map { Pieces.trimmed($0, in: source.span) }.filter { !$0.isEmpty }
      return placed.pieces.isEmpty ? nil : placed
    }
  }

  /// Makes the copy without some of the text, and proves it.
  private func release(
    _ text: MarkedText, withholding withholdings: [Withholding], head: Ledger.Head, _ vocabulary: borrowing Vocabulary
  ) throws(Refusal) -> Release {
    let document = text.document
    let copy = try CopyWriter(policy, key: key, given: given).copy(
      of: document, withholding: withholdings,
      portions: policy.readsPortions ? try text.portions(vocabulary).flatMap(\.self) : [],
      banners: text.markings.flatMap(Self.banners),
      subjects: text.markings.flatMap { marking in marking.nodes(named: .subject).map { marking.nodes[$0].range } })
    let written = try document.rewritten(TextChanges(of: copy))
    if decisions == nil, policy.readsPortions,
      let line = try ClearText.firstLine(in: copy.bytes, under: policy, vocabulary)
    {
      throw .unverified(
        "line \(line) of its text has what may be a mark that the policy withholds, beside text in clear; write it as a "
          + "mark, or decide on it (--propose, --review)")
    }
    var head = head
    head.policy = policy.name
    head.policyDigest = policy.digest
    if policy.copy.profile != fitness?.rules.profile { throw .unverified(Verification.Doubt.unjudged.sentence) }
    let unfit = fitness?.doubts(of: written, vocabulary) ?? []
    // What a person decided is judged as well: who wants such a copy says so in the policy, whose digest the ledger has.
    if policy.copy.unfit == .refuse, let doubt = unfit.first {
      let choice = decisions == nil ? "" : "; <copy unfit=\"say\"> in the policy lets it go out as it was decided"
      throw .unverified(doubt.sentence + choice)
    }
    head.profile = unfit.isEmpty ? fitness?.rules.profile : nil
    head.format = document.format.word
    head.original = Ledger.Account(file: text.file, text: document.text)
    head.copy = Ledger.Account(file: written, text: copy.bytes)
    head.unmarkedPortions = unmarked.rawValue
    head.review = decisions?.review
    var ledger = Ledger(of: copy, head, original: document.text, key: key, reviewer: decisions?.reviewer)
    ledger.dropped = document.dropped
    ledger.chainUp()
    // What a person decided to leave is left.
    let terms = decisions == nil ? terms : []
    let outcome = Verification.outcome(copy: written, original: text.file, ledger: ledger, terms: terms)
    if let doubt = outcome.doubts.first { throw .unverified(Self.sentence(doubt, ledger)) }
    let original = text.markings.first ?? MarkingDocument()
    let released =
      copy.cuts.isEmpty ? original : try MarkedText(written.span, form: text.form, vocabulary).markings.first
    return Release(
      file: written, copy: copy, ledger: ledger,
      vaughn: VaughnIndex(
        of: copy, policy, document: original, released: released ?? MarkingDocument(), file: head.inputName,
        text: document.text, vocabulary),
      verification: outcome, unfit: unfit)
  }

  /// Banner lines of papers that say more than UNCLASSIFIED and are not lined through yet. In a telegram the
  /// classification is a part of its form.
  private static func banners(in document: MarkingDocument) -> [ByteRange] {
    document.nodes(named: .marking).filter {
      document.word(.kind, of: $0) == "banner" && !document.flag(.struck, of: $0)
        && ((document.number(.rank, of: $0) ?? 0) > 1 || document.word(.system, of: $0) == "cui"
          || (document.number(.controls, of: $0) ?? 0) > 0)
    }.map { document.nodes[$0].range }
  }

  /// A doubt with the line of the original that it is about.
  private static func sentence(_ doubt: Verification.Doubt, _ ledger: Ledger) -> String {
    switch doubt {
    case .residue(let number), .repeated(let number):
      guard let entry = ledger.entries.first(where: { $0.number == number }) else { return doubt.sentence }
      return "what is withheld on \(entry.place) (\(entry.name)) stands elsewhere in the text too; add it "
        + "to a term list or to the decisions"
    default: return doubt.sentence
    }
  }

  /// What is left of the proposals when a person has decided, and what was added.
  private func decided(_ proposals: [Withholding], in text: MarkedText) throws(Refusal) -> [Withholding] {
    guard let decisions else { return proposals }
    guard decisions.originalDigest == text.digest else {
      throw .decisions("the decisions were made for other bytes; propose them again")
    }
    guard decisions.policyDigest == policy.digest else {
      throw .decisions("the decisions were made under another policy; propose them again")
    }
    let source = text.bytes.span
    let proposed = Decisions(proposing: proposals, in: text, policyDigest: policy.digest)
    if let number = decisions.firstChanged(from: proposed) {
      throw .decisions(
        "proposal \(number) in the decisions is not what is proposed for this document with these lists and options; change "
          + "the decision alone, and withhold other places with <add>")
    }
    // The Vaughn index says of each exemption why it applies, and the policy gives the words.
    for exemption in decisions.places.flatMap(\.exemptions) + decisions.texts.flatMap(\.exemptions)
    where policy.ground(of: exemption) == nil {
      throw .decisions(
        "they add something under an exemption of which the policy does not say why it applies; give it an "
          + "<exemption code=\"\(exemption.code)\">")
    }
    for place in decisions.places where place.pieces.contains(where: { $0.end > source.count }) {
      throw .decisions("a place that the decisions add is behind the end of the document")
    }
    var withholdings = decisions.decisions.filter(\.isAccepted).map(\.withholding) + decisions.places
    for addition in decisions.texts {
      let places = try finder.places(of: addition.text, in: text)
      if places.isEmpty { throw .decisions("a text that the decisions add is not in the document") }
      withholdings += places.map {
        Withholding(.reviewer, name: "reviewer", pieces: $0, exemptions: addition.exemptions)
      }
    }
    return withholdings.settled.map { $0.without(text.document.gaps, in: source) }.filter { !$0.pieces.isEmpty }
  }
}
