import Reporting

/// One report of a run: the writer that makes it and the place it goes to.
final class ReportChannel {
  private var writer: any ReportWriter
  private let destination: OutputPlan.Destination
  private let standardOutput: Descriptor
  /// nil for standard output, and after the end.
  private var file: ReportFile?
  /// Bytes that are not written yet.
  private var pending: [UInt8] = []
  /// Why the report cannot be completed; what is written after it is dropped.
  private(set) var failure: SystemError?

  /// Small writes are gathered up to this many bytes.
  private static let chunk = 1 << 16

  init(
    _ writer: any ReportWriter, to destination: OutputPlan.Destination, standardOutput: Descriptor
  ) throws(SystemError) {
    self.writer = writer
    self.destination = destination
    self.standardOutput = standardOutput
    if case .file(let path) = destination { file = try ReportFile(at: path) }
  }

  func begin(_ run: RunHeader) { writer.begin(run) }

  func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    writer.add(document, bytes: bytes)
    flush(from: Self.chunk)
  }

  func add(_ unread: UnreadInput) {
    writer.add(unread)
    flush(from: Self.chunk)
  }

  /// Completes the report. A file takes its place only now, and only when all of it was written.
  func end() {
    writer.end()
    flush(from: 0)
    guard let file = file.take(), failure == nil else { return }
    do throws(SystemError) { try file.finish() } catch { failure = error }
  }

  private func flush(from size: Int) {
    pending += writer.takeOutput()
    guard pending.count > size, failure == nil else {
      if failure != nil { pending = [] }
      return
    }
    do throws(SystemError) {
      if file != nil { try file?.write(pending) } else { try standardOutput.write(pending) }
    } catch {
      failure = error
      file = nil
    }
    pending.removeAll(keepingCapacity: true)
  }

  /// The file it goes to, for messages; nil for standard output.
  var fileName: String? { if case .file = destination { destination.shown } else { nil } }
}
