import MarkingGrammar
import Reporting

/// `caveat marking --from-ism`: prints the texts that ISM attributes stand for.
enum MarkingFromISM {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    let style = try style(arguments)
    let vocabulary = try MarkingJudge.readVocabulary()
    let format = arguments.value(.format)
    let render = { (text: [UInt8], isJSON: Bool) throws(UsageError) -> [UInt8] in
      guard let ism = ISMAttributes(line: String(decoding: text, as: UTF8.self)), !ism.isEmpty else {
        throw .wrongAttributes(VisibleText.escaped(text))
      }
      let rendering = ISMRendering(vocabulary: vocabulary, style: style ?? ISMRendering.style(of: ism))
      let rendered = RenderedISM(ism, rendering)
      return isJSON ? rendered.json : rendered.text
    }
    var output = OutputBuffer(surroundings)
    if arguments.operands == [[UInt8(ascii: "-")]] {
      var reader = LineReader(surroundings.input)
      while let line = reader.next() {
        let code = output.write(try render(line, format != "text"))
        if code != .clean { return code }
      }
      let code = output.flush()
      guard code == .clean, let problem = reader.problem else { return code }
      surroundings.note("standard input could not be read to its end (\(problem.text))")
      return .incomplete
    }
    for text in arguments.operands {
      let code = output.write(try render(text, format == "json"))
      if code != .clean { return code }
    }
    return output.flush()
  }

  /// The style that `--profile` asks for; nil where it is not given.
  private static func style(_ arguments: Arguments) throws(UsageError) -> MarkingStyle? {
    guard let name = arguments.value(.profile) else { return nil }
    guard let style = MarkingStyle(profile: name) else {
      throw .unknownProfile(VisibleText.escaped(name.utf8), known: MarkingStyle.profiles)
    }
    return style
  }
}
