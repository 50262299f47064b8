extension Mutation {
  /// Numbers of paragraphs.
  static let paragraphs: [Mutation] = [
    error("PAR-007", "3 is missing", ["wire U 2009", "wire C 2005", "web C 2005", "smart U 2012", "draft U 2009"]) {
      cable throws(Missing) in
      try cable.remove("p3")
      return .at("p4")
    },
    error("PAR-007", "3 twice", ["wire SBU 2005", "draft C 2009"]) { cable throws(Missing) in
      try cable.replace("p4", "4.", "3.")
    },
    error("PAR-007", "it begins with 2", ["wire U 1990", "draft U 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.remove("p1")
      return .at("p2")
    },
    error("PAR-007", "a gap in the second section", ["wire SBU 2009 in 2", "wire C 2009 in 2"]) {
      cable throws(Missing) in
      try cable.replace("s2.p5", "5.", "6.")
    },
    warning("PAR-007", "a gap in a print", ["print U 1974", "print C 1979"]) { cable throws(Missing) in
      try cable.remove("p2")
      return .at("p3")
    },
  ]

  /// Portion marks.
  static let portions: [Mutation] = [
    error("PAR-001", "one paragraph is not marked", ["wire C 2005", "draft C 2009", "web C 2005", "smart C 2012"]) {
      cable throws(Missing) in try cable.replace("p3", "(SBU) ", "")
    },
    error("PAR-001", "in a secret cable", ["wire S 2009", "draft S 2012", "wire S 2012"]) { cable throws(Missing) in
      try cable.replace("p5", "(C) ", "")
    },
    error("PAR-001", "in the second section", ["wire C 2009 in 2", "draft C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace(cable.has("s2.p5") ? "s2.p5" : "p5", "(C) ", "")
    },
    warning("PAR-001", "in 1990", ["wire C 1990"]) { cable throws(Missing) in try cable.replace("p2", "(C) ", "") },
    warning("PAR-002", "one paragraph is not marked", ["wire SBU 2005", "draft SBU 2009", "web SBU 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("p3", "(SBU) ", "")
    },
    warning("PAR-002", "in fields", ["smart SBU 2012"]) { cable throws(Missing) in
      try cable.replace("p2", "(U) ", "")
    },
    error("PAR-004", "SUB", ["wire SBU 2005", "draft SBU 2009", "web SBU 2009 in 2", "smart SBU 2012"]) {
      cable throws(Missing) in try cable.replace("p3", "(SBU)", "(SUB)")
    },
    error("PAR-004", "X", ["wire C 2005", "draft C 2009", "web C 2005", "wire S 2012"]) { cable throws(Missing) in
      try cable.replace("p4", "(U)", "(X)")
    },
    error("PAR-004", "SBV", ["wire SBU 2009 in 3", "wire SBU 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("p1", "(SBU)", "(SBV)")
    },
    warning("PAR-005", "before the number", ["wire SBU 2005", "draft C 2009", "wire C 2005"]) {
      cable throws(Missing) in try cable.replace("p4", "4. (U)", "(U) 4.")
    },
    warning("PAR-006", "a Cyrillic letter", ["wire SBU 2005", "draft C 2009", "web SBU 2009 in 2", "smart SBU 2012"]) {
      cable throws(Missing) in try cable.replace("p3", "(SBU)", "(\u{405}BU)")
    },
    warning("PAR-006", "parentheses of full width", ["wire C 2005", "draft C 2009"]) { cable throws(Missing) in
      try cable.replace("p4", "(U)", "\u{FF08}U\u{FF09}")
    },
    warning("PAR-010", "a sub-paragraph above its paragraph", ["wire C 2005", "draft C 2009", "wire S 2012"]) {
      cable throws(Missing) in try cable.replace("p4b", "(U)", "(C)")
    },
    warning("PAR-011", "LOU after 1995", ["wire C 2005", "draft C 2009", "web SBU 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("p3", "(SBU)", "(LOU)")
    },
  ]
}
