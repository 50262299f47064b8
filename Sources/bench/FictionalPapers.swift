import Documents
import RuleEngine
import TestSupport

/// Marked documents for measuring: fictional text of about ten kilobytes with few or many marks, made from a seed.
struct FictionalPapers {
  private var numbers: Dice

  init(seed: UInt64) { numbers = Dice(seed: seed) }

  private mutating func next(_ bound: Int) -> Int { numbers.next(bound) }

  private static let words = [
    "the", "harbor", "master", "wrote", "that", "ice", "left", "basin", "early", "this", "year", "and", "every",
    "captain", "may", "read", "depth", "of", "each", "berth", "in", "a", "book", "at", "customs", "house", "ministry",
  ]
  private static let marks = ["(U)", "(S//NF)", "(S//SI//NF)", "(C//REL TO USA, GBR)", "(U//FOUO)", "(S)"]

  /// A memorandum of about `size` bytes, whose paragraphs have `lines` lines.
  mutating func paper(size: Int = 10_000, lines: Int) -> [UInt8] {
    let banner = "SECRET//SI//NOFORN"
    var text = banner + "\n\nDEPARTMENT OF GOOD WORKS\n\nDate: 2016-05-03\n\nSUBJECT: (U) Harbor depth\n"
    var number = 0
    while text.utf8.count < size {
      number += 1
      text += "\n\(number). \(Self.marks[next(Self.marks.count)])"
      var column = 10
      for _ in 0..<(lines * 13) {
        let word = Self.words[next(Self.words.count)]
        if column + word.utf8.count + 1 > 72 {
          text += "\n" + word
          column = word.utf8.count
        } else {
          text += " " + word
          column += word.utf8.count + 1
        }
      }
      text += ".\n"
    }
    text += """

      Classified By: Jane Doe, Chief, Office of Harbors, Department of Good Works
      Derived From: Harbor Guide No. 1, Department of Good Works, dated 20150110
      Declassify On: 20400503

      """
    return Array((text + "\n" + banner + "\n").utf8)
  }
}

extension Benchmarks {
  /// Reads memoranda of ten kilobytes with few marks, with many, and larger ones: time for a byte should stay the same.
  func readingPapers() {
    for (name, lines) in [("lightly marked", 24), ("densely marked", 1)] {
      var rates: [Double] = []
      for size in [10_000, 100_000, 1_000_000] {
        var generator = FictionalPapers(seed: 7)
        let papers = (0..<max(2, 4_000_000 / size)).map { _ in generator.paper(size: size, lines: lines) }
        let bytes = papers.reduce(0) { $0 + $1.count }
        var reader = DocumentReader()
        let seconds = median(of: 5) {
          for paper in papers { _ = reader.read(paper.span, vocabulary: vocabulary) }
        }
        rates.append(Double(bytes) / seconds / 1e6)
        guard size == 10_000 else { continue }
        let alone = median(of: 5) {
          for paper in papers { _ = DocumentReader.read(paper.span, vocabulary: vocabulary) }
        }
        row("reader, paper of 10 KB, \(name), a reader for each", Double(bytes) / alone / 1e6, "MB/s")
      }
      row("reader, paper of 10 KB, \(name)", rates[0], "MB/s")
      row("reader, paper of 100 KB, \(name)", rates[1], "MB/s")
      row("reader, paper of 1 MB, \(name)", rates[2], "MB/s")
    }
  }
}

extension Benchmarks {
  /// Reads and judges a densely marked paper of ten times the portions: time for a portion should stay the same.
  func growthOfPapers() throws {
    var reader = DocumentReader()
    let times = try [10_000, 100_000].map { portions in
      var generator = FictionalPapers(seed: 8)
      let paper = generator.paper(size: 75 * portions, lines: 1)
      var evaluator = CompiledEvaluator(rules)
      let runs = 100_000 / portions
      return try median(of: 3) {
        for _ in 0..<runs {
          _ = try evaluator.check(reader.read(paper.span, vocabulary: vocabulary), recordingJudgements: false)
        }
      } / Double(runs)
    }
    row("check of a paper of 100,000 portions against 10,000", times[1] / times[0], "×", "\(times[1]) s")
  }

  /// Reads memoranda of ten kilobytes, some lightly and some densely marked, for counting instructions under a profiler.
  func readingPapersOnce(count: Int, lines: Int) {
    var generator = FictionalPapers(seed: 7)
    var reader = DocumentReader()
    for _ in 0..<count { _ = reader.read(generator.paper(lines: lines).span, vocabulary: vocabulary) }
  }
}
