/// Where a report of an audit goes, with small pieces gathered.
final class AuditChannel {
  private var file: ReportFile?
  private let output: Descriptor
  private var pending: [UInt8] = []

  /// - Parameter path: of the file; nil for standard output.
  init(_ path: FilePath?, standardOutput: Int32) throws(SystemError) {
    output = Descriptor(number: standardOutput)
    if let path { file = try ReportFile(at: path) }
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    pending += bytes
    if pending.count >= 1 << 16 { try flush() }
  }

  private func flush() throws(SystemError) {
    if file != nil { try file?.write(pending) } else { try output.write(pending) }
    pending.removeAll(keepingCapacity: true)
  }

  /// Completes it: a file takes its place only now.
  func end() throws(SystemError) {
    if !pending.isEmpty { try flush() }
    if let file = file.take() { try file.finish() }
  }
}
