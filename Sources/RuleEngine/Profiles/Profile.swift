package import MarkingModel
internal import XMLKit

/// Whose rules apply: which folders of rules, with what changed weights, and which of them not.
///
/// `Rules/profiles/NAME.xml`:
/// `<profile name="state" xmlns="urn:caveat:profile"><title>…</title><p>…</p><rules folder="cable"/>`
/// `<severity rule="ID" role="warning"/><ignore rule="ID"/></profile>`. The profile of another country's scheme says with
/// `markings="uk-marking"` what single markings are read as.
package struct Profile: Sendable, Hashable {
  /// A rule, rule family or assertion that the profile names, and where it does.
  package struct Reference: Sendable, Hashable {
    package var id: String
    package var position: Position
  }

  /// A new severity.
  package struct Weight: Sendable, Hashable {
    package var reference: Reference
    package var severity: Severity
  }

  package var name: String
  package var title: String
  /// The paragraphs that say what it is for.
  package var notes: [String]
  /// The folders below `Rules/` that it takes its rules from.
  package var folders: [String]
  /// The new weight of a rule, of a family or of one assertion; the last that fits counts.
  package var weights: [Weight]
  /// The form that a single marking is read as.
  package var markings = Form.marking
  /// Rules, families and assertions that it leaves out.
  package var ignored: [Reference]
  package var file: String
  /// SHA-256 of the file, in hexadecimal.
  package var digest: String

  static let namespace = "urn:caveat:profile"

  /// The profile in `source`, or every problem that it has.
  package static func load(_ source: RuleSource) throws(RuleError) -> Profile {
    let root = try source.parse()
    var reader = StrictReader(source)
    var profile = Profile(
      name: root.attribute("name") ?? "", title: "", notes: [], folders: [], weights: [], ignored: [],
      file: source.file,
      digest: Digest.hex(of: source.bytes.span))
    if reader.expect(root, "profile", in: namespace) { profile.read(root, &reader) }
    try reader.throwIfAny()
    return profile
  }

  private mutating func read(_ root: XMLElement, _ reader: inout StrictReader) {
    reader.attributes(of: root, known: ["name", "markings"], required: ["name"])
    reader.noText(in: root)
    if let attribute = root.attributes.first(where: { $0.name == "markings" }) {
      let known: [Form] = [.marking, .ukMarking, .auMarking, .nzMarking]
      if let form = known.first(where: { $0.rawValue == attribute.value }) {
        markings = form
      } else {
        reader.note(.notAForm(attribute.value, known: known.map(\.rawValue)), at: attribute.valueOffset)
      }
    }
    if let attribute = root.attributes.first(where: { $0.name == "name" }), name != reader.source.baseName {
      reader.note(.idIsNotFileName(id: name, file: reader.source.baseName), at: attribute.valueOffset)
    }
    for child in root.children { readChild(child, &reader) }
    for (isThere, element) in [(!title.isEmpty, "<title>"), (!folders.isEmpty, "<rules>")] where !isThere {
      reader.note(.missingElement(element, in: "profile"), at: root.offset)
    }
  }

  private mutating func readChild(_ child: XMLElement, _ reader: inout StrictReader) {
    switch (child.namespace, child.name) {
    case (Self.namespace, "title"):
      reader.attributes(of: child, known: [])
      if !title.isEmpty { reader.note(.repeatedElement("title"), at: child.offset) }
      title = reader.text(of: child)
    case (Self.namespace, "p"):
      reader.attributes(of: child, known: [])
      notes.append(reader.text(of: child))
    case (Self.namespace, "rules"):
      reader.attributes(of: child, known: ["folder"], required: ["folder"])
      reader.nothing(in: child)
      if let folder = child.attribute("folder") { folders.append(folder) }
    case (Self.namespace, "severity"):
      reader.attributes(of: child, known: ["rule", "role"], required: ["rule", "role"])
      reader.nothing(in: child)
      guard let reference = reference(of: child, reader),
        let role = child.attributes.first(where: { $0.name == "role" })
      else { return }
      guard let severity = Severity(rawValue: role.value) else {
        return reader.note(.notARole(role.value), at: role.valueOffset)
      }
      weights.append(Weight(reference: reference, severity: severity))
    case (Self.namespace, "ignore"):
      reader.attributes(of: child, known: ["rule"], required: ["rule"])
      reader.nothing(in: child)
      if let reference = reference(of: child, reader) { ignored.append(reference) }
    default: reader.note(.unexpectedElement(child.name, in: "profile"), at: child.offset)
    }
  }

  private func reference(of element: XMLElement, _ reader: StrictReader) -> Reference? {
    guard let attribute = element.attributes.first(where: { $0.name == "rule" }) else { return nil }
    return Reference(id: attribute.value, position: reader.source.position(of: attribute.valueOffset))
  }
}
