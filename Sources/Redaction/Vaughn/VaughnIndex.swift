package import MarkingGrammar
package import MarkingModel

/// The row of a Vaughn index for one document (Vaughn v. Rosen, 484 F.2d 820): what it is, what was withheld of it,
/// under which exemption and why, and what was segregable.
package struct VaughnIndex: Sendable, Hashable {
  /// All that is withheld under one exemption.
  package struct Claim: Sendable, Hashable {
    package var exemption: String
    package var justification: String
    package var harm: String
    /// What it covers: "paragraph 1", "signature", with how often.
    package var withheld: [String]
  }

  package var document = ""
  package var date = ""
  package var from = ""
  package var to = ""
  package var pages = 1
  package var description = ""
  package var disposition = ""
  package var claims: [Claim] = []
  package var segregability = ""
}

extension VaughnIndex {
  /// From whom it is, to whom and of which date stands in it only where the copy says the same.
  ///
  /// - Parameters:
  ///   - released: the markings of the copy.
  ///   - file: what the document is called in the index.
  ///   - text: the reading text of the original.
  package init(
    of copy: ReleasedCopy, _ policy: Policy, document marking: MarkingDocument, released: MarkingDocument, file: String,
    text: [UInt8], _ vocabulary: borrowing Vocabulary
  ) {
    document = file
    let (facts, said) = (VaughnFacts(marking, text, vocabulary), VaughnFacts(released, copy.bytes, vocabulary))
    date = facts.day == said.day ? facts.day.map(Self.date) ?? "" : ""
    from = facts.from == said.from ? facts.from : ""
    to = facts.to == said.to ? facts.to : ""
    pages = facts.pages
    description = facts.description
    disposition = copy.disposition.words
    for exemption in copy.withholdings.flatMap(\.exemptions).inOrder {
      let ground = policy.ground(of: exemption)
      let names = copy.withholdings.filter { $0.exemptions.contains(exemption) }.map(\.name)
      claims.append(
        Claim(
          exemption: exemption.text, justification: ground?.justification ?? "", harm: ground?.harm ?? "",
          withheld: Self.counted(names)))
    }
    let bare = copy.withholdings.filter(\.exemptions.isEmpty).map(\.name)
    if !bare.isEmpty {
      claims.append(
        Claim(exemption: "", justification: policy.title, harm: "", withheld: Self.counted(bare)))
    }
    let percent = text.isEmpty ? 0 : copy.withheldBytes * 100 / text.count
    segregability =
      copy.withholdings.isEmpty
      ? "Nothing is withheld."
      : "Each portion was judged by itself; \(copy.cuts.count.counted("passage")), \(max(1, percent)) percent of the text, "
        + "\(copy.cuts.count == 1 ? "is" : "are") withheld, and everything else is released."
  }

  /// "signature", "us-ssn (3)".
  private static func counted(_ names: [String]) -> [String] {
    let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
    return names.unique.map { name in
      let count = counts[name] ?? 1
      return count > 1 ? "\(name) (\(count))" : name
    }
  }

  private static func date(_ day: Int) -> String {
    let digits = String(day)
    guard digits.count == 8 else { return "" }
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }
}

/// What the index says of a document, from its markings and, of papers and messages, the lines of its head.
struct VaughnFacts {
  var day: Int?
  var from = ""
  var to = ""
  var pages = 1
  var description: String

  init(_ document: MarkingDocument, _ text: [UInt8], _ vocabulary: borrowing Vocabulary) {
    let form = document.word(.form, of: 0) ?? "unknown"
    description = Self.descriptions[form] ?? "Document"
    day = document.number(.day, of: 0)
    if let node = document.nodes(named: .from).first { from = document.word(.post, of: node) ?? "" }
    let action = document.nodes(named: .addressee).filter { document.word(.role, of: $0) == "action" }
    if action.contains(where: { document.word(.state, of: $0) == "yes" }) { to = "Department of State" }
    if ["marked", "email", "unknown"].contains(form) {
      let head = PaperHead(text, vocabulary)
      (from, to, day) = (head.from, head.to, day ?? head.day)
      if head.isMemorandum, form != "email" { description = "Memorandum" }
      if head.isMessage, form == "unknown" { description = "E-mail" }
    }
    // Of a telegram `pages` counts the headings of its copy.
    if form == "marked" { pages = max(1, document.number(.pages, of: 0) ?? 1) }
    if let level = document.word(.level, of: 0), level != "none" { description += ", marked \(level)" }
  }

  private static let descriptions = [
    "wire": "Telegram", "wire-1970s": "Telegram", "nara-aad": "Telegram (database print)",
    "foia-paper": "Telegram (released paper copy)", "scraped-web": "Telegram (web copy)", "drafted": "Telegram (draft)",
    "smart": "Telegram", "frus": "Telegram (edited volume)", "marked": "Marked paper", "email": "E-mail",
  ]
}
