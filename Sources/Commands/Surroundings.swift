import Glibc

/// What a run has around it: descriptors and environment. Tests give their own.
package struct Surroundings: Sendable {
  /// Where "-" is read from.
  package var input: Int32
  package var output: Int32
  /// Where notes and errors go.
  package var errors: Int32
  /// The folder that the run is started in, without links; relative names of files are those of the process.
  package var folder: FilePath
  /// The value of an environment variable.
  package var variable: @Sendable (String) -> String?
  /// The program itself, to start workers of.
  package var program: FilePath

  package init(
    input: Int32, output: Int32, errors: Int32, folder: FilePath? = nil,
    program: FilePath = FilePath("/proc/self/exe"),
    variable: @escaping @Sendable (String) -> String?
  ) {
    self.folder = folder ?? FilePath(".").resolved ?? FilePath("/")
    self.input = input
    self.output = output
    self.errors = errors
    self.program = program
    self.variable = variable
  }

  /// Those of the process.
  package static var process: Surroundings {
    Surroundings(input: 0, output: 1, errors: 2) { name in
      guard let value = unsafe getenv(name) else { return nil }
      return unsafe String(cString: value)
    }
  }

  /// Writes one line for people. An error output that cannot be written to leaves nobody to tell.
  func note(_ sentence: String) {
    do throws(SystemError) { try Descriptor(number: errors).write(Array("caveat: \(sentence)\n".utf8)) } catch {}
  }

  /// Writes to standard output; says so where that fails.
  func print(_ text: String) -> ExitCode { print(Array(text.utf8)) }

  /// Writes to standard output; says so where that fails.
  func print(_ bytes: [UInt8]) -> ExitCode {
    do throws(SystemError) {
      try Descriptor(number: output).write(bytes)
      return .clean
    } catch {
      note(Self.unwritten(nil, error))
      return .incomplete
    }
  }

  /// What is said where a report could not be written: a file does not appear, what went to standard output is there.
  /// - Parameter file: its name, as it is shown; nil for standard output.
  static func unwritten(_ file: String?, _ error: SystemError) -> String {
    let place = file ?? "standard output"
    if error.code == EPIPE { return "\(place) was closed before everything was written" }
    let rest = file == nil ? "what was written is incomplete" : "nothing of an incomplete report was kept"
    return "\(place) could not be written (\(error.text)); \(rest)"
  }

  /// Whether to colour what is printed: as asked, or else only on a terminal that can, and where nobody objects.
  func isColoured(_ choice: String?) -> Bool {
    switch choice {
    case "always": true
    case "never": false
    default:
      Descriptor(number: output).isTerminal && (variable("NO_COLOR") ?? "").isEmpty && variable("TERM") != "dumb"
    }
  }
}
