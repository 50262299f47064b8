/// The forms with a header of format lines.
extension CableWriter {
  /// Every section is a transmission of its own.
  mutating func writeTransmissions() {
    for section in 1...spec.sections {
      prefix = section == 1 ? "" : "s\(section)."
      addHeader()
      add("bt", "BT")
      addText()
      addParagraphs(paragraphs(of: section))
      if section == spec.sections { add("sig", "MORRIS") }
      addEnd()
    }
  }

  /// Format lines 1 to 8.
  private mutating func addHeader() {
    let isState = spec.post.country == nil
    add("fl1", "VZCZCXRO\(4787 + section)")
    add("fl2", "OO \(isState ? "RUEHLI" : "RUEHC") RUEHPA")
    let slash = spec.sections > 1 ? "/0\(section)" : ""
    add("fl3", "DE \(spec.post.indicator) #\(spec.shortSerial)\(slash) \(spec.era.filing)")
    add("fl4", "\(spec.letter == "U" ? "ZNR" : "ZNY") \(String(repeating: spec.letter, count: 5)) ZZH")
    add("fl5", "O P \(spec.era.group)")
    add("fl6", "FM \(spec.post.office)")
    add("to", "TO \(isState ? "RUEHLI/AMEMBASSY LISBON" : "RUEHC/SECSTATE WASHDC") IMMEDIATE \(1443 + section)")
    add("info", "INFO RUEHPA/AMEMBASSY PARIS PRIORITY \(210 + section)")
  }

  /// From the classification line to the Classified-By block.
  private mutating func addText() {
    addClassification()
    addCaptions()
    addBlank()
    addLabels()
    if section == 1 {
      addReferences()
      addAuthority()
    } else {
      addBlank()
    }
  }

  private mutating func addEnd() {
    add("bt2", "BT")
    add("val", "#\(spec.shortSerial)")
    add("end", "NNNN")
  }

  /// A copy of the 1970s: no transmission identifier, and the end of the message before it.
  mutating func writeOldWire() {
    add("before", "NNNNVV ESA012LIB345")
    add("fl2", "RR RUEHC RUEHPA")
    add("fl3", "DE \(spec.post.indicator) #\(spec.shortSerial) \(spec.era.filing)")
    add("fl4", "\(spec.letter == "U" ? "ZNR" : "ZNY") \(String(repeating: spec.letter, count: 5)) ZZH")
    add("fl5", "R \(spec.era.group)")
    add("fl6", "FM \(spec.post.office)")
    add("to", "TO RUEHC/SECSTATE WASHDC 1444")
    add("info", "INFO RUEHPA/AMEMBASSY PARIS 0211")
    add("bt", "BT")
    addText()
    addParagraphs(1...5)
    add("sig", "MORRIS")
    addEnd()
  }

  /// A copy from the web: one header, anchors, paragraphs on one line, page headings between the sections.
  mutating func writeScraped() {
    addHeader()
    addBlank()
    addClassification()
    addCaptions()
    addBlank()
    addLabels()
    addReferences()
    addAuthority()
    for section in 1...spec.sections {
      if section > 1 {
        let serial = String(repeating: "0", count: 8 - spec.serial.count) + spec.serial
        add("head\(section)", "\(spec.post.name) \(serial)  00\(section) OF 00\(spec.sections)")
        addBlank()
      }
      addParagraphs(paragraphs(of: section))
    }
    add("sig", "MORRIS")
  }
}
