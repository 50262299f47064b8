internal import MarkingModel
internal import RuleEngine
internal import TextKit

/// Proves that a copy is the original without what its ledger says, and that nothing of that is left in it.
package struct Verification: Sendable {
  /// What was looked at.
  package struct Outcome: Sendable, Hashable {
    package var doubts: [Doubt] = []
    /// Texts that were looked for.
    package var searched = 0
    /// Texts too short to be told from any other; their places were compared only.
    package var tooShort = 0
    package var withheldBytes = 0
    package var originalBytes = 0
  }
}

extension Verification {
  /// Compares a copy with its original by the ledger, file with file. O(both) but for texts that begin alike.
  ///
  /// The reading text of the copy is taken from its bytes by other code than wrote them.
  ///
  /// - Parameter terms: what may be nowhere in the copy either, each with its line in a list.
  package static func outcome(
    copy: [UInt8], original: [UInt8], ledger: Ledger, terms: [(line: Int, text: [UInt8])] = []
  ) -> Outcome {
    var outcome = Outcome()
    outcome.originalBytes = ledger.head.original.textBytes
    outcome.withheldBytes = ledger.entries.reduce(0) { $0 + $1.range.count }
    if Digest.hex(of: original.span) != ledger.head.original.digest { outcome.doubts.append(.otherOriginal) }
    if Digest.hex(of: copy.span) != ledger.head.copy.digest { outcome.doubts.append(.otherCopy) }
    outcome.doubts += chainDoubts(ledger)
    if outcome.doubts.contains(.otherOriginal) { return outcome }
    do throws(Refusal) {
      guard let format = DocumentFormat(word: ledger.head.format) else { throw .format("of no known format") }
      let text = try format.document(of: original).text
      let isFile = text == original && ledger.head.original.textDigest == ledger.head.original.digest
      if !isFile, Digest.hex(of: text.span) != ledger.head.original.textDigest { outcome.doubts.append(.otherText) }
      let written = try format.writtenCopy(copy)
      outcome.doubts += structureDoubts(written.text, text, ledger)
      residue(in: written, text, ledger, terms, &outcome)
    } catch {
      outcome.doubts.append(.unreadable(error))
    }
    return outcome
  }

  package static func chainDoubts(_ ledger: Ledger) -> [Doubt] {
    let expected = ledger.expectedChain
    for (entry, link) in zip(ledger.entries, expected.entries) where entry.chain != link {
      return [.brokenChain(entry: entry.number)]
    }
    return ledger.seal == expected.seal ? [] : [.brokenSeal]
  }

  /// Walks through both texts at once: what is not withheld or added has to be the same, byte for byte.
  private static func structureDoubts(_ copy: [UInt8], _ original: [UInt8], _ ledger: Ledger) -> [Doubt] {
    var here = 0
    var there = 0
    func walk(to end: Int) -> Doubt? {
      guard end >= there, end <= original.count, here + end - there <= copy.count else { return .changed(offset: here) }
      while there < end {
        if copy[here] != original[there] { return .changed(offset: here) }
        here += 1
        there += 1
      }
      return nil
    }
    func stride(over text: String, _ doubt: Doubt) -> Doubt? {
      let bytes = Array(text.utf8)
      guard here + bytes.count <= copy.count, copy[here..<(here + bytes.count)].elementsEqual(bytes) else {
        return doubt
      }
      here += bytes.count
      return nil
    }
    for step in steps(of: ledger) {
      if let doubt = walk(to: step.offset) { return [doubt] }
      switch step.kind {
      case .addition(let text): if let doubt = stride(over: text, .changed(offset: here)) { return [doubt] }
      case .entry(let entry):
        guard here == entry.copied.start else { return [.noLabel(entry: entry.number)] }
        if let doubt = stride(over: entry.label, .noLabel(entry: entry.number)) { return [doubt] }
        guard here == entry.copied.end, entry.range.end <= original.count, entry.range.end >= entry.range.start else {
          return [.noLabel(entry: entry.number)]
        }
        there = entry.range.end
      }
    }
    if let doubt = walk(to: original.count) { return [doubt] }
    return here == copy.count ? [] : [.changed(offset: here)]
  }

  private struct Step {
    enum Kind {
      case addition(String)
      case entry(Ledger.Entry)
    }

    var offset: Int
    var kind: Kind
  }

