/// A question on each line of standard input, an answer for each on standard output, in order.
///
/// Nothing of a line is kept once it is answered: millions of them take no more memory than one.
enum AnsweredLines {
  struct Answer {
    var text: [UInt8]
    var isValid: Bool
  }

  /// Whether every answer was valid, or what kept the input or the output from coming to its end.
  static func run(
    in surroundings: Surroundings, _ answer: ([UInt8]) throws(UsageError) -> Answer
  ) throws(UsageError) -> ExitCode {
    var reader = LineReader(surroundings.input)
    var output = OutputBuffer(surroundings)
    var isValid = true
    while let line = reader.next() {
      let answered = try answer(line)
      isValid = isValid && answered.isValid
      let code = output.write(answered.text)
      if code != .clean { return code }
    }
    let code = output.flush()
    if code != .clean { return code }
    if let problem = reader.problem {
      surroundings.note("standard input could not be read to its end (\(problem.text))")
      return .incomplete
    }
    return isValid ? .clean : .findings
  }
}
