// `make bench`: medians of thread CPU time on one core. How the figures in docs/performance.md were taken.

let benchmarks = try Benchmarks()
try benchmarks.starting()
benchmarks.reading(megabytes: 200)
benchmarks.readingReleased(folder: "../shared/corpus/aad-telegrams")
try benchmarks.checking(count: 2000)
try benchmarks.growth()
row("resident memory", residentMegabytes(), "MB", "with the corpora")
