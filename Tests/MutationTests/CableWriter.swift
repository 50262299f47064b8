import MarkingModel

/// Writes a fictional cable in one of the forms.
struct CableWriter {
  let spec: Spec
  var parts: [Cable.Part] = []
  /// What the keys of the present transmission begin with ("s2.").
  var prefix = ""

  init(spec: Spec) { self.spec = spec }

  mutating func write() {
    switch spec.form {
    case .wire: writeTransmissions()
    case .wire1970s: writeOldWire()
    case .scrapedWeb: writeScraped()
    case .naraAAD: writePrint()
    case .smart: writeFields()
    default: writeDraft()
    }
  }

  mutating func add(_ key: String, _ text: String, width: Int? = nil) {
    parts.append(Cable.Part(key: prefix + key, text: text, width: width))
  }

  mutating func addBlank() { parts.append(Cable.Part(key: "", text: "", width: nil)) }

  // MARK: What the forms share

  var section: Int { prefix.isEmpty ? 1 : Int(prefix.dropFirst().dropLast()) ?? 1 }

  mutating func addClassification() {
    let sections = spec.sections > 1 ? " SECTION 0\(section) OF 0\(spec.sections)" : ""
    add("cls", "\(spec.designation)\(sections) \(spec.post.name) \(spec.serial)")
  }

  mutating func addCaptions() {
    guard !spec.captions.isEmpty else { return }
    addBlank()
    for caption in spec.captions { add("cap.\(caption)", caption) }
  }

  /// E.O., TAGS and SUBJECT.
  mutating func addLabels() {
    add("eo", "E.O. \(spec.era.order): \(spec.isClassified ? spec.era.value : "N/A")")
    add("tags", "TAGS: \(tags.joined(separator: spec.form == .scrapedWeb ? " " : ", "))")
    let label = spec.isOld ? "SUBJ" : "SUBJECT"
    add("subject", "\(label): \(subject)", width: 55)
  }

  var tags: [String] {
    let codes = ["SCUL", "KPAO"].prefix(spec.isOld ? 1 : 2) + [spec.post.country].compactMap { $0 }
    return spec.form == .scrapedWeb ? codes.map { "[\($0)](#)" } : Array(codes)
  }

  var subject: String {
    (spec.subjectMark.map { "(\($0)) " } ?? "") + "NEW READING ROOM AT THE EMBASSY LIBRARY"
  }

  mutating func addReferences() {
    addBlank()
    add("ref", "REF: A. STATE 12345")
    add("ref.B", spec.form == .scrapedWeb ? "[1](#)B. \(spec.post.name) 744" : "     B. \(spec.post.name) 744")
    addBlank()
  }

  mutating func addAuthority() {
    guard spec.isClassified, let reason = spec.era.reason else { return }
    add("by", "Classified By: Jane Morris, Ambassador. Reason: \(reason) (b) and (d).", width: 55)
    addBlank()
  }

  // MARK: The text

  static let texts = [
    "SUMMARY: The embassy library opened its new reading room on Monday. END SUMMARY.",
    "Ambassador Morris opened the room. Ref A had asked for a report on it. About forty guests came.",
    "The city librarian thanked the guests (ref B). He hopes that more schools will visit the room.",
    "The room has two parts:",
    "COMMENT: Young readers like the room. More of them will come in summer. END COMMENT.",
  ]

  /// Writes some of the five paragraphs.
  mutating func addParagraphs(_ numbers: ClosedRange<Int>) {
    for n in numbers {
      let mark = spec.marks.isEmpty ? "" : "(\(spec.marks[n - 1])) "
      let anchor = spec.form == .scrapedWeb ? "[1](#)" : ""
      add("p\(n)", "\(anchor)\(n). \(mark)\(cased(Self.texts[n - 1]))", width: spec.form == .scrapedWeb ? nil : 55)
      addBlank()
      if n == 4 { addSubparagraphs(mark) }
    }
  }

  private mutating func addSubparagraphs(_ mark: String) {
    add("p4a", "   a. \(mark)\(cased("a hall for readers;"))")
    addBlank()
    add("p4b", "   b. \(mark)\(cased("a corner for children."))")
    addBlank()
  }

  /// The texts of the 1970s to the 1990s are in capitals.
  private func cased(_ text: String) -> String { spec.era.capitals ? text.uppercased() : text }

  /// The paragraphs of one section.
  func paragraphs(of section: Int) -> ClosedRange<Int> {
    switch (spec.sections, section) {
    case (2, 1): 1...3
    case (2, _): 4...5
    case (3, 1): 1...2
    case (3, 2): 3...4
    case (3, _): 5...5
    default: 1...5
    }
  }
}