  /// Labels and additions in the order in which the copy has them; at one place what was added comes first, but for
  /// what closes the text.
  private static func steps(of ledger: Ledger) -> [Step] {
    let additions = ledger.additions.map {
      (isLast: $0.kind == .bottom, Step(offset: $0.offset, kind: .addition($0.text)))
    }
    let entries = ledger.entries.map { Step(offset: $0.range.start, kind: .entry($0)) }
    let all = additions.filter { !$0.isLast }.map(\.1) + entries + additions.filter(\.isLast).map(\.1)
    return all.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }.map(\.element)
  }

  private static func residue(
    in copy: WrittenCopy, _ original: [UInt8], _ ledger: Ledger, _ terms: [(line: Int, text: [UInt8])],
    _ outcome: inout Outcome
  ) {
    var needles = Needles()
    // Entries are numbered from 1: lines of lists are counted down from -1.
    for term in terms { needles.add(term.text, owner: -1 - term.line) }
    var runs = WordRuns()
    var names: [[UInt8]: Int] = [:]
    for entry in ledger.entries where entry.range.end <= original.count && entry.range.start < entry.range.end {
      let text = Array(original[entry.range.start..<entry.range.end])
      switch entry.lookedFor {
      case .words: if runs.add(text, owner: entry.number) { outcome.searched += 1 } else { outcome.tooShort += 1 }
      case .text: if needles.add(text, owner: entry.number) { outcome.searched += 1 } else { outcome.tooShort += 1 }
      case .place: outcome.tooShort += 1
      case .name:
        names[text.map { $0 | ($0 &- 0x41 < 26 ? 0x20 : 0) }] = entry.number
        outcome.searched += 1
      }
    }
    for (owner, text) in joined(original, ledger) where needles.add(text, owner: owner) { outcome.searched += 1 }
    if needles.isEmpty, runs.isEmpty, names.isEmpty { return }
    var left = LoneNames.found(names, in: withoutLabels(copy.text, ledger).span)
    var repeated: Set<Int> = []
    let read = withoutLabels(copy.text, ledger)
    // What the end of a page cuts stands on both sides of it.
    var texts = Decodings.all(of: read) + [PageBreaks(read.span).text]
    if let file = copy.file { texts += Decodings.all(of: file).map(withoutLabels) }
    for text in texts {
      let letters = PlainLetters(text)
      left.formUnion(needles.found(in: letters))
      repeated.formUnion(runs.found(in: letters))
    }
    outcome.doubts += left.sorted().map { $0 < 0 ? .term(line: -1 - $0) : .residue(entry: $0) }
    outcome.doubts += repeated.sorted().map { .repeated(entry: $0) }
  }

  /// What a border of the file parts, as a number over three cells of a table, with the entry that it begins in.
  private static func joined(_ original: [UInt8], _ ledger: Ledger) -> [(owner: Int, text: [UInt8])] {
    var texts: [(owner: Int, withholding: Int, text: [UInt8])] = []
    for entry in ledger.entries where entry.lookedFor == .text && entry.range.end <= original.count {
      let text = original[entry.range.start..<max(entry.range.start, entry.range.end)]
      if texts.last?.withholding == entry.withholding {
        texts[texts.count - 1].text += [0x20] + text
      } else {
        texts.append((entry.number, entry.withholding, Array(text)))
      }
    }
    let parts = Dictionary(ledger.entries.map { ($0.withholding, 1) }, uniquingKeysWith: +)
    return texts.filter { parts[$0.withholding, default: 0] > 1 }.map { ($0.owner, $0.text) }
  }

  /// Labels and added lines are ours: a code such as `(b)(6)` in them is no residue.
  private static func withoutLabels(_ copy: [UInt8], _ ledger: Ledger) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(copy.count)
    var at = 0
    for entry in ledger.entries where entry.copied.start >= at && entry.copied.end <= copy.count {
      text += copy[at..<entry.copied.start]
      // A word before and a word behind a label are not one.
      text += [0x20, 0x2E, 0x20]
      at = entry.copied.end
    }
    return text + copy[at...]
  }

  /// The same for bytes whose places the ledger does not know.
  private static func withoutLabels(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var at = 0
    for (_, label) in WithheldLabel.all(in: bytes.span) {
      text += bytes[at..<label.start]
      text += [0x20, 0x2E, 0x20]
      at = label.end
    }
    return text + bytes[at...]
  }

  /// Looks for terms in a copy of which nothing else is known.
  package static func outcome(copy: [UInt8], terms: [(line: Int, text: [UInt8])]) -> Outcome {
    var outcome = Outcome()
    var needles = Needles()
    for term in terms {
      if needles.add(term.text, owner: term.line) { outcome.searched += 1 } else { outcome.tooShort += 1 }
    }
    var texts = Decodings.all(of: copy) + [PageBreaks(copy.span).text]
    do throws(Refusal) {
      let format = DocumentFormat.of(copy.span)
      // What a reader sees, beside what stands in the bytes.
      if format != .text {
        let text = try format.document(of: copy).text
        texts += Decodings.all(of: text) + [PageBreaks(text.span).text]
      }
    } catch {
      outcome.doubts.append(.unreadable(error))
    }
    var found: Set<Int> = []
    do throws(FoldingError) {
      texts += try lookAlikes(in: texts)
    } catch {
      outcome.doubts.append(.unreadable(.detector("\(error)")))
    }
    for text in texts { found.formUnion(needles.found(in: PlainLetters(text))) }
    outcome.doubts += found.sorted().map { .term(line: $0) }
    return outcome
  }

  /// Texts with letters beyond ASCII as what they look like: a name with one of another alphabet in it is read as that name,
  /// as a release does. O(bytes).
  private static func lookAlikes(in texts: [[UInt8]]) throws(FoldingError) -> [[UInt8]] {
    var folded: [[UInt8]] = []
    for text in texts where text.contains(where: { $0 >= 0x80 }) { folded.append(try FoldedText(text.span).bytes) }
    return folded
  }
}
