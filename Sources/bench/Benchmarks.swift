import Documents
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules

/// Reading and checking, on one core, in one process.
struct Benchmarks {
  let vocabulary: Vocabulary
  let rules: RuleSet

  init() throws {
    vocabulary = try StandardRules.vocabulary()
    rules = try StandardRules.ruleSet(profile: "state")
  }

  /// Reads a corpus that no cache holds.
  func reading(megabytes: Int) {
    var generator = FictionalCables(seed: 1)
    let distinct = (0..<2000).map { _ in Array(generator.cable().utf8) }
    let size = distinct.reduce(0) { $0 + $1.count }
    let copies = max(1, megabytes * 1_000_000 / size)
    // Copies of their own, one after the other in memory.
    let corpus = (0..<copies).flatMap { _ in distinct.map { [UInt8]($0) } }
    var nodes = 0
    var reader = DocumentReader()
    let seconds = median(of: 5) {
      for cable in corpus { nodes &+= reader.read(cable.span, vocabulary: vocabulary).nodes.count }
    }
    let bytes = Double(size * copies)
    row("reader", bytes / seconds / 1e6, "MB/s", "\(corpus.count) cables, \(Int(bytes / 1e6)) MB")
    row("reader, one cable", seconds / Double(corpus.count) * 1e6, "µs", "\(size / distinct.count) bytes on average")
    row("nodes of a cable", Double(nodes) / Double(corpus.count * 6), "")
  }

  /// Reads some cables once, one reader for all of them.
  func readingOnce(count: Int) {
    var generator = FictionalCables(seed: 1)
    let corpus = (0..<count).map { _ in Array(generator.cable().utf8) }
    var reader = DocumentReader()
    for cable in corpus { _ = reader.read(cable.span, vocabulary: vocabulary) }
  }

  /// Reads released telegrams, where they are there: what real copies cost, with the stamps and slips that they have.
  func readingReleased(folder: String) {
    let corpus = filesOfText(in: folder)
    guard !corpus.isEmpty else { return }
    var reader = DocumentReader()
    let seconds = median { for telegram in corpus { _ = reader.read(telegram.span, vocabulary: vocabulary) } }
    let bytes = corpus.reduce(0) { $0 + $1.count }
    row("reader, released telegrams", Double(bytes) / seconds / 1e6, "MB/s", "\(corpus.count) in memory")
    row("reader, one released telegram", seconds / Double(corpus.count) * 1e6, "µs", "\(bytes / corpus.count) bytes")
  }

  /// Reads and judges cable after cable by every cable rule; a third of them have findings.
  func checking(count: Int) throws {
    var generator = FictionalCables(seed: 2)
    let corpus = (0..<count).map { Array(generator.cable(isFaulty: $0 % 3 == 0).utf8) }
    try checking(corpus, "check, \(rules.rules.count) rules compiled", by: .compiled)
    try checking(corpus, "check, rules through libxml2", by: .libxml2)
    let documents = corpus.map { DocumentReader.read($0.span, vocabulary: vocabulary) }
    try judging(documents, "judging, rules compiled", by: .compiled)
    try judging(documents, "judging, rules through libxml2", by: .libxml2)
  }

  private func checking(_ corpus: [[UInt8]], _ name: String, by kind: Evaluator.Kind) throws {
    var evaluator = try Evaluator(rules, by: kind)
    var findings = 0
    var reader = DocumentReader()
    let seconds = try median(of: 5) {
      for cable in corpus {
        let document = reader.read(cable.span, vocabulary: vocabulary)
        findings &+= try evaluator.check(document, recordingJudgements: false).findings.count
      }
    }
    row(
      name, Double(corpus.count) / seconds, "cables/s",
      "\(Int(seconds / Double(corpus.count) * 1e6)) µs a cable, \(findings / 6) findings in \(corpus.count) cables")
  }

