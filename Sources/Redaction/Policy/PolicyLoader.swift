package import RuleEngine
internal import XMLKit

extension Policy {
  /// The policy in `source`, or every problem that it has. `detectors` are the ids that it may name, `profiles` the
  /// names of profiles, `codes` those that portions may be asked for by.
  package static func load(
    _ source: RuleSource, detectors: Set<String> = [], profiles: [String] = [], codes: PortionCodes = PortionCodes()
  ) throws(RuleError) -> Policy {
    try PolicyLoader.load(source, detectors: detectors, profiles: profiles, codes: codes)
  }
}

/// Takes a policy file apart. Nothing in it that is not understood passes: a policy that is half read withholds half.
struct PolicyLoader {
  static let namespace = "urn:caveat:policy"

  var reader: StrictReader
  private var policy: Policy
  private let detectors: Set<String>
  private let profiles: [String]
  private let codes: PortionCodes

  fileprivate static func load(
    _ source: RuleSource, detectors: Set<String>, profiles: [String], codes: PortionCodes
  ) throws(RuleError) -> Policy {
    let root = try source.parse()
    var loader = PolicyLoader(
      reader: StrictReader(source), policy: Policy(name: root.attribute("name") ?? "", title: ""),
      detectors: detectors, profiles: profiles, codes: codes)
    if loader.reader.expect(root, "policy", in: namespace) { loader.read(root) }
    try loader.reader.throwIfAny()
    loader.policy.digest = Digest.hex(of: source.bytes.span)
    return loader.policy
  }

  private mutating func read(_ root: XMLElement) {
    reader.attributes(of: root, known: ["name"], required: ["name"])
    reader.noText(in: root)
    if let attribute = root.own("name"), attribute.value != reader.source.baseName {
      reader.note(
        .idIsNotFileName(id: attribute.value, file: reader.source.baseName), at: attribute.valueOffset)
    }
    var single: Set<String> = []
    for child in root.children {
      guard child.namespace == Self.namespace else {
        reader.note(.unexpectedElement(child.name, in: "policy"), at: child.offset)
        continue
      }
      if ["label", "copy"].contains(child.name), !single.insert(child.name).inserted {
        reader.note(.repeatedElement(child.name), at: child.offset)
      }
      switch child.name {
      case "title":
        reader.attributes(of: child, known: [])
        if !policy.title.isEmpty { reader.note(.repeatedElement("title"), at: child.offset) }
        policy.title = reader.text(of: child)
      case "p":
        reader.attributes(of: child, known: [])
        policy.notes.append(reader.text(of: child))
      case "exemption": readGround(child)
      case "portions": readPortions(child)
      case "element": readElement(child)
      case "detect": readDetection(child)
      case "terms": readTerms(child)
      case "allow":
        reader.attributes(of: child, known: [])
        policy.allowed.append(reader.text(of: child))
      case "label": readLabel(child)
      case "copy": readCopy(child)
      default: reader.note(.unexpectedElement(child.name, in: "policy"), at: child.offset)
      }
    }
    if policy.title.isEmpty { reader.note(.missingElement("<title>", in: "policy"), at: root.offset) }
    let withholds = [policy.portions.count, policy.elements.count, policy.detections.count].contains { $0 > 0 }
    if !withholds, policy.terms == nil {
      reader.note(
        .policy("the policy withholds nothing: it lacks <portions>, <element>, <detect> or <terms>"), at: root.offset)
    }
    checkGrounds(root)
  }

  /// Every exemption that is used needs its reasons: the Vaughn index goes to court.
  private mutating func checkGrounds(_ root: XMLElement) {
    for child in root.children where child.name != "exemption" {
      guard let attribute = child.own("exemption") else { continue }
      for text in Self.parts(attribute.value) {
        guard let exemption = try? Exemption(text), policy.ground(of: exemption) == nil else { continue }
        reader.note(
          .policy("there is no <exemption code=\"\(exemption.code)\"> that says why it applies"),
          at: attribute.valueOffset)
      }
    }
  }

  private mutating func readGround(_ element: XMLElement) {
    reader.attributes(of: element, known: ["code"], required: ["code"])
    reader.noText(in: element)
    var texts: [String: String] = [:]
    for child in element.children {
      guard child.namespace == Self.namespace, child.name == "justification" || child.name == "harm" else {
        reader.note(.unexpectedElement(child.name, in: "exemption"), at: child.offset)
        continue
      }
      reader.attributes(of: child, known: [])
      if texts[child.name] != nil { reader.note(.repeatedElement(child.name), at: child.offset) }
      texts[child.name] = reader.text(of: child)
    }
    for name in ["justification", "harm"] where texts[name] == nil {
      reader.note(.missingElement("<\(name)>", in: "exemption"), at: element.offset)
    }
    guard let exemption = exemptions(of: element, "code").first else { return }
    if policy.grounds.contains(where: { $0.exemption == exemption }) {
      reader.note(.repeatedElement("exemption"), at: element.offset)
    }
    policy.grounds.append(
      Ground(
        exemption: exemption, justification: texts["justification"] ?? "", harm: texts["harm"] ?? ""))
  }

