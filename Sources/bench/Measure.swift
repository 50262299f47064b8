import Glibc

/// CPU time of this thread, in seconds: what other work on the machine takes is not counted.
func threadTime() -> Double {
  var now = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
}

/// The seconds that `body` takes: the median of several runs, after one that is not counted.
func median(of runs: Int = 7, _ body: () throws -> Void) rethrows -> Double {
  try body()
  var times: [Double] = []
  for _ in 0..<runs {
    let start = threadTime()
    try body()
    times.append(threadTime() - start)
  }
  return times.sorted()[runs / 2]
}

/// Resident memory of this process in MB, as /proc says.
func residentMegabytes() -> Double {
  guard let file = unsafe fopen("/proc/self/statm", "r") else { return 0 }
  defer { unsafe fclose(file) }
  var line = [CChar](repeating: 0, count: 128)
  guard unsafe fgets(&line, 128, file) != nil else { return 0 }
  let fields = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self).split(
    separator: " ")
  return (fields.count > 1 ? Double(fields[1]) ?? 0 : 0) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
}

/// One line of the result: what was measured, the figure with its unit, and how it came about.
func row(_ name: String, _ value: Double, _ unit: String, _ note: String = "") {
  let digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  let scale = [1.0, 10, 100][digits]
  let rounded = (value * scale).rounded() / scale
  let figure = digits == 0 ? String(Int(rounded)) : String(rounded)
  let left = name + String(repeating: " ", count: max(1, 48 - name.count))
  let right = String(repeating: " ", count: max(1, 10 - figure.count)) + figure + " " + unit
  print(left + right + (note.isEmpty ? "" : "   " + note))
}
