extension Mutation {
  /// The E.O. line and the Classified-By block; what the SBU family may not do.
  static let order: [Mutation] = [
    error("EOL-001", "no E.O. line", ["wire U 2009", "wire SBU 2005", "draft U 2009", "70s U 1979"]) {
      cable throws(Missing) in
      try cable.remove("eo")
      return .at("cls")
    },
    error("EOL-002", "a date on an unclassified cable", ["wire U 2009", "draft U 2009", "web U 2009 in 3"]) {
      cable throws(Missing) in try cable.replace("eo", "N/A", "DECL: 03/15/2019")
    },
    error("EOL-002", "GDS on LIMITED OFFICIAL USE", ["70s LOU 1979", "print LOU 1979"]) { cable throws(Missing) in
      try cable.replace("eo", "N/A", "GDS 3/15/85 (MORRIS, JANE)")
    },
    error(
      "EOL-003", "N/A on a classified cable",
      ["wire C 2005", "draft C 2009", "wire C 1990", "print S 1974", "print C 1974"]
    ) {
      cable throws(Missing) in
      let order = cable.text.contains("12958") ? "12958" : cable.text.contains("12356") ? "12356" : "11652"
      return try cable.set("eo", "E.O. \(order): N/A")
    },
    error("EOL-003", "nothing on a classified cable", ["wire C 1997", "web C 2005", "draft C 2009"]) {
      cable throws(Missing) in try cable.set("eo", "E.O. 12958:")
    },
    error("EOL-004", "the order of 1995 in 1990", ["wire U 1990", "wire LOU 1990"]) { cable throws(Missing) in
      try cable.replace("eo", "12356", "12958")
    },
    error("EOL-004", "the order of 1978 in 1974", ["70s C 1974"]) { cable throws(Missing) in
      try cable.replace("eo", "11652", "12065")
    },
    warning("EOL-004", "the order of 2009 in 2005", ["wire C 2005", "web C 2005", "wire SBU 2005"]) {
      cable throws(Missing) in try cable.replace("eo", "12958", "13526")
    },
    warning("EOL-004", "the order of 1982 in 2009", ["wire U 2009", "web SBU 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("eo", "12958", "12356")
    },
    error("EOL-005", "30 February", ["wire C 2005", "draft C 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("eo", "03/15/20", "02/30/20")
    },
    error("EOL-005", "the day of the cable", ["wire C 2005"]) { cable throws(Missing) in
      try cable.replace("eo", "03/15/2015", "03/15/2005")
    },
    error("EOL-005", "before the cable", ["wire C 2009 in 2", "wire S 2009"]) { cable throws(Missing) in
      try cable.replace("eo", "03/15/2019", "03/14/2009")
    },
    error("EOL-006", "a day more than 25 years", ["wire C 2005", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("eo", "03/15/2015", "03/16/2030")
    },
    error("EOL-006", "30 years", ["wire C 2012", "wire S 2012"]) { cable throws(Missing) in
      try cable.replace("eo", "03/15/2022", "03/15/2042")
    },
    warning("EOL-007", "a day more than ten years", ["wire C 1997"]) { cable throws(Missing) in
      try cable.replace("eo", "03/15/07", "03/16/07")
    },
    warning("EOL-008", "OADR in 2009", ["wire C 2009 in 2", "wire S 2009"]) { cable throws(Missing) in
      try cable.replace("eo", "DECL: 03/15/2019", "DECL: OADR")
    },
    warning("EOL-008", "X1 in 2005", ["wire C 2005", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("eo", "03/15/2015", "X1")
    },
    error("EOL-009", "no Classified-By block", ["wire C 2005", "draft C 2009", "wire C 1997", "web C 2005"]) {
      cable throws(Missing) in
      try cable.remove("by")
      return .at("eo")
    },
    error("EOL-009", "no position", ["wire C 2009 in 2", "draft C 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("by", "Jane Morris, Ambassador", "Jane Morris")
    },
    error("EOL-009", "no name", ["wire S 2012", "draft S 2012"]) { cable throws(Missing) in
      try cable.set("by", "Reason: 1.4 (b) and (d).")
    },
    error("EOL-010", "a reason without a paragraph", ["wire C 2005", "draft C 2009", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("by", "1.4 (b) and (d)", "sensitive")
    },
    error("EOL-010", "no reason", ["wire C 2012", "draft S 2012"]) { cable throws(Missing) in
      try cable.replace("by", " Reason: 1.4 (b) and (d).", "")
    },
    error("EOL-010", "a paragraph without a letter", ["wire C 1997", "wire S 2009"]) { cable throws(Missing) in
      try cable.replace("by", " (b) and (d)", "")
    },
    error("EOL-011", "(k)", ["wire C 2005", "draft C 2009", "smart C 2012"]) { cable throws(Missing) in
      try cable.replace(cable.has("reason") ? "reason" : "by", "(d)", "(k)").word("(k)")
    },
    error("EOL-011", "(h) in 1997", ["wire C 1997"]) { cable throws(Missing) in
      try cable.replace("by", "(d)", "(h)").word("(h)")
    },
    warning("EOL-012", "1.5 in 2009", ["wire C 2009 in 2", "wire S 2009", "web C 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("by", "1.4", "1.5").word("1.5")
    },
    warning("EOL-012", "1.4 in 1997", ["wire C 1997"]) { cable throws(Missing) in
      try cable.replace("by", "1.5", "1.4").word("1.4")
    },
    error("EOL-013", "a Classified-By block", ["wire U 2009", "draft SBU 2009", "web U 2009 in 3", "wire U 1997"]) {
      cable throws(Missing) in
      try cable.insert("by", "Classified By: Jane Morris, Ambassador.\nReason: 1.4 (b).\n", before: "p1")
    },
    warning("EOL-014", "a source and a reason", ["wire C 2005", "wire C 2012", "web C 2005"]) {
      cable throws(Missing) in
      try cable.replace("by", "Reason:", "Derived From: DSCG 05-01. Reason:")
    },
    warning("EOL-016", "a confidential Classified-By block", ["wire C 2005", "draft C 2009", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("by", "Classified", "(C) Classified")
    },
    error("SBU-001", "SBU in the E.O. line", ["wire C 2005", "draft C 2009", "wire SBU 2005"]) {
      cable throws(Missing) in try cable.set("eo", "E.O. 12958: SBU")
    },
    error("SBU-001", "SBU as the reason", ["wire C 2012", "draft C 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("by", "1.4 (b) and (d)", "SBU").word("Reason")
    },
    error("SBU-004", "a CUI banner without a portion", ["wire C 2012", "draft C 2009", "draft S 2012"]) {
      cable throws(Missing) in try cable.insert("banner", "CUI\n", before: "p1")
    },
  ]
}
