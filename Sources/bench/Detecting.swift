import Detection
import TextKit

/// Folding texts and finding data and names in them, on one core, in one process.
struct DetectingBenchmarks {
  let detectors: DetectorSet
  let names: TermFinder

  init(_ detectors: DetectorSet) throws {
    self.detectors = detectors
    let list = TermList(
      (0..<100).map { .init(kind: .name, spellings: ["Ana Maria Lopez\($0 == 0 ? "" : "son\($0)")"]) })
    names = try TermFinder(list)
  }

  func run() throws {
    for (name, spacing) in [("few values", 120), ("many values", 30)] {
      var generator = FictionalRecords(seed: 11)
      let corpus = (0..<400).map { _ in generator.record(spacing: spacing) }
      let bytes = Double(corpus.reduce(0) { $0 + $1.count })
      let folded = try corpus.map { try FoldedText($0.span) }
      let folding = try median(of: 5) { for text in corpus { _ = try FoldedText(text.span) } }
      row("folding, \(name)", bytes / folding / 1e6, "MB/s", "\(corpus.count) texts of 5 KB")
      var found = 0
      let finding = try median(of: 5) { for text in folded { found += try detectors.find(in: text).count } }
      row("all detectors, \(name)", bytes / finding / 1e6, "MB/s", "\(found / 6) found")
      let both = try median(of: 5) {
        for text in corpus { found += try detectors.find(in: FoldedText(text.span)).count }
      }
      row(
        "folding and all detectors, \(name)", bytes / both / 1e6, "MB/s",
        "\(Int(both / Double(corpus.count) * 1e6)) µs a text")
      let terms = median(of: 5) { for text in folded { found += names.find(in: text).count } }
      row("100 names, \(name)", bytes / terms / 1e6, "MB/s")
    }
    try released(folder: "../shared/corpus/aad-telegrams")
    try other()
  }

  /// Released telegrams, where they are there.
  private func released(folder: String) throws {
    let corpus = filesOfText(in: folder)
    guard !corpus.isEmpty else { return }
    let bytes = Double(corpus.reduce(0) { $0 + $1.count })
    var found = 0
    let seconds = try median(of: 5) {
      for text in corpus { found += try detectors.find(in: FoldedText(text.span)).count }
    }
    row(
      "folding and all detectors, released telegrams", bytes / seconds / 1e6, "MB/s",
      "\(corpus.count) of \(Int(bytes) / corpus.count) bytes, \(found / 6) found")
  }

  /// Long runs of plain text, and text that is not ASCII.
  private func other() throws {
    let plain = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    row("folding, one long word", 1 / (try median { _ = try FoldedText(plain.span) }), "MB/s")
    let cyrillic = Array(String(repeating: "Капитан порта записал глубину. ", count: 20_000).utf8)
    let seconds = try median { _ = try FoldedText(cyrillic.span) }
    row("folding, Cyrillic", Double(cyrillic.count) / seconds / 1e6, "MB/s")
  }
}
