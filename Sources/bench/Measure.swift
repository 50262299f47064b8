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

/// The bytes of the text files (`.txt`) of a folder, in order of name; none where there is no such folder.
func filesOfText(in folder: String) -> [[UInt8]] {
  guard let directory = unsafe opendir(folder) else { return [] }
  defer { unsafe closedir(directory) }
  var names: [String] = []
  while let entry = unsafe readdir(directory) {
    let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name.hasSuffix(".txt") { names.append(name) }
  }
  return names.sorted().map { name in
    guard let file = unsafe fopen(folder + "/" + name, "rb") else { return [] }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&block, 1, block.count, file)
      if count == 0 { return bytes }
      bytes += block[..<count]
    }
  }
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
