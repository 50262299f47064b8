import MarkingModel
import Reporting

/// A text that a client has open, and what is said of it.
struct OpenText {
  /// How many pages of rules a client is shown at once, the gravest first.
  private static let pages = 3

  let version: Int?
  private let places: TextPlaces
  private let judged: EditorText

  init(_ text: String, version: Int?, path: [UInt8], countsBytes: Bool, _ judge: any TextJudge) {
    let bytes = Array(text.utf8)
    self.version = version
    places = TextPlaces(bytes, countsBytes: countsBytes)
    judged = judge.judge(bytes, at: path)
  }

  /// The diagnostics, as an array of the protocol.
  func writeDiagnostics(to json: inout JSONText) {
    json.open(.array, "diagnostics")
    for finding in judged.findings { write(finding, to: &json) }
    if let problem = judged.problem {
      json.open(.object, inline: true)
      write(0..<0, to: &json)
      json.member("severity", 2)
      json.member("source", "caveat")
      json.member("message", "It was not checked: \(problem).")
      json.close()
    }
    json.close()
  }

  /// What is known of a place: the pages of the rules that do not hold there, and what its marking means. Nil for nothing.
  func hover(at place: TextPlaces.Place, _ judge: any TextJudge) -> (markdown: String, range: Range<Int>)? {
    guard let offset = places.offset(of: place) else { return nil }
    var parts: [String] = []
    var range: Range<Int>?
    if let (marking, tokens) = judged.explanation(offset), !tokens.isEmpty {
      parts.append(HoverText.markdown(tokens))
      range = marking.start..<marking.end
    }
    var rules: [String] = []
    let here = judged.findings.filter { shown($0).contains(offset) || shown($0).lowerBound == offset }
    if range == nil { range = here.first.map(shown) }
    for severity in [Severity.error, .warning, .info] {
      for finding in here where finding.severity == severity {
        if !rules.contains(finding.rule) { rules.append(finding.rule) }
      }
    }
    parts += rules.prefix(Self.pages).compactMap(judge.page)
    let others = rules.dropFirst(Self.pages).map { "`caveat rule \($0)`" }
    if !others.isEmpty { parts.append("And \(others.joined(separator: ", ")).") }
    guard let range else { return nil }
    return (parts.joined(separator: "\n\n---\n\n"), range)
  }

  /// The repairs of findings in a range, as an array of code actions.
  func writeActions(from: TextPlaces.Place, to end: TextPlaces.Place, uri: String, _ json: inout JSONText) {
    json.open(.array, "result")
    defer { json.close() }
    guard let from = places.offset(of: from), let end = places.offset(of: end) else { return }
    let here = judged.findings.indices.filter { index in
      let range = shown(judged.findings[index])
      return judged.findings[index].repair != nil && range.lowerBound <= end && from <= range.upperBound
    }
    if here.isEmpty { return }
    let repairs = judged.repairs()
    for index in here where !repairs[index].isEmpty { write(judged.findings[index], repairs[index], uri, &json) }
  }

  private func write(_ finding: Finding, _ edits: [TextEdit], _ uri: String, _ json: inout JSONText) {
    json.open(.object, inline: true)
    json.member("title", "\(finding.rule): \(Self.title(edits))")
    json.member("kind", "quickfix")
    json.member("isPreferred", true)
    json.open(.array, "diagnostics")
    write(finding, to: &json)
    json.close()
    json.open(.object, "edit")
    json.open(.object, "changes")
    json.open(.array, uri)
    for edit in edits {
      json.open(.object)
      write(edit.range.start..<edit.range.end, to: &json)
      json.member("newText", String(decoding: edit.text, as: UTF8.self))
      json.close()
    }
    json.close()
    json.close()
    json.close()
    json.close()
  }

  private static func title(_ edits: [TextEdit]) -> String {
    let texts = Set(edits.map { String(decoding: $0.text, as: UTF8.self).trimmingLineEnds })
    guard let text = texts.first, texts.count == 1 else { return "repair " + edits.count.counted("place") }
    if text.isEmpty { return "take it out" }
    return "write \(text)" + (edits.count > 1 ? " in " + edits.count.counted("place") : "")
  }

  /// A range of bytes as a member of the object that is open.
  func write(_ range: Range<Int>, to json: inout JSONText) {
    json.open(.object, "range", inline: true)
    for (name, offset) in [("start", range.lowerBound), ("end", range.upperBound)] {
      let place = places.place(of: offset)
      json.open(.object, name)
      json.member("line", place.line)
      json.member("character", place.character)
      json.close()
    }
    json.close()
  }

  /// What a client underlines: the marking, or else the first line of the place.
  private func shown(_ finding: Finding) -> Range<Int> {
    let range = finding.excerpt.isEmpty ? finding.range : finding.excerpt
    return places.firstLine(of: range.start..<range.end)
  }

  private func write(_ finding: Finding, to json: inout JSONText) {
    json.open(.object, inline: true)
    write(shown(finding), to: &json)
    json.member("severity", finding.severity == .error ? 1 : finding.severity == .warning ? 2 : 3)
    json.member("code", finding.rule)
    json.member("source", "caveat")
    json.member("message", "\(finding.message) [\(finding.authority)]")
    json.close()
  }
}

extension String {
  fileprivate var trimmingLineEnds: String {
    String(drop(while: \.isNewline).reversed().drop(while: \.isNewline).reversed())
  }
}
