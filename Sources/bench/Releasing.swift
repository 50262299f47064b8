import Detection
import Documents
import MarkingGrammar
import Redaction
import StandardRules

/// Whole releases under `privacy`, on one core, in one process: reading, finding, copy, ledger and verification.
struct ReleasingBenchmarks {
  let vocabulary: Vocabulary
  let redactor: Redactor

  init() throws {
    vocabulary = try StandardRules.vocabulary()
    guard let source = StandardRules.policy("privacy") else { preconditionFailure("there is no such policy") }
    let detectors = try StandardRules.detectors()
    let policy = try Policy.load(
      source, detectors: Set(detectors.detectors.map(\.id)), profiles: StandardRules.profileNames)
    let finder = try TextFinder(
      policy, detectors: detectors, terms: TermList([]), ordinaryNames: StandardRules.ordinarySurnames)
    var redactor = Redactor(policy, finder: finder)
    redactor.fitness = try policy.copy.profile.map { Fitness(try StandardRules.ruleSet(profile: $0)) }
    self.redactor = redactor
  }

  /// Finds what is withheld of some texts, for counting instructions.
  func proposingOnce(count: Int, spacing: Int) throws {
    var generator = FictionalRecords(seed: 11)
    var bytes = 0
    for _ in 0..<count {
      let text = generator.record(spacing: spacing)
      bytes += text.count
      _ = try redactor.proposals(for: MarkedText(text.span, vocabulary), vocabulary)
    }
    row("texts", Double(bytes), "bytes")
  }

  /// Releases some texts, for counting instructions.
  func releasingOnce(count: Int, spacing: Int) throws {
    var generator = FictionalRecords(seed: 11)
    for _ in 0..<count {
      let marked = try MarkedText(generator.record(spacing: spacing).span, vocabulary)
      _ = try redactor.release(marked, head: Ledger.Head(), vocabulary)
    }
  }

  func run() throws {
    for (name, spacing) in [("few values", 120), ("many values", 30)] {
      var generator = FictionalRecords(seed: 11)
      let corpus = (0..<200).map { _ in generator.record(spacing: spacing) }
      let bytes = Double(corpus.reduce(0) { $0 + $1.count })
      var (proposed, withheld) = (0, 0)
      let proposing = try median(of: 5) {
        for text in corpus {
          proposed += try redactor.proposals(for: MarkedText(text.span, vocabulary), vocabulary).count
        }
      }
      row("privacy, what is withheld, \(name)", bytes / proposing / 1e6, "MB/s", "\(proposed / 6) withheld")
      let releasing = try median(of: 5) {
        for text in corpus {
          let marked = try MarkedText(text.span, vocabulary)
          withheld += try redactor.release(marked, head: Ledger.Head(), vocabulary).copy.cuts.count
        }
      }
      row(
        "privacy, whole release, \(name)", bytes / releasing / 1e6, "MB/s",
        "\(Int(releasing / Double(corpus.count) * 1e6)) µs a text")
    }
  }
}
