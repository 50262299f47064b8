// `make bench`: medians of thread CPU time on one core. How the figures in docs/performance.md were taken.
// With names of parts (start, markings, papers, reading, check, growth, growth-papers, detectors, releases) only those are measured.

import Glibc
import RuleEngine
import StandardRules

// An archive to audit, on standard output: bench tar COUNT.
if CommandLine.arguments.dropFirst().first == "tar", let count = CommandLine.arguments.last.flatMap({ Int($0) }) {
  AuditCorpus.write(count: count)
  exit(0)
}

let parts = Set(CommandLine.arguments.dropFirst())
func isWanted(_ part: String) -> Bool { parts.isEmpty || parts.contains(part) }

let benchmarks = try Benchmarks()
if isWanted("start") { try benchmarks.starting() }
if isWanted("markings") { benchmarks.parsingMarkings() }
if isWanted("papers") { benchmarks.readingPapers() }
if isWanted("reading") {
  benchmarks.reading(megabytes: 200)
  benchmarks.readingReleased(folder: "../shared/corpus/aad-telegrams")
}
if isWanted("check") { try benchmarks.checking(count: 2000) }
if isWanted("detectors") { try DetectingBenchmarks(StandardRules.detectors()).run() }
if isWanted("releases") { try ReleasingBenchmarks().run() }
if isWanted("growth") { try benchmarks.growth() }
if isWanted("growth-papers") { try benchmarks.growthOfPapers() }
// For counting instructions under a profiler: a pass over few documents.
if parts.contains("once") { try benchmarks.once(count: 1000, by: .compiled) }
if parts.contains("once-libxml2") { try benchmarks.once(count: 200, by: .libxml2) }
if parts.contains("once-reading") { benchmarks.readingOnce(count: 400) }
if parts.contains("once-light") { benchmarks.readingPapersOnce(count: 100, lines: 24) }
if parts.contains("once-proposing") { try ReleasingBenchmarks().proposingOnce(count: 400, spacing: 120) }
if parts.contains("once-proposing-dense") { try ReleasingBenchmarks().proposingOnce(count: 400, spacing: 30) }
if parts.contains("once-releasing") { try ReleasingBenchmarks().releasingOnce(count: 200, spacing: 120) }
if parts.contains("once-dense") { benchmarks.readingPapersOnce(count: 100, lines: 1) }
row("resident memory", residentMegabytes(), "MB", "with the corpora")
