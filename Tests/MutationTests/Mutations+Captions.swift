extension Mutation {
  /// Captions and channels.
  static let captions: [Mutation] = [
    warning("CAP-001", "SENSITIVE on a classified cable", ["wire C 2005", "draft C 2009", "web C 2005"]) {
      cable throws(Missing) in try cable.insert("cap.SENSITIVE", "\nSENSITIVE", after: "cls").word("SENSITIVE")
    },
    error("CAP-002", "SENSITIVE over unclassified portions", ["wire SBU 2005", "draft SBU 2009", "smart SBU 2012"]) {
      cable throws(Missing) in
      for key in ["p1", "p3", "p5"] { try cable.replace(key, "(SBU)", "(U)") }
      return cable.has("captions") ? .at("captions") : .at("cap.SENSITIVE")
    },
    error("CAP-003", "SBU portions without SENSITIVE", ["wire SBU 2005", "draft SBU 2009", "wire SBU 2009 in 3"]) {
      cable throws(Missing) in
      for key in ["cap.SENSITIVE", "s2.cap.SENSITIVE", "s3.cap.SENSITIVE"] where cable.has(key) {
        try cable.remove(key)
      }
      return .at("p1")
    },
    error("CAP-003", "one SBU portion in an unmarked caption block", ["wire U 2012"]) { cable throws(Missing) in
      try cable.replace("p2", "(U)", "(SBU)")
    },
    error("CAP-004", "a NOFORN portion without the caption", ["draft C 2009", "wire C 2005", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("p2", "(C)", "(C/NF)")
    },
    error("CAP-004", "the caption without a portion", ["wire S 2009", "draft SBU/NF 2009", "web C 2009 in 2"]) {
      cable throws(Missing) in
      let key = cable.text.contains("2. (C/NF)") ? "p2" : "p3"
      try cable.replace(key, "/NF", "")
      return .at("cap.NOFORN")
    },
    error("CAP-005", "NODIS with EXDIS", ["wire C 1990", "draft S 2012"]) { cable throws(Missing) in
      try cable.insert("cap.NODIS", "NODIS", before: "cap.EXDIS")
      return .at("cap.EXDIS")
    },
    warning("CAP-006", "SIPDIS with EXDIS", ["draft S 2012"]) { cable throws(Missing) in
      try cable.insert("cap.SIPDIS", "SIPDIS", after: "cap.EXDIS")
    },
    warning("CAP-006", "SIPDIS with NODIS", ["wire S 2012"]) { cable throws(Missing) in
      try cable.insert("cap.SIPDIS", "SIPDIS", after: "cap.NODIS")
    },
    warning("CAP-007", "NODIS after SENSITIVE", ["wire SBU 2005", "draft SBU 2009"]) { cable throws(Missing) in
      try cable.insert("cap.NODIS", "NODIS", after: "cap.SENSITIVE")
    },
    error("CAP-008", "two channels", ["wire C 2005", "draft C 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.insert("cap.DS", "\nDS CHANNEL\nROGER CHANNEL", after: "cls").word("ROGER")
    },
    error("CAP-009", "a caption with AGREMENT CHANNEL", ["wire S 2012"]) { cable throws(Missing) in
      try cable.insert("cap.AGREMENT", "AGREMENT CHANNEL", before: "cap.NODIS")
    },
    error("CAP-009", "a caption with DIRGEN CHANNEL", ["draft S 2012", "wire C 1990"]) { cable throws(Missing) in
      try cable.insert("cap.DIRGEN", "DIRGEN CHANNEL", before: "cap.EXDIS")
    },
    error("CAP-010", "AGREMENT CHANNEL on an unclassified cable", ["wire U 2009", "draft U 2009", "wire U 1997"]) {
      cable throws(Missing) in try cable.insert("cap.AGREMENT", "\nAGREMENT CHANNEL", after: "cls").word("AGREMENT")
    },
    warning("CAP-011", "EXDIS on an unclassified cable", ["wire U 2009", "draft U 2009", "wire U 1990"]) {
      cable throws(Missing) in try cable.insert("cap.EXDIS", "\nEXDIS", after: "cls").word("EXDIS")
    },
    warning("CAP-011", "STADIS on an unclassified cable", ["70s U 1979", "web U 2009 in 3"]) { cable throws(Missing) in
      try cable.insert("cap.STADIS", "\nSTADIS", after: "cls").word("STADIS")
    },
    warning("CAP-014", "SIPDIS in 1997", ["wire U 1997", "wire C 1997"]) { cable throws(Missing) in
      try cable.insert("cap.SIPDIS", "\nSIPDIS", after: "cls").word("SIPDIS")
    },
    warning("CAP-014", "SIPDIS in March 2005", ["wire C 2005", "web C 2005"]) { cable throws(Missing) in
      try cable.insert("cap.SIPDIS", "\nSIPDIS", after: "cls").word("SIPDIS")
    },
    warning("CAP-015", "STADIS to another department", ["wire C 2005", "wire C 1997"]) { cable throws(Missing) in
      try cable.insert("cap.STADIS", "\nSTADIS", after: "cls")
      return try cable.replace("to", "RUEHC/SECSTATE WASHDC", "RUEKJCS/SECDEF WASHDC")
    },
    warning("CAP-016", "OFFICIAL INFORMAL as a caption only", ["wire U 2009", "draft U 2009", "web U 2009 in 3"]) {
      cable throws(Missing) in try cable.insert("cap.OI", "\nOFFICIAL INFORMAL", after: "cls").word("OFFICIAL")
    },
    warning("CAP-016", "OFFICIAL INFORMAL in the subject only", ["wire U 1997", "draft U 2009"]) {
      cable throws(Missing) in try cable.replace("subject", "NEW READING", "OFFICIAL INFORMAL 12: READING")
    },
    warning("CAP-018", "the banner without the caption", ["wire U 2009", "draft U 2009", "web U 2009 in 3"]) {
      cable throws(Missing) in
      try cable.insert("banner", "SENSITIVE BUT UNCLASSIFIED\n", before: "p1")
    },
  ]
}

extension Cable.Place {
  /// The same part, at the line with this word.
  func word(_ word: String) -> Cable.Place {
    if case .at(let key, _) = self { .at(key, word: word) } else { self }
  }
}