  private mutating func readPortions(_ element: XMLElement) {
    reader.attributes(
      of: element, known: ["above", "level", "control", "category", "exemption"], required: ["exemption"])
    reader.nothing(in: element)
    let clause = PortionClause(
      above: word(of: element, "above"), level: word(of: element, "level"), control: element.attribute("control"),
      category: element.attribute("category"), exemptions: exemptions(of: element))
    if clause.above == nil, clause.level == nil, clause.control == nil, clause.category == nil {
      reader.note(
        .policy("<portions> says which: above, level, control or category is missing"), at: element.offset)
    }
    if let control = element.own("control"), let mistake = codes.mistake(inControl: control.value) {
      reader.note(.policy(mistake), at: control.valueOffset)
    }
    if let category = element.own("category"), let mistake = codes.mistake(inCategory: category.value) {
      reader.note(.policy(mistake), at: category.valueOffset)
    }
    policy.portions.append(clause)
  }

  private mutating func readElement(_ element: XMLElement) {
    let isHeader = element.own("name")?.value == ReleaseElement.header.rawValue
    reader.attributes(
      of: element, known: isHeader ? ["name", "exemption", "field", "keep"] : ["name", "exemption"],
      required: isHeader ? ["name", "field"] : ["name"])
    reader.nothing(in: element)
    let exemptions = exemptions(of: element)
    guard let name: ReleaseElement = word(of: element, "name") else { return }
    let field: HeaderField? = element.own("field")?.value == "all" ? nil : word(of: element, "field")
    let kept: ElementClause.Kept? = word(of: element, "keep")
    if kept != nil, field == nil || !exemptions.isEmpty {
      reader.note(.policy("what is kept is one field, and has no exemption"), at: element.offset)
    }
    policy.elements.append(ElementClause(element: name, field: field, isKept: kept != nil, exemptions: exemptions))
  }

  private mutating func readDetection(_ element: XMLElement) {
    reader.attributes(
      of: element, known: ["detector", "confidence", "exemption", "replace"], required: ["detector"])
    reader.nothing(in: element)
    let detector = element.own("detector")
    if let detector, detector.value != "all", !detectors.contains(detector.value) {
      reader.note(.unknownName(detector.value), at: detector.valueOffset)
    }
    var confidence = 50
    if let given = element.own("confidence") {
      if let number = Int(given.value), (0...100).contains(number) {
        confidence = number
      } else {
        reader.note(.policy("a confidence is a number from 0 to 100"), at: given.valueOffset)
      }
    }
    policy.detections.append(
      DetectionClause(
        detector: detector?.value ?? "", confidence: confidence, exemptions: exemptions(of: element),
        replacement: word(of: element, "replace") ?? .label))
  }

  private mutating func readTerms(_ element: XMLElement) {
    reader.attributes(of: element, known: ["exemption", "replace"])
    reader.nothing(in: element)
    if policy.terms != nil { reader.note(.repeatedElement("terms"), at: element.offset) }
    policy.terms = TermClause(
      exemptions: exemptions(of: element), replacement: word(of: element, "replace") ?? .label)
  }

  private mutating func readLabel(_ element: XMLElement) {
    reader.attributes(of: element, known: ["amount"], required: ["amount"])
    reader.nothing(in: element)
    if let amount: LabelStyle.Amount = word(of: element, "amount") { policy.label.amount = amount }
  }

  private mutating func readCopy(_ element: XMLElement) {
    reader.attributes(of: element, known: ["banners", "pages", "profile", "unfit"])
    reader.noText(in: element)
    let banners: CopyMarks.Banners? = word(of: element, "banners")
    policy.copy.strikesBanners = banners == .strike
    let pages: CopyMarks.Pages? = word(of: element, "pages")
    policy.copy.slipsPages = pages == .slip
    policy.copy.unfit = word(of: element, "unfit") ?? .refuse
    if let profile = element.own("profile") {
      policy.copy.profile = profile.value
      if !profiles.contains(profile.value) {
        let known = profiles.joined(separator: ", ")
        reader.note(
          .policy("“\(profile.value)” is no profile; known are \(known)"), at: profile.valueOffset)
      }
    }
    for child in element.children {
      guard child.namespace == Self.namespace, child.name == "line" else {
        reader.note(.unexpectedElement(child.name, in: "copy"), at: child.offset)
        continue
      }
      reader.attributes(of: child, known: ["place"], required: ["place"])
      let text = reader.text(of: child)
      for name in CopyText.placeholders(in: text) where CopyText.Placeholder(rawValue: name) == nil {
        let known = CopyText.Placeholder.allCases.map { "{\($0.rawValue)}" }.joined(separator: ", ")
        reader.note(.policy("{\(name)} stands for nothing; known are \(known)"), at: child.offset)
      }
      if let place: CopyMarks.Place = word(of: child, "place") {
        policy.copy.lines.append(CopyMarks.Line(place: place, text: text))
      }
    }
  }
}
