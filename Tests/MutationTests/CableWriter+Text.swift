/// The forms without format lines 1 to 4.
extension CableWriter {
  /// The text alone. Where it has sections, each begins with its own classification line.
  mutating func writeDraft() {
    for section in 1...spec.sections {
      prefix = section == 1 ? "" : "s\(section)."
      addClassification()
      if section == 1 {
        addCaptions()
        addBlank()
        addLabels()
        addReferences()
        addAuthority()
      } else {
        addBlank()
      }
      addParagraphs(paragraphs(of: section))
    }
    add("sig", "MORRIS")
  }

  /// Labelled fields between two banners.
  mutating func writeFields() {
    add("cls", spec.banner)
    addBlank()
    field("mrn", "MRN:", "\(spec.era.year) \(spec.post.name) 907")
    field("fl5", "Date/DTG:", "Mar 15, 20\(spec.era.year) / \(spec.era.group)")
    field("fl6", "From:", spec.post.office)
    field("to", "Action:", "WASHDC, SECSTATE ROUTINE")
    field("eo", "E.O.:", spec.era.order)
    field("tags", "TAGS:", tags.joined(separator: ", "))
    if !spec.captions.isEmpty { field("captions", "Captions:", spec.captions.joined(separator: ", ")) }
    field("subject", "Subject:", subject)
    field("ref", "Reference:", "A. 12 STATE 12345")
    field("ref.B", "", "B. 12 \(spec.post.name) 744")
    addBlank()
    if spec.isClassified {
      add("by", "Classified By: Jane Morris, Ambassador")
      add("reason", "Reason: 1.4 (b), (d)")
      add("decl", "Declassify On: 03/15/2022")
      addBlank()
    }
    addParagraphs(1...5)
    field("sig", "Signature:", "MORRIS")
    addBlank()
    add("bottom", spec.banner)
  }

  private mutating func field(_ key: String, _ label: String, _ value: String) {
    add(key, label + String(repeating: " ", count: 16 - label.count) + value)
  }

  /// A database print: pages with the level at top and bottom, release stamps, and the record behind it.
  mutating func writePrint() {
    addStamp()
    add("", "                              Message Text")
    addBlank()
    addPageHead(1)
    add("action", "ACTION EUR-12")
    addBlank()
    add("distribution", "INFO OCT-01  ISO-00  CU-04  /017 W")
    add("dashes", "                       --------------------- 052087")
    add("fl5", "R \(spec.era.group)")
    add("fl6", "FM \(spec.post.office)")
    add("to", "TO SECSTATE WASHDC 1444")
    add("info", "INFO AMEMBASSY PARIS")
    addBlank()
    addClassification()
    addCaptions()
    addBlank()
    addLabels()
    addReferences()
    addParagraphs(1...3)
    add("bottom1", spec.banner)
    addBlank()
    addPageHead(2)
    addParagraphs(4...5)
    add("sig", "MORRIS")
    addBlank()
    add("bottom2", spec.banner)
    addBlank()
    add("end", "NNNN")
    addStamp()
    addRecord()
  }

  private mutating func addPageHead(_ page: Int) {
    add("top\(page)", spec.banner)
    addBlank()
    add("page\(page)", "PAGE 0\(page)  \(spec.post.name) 0\(spec.serial)  151030Z")
    if page > 1 { addBlank() }
  }

  private mutating func addStamp() {
    addBlank()
    add("", "          Declassified/Released US Department of State EO Systematic Review 30 JUN 2005")
    addBlank()
  }

  private mutating func addRecord() {
    add("record", "                              Message Attributes")
    let restrictions = spec.captions.isEmpty ? "n/a" : spec.captions.joined(separator: ", ")
    for line in [
      "Automatic Decaptioning: X", "Current Classification: UNCLASSIFIED", "Control Number: n/a",
      "Draft Date: 15 MAR 19\(spec.era.year)", "Document Number: 19\(spec.era.year)LISBON01234",
      "Executive Order: \(spec.isClassified ? spec.era.value : "N/A")", "From: LISBON",
      "Handling Restrictions: n/a", "Original Classification: \(spec.banner)",
      "Original Handling Restrictions: \(restrictions)", "Previous Classification: \(spec.banner)",
      "Previous Handling Restrictions: \(restrictions)", "Review Date: 30 JUN 2005", "TAGS: SCUL, PO",
      "To: STATE", "Type: TE",
    ] { add("", line) }
  }
}
