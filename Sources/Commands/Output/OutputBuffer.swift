/// Collects small pieces for standard output, so that each costs no system call.
struct OutputBuffer {
  private let surroundings: Surroundings
  private var bytes: [UInt8] = []

  init(_ surroundings: Surroundings) { self.surroundings = surroundings }

  mutating func write(_ piece: [UInt8]) -> ExitCode {
    bytes += piece
    return bytes.count < 1 << 16 ? .clean : flush()
  }

  mutating func flush() -> ExitCode {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes.isEmpty ? .clean : surroundings.print(bytes)
  }
}
