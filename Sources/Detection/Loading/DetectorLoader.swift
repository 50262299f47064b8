internal import MarkingModel
internal import XMLKit

/// Reads one detector file. `Rules/detector.rng` describes the form; nothing that it does not know is let pass.
package struct DetectorLoader {
  /// The namespace of detector files.
  package static let namespace = "urn:caveat:detector"

  var reader: ElementReader
  var detector: Detector

  /// The detector in `source`, or every problem that it has.
  package static func load(_ source: DetectorSource) throws(DetectorError) -> Detector {
    var loader = DetectorLoader(reader: ElementReader(source), detector: Detector(id: source.baseName))
    loader.read(try loader.reader.root())
    try loader.reader.throwIfAny()
    return loader.detector
  }

  private init(reader: ElementReader, detector: Detector) {
    self.reader = reader
    self.detector = detector
  }

  private mutating func read(_ root: XMLElement) {
    guard root.name == "detector", root.namespace == Self.namespace else {
      return reader.note(
        "the file is no detector: its root is not <detector xmlns=\"\(Self.namespace)\">", at: root.offset)
    }
    reader.attributes(of: root, ["id", "entity"], required: ["id", "entity"])
    if !root.text.trimmed.isEmpty { reader.note("<detector> has no text of its own", at: root.offset) }
    for attribute in root.attributes where attribute.name == "id" { readID(attribute) }
    for attribute in root.attributes where attribute.name == "entity" {
      detector.entity = attribute.value
      if !attribute.value.utf8.allSatisfy({ $0 &- 0x41 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }) {
        reader.note("an entity is written in capitals, digits and dashes", at: attribute.valueOffset)
      }
    }
    detector.title = ""
    for child in root.children { readChild(child) }
    let (found, left) = (
      detector.examples.contains { !$0.values.isEmpty }, detector.examples.contains { $0.values.isEmpty }
    )
    for (isThere, name) in [
      (!detector.title.isEmpty, "title"), (!detector.notes.isEmpty, "p"), (!detector.authority.isEmpty, "see"),
      (!detector.forms.isEmpty, "form"), (found, "finds"), (left, "leaves"),
    ] where !isThere {
      reader.note("<detector> needs <\(name)>", at: root.offset)
    }
  }

  private mutating func readID(_ attribute: XMLElement.Attribute) {
    let id = attribute.value
    let isSound = id.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D } && id.first != "-"
    if !isSound { reader.note("an id is written in small letters, digits and dashes", at: attribute.valueOffset) }
    if id != reader.source.baseName {
      reader.note("the id “\(id)” is not the name of the file, “\(reader.source.baseName)”", at: attribute.valueOffset)
    }
  }

  private mutating func readChild(_ child: XMLElement) {
    guard child.namespace == Self.namespace else {
      return reader.note("<\(child.name)> is not allowed in <detector>", at: child.offset)
    }
    switch child.name {
    case "title":
      reader.attributes(of: child, [])
      if !detector.title.isEmpty { reader.note("there is a <title> already", at: child.offset) }
      detector.title = reader.text(of: child).folded
    case "p":
      reader.attributes(of: child, [])
      detector.notes.append(reader.text(of: child).folded)
    case "see":
      reader.attributes(of: child, [])
      if !detector.authority.isEmpty { reader.note("there is a <see> already", at: child.offset) }
      detector.authority = reader.text(of: child).folded
    case "form": readForm(child)
    case "context": readContext(child)
    case "except":
      reader.attributes(of: child, ["name"], required: ["name"])
      let expression = reader.text(of: child)
      checkExpression(expression, of: child)
      detector.exceptions.append(.init(name: child.attribute("name") ?? "", expression: expression))
    case "finds", "leaves": readExample(child)
    default: reader.note("<\(child.name)> is not allowed in <detector>", at: child.offset)
    }
  }

  private mutating func readContext(_ element: XMLElement) {
    reader.attributes(of: element, ["before", "after"])
    if let before = reader.number("before", of: element, in: 0...1000) { detector.context.before = before }
    if let after = reader.number("after", of: element, in: 0...1000) { detector.context.after = after }
    for child in element.children {
      guard child.name == "raise" || child.name == "lower" else {
        reader.note("<\(child.name)> is not allowed in <context>", at: child.offset)
        continue
      }
      reader.attributes(of: child, [])
      let words = reader.text(of: child).split(separator: ";").map { String($0).folded.lowercased() }
      for word in words where word.isEmpty || !word.utf8.allSatisfy({ $0 < 0x80 }) {
        reader.note("words of context are ASCII, with “;” between them: the text is folded", at: child.offset)
      }
      if child.name == "raise" { detector.context.raising += words } else { detector.context.lowering += words }
    }
  }

  /// `<finds>`: a text with « » around each value that has to be found. `<leaves>`: one where nothing may be.
  private mutating func readExample(_ element: XMLElement) {
    reader.attributes(of: element, [])
    var bytes: [UInt8] = []
    var values: [ByteRange] = []
    var start: Int?
    for scalar in reader.text(of: element).unicodeScalars {
      if scalar == "«", start == nil {
        start = bytes.count
      } else if scalar == "»", let begun = start {
        values.append(ByteRange(begun, bytes.count))
        start = nil
      } else {
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    if start != nil { reader.note("« has no »", at: element.offset) }
    if element.name == "finds", values.isEmpty { reader.note("<finds> marks no value with « »", at: element.offset) }
    if element.name == "leaves", !values.isEmpty { reader.note("<leaves> marks a value", at: element.offset) }
    let line = reader.source.problem("", at: element.offset).position.line
    detector.examples.append(.init(text: String(decoding: bytes, as: UTF8.self), values: values, line: line))
  }
}
