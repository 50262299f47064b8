package import Commands
import Glibc

/// One run of the program inside the test.
package struct Run: Sendable {
  package var code: ExitCode
  package var output: [UInt8]
  package var errors: String

  package var text: String { String(decoding: output, as: UTF8.self) }
  /// The lines for people.
  package var notes: [String] { errors.split(separator: "\n").map(String.init) }

  /// Runs a command line.
  /// - Parameters:
  ///   - input: what stands on standard input.
  ///   - output: a file to use as standard output instead of one of its own.
  ///   - program: what runs as its worker.
  ///   - place: the folder that it is run in; names of files are absolute where it is given.
  package init(
    _ words: [String], input: [UInt8] = [], output device: String? = nil, environment: [String: String] = [:],
    folder place: String? = nil, program: String = "/proc/self/exe"
  ) {
    let folder = TemporaryFolder()
    let input = unsafe open(folder.write("input", input), O_RDONLY)
    let output = unsafe open(device ?? folder.write("output", ""), O_WRONLY)
    let errors = unsafe open(folder.write("errors", ""), O_WRONLY)
    let surroundings = Surroundings(
      input: input, output: output, errors: errors, folder: place.map { FilePath($0) }, program: FilePath(program)
    ) { environment[$0] }
    code = Command.run(words.map { Array($0.utf8) }, in: surroundings)
    for descriptor in [input, output, errors] { close(descriptor) }
    self.output = folder.read("output") ?? []
    self.errors = folder.text("errors") ?? ""
  }

  package init(_ words: String..., input: [UInt8] = []) { self.init(words, input: input) }
}
