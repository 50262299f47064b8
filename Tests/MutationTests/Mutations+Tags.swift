extension Mutation {
  /// TAGS and SUBJECT.
  static let tags: [Mutation] = [
    error("TAG-001", "no TAGS line", ["wire U 2009", "draft C 2009", "web C 2005", "smart U 2012", "print C 1979"]) {
      cable throws(Missing) in
      try cable.remove("tags")
      return .document
    },
    error("TAG-001", "an empty TAGS line", ["wire U 1990", "draft U 2009", "wire S 2012", "70s U 1979"]) {
      cable throws(Missing) in try cable.set("tags", "TAGS:")
    },
    warning("TAG-002", "a country alone", ["wire U 1990", "draft C 2009", "web C 2005", "smart U 2012"]) {
      cable throws(Missing) in
      let country = cable.text.contains("[TD]") ? "[TD](#)" : "PO"
      return try cable.set("tags", cable.has("mrn") ? "TAGS:           \(country)" : "TAGS: \(country)")
    },
    warning("TAG-002", "a program and a country", ["wire SBU 2005", "draft U 2009"]) { cable throws(Missing) in
      try cable.replace("tags", "SCUL, ", "")
    },
    warning("TAG-003", "no such TAGS", ["wire U 2009", "draft C 2009", "smart SBU 2012", "wire C 1997"]) {
      cable throws(Missing) in try cable.replace("tags", "KPAO", "XYZQ")
    },
    warning("TAG-003", "no such TAGS behind an anchor", ["web C 2005", "web U 2009 in 3"]) { cable throws(Missing) in
      try cable.replace("tags", "KPAO", "QQQX")
    },
    error("TAG-009", "no SUBJECT", ["wire U 2009", "draft U 2009", "web U 2009 in 3", "smart U 2012"]) {
      cable throws(Missing) in
      try cable.remove("subject")
      return .document
    },
    error("TAG-009", "an empty SUBJECT", ["wire U 1990", "draft SBU 2009", "wire SBU 2005"]) {
      cable throws(Missing) in try cable.set("subject", "SUBJECT:")
    },
    warning("TAG-010", "an unmarked SUBJECT", ["wire C 2005", "draft C 2009", "web C 2005", "smart C 2012"]) {
      cable throws(Missing) in try cable.replace("subject", "(U) ", "")
    },
    warning("TAG-010", "an unmarked SUBJECT of a secret cable", ["wire S 2009", "wire S 2012"]) {
      cable throws(Missing) in try cable.replace("subject", "(U) ", "")
    },
    error("TAG-011", "a secret SUBJECT on a confidential cable", ["wire C 2005", "draft C 2009", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("subject", "(U)", "(S)")
    },
    error("TAG-011", "a confidential SUBJECT on an unclassified cable", ["wire U 2009", "draft SBU 2009"]) {
      cable throws(Missing) in try cable.replace("subject", "NEW", "(C) NEW")
    },
    error("TAG-011", "the mark at the end", ["wire U 2012", "draft U 2009", "web U 2009 in 3"]) {
      cable throws(Missing) in try cable.replace("subject", "LIBRARY", "LIBRARY (C)")
    },
  ]

  /// REF and what cites it.
  static let references: [Mutation] = [
    warning("TAG-013", "a gap", ["wire U 2009", "draft C 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("p3", "ref B", "ref C")
      return try cable.replace("ref.B", "B.", "C.")
    },
    warning("TAG-013", "a letter twice", ["wire SBU 2005", "draft U 2009"]) { cable throws(Missing) in
      try cable.replace("p3", " (ref B)", "")
      return try cable.replace("ref.B", "B.", "A.")
    },
    warning("TAG-014", "a reference that is not listed", ["wire U 2009", "draft C 2009", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("p3", "(ref B)", "(ref D)").word("ref")
    },
    warning("TAG-014", "only one is listed", ["wire SBU 2005", "draft SBU 2009"]) { cable throws(Missing) in
      try cable.remove("ref.B")
      return .at("p3", word: "(ref")
    },
  ]
}
