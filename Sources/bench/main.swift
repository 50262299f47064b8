// `make bench`: medians of thread CPU time on one core. How the figures in docs/performance.md were taken.

let benchmarks = try Benchmarks()
try benchmarks.starting()
benchmarks.parsingMarkings()
benchmarks.readingPapers()
benchmarks.reading(megabytes: 200)
try benchmarks.checking(count: 2000)
try benchmarks.growth()
row("resident memory", residentMegabytes(), "MB", "with the corpora")