  /// Judges documents that have been read.
  private func judging(_ documents: [MarkingDocument], _ name: String, by kind: Evaluator.Kind) throws {
    var evaluator = try Evaluator(rules, by: kind)
    let seconds = try median(of: 5) {
      for document in documents { _ = try evaluator.check(document, recordingJudgements: false) }
    }
    row(name, Double(documents.count) / seconds, "cables/s", "read before")
  }

  /// Judges different cables once each, one evaluator for all of them: what is remembered of one counts for the next as
  /// far as it would in a corpus.
  func once(count: Int, by kind: Evaluator.Kind) throws {
    var generator = FictionalCables(seed: 2)
    var reader = DocumentReader()
    let documents = (0..<count).map { number in
      reader.read(Array(generator.cable(isFaulty: number % 3 == 0).utf8).span, vocabulary: vocabulary)
    }
    var evaluator = try Evaluator(rules, by: kind)
    for document in documents { _ = try evaluator.check(document, recordingJudgements: false) }
  }

  /// One cable of ten times the size: time for a byte should stay the same. What every document costs once counts less
  /// in a longer one.
  func growth() throws {
    var reader = DocumentReader()
    for (name, small) in [("reader", 55_000), ("reader", 550_000)] {
      let times = [small, small * 10].map { size in
        var generator = FictionalCables(seed: 3)
        let cable = Array(generator.cable(size: size).utf8)
        let runs = max(1, 20_000_000 / size)
        return median(of: 7) {
          for _ in 0..<runs { _ = reader.read(cable.span, vocabulary: vocabulary) }
        } / Double(runs) / Double(cable.count)
      }
      row("\(name), \(small * 10 / 1000) KB against \(small / 1000) KB", times[1] / times[0] * 10, "×")
    }
    try growthOfJudging()
    var generator = FictionalCables(seed: 4)
    let cables = [10, 100].map { factor in (0..<(factor * 30)).map { _ in Array(generator.cable().utf8) } }
    var evaluator = CompiledEvaluator(rules)
    let times = try cables.map { corpus in
      try median(of: 5) {
        for cable in corpus {
          _ = try evaluator.check(
            reader.read(cable.span, vocabulary: vocabulary), recordingJudgements: false)
        }
      }
    }
    row("check, 3,000 cables against 300", times[1] / times[0], "×")
  }

  /// One document of ten times the paragraphs, read before.
  private func growthOfJudging() throws {
    for kind in Evaluator.Kind.allCases {
      let times = try [400, 4000].map { paragraphs in
        let document = DocumentReader.read(
          Array(FictionalCables.long(paragraphs: paragraphs).utf8).span, vocabulary: vocabulary)
        var evaluator = try Evaluator(rules, by: kind)
        return try median(of: 7) {
          for _ in 0..<(40_000 / paragraphs) { _ = try evaluator.check(document, recordingJudgements: false) }
        } / Double(40_000 / paragraphs)
      }
      row("judging 4,000 paragraphs against 400, \(kind.rawValue)", times[1] / times[0], "×")
    }
  }

  /// What a process does before its first document.
  func starting() throws {
    row("load the vocabulary", try median { _ = try StandardRules.readVocabulary() } * 1e3, "ms")
    row("load the rules", try median { _ = try StandardRules.ruleSet(profile: "state") } * 1e3, "ms")
    var generator = FictionalCables(seed: 5)
    let document = DocumentReader.read(Array(generator.cable().utf8).span, vocabulary: vocabulary)
    row(
      "compile the rules for a cable and judge it",
      try median {
        var evaluator = CompiledEvaluator(rules)
        _ = try evaluator.check(document, recordingJudgements: false)
      } * 1e3, "ms")
    let compiled = CompiledRules(rules)
    row(
      "make an evaluator of compiled rules and judge one cable",
      try median {
        var evaluator = CompiledEvaluator(compiled)
        _ = try evaluator.check(document, recordingJudgements: false)
      } * 1e3, "ms")
  }
}
