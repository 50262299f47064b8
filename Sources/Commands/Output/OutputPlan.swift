/// Which reports a run writes, and where.
package struct OutputPlan: Sendable, Hashable {
  package enum Destination: Sendable, Hashable {
    case standardOutput
    case file(FilePath)

    /// For messages.
    var shown: String {
      switch self {
      case .standardOutput: "standard output"
      case .file(let path): "'\(path.shown)'"
      }
    }
  }

  package struct Report: Sendable, Hashable {
    package var format: ReportFormat
    package var destination: Destination
  }

  package var reports: [Report]

  init(reports: [Report]) { self.reports = reports }

  /// Pairs the formats with the outputs.
  ///
  /// As many of both: in order. One output less: each goes with the format before it, and the format that is left goes
  /// to standard output. No format at all: text. "-" is standard output.
  package init(_ arguments: Arguments) throws(UsageError) {
    let formats = arguments.all(.format).compactMap { ReportFormat(rawValue: String(decoding: $0, as: UTF8.self)) }
    let outputs = arguments.all(.output).map(Self.destination)
    if formats.isEmpty, outputs.count <= 1 {
      reports = [Report(format: .text, destination: outputs.first ?? .standardOutput)]
    } else if formats.count == outputs.count {
      reports = zip(formats, outputs).map { Report(format: $0, destination: $1) }
    } else if formats.count == outputs.count + 1 {
      reports = Self.adjacent(arguments)
    } else {
      throw .unpairedOutput(outputs: outputs.count, formats: formats.count)
    }
    guard reports.count(where: { $0.destination == .standardOutput }) <= 1 else { throw .standardOutputTwice }
  }

  private static func destination(_ value: [UInt8]) -> Destination {
    value == [UInt8(ascii: "-")] ? .standardOutput : .file(FilePath(value))
  }

  /// Gives each output to the last format before it that has none, or else to the next one.
  private static func adjacent(_ arguments: Arguments) -> [Report] {
    var reports: [Report] = []
    var open: [Int] = []
    var waiting: [Destination] = []
    for option in arguments.options {
      if option.name == .format, let format = ReportFormat(rawValue: String(decoding: option.value, as: UTF8.self)) {
        reports.append(Report(format: format, destination: waiting.popLast() ?? .standardOutput))
        if reports[reports.count - 1].destination == .standardOutput { open.append(reports.count - 1) }
      } else if option.name == .output {
        if let last = open.popLast() {
          reports[last].destination = destination(option.value)
        } else {
          waiting.append(destination(option.value))
        }
      }
    }
    return reports
  }
}
