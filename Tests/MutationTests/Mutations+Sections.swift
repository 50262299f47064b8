extension Mutation {
  /// Sections and page headings.
  static let sections: [Mutation] = [
    error("SEC-001", "another serial", ["web SBU 2009 in 2", "web U 2009 in 3", "web C 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("head2", "00000907", "00000908")
    },
    error("SEC-001", "another post", ["web SBU 2009 in 2", "web C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("head2", "LISBON", "MADRID")
    },
    warning("SEC-001", "another serial in a print", ["print U 1974", "print C 1979"]) { cable throws(Missing) in
      try cable.replace("page2", "01234", "01235")
    },
    error("SEC-002", "another total", ["web SBU 2009 in 2", "web C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("head2", "OF 002", "OF 003")
    },
    warning("SEC-003", "back to section 1", ["web U 2009 in 3"]) { cable throws(Missing) in
      try cable.replace("head2", "002 OF", "003 OF")
      return try cable.replace("head3", "003 OF", "002 OF")
    },
    warning("SEC-003", "beyond the total", ["web SBU 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("head2", "002 OF", "003 OF")
    },
    warning("SEC-004", "section 3 is missing", ["web U 2009 in 3"]) { cable throws(Missing) in
      try cable.remove("head3")
      return .at("cls")
    },
    error("SEC-006", "nothing after section 1", ["web SBU 2009 in 2", "web C 2009 in 2"]) { cable throws(Missing) in
      let end = try cable.index("head2")
      cable.parts.removeSubrange(end...)
      return .at("cls")
    },
    warning("SEC-007", "numbers begin again", ["web SBU 2009 in 2", "web C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("p5", "5.", "2.")
      return try cable.replace("p4", "4.", "1.")
    },
    warning("SEC-007", "in a transmission of its own", ["wire SBU 2009 in 2", "wire C 2009 in 2"]) {
      cable throws(Missing) in
      try cable.replace("s2.p5", "5.", "2.")
      return try cable.replace("s2.p4", "4.", "1.")
    },
  ]

  /// Passages that are opened and closed.
  static let passages: [Mutation] = [
    warning("BOD-001", "no END SUMMARY", ["wire U 2009", "wire C 2005", "web C 2005", "smart U 2012"]) {
      cable throws(Missing) in try cable.replace("p1", " END SUMMARY.", "")
    },
    warning("BOD-001", "END SUMMARY only", ["wire SBU 2005", "draft C 2009"]) { cable throws(Missing) in
      try cable.replace("p1", "SUMMARY: ", "").word("END")
    },
    warning("BOD-002", "no END COMMENT", ["wire U 2012", "draft C 2009", "web C 2005", "smart C 2012"]) {
      cable throws(Missing) in try cable.replace("p5", " END COMMENT.", "")
    },
    warning("BOD-002", "END COMMENT only", ["wire SBU 2005", "draft U 2009"]) { cable throws(Missing) in
      try cable.replace("p5", "COMMENT: ", "").word("END")
    },
    warning("BOD-003", "BEGIN TEXT without its end", ["wire U 2009", "draft U 2009", "web C 2005"]) {
      cable throws(Missing) in
      try cable.replace("p2", "About forty guests came.", "BEGIN TEXT: About forty guests came.").word("BEGIN")
    },
    warning("BOD-003", "UNQUOTE only", ["wire SBU 2005", "draft C 2009"]) { cable throws(Missing) in
      try cable.replace("p2", "About forty guests came.", "About forty guests came. UNQUOTE.").word("UNQUOTE")
    },
    warning("BOD-003", "ACTION REQUEST without its end", ["wire C 2005", "draft SBU 2009"]) { cable throws(Missing) in
      try cable.replace("p3", "The city", "ACTION REQUEST: The city").word("ACTION")
    },
  ]
}
