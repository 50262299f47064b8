import Detection
import MarkingModel
import Testing
import TextKit

/// Lists whose lines do not say what they are.
@Suite struct GuessedTermTests {
  @Test(arguments: [
    ("Veasna Chhorn", TermList.Kind.name), ("Chhorn, Veasna", .name), ("CHHORN, VEASNA", .name),
    ("Veasna P. Chhorn", .name), ("Juan de la Cruz", .name), ("Mary-Ann O'Brien", .name),
    ("BLUE HERON", .name), ("Chhorn", .term), ("blue heron", .name), ("Project 7", .term), ("the Harbor", .term),
    ("term: Blue Heron", .term), ("name: CHHORN", .name), ("Harbor of the City of Reykjavik", .term),
    ("Maria del Carmen Lopez de Ayala Garcia", .name), ("Quimby (Ann)", .name), ("Quimby <ann@agency.example>", .name),
    ("ann@agency.example", .term), ("A. B.", .term), ("K-141 Kursk", .term), ("Smith & Jones", .term), ("习 近平", .name),
    ("http://intranet.example/x", .term), ("OBH; Blue Heron", .name),
  ])
  func aLineThatMayBeANameIsOne(line: String, kind: TermList.Kind) throws {
    let list = try TermList(reading: Array(line.utf8), kind: .term, guessesNames: true)
    #expect(list.entries.map(\.kind) == [kind])
    #expect(list.entries.map(\.isAlsoTerm) == [kind == .name && !line.hasPrefix("name")])
    let names = try TermList(reading: Array(line.utf8), kind: .name)
    #expect(names.entries.map(\.kind) == [line.hasPrefix("term") ? .term : .name])
  }

  private func guessed(_ list: String, in text: String) throws -> [String] {
    var options = TermFinder.Options()
    options.ordinaryWords = ["baker"]
    let finder = try TermFinder(
      TermList(reading: Array(list.utf8), kind: .term, guessesNames: true), options: options)
    let bytes = Array(text.utf8)
    return try finder.find(in: folded(bytes)).map {
      String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
    }
  }

  @Test(
    "A line that may be a name is found as one, and as it is written",
    arguments: [
      ("Abd al-Rahman al-Zindani", "met al-Zindani", "al-Zindani"), ("Abd al-Rahman al-Zindani", "Zindani", "Zindani"),
      ("ANN QUIMBY", "Quimby came", "Quimby"), ("ann quimby", "Ms. Quimby", "Ms. Quimby"),
      ("Jean d’Alembert", "Mr. d'Alembert", "Mr. d'Alembert"), ("Jean d’Alembert", "D’ALEMBERT", "D’ALEMBERT"),
      ("Jean d’Alembert", "Alembert said", "Alembert"), ("Eva Quill (Evie)", "Quill stayed", "Quill"),
      ("Eva Quill (Evie)", "Evie Quill", "Evie Quill"), ("Quill, Eva (Evie)", "Quill, Evie", "Quill, Evie"),
      ("Ida \"Iddy\" Quorn", "Quorn too", "Quorn"), ("Ida “Iddy” Quorn", "Iddy Quorn", "Iddy Quorn"),
      ("Ann Quimby <ann@agency.example>", "to ann@agency.example.", "ann@agency.example"),
      ("\"Quimby, Ann\" <ann@agency.example>", "A. Quimby", "A. Quimby"),
      ("Ann Quimby ann@agency.example", "Mrs. Quimby", "Mrs. Quimby"),
      ("Ann Quimby (née Lopez)", "Ms. Lopez, Ann Lopez", "Ms. Lopez, Ann Lopez"),
      ("Maria del Carmen Rosa Aurelia Quimby", "Quimby", "Quimby"), ("Ann Quimby, Consul", "Quimby", "Quimby"),
      ("Ann Baker; Baker", "the baker", "baker"), ("BLUE HERON", "the Blue Heron", "Blue Heron"),
      ("John O. Quimby", "Quimby", "Quimby"),
      ("term: ann@agency.example", "ann @agency.example", "ann @agency.example"),
      ("AT&T", "of AT&T", "AT&T"),
    ])
  func linesThatMayBeNames(_ list: String, _ text: String, _ found: String) throws {
    #expect(try guessed(list, in: text) == [found])
  }

  @Test(
    "What is no part of a name that may be one is left",
    arguments: [
      ("Eva Quill (Evie)", "Evie and Eva"), ("Jean d’Alembert", "d, Jean"), ("Ann Baker", "the baker"),
      ("Pat O'Neil", "Mr. Neil"), ("Harbor of the City of Reykjavik", "Reykjavik"), ("Project 7", "a project of 7"),
      ("Ann Quimby <ann@agency.example>", "agency.example, ann@other.example"), ("AT&T", "at the T, AT+T"),
      ("term: Ann Quimby", "Quimby"),
    ])
  func wordsThatAreNoName(_ list: String, _ text: String) throws { #expect(try guessed(list, in: text) == []) }
}
