internal import MarkingModel
internal import XMLKit

extension RuleLoader {
  /// `<cv:accept>` or `<cv:reject>`: a whole small document. Each ↓ of a reject stands before a place where a finding
  /// starts and is no part of the text.
  mutating func readExample(_ element: XMLElement) {
    reader.attributes(of: element, known: ["name", "form"], required: ["name"])
    for child in element.children {
      reader.note(.unexpectedElement(child.name, in: element.name), at: child.offset)
    }
    let isAccepted = element.name == "accept"
    let form = element.attributes.first { $0.name == "form" }
    if let form { checkForm(form.value, at: form.valueOffset) }
    let (text, marks) = Self.takeMarks(Self.exampleText(element))
    if text.isEmpty { reader.note(.empty("<\(element.name)>"), at: element.offset) }
    if isAccepted, !marks.isEmpty { reader.note(.acceptWithMark, at: element.offset) }
    if !isAccepted, marks.isEmpty { reader.note(.rejectWithoutMark, at: element.offset) }
    examples.append(
      Rule.Example(
        name: element.attribute("name").map(folded) ?? "", text: text, marks: marks, form: form?.value,
        line: reader.source.position(of: element.offset).line, isAccepted: isAccepted))
  }

  /// What the CDATA sections hold, or without any all text; a line end right at the start is left out.
  private static func exampleText(_ element: XMLElement) -> String {
    let sections = element.content.compactMap { if case .cdata(let text) = $0 { text } else { nil } }
    let text = sections.isEmpty ? element.text : sections.joined()
    return text.first == "\n" ? String(text.dropFirst()) : text
  }

  /// The text without its marks, and where they stood, in bytes of it.
  private static func takeMarks(_ text: String) -> (text: String, marks: [Int]) {
    var bytes: [UInt8] = []
    var marks: [Int] = []
    for scalar in text.unicodeScalars {
      if scalar == "↓" {
        marks.append(bytes.count)
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    return (String(decoding: bytes, as: UTF8.self), marks)
  }
}
