import Commands
import Glibc

/// One run of the program inside the test.
struct Run {
  var code: ExitCode
  var output: [UInt8]
  var errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
  /// The lines for people.
  var notes: [String] { errors.split(separator: "\n").map(String.init) }

  /// Runs a command line.
  /// - Parameters:
  ///   - input: what stands on standard input.
  ///   - output: a file to use as standard output instead of one of its own.
  ///   - place: the folder that it is run in; names of files are absolute where it is given.
  init(
    _ words: [String], input: [UInt8] = [], output device: String? = nil, environment: [String: String] = [:],
    folder place: String? = nil
  ) {
    let folder = TemporaryFolder()
    let input = unsafe open(folder.write("input", input), O_RDONLY)
    let output = unsafe open(device ?? folder.write("output", ""), O_WRONLY)
    let errors = unsafe open(folder.write("errors", ""), O_WRONLY)
    let surroundings = Surroundings(
      input: input, output: output, errors: errors, folder: place.map { FilePath($0) }
    ) { environment[$0] }
    code = Command.run(words.map { Array($0.utf8) }, in: surroundings)
    for descriptor in [input, output, errors] { close(descriptor) }
    self.output = folder.read("output") ?? []
    self.errors = folder.text("errors") ?? ""
  }

  init(_ words: String..., input: [UInt8] = []) { self.init(words, input: input) }
}

/// Fictional cables.
enum Cable {
  /// Without a finding above info.
  static let clean = """
    UNCLAS TALLINN 000123

    E.O. 13526: N/A
    TAGS: PREL, EN
    SUBJECT: HARBOR TALKS

    1. (U) The talks went well.

    2. (U) Their length surprised us.
    ALDER

    """

  /// With an error on line 3: a classified level without an instruction for declassification.
  static let wrong = clean.replacing("UNCLAS", with: "S E C R E T").replacing("(U)", with: "(S)")
}
