import MarkingModel
import Reporting
import RuleEngine

/// `caveat rules test`: runs the examples of rule files.
enum RuleTests {
  static func run(_ arguments: Arguments, in surroundings: Surroundings) throws(UsageError) -> ExitCode {
    guard let folder = arguments.operands.first else { return .usage }
    let rules = try RuleChoice.loading(RuleFiles.sources(in: folder), beside: RuleLibrary()).rules
    var reader = try Reader(form: nil)
    var examples = 0
    var failures: [String] = []
    for rule in rules {
      for result in try results(of: rule, &reader) {
        examples += 1
        if !result.holds { failures.append(sentence(result, of: rule)) }
      }
    }
    let tally = "\(examples.counted("example")) of \(rules.count.counted("rule")): "
    let verdict =
      failures.isEmpty ? "all hold" : failures.count == 1 ? "1 does not hold" : "\(failures.count) do not hold"
    let code = surroundings.print((failures + [tally + verdict]).joined(separator: "\n") + "\n")
    return code == .clean && !failures.isEmpty ? .findings : code
  }

  private static func results(of rule: Rule, _ reader: inout Reader) throws(UsageError) -> [ExampleResult] {
    do throws(EvaluationError) {
      return try rule.runExamples { bytes, form in reader.read(bytes, as: form.flatMap(Form.init(rawValue:))) }
    } catch {
      throw .rules(["\(rule.file): \(error.description)"])
    }
  }

  /// Where it is and what is different: "my-rules/OUR-001.sch:31: “name”: …".
  private static func sentence(_ result: ExampleResult, of rule: Rule) -> String {
    let example = result.example
    let head = "\(rule.file):\(example.line): “\(VisibleText.escaped(example.name.utf8))”: "
    if example.isAccepted {
      return head + "it is to be accepted, but is reported at \(places(result.found, in: example))"
    }
    let missing = example.marks.filter { !result.found.contains($0) }
    let extra = result.found.filter { !example.marks.contains($0) }
    var parts: [String] = []
    if !missing.isEmpty { parts.append("nothing is reported at \(places(missing, in: example)), where it has a ↓") }
    if !extra.isEmpty { parts.append("it is reported at \(places(extra, in: example)), where it has no ↓") }
    // The same places, but some more often than they are marked.
    if parts.isEmpty {
      parts.append("it is reported \(result.found.count.counted("time")) and has \(example.marks.count) ↓")
    }
    return head + parts.joined(separator: "; ")
  }

  /// "line 7, column 1 of the example".
  private static func places(_ offsets: [Int], in example: Rule.Example) -> String {
    let bytes = Array(example.text.utf8)
    let places = offsets.map { offset in
      let before = bytes.prefix(offset)
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let start = (before.lastIndex(of: UInt8(ascii: "\n")) ?? -1) + 1
      return "line \(line), column \(String(decoding: before[start...], as: UTF8.self).unicodeScalars.count + 1)"
    }
    return places.joined(separator: " and ") + " of the example"
  }
}
