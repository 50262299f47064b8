import MarkingModel

/// The clean cables that the mutations break.
enum Bases {
  static let all: [Spec] = wires + copies + drafts + fields + prints

  static func named(_ name: String) -> Spec? { all.first { $0.name == name } }

  private static let sbu = ["SBU", "U", "SBU", "U", "SBU"]
  private static let confidential = ["U", "C", "SBU", "U", "C"]
  private static let secret = ["C", "S", "S", "U", "C"]

  /// Full copies of the transmission.
  static let wires = [
    Spec(name: "wire U 1990", form: .wire, era: .y1990, level: .unclassified),
    Spec(name: "wire LOU 1990", form: .wire, era: .y1990, level: .limitedOfficialUse, post: .riga),
    Spec(
      name: "wire C 1990", form: .wire, era: .y1990, level: .confidential, captions: ["EXDIS"],
      marks: ["U", "C", "C", "U", "C"], subjectMark: "U"),
    Spec(name: "wire U 1997", form: .wire, era: .y1997, level: .unclassified, post: .portOfSpain),
    Spec(
      name: "wire C 1997", form: .wire, era: .y1997, level: .confidential, post: .riga, marks: confidential,
      subjectMark: "U"),
    Spec(
      name: "wire SBU 2005", form: .wire, era: .y2005, level: .unclassified, captions: ["SENSITIVE"], marks: sbu),
    Spec(
      name: "wire C 2005", form: .wire, era: .y2005, level: .confidential, post: .portOfSpain, marks: confidential,
      subjectMark: "U"),
    Spec(name: "wire U 2009", form: .wire, era: .y2009, level: .unclassified, post: .state),
    Spec(
      name: "wire SBU 2009 in 2", form: .wire, era: .y2009, level: .unclassified,
      captions: ["SENSITIVE", "SIPDIS"], marks: sbu, sections: 2),
    Spec(
      name: "wire SBU 2009 in 3", form: .wire, era: .y2009, level: .unclassified, post: .riga,
      captions: ["SENSITIVE"], marks: sbu, sections: 3),
    Spec(
      name: "wire C 2009 in 2", form: .wire, era: .y2009, level: .confidential, captions: ["SIPDIS"],
      marks: confidential, subjectMark: "U", sections: 2),
    Spec(
      name: "wire S 2009", form: .wire, era: .y2009, level: .secret, captions: ["NOFORN"],
      marks: ["C", "S", "S/NF", "U", "C"], subjectMark: "U"),
    Spec(
      name: "wire S 2012", form: .wire, era: .y2012, level: .secret, post: .state, captions: ["NODIS"], marks: secret,
      subjectMark: "U"),
    Spec(name: "wire U 2012", form: .wire, era: .y2012, level: .unclassified, marks: ["U", "U", "U", "U", "U"]),
    Spec(
      name: "wire C 2012", form: .wire, era: .y2012, level: .confidential, marks: confidential, subjectMark: "SBU"),
    Spec(name: "70s C 1974", form: .wire1970s, era: .y1974, level: .confidential, captions: ["LIMDIS"]),
    Spec(name: "70s U 1979", form: .wire1970s, era: .y1979, level: .unclassified, post: .riga),
    Spec(name: "70s LOU 1979", form: .wire1970s, era: .y1979, level: .limitedOfficialUse),
  ]

  /// Copies from the web.
  static let copies = [
    Spec(
      name: "web SBU 2009 in 2", form: .scrapedWeb, era: .y2009, level: .unclassified,
      captions: ["SENSITIVE", "SIPDIS"], marks: sbu, sections: 2),
    Spec(name: "web U 2009 in 3", form: .scrapedWeb, era: .y2009, level: .unclassified, post: .riga, sections: 3),
    Spec(
      name: "web C 2005", form: .scrapedWeb, era: .y2005, level: .confidential, post: .portOfSpain,
      marks: confidential, subjectMark: "U"),
    Spec(
      name: "web C 2009 in 2", form: .scrapedWeb, era: .y2009, level: .confidential, captions: ["NOFORN", "SIPDIS"],
      marks: ["U", "C/NF", "C", "U", "C"], subjectMark: "U", sections: 2),
  ]

  /// The text alone.
  static let drafts = [
    Spec(name: "draft U 2009", form: .drafted, era: .y2009, level: .unclassified),
    Spec(
      name: "draft SBU 2009", form: .drafted, era: .y2009, level: .unclassified, post: .riga,
      captions: ["SENSITIVE"], marks: sbu),
    Spec(
      name: "draft SBU/NF 2009", form: .drafted, era: .y2009, level: .unclassified,
      captions: ["NOFORN", "SENSITIVE"], marks: ["SBU", "U", "SBU/NF", "U", "SBU"]),
    Spec(
      name: "draft C 2009", form: .drafted, era: .y2009, level: .confidential, marks: confidential, subjectMark: "U"),
    Spec(
      name: "draft S 2012", form: .drafted, era: .y2012, level: .secret, post: .portOfSpain, captions: ["EXDIS"],
      marks: secret, subjectMark: "C"),
    Spec(name: "draft U 2009 in 2", form: .drafted, era: .y2009, level: .unclassified, sections: 2),
    Spec(
      name: "draft C 2009 in 2", form: .drafted, era: .y2009, level: .confidential, post: .riga, marks: confidential,
      subjectMark: "U", sections: 2),
  ]

  /// The labelled fields of SMART.
  static let fields = [
    Spec(name: "smart U 2012", form: .smart, era: .y2012, level: .unclassified),
    Spec(
      name: "smart SBU 2012", form: .smart, era: .y2012, level: .unclassified, post: .riga, captions: ["SENSITIVE"],
      marks: sbu),
    Spec(
      name: "smart C 2012", form: .smart, era: .y2012, level: .confidential, marks: confidential, subjectMark: "U"),
  ]

  /// Database prints.
  static let prints = [
    Spec(name: "print U 1974", form: .naraAAD, era: .y1974, level: .unclassified),
    Spec(name: "print LOU 1979", form: .naraAAD, era: .y1979, level: .limitedOfficialUse),
    Spec(name: "print C 1974", form: .naraAAD, era: .y1974, level: .confidential, captions: ["EXDIS"]),
    Spec(name: "print C 1979", form: .naraAAD, era: .y1979, level: .confidential),
    Spec(name: "print S 1974", form: .naraAAD, era: .y1974, level: .secret, captions: ["EXDIS", "STADIS"]),
  ]
}
