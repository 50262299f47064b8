extension Mutation {
  /// The classification line.
  static let line: [Mutation] = [
    error("LIN-001", "no classification line", ["wire U 2009", "wire U 1990", "draft U 2009"]) {
      cable throws(Missing) in
      try cable.remove("cls")
      return .document
    },
    error("LIN-002", "SECRET SENSITIVE", ["wire S 2012", "draft S 2012", "wire S 2009"]) { cable throws(Missing) in
      try cable.replace("cls", "S E C R E T", "SECRET SENSITIVE")
    },
    error("LIN-002", "UNCLAS CONFIDENTIAL", ["wire U 2009", "draft U 2009", "web U 2009 in 3"]) {
      cable throws(Missing) in try cable.replace("cls", "UNCLAS", "UNCLAS CONFIDENTIAL")
    },
    error("LIN-002", "AGENCY CONFIDENTIAL", ["draft C 2009", "web C 2005"]) { cable throws(Missing) in
      try cable.replace("cls", "C O N F I D E N T I A L", "AGENCY CONFIDENTIAL")
    },
    error("LIN-004", "the second section has another level", ["draft U 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("s2.cls", "UNCLAS", "C O N F I D E N T I A L")
    },
    error("LIN-004", "the second section is higher", ["draft C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("s2.cls", "C O N F I D E N T I A L", "S E C R E T")
    },
    error("LIN-004", "the second transmission has another level", ["wire C 2009 in 2"]) { cable throws(Missing) in
      try cable.replace("s2.fl4", "CCCCC", "SSSSS")
      return try cable.replace("s2.cls", "C O N F I D E N T I A L", "S E C R E T")
    },
    error("LIN-004", "the banner at the end has another level", ["smart U 2012", "smart SBU 2012"]) {
      cable throws(Missing) in try cable.set("bottom", "CONFIDENTIAL")
    },
    error("LIN-004", "the banner at the end is lower", ["smart C 2012"]) { cable throws(Missing) in
      try cable.set("bottom", "UNCLASSIFIED")
    },
    warning("LIN-004", "a page top has another level", ["print U 1974"]) { cable throws(Missing) in
      try cable.set("top2", "CONFIDENTIAL")
    },
    warning("LIN-005", "LIMITED OFFICIAL USE after 1995", ["wire U 2009", "wire U 1997", "wire U 2012"]) {
      cable throws(Missing) in try cable.replace("cls", "UNCLAS", "LIMITED OFFICIAL USE")
    },
    warning("LIN-005", "SENSITIVE before 1995", ["wire U 1990", "wire LOU 1990", "70s U 1979"]) {
      cable throws(Missing) in try cable.insert("cap.SENSITIVE", "SENSITIVE", after: "cls")
    },
    error("LIN-006", "section 3 of 2", ["web SBU 2009 in 2", "draft U 2009 in 2"]) { cable throws(Missing) in
      let key = cable.has("s2.cls") ? "s2.cls" : "cls"
      return try cable.replace(key, key == "cls" ? "01 OF" : "02 OF", "03 OF")
    },
    error("LIN-006", "section 0", ["web U 2009 in 3"]) { cable throws(Missing) in
      try cable.replace("cls", "01 OF", "00 OF")
    },
    error("LIN-006", "one digit", ["draft U 2009 in 2", "web SBU 2009 in 2", "wire C 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("cls", "SECTION 01 OF 02", "SECTION 1 OF 2")
    },
    warning("LIN-007", "a serial of three digits", ["wire U 2009", "web C 2005", "wire SBU 2005"]) {
      cable throws(Missing) in try cable.replace("cls", "000907", "907")
    },
    warning("LIN-007", "no such post", ["draft U 2009", "draft C 2009"]) { cable throws(Missing) in
      try cable.replace("cls", "LISBON", "LISBONNE")
    },
    error("LIN-008", "a confidential paragraph in an unclassified cable", ["wire U 2012"]) { cable throws(Missing) in
      try cable.replace("p3", "(U)", "(C)")
    },
    error("LIN-008", "a secret paragraph in an SBU cable", ["wire SBU 2005", "draft SBU 2009", "web SBU 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("p5", "(SBU)", "(S)")
    },
    error("LIN-008", "a secret paragraph in a confidential cable", ["wire C 2005", "smart C 2012", "draft C 2009"]) {
      cable throws(Missing) in try cable.replace("p2", "(C)", "(S)")
    },
    warning("LIN-008", "no portion as high as the line", ["wire C 2005", "draft C 2009", "web C 2005"]) {
      cable throws(Missing) in
      try cable.replace("p2", "(C)", "(U)")
      try cable.replace("p5", "(C)", "(U)")
      return .at("cls")
    },
    warning("LIN-008", "secret with confidential portions only", ["wire S 2012", "draft S 2012"]) {
      cable throws(Missing) in
      try cable.replace("p2", "(S)", "(C)")
      try cable.replace("p3", "(S)", "(C)")
      return .at("cls")
    },
    warning("LIN-009", "EFTO on a classified cable", ["draft C 2009", "draft S 2012", "web C 2005"]) {
      cable throws(Missing) in
      let word = cable.text.contains("S E C R E T") ? "S E C R E T" : "C O N F I D E N T I A L"
      return try cable.replace("cls", word, "\(word) E F T O")
    },
    error("LIN-010", "UNCLASSIFIED//SECRET", ["wire U 2009", "draft U 2009", "web SBU 2009 in 2"]) {
      cable throws(Missing) in try cable.replace("cls", "UNCLAS", "UNCLASSIFIED//SECRET")
    },
  ]
}
