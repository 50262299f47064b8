extension Mutation {
  /// The header: format lines 1 to 16.
  static let wire: [Mutation] = [
    error("WIR-002", "two different prosigns", ["wire U 1990", "wire C 2005", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("fl2", "OO", "OP")
    },
    error("WIR-002", "a single prosign", ["wire U 2009", "web U 2009 in 3"]) { cable throws(Missing) in
      try cable.replace("fl2", "OO", "O")
    },
    error("WIR-003", "format line 2 below the others", ["wire U 1990", "wire S 2009", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("fl2", "OO", "RR")
    },
    error("WIR-003", "format line 5 below the others", ["wire U 1997", "wire C 2005", "web SBU 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("fl5", "O P", "R")
    },
    error("WIR-003", "no addressee as high as the lines", ["wire U 1997", "wire SBU 2005"]) { cable throws(Missing) in
      try cable.replace("to", "IMMEDIATE", "PRIORITY")
    },
    error("WIR-003", "in the second section", ["wire SBU 2009 in 2", "wire C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("s2.fl2", "OO", "PP")
    },
    warning("WIR-004", "information above action", ["wire U 1990", "wire C 2012", "web C 2005"]) {
      cable throws(Missing) in
      try cable.replace("to", "IMMEDIATE", "PRIORITY")
      return try cable.replace("info", "PRIORITY", "IMMEDIATE")
    },
    warning("WIR-005", "a digit in format line 2", ["wire U 1990", "wire S 2012", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("fl2", "RUEHPA", "RU3HPA")
    },
    warning("WIR-005", "a digit before an addressee", ["wire U 2009", "wire C 1997"]) { cable throws(Missing) in
      try cable.replace("info", "RUEHPA", "RU3HPA")
    },
    error("WIR-006", "another serial in format line 3", ["wire U 2009", "wire C 2005", "70s C 1974"]) {
      cable throws(Missing) in
      let digits = cable.text.contains("#0907") ? ("#0907", "#0908") : ("#1234", "#1235")
      return try cable.replace("fl3", digits.0, digits.1)
    },
    error("WIR-006", "another serial before and after the text", ["wire U 1990", "wire SBU 2005"]) {
      cable throws(Missing) in
      try cable.replace("val", "#0907", "#0807")
      return try cable.replace("fl3", "#0907", "#0807")
    },
    error("WIR-006", "in a copy without a validation line", ["web C 2005", "web SBU 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("fl3", "#0907", "#0709")
    },
    warning("WIR-007", "no section in format line 3", ["wire SBU 2009 in 2", "web U 2009 in 3"]) {
      cable throws(Missing) in try cable.replace("fl3", "/01", "")
    },
    warning("WIR-007", "another section in format line 3", ["wire SBU 2009 in 3", "wire C 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("s2.fl3", "/02", "/03")
    },
    warning("WIR-007", "a section in format line 3 alone", ["wire U 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("fl3", "#0907", "#0907/01")
    },
    error("WIR-008", "the day before", ["wire U 1990", "wire C 2005", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("fl3", " 074", " 073")
    },
    error("WIR-008", "two days later", ["wire S 2012", "wire U 2012"]) { cable throws(Missing) in
      try cable.replace("fl3", " 075", " 077")
    },
    error("WIR-008", "no day of a year", ["wire U 1997", "wire SBU 2005", "70s U 1979"]) { cable throws(Missing) in
      try cable.replace("fl3", " 074", " 374")
    },
    error("WIR-008", "day 0", ["wire U 2009", "web U 2009 in 3"]) { cable throws(Missing) in
      try cable.replace("fl3", " 074", " 000")
    },
    warning("WIR-009", "filed before it was written", ["wire U 1990", "wire C 2012", "web C 2005"]) {
      cable throws(Missing) in try cable.replace("fl3", "0930", "0730")
    },
    warning("WIR-009", "filed a day and a half later", ["wire U 2009", "wire C 2005"]) { cable throws(Missing) in
      try cable.replace("fl3", "0740930", "0752130")
    },
    error("WIR-010", "ZNR with a classified letter", ["wire S 2009", "wire C 2005", "web C 2005", "70s C 1974"]) {
      cable throws(Missing) in try cable.replace("fl4", "ZNY", "ZNR")
    },
    error("WIR-010", "ZNY with U", ["wire U 2009", "wire SBU 2005", "web U 2009 in 3"]) { cable throws(Missing) in
      try cable.replace("fl4", "ZNR", "ZNY")
    },
    error("WIR-011", "four letters", ["wire U 2009", "wire S 2012", "web C 2005"]) { cable throws(Missing) in
      let letter = cable.text.contains("UUUUU") ? "U" : cable.text.contains("CCCCC") ? "C" : "S"
      return try cable.replace("fl4", String(repeating: letter, count: 5), String(repeating: letter, count: 4))
    },
    error("WIR-011", "one letter differs", ["wire C 2005", "wire C 2009 in 2", "70s C 1974"]) {
      cable throws(Missing) in try cable.replace("fl4", "CCCCC", "CCCSC")
    },
    error("WIR-012", "unclassified sent as confidential", ["wire U 2009", "wire SBU 2005", "web U 2009 in 3"]) {
      cable throws(Missing) in try cable.replace("fl4", "ZNR UUUUU", "ZNY CCCCC")
    },
    error("WIR-012", "classified sent as unclassified", ["wire S 2009", "wire C 2005", "70s C 1974"]) {
      cable throws(Missing) in
      let letter = cable.text.contains("CCCCC") ? "CCCCC" : "SSSSS"
      return try cable.replace("fl4", "ZNY \(letter)", "ZNR UUUUU")
    },
    error("WIR-012", "confidential sent as secret", ["wire C 1997", "web C 2005", "wire C 1990"]) {
      cable throws(Missing) in try cable.replace("fl4", "CCCCC", "SSSSS")
    },
    error("WIR-013", "no such hour", ["wire U 1990", "wire C 2005", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("fl5", "150915Z", "152515Z")
    },
    error("WIR-013", "no such minute", ["wire U 2009", "wire S 2012", "70s U 1979"]) { cable throws(Missing) in
      try cable.replace("fl5", "150915Z", "150975Z")
    },
    error("WIR-013", "no such day", ["wire SBU 2005", "web U 2009 in 3"]) { cable throws(Missing) in
      try cable.replace("fl5", "150915Z", "320915Z")
    },
    error("WIR-013", "no zone", ["wire U 1997", "wire C 2012"]) { cable throws(Missing) in
      try cable.replace("fl5", "150915Z", "150915")
    },
    error("WIR-013", "no such month", ["wire U 2012", "wire C 1997"]) { cable throws(Missing) in
      try cable.replace("fl5", "MAR", "MAX")
    },
    error("WIR-014", "another post", ["wire SBU 2005", "wire C 2009 in 2", "70s C 1974"]) { cable throws(Missing) in
      try cable.replace("fl6", "LISBON", "MADRID")
    },
    error("WIR-014", "a post in place of the Department", ["wire U 2009", "wire S 2012"]) { cable throws(Missing) in
      try cable.replace("fl6", "SECSTATE WASHDC", "AMEMBASSY MADRID")
    },
    error("WIR-014", "no originator", ["wire U 1990", "wire S 2009"]) { cable throws(Missing) in
      try cable.remove("fl6")
      return .at("fl1")
    },
    error("WIR-015", "information addressees only", ["wire U 1990", "wire C 2005", "wire S 2012"]) {
      cable throws(Missing) in
      try cable.remove("to")
      return .at("info")
    },
    error("WIR-017", "another serial after the text", ["wire U 2009", "wire C 2012", "70s C 1974"]) {
      cable throws(Missing) in
      let digits = cable.text.contains("#0907") ? ("#0907", "#0901") : ("#1234", "#1231")
      return try cable.replace("val", digits.0, digits.1)
    },
    error("WIR-017", "in the second section", ["wire SBU 2009 in 2", "wire C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("s2.val", "#0907", "#9007")
    },
  ]

  /// Short, for the closures of the tables.
  typealias Missing = Cable.Missing
}
