internal import MarkingModel
internal import TextKit
internal import XMLKit

extension DetectorLoader {
  /// `<form name="…" base="…" context="…" against="…" check="…">` with anchors and one expression.
  mutating func readForm(_ element: XMLElement) {
    reader.attributes(
      of: element, ["name", "base", "context", "against", "check"], required: ["name", "base", "context"])
    let base = reader.number("base", of: element, in: 0...100) ?? 0
    let context = reader.number("context", of: element, in: 0...100) ?? 0
    if context < base { reader.note("“context” is at least “base”", at: element.offset) }
    let against = reader.number("against", of: element, in: 0...100) ?? min(base, 20)
    var form = Detector.Form(
      name: element.attribute("name") ?? "", expression: "", anchors: [], check: nil,
      confidence: .init(base: base, context: context, against: against))
    if detector.forms.contains(where: { $0.name == form.name }) {
      reader.note("there is a form “\(form.name)” already", at: element.offset)
    }
    if let attribute = element.attributes.first(where: { $0.name == "check" }) {
      form.check = Check(rawValue: attribute.value)
      if form.check == nil { reader.note("“\(attribute.value)” is no check", at: attribute.valueOffset) }
    }
    for child in element.children {
      switch child.name {
      case "anchor": if let anchor = readAnchor(child) { form.anchors.append(anchor) }
      case "match":
        if !form.expression.isEmpty { reader.note("there is a <match> already", at: child.offset) }
        reader.attributes(of: child, [])
        form.expression = SharedGroups.completed(reader.text(of: child))
        checkExpression(form.expression, of: child)
      default: reader.note("<\(child.name)> is not allowed in <form>", at: child.offset)
      }
    }
    if form.expression.isEmpty { reader.note("<form> needs <match>", at: element.offset) }
    detector.forms.append(form)
  }

  mutating func checkExpression(_ expression: String, of element: XMLElement) {
    do throws(PatternError) {
      _ = try Pattern(expression, .interpreted)
    } catch {
      reader.note("\(error)", at: element.offset)
    }
  }

  private mutating func readAnchor(_ element: XMLElement) -> Anchor? {
    reader.attributes(
      of: element, ["digits", "bytes", "initials", "beginnings", "then", "behind", "run", "reach", "at"])
    _ = element.children.map { reader.note("<\($0.name)> is not allowed in <anchor>", at: $0.offset) }
    var triggers: [Anchor.Trigger] = []
    for attribute in element.attributes {
      switch attribute.name {
      case "digits":
        let lengths = Self.lengths(attribute.value)
        if lengths.isEmpty {
          reader.note("“digits” lists lengths from 1 to \(Anchor.longestRun): “3 9-11”", at: attribute.valueOffset)
        }
        triggers.append(.digits(lengths))
      case "bytes": triggers.append(.bytes(ByteClass(attribute.value)))
      case "initials": triggers.append(.initials(ByteClass(attribute.value)))
      case "beginnings":
        let beginnings = WordBeginning.read(attribute.value)
        if beginnings.isEmpty {
          reader.note("“beginnings” lists up to three small letters each: “fax p- tel”", at: attribute.valueOffset)
        }
        triggers.append(.beginnings(beginnings))
      default: break
      }
    }
    guard triggers.count == 1 else {
      reader.note("<anchor> has one of “digits”, “bytes”, “initials” and “beginnings”", at: element.offset)
      return nil
    }
    var anchor = Anchor(trigger: triggers[0])
    anchor.then = element.attribute("then").map { ByteClass($0) }
    anchor.behind = element.attribute("behind").map { ByteClass($0) }
    anchor.run = element.attribute("run").map { ByteClass($0) }
    anchor.reach = reader.number("reach", of: element, in: 1...1000) ?? anchor.reach
    if let attribute = element.attributes.first(where: { $0.name == "at" }) {
      anchor.isTriedAtWords = attribute.value == "words"
      if attribute.value != "words", attribute.value != "start" {
        reader.note("“at” is “start” or “words”", at: attribute.valueOffset)
      }
    }
    return anchor
  }

  /// "3 9-11" as the numbers.
  private static func lengths(_ text: String) -> Set<Int> {
    var lengths: Set<Int> = []
    for part in text.split(separator: " ") {
      let ends = part.split(separator: "-").map { Int($0) ?? 0 }
      guard let first = ends.first, let last = ends.last, ends.count <= 2, first >= 1, last >= first,
        last <= Anchor.longestRun
      else { return [] }
      lengths.formUnion(first...last)
    }
    return lengths
  }
}
