import Documents
import MarkingModel
import TestSupport
import Testing

/// Which lines of a marked paper are portions without a mark, and which are none.
@Suite("Portions without a mark")
struct UnmarkedTests {
  /// The lines of the portions without a mark in a paper, from the first below its subject on.
  private func unmarked(_ body: String) throws -> [Int] {
    try document(body).nodes.filter { $0.name == .unmarked }.map { $0.position.line - 8 }
  }

  private func document(_ body: String) throws -> MarkingDocument {
    try read(FictionalPaper.text(body, subject: "Subj:  (U) Harbor depth", first: ""))
  }

  @Test(
    "references are no portions, what stands below them is one",
    arguments: [
      ("Ref:   (a) Phone call between J. Doe and R. Roe of 3 Apr 2023", []),
      ("Ref:   (a) Harbor Guide\n       (b) Phone call between J. Doe and R. Roe of 3 Apr", []),
      ("References: (a) Harbor Guide\n\n            (b) Memo of the harbor master of 4 May", []),
      ("Ref:   1. Harbor Guide of the year\n       2. Memo of the harbor master\n          of 4 May 2011", []),
      ("Ref:   (a) Harbor Guide\n\n1. Every captain may read the depth of each berth.", [3]),
      ("Ref:   (a) Harbor Guide\n\nEvery captain may read the depth of each berth.", [3]),
    ] as [(String, [Int])])
  func references(_ list: String, _ lines: [Int]) throws {
    #expect(try unmarked(list + "\n\n1.  (S//NF) The ice is thick.") == lines)
  }

  @Test("the mark of a title is its own where the portions below it have marks")
  func title() throws {
    let body = "(U) Ice in the basin\n\n1. (U) The ice is thick.\n\n2. (S//NF) The quay is closed.\n\n"
    let found = try document(body + "3. The pilots measure the depth of each berth.")
    #expect(found.nodes(named: .unmarked).map { found.flag(.covered, of: $0) } == [false])
    // It holds for all of them where none has one.
    let covered = try document(
      "(U) Ice in the basin\n\n1. The ice of the year is thick.\n\n2. The quay is closed to all.")
    #expect(covered.nodes(named: .unmarked).map { covered.flag(.covered, of: $0) } == [true, true])
  }

  @Test(
    "a mark holds for the list that its portion leads to, not for paragraphs below a closed sentence",
    arguments: [
      (
        "(U) You will meet the mate.\n\n1. The ice is thick this year.\n\n2. The quay is closed to all.",
        [false, false]
      ),
      ("(U) You will meet the mate.\n\n   1. The ice is thick this year.", [false]),
      ("(U) You will meet the mate.\n\n(1) The ice is thick this year.", [false]),
      ("(U) You will meet the mate.\n\n- The ice is thick this year.", [true]),
      ("(U) You will meet the mate:\n\n1. The ice is thick this year.\n\n2. The quay is closed to all.", [true, true]),
      ("(U) You will meet the mate.\n\n   - The ice is thick.\n   - The quay is closed to all.", [true, true]),
      ("1. (U) You will meet the mate.\n\na. The ice is thick.\n\n(1) The quay is closed to all.", [true, true]),
      ("1. (U) You will meet the mate.\n\n2. (a) The ice is thick this year.", [false]),
      ("1. (U) You will meet the mate.\n\n2. - The ice is thick this year.", [false]),
      ("Ref: (a) (U) Harbor guide\n\n1. The ice is thick this year.\n\n2. (S//NF) The quay.", [false]),
      ("REFERENCE: A. (U) Harbor guide\n\n1. (S//NF) Ice.\n\n2. The quay is closed to all.", [false]),
      ("Encl: (1) (U) Photographs\n\n1. The ice is thick this year.", [false]),
    ] as [(String, [Bool])])
  func hanging(_ body: String, _ covered: [Bool]) throws {
    let found = try document(body)
    #expect(found.nodes(named: .unmarked).map { found.flag(.covered, of: $0) } == covered)
  }

  @Test(
    "what a paper has attached is no text of it",
    arguments: [
      "1. Survey of the quay (U)\n2. Map (UNCLASSIFIED)\n3. Budget", "- Files of the crew (U)\n- Budget of the year",
    ])
  func attachments(_ list: String) throws {
    let found = try document(
      "1. (S//NF) The ice is thick.\n\nThe pilots measure the depth of each berth.\n\nAttachments:\n" + list)
    #expect(found.nodes.filter { $0.name == .unmarked }.map { $0.position.line - 8 } == [3])
    #expect(!found.nodes.contains { $0.name == .defect })
  }

  @Test(
    "a bullet of few words is a portion between two of its list that have marks",
    arguments: [
      ("(U) Agenda\n\n- (U) Dates\n- Cost\n- (S//NF) Range", [4]),
      ("(U) Agenda\n\n* (U) Dates\n* Cost overrun\n* (S//NF) Range\n* Staff", [4]),
      ("(U) Agenda\n\n• (U) Dates\n  – (U) June\n• Cost\n• Staff\n• (S//NF) Range", [5, 6]),
      ("(U) Agenda\n\n• (U) Dates\n  – June\n• (S//NF) Range", []),
      ("(U) Agenda\n\n- (U) Dates\n\n(U) Names\n\n- Cost\n- (S//NF) Range", []),
      ("(U) Agenda\n\n- Dates\n- Cost\n- Range", []),
      ("(U) Agenda\n\n- (U) Dates\n- Cost (S)\n- (S//NF) Range", []),
    ] as [(String, [Int])])
  func bullets(_ list: String, _ lines: [Int]) throws { #expect(try unmarked(list) == lines) }

  @Test(
    "a sentence that the end of a page cuts goes on on the next one",
    arguments: [
      ("\n\nSECRET\n\nSECRET\n\nthe pilots until the end of the month of May.", []),
      ("\n\u{0C}\nthe pilots until the end of the month of May.", []),
      ("\n\nSECRET\n\nSECRET\n\nThe pilots were there until the end of May.", [9]),
      (".\n\nSECRET\n\nSECRET\n\nthe pilots were there until the end of May.", [9]),
      ("\n\nthe pilots were there until the end of the month.", [5]),
    ] as [(String, [Int])])
  func pages(_ rest: String, _ lines: [Int]) throws {
    #expect(try unmarked("1.  (U) Item.\n\n2.  (S//NF) The quay will be held by" + rest) == lines)
  }

  @Test("a mark behind a number needs no blanks")
  func gluedMarks() throws {
    #expect(try unmarked("1.(U)The ice left the basin early this year.\n\n2.(S)The quay was sold to the pilots.") == [])
  }

  @Test("stars of a list are no signs of a scan, stars between words are")
  func stars() throws {
    let list = "(U) Agenda\n\n" + (1...9).map { "* (U) Berth number \($0)\n" }.joined()
    #expect(try document(list).root(.ocr) == "false")
    #expect(try document(list.replacing("* (U) Berth", with: "(U) * Be^rth")).root(.ocr) == "true")
  }

  @Test(
    "what is drawn or calculated is no sign of a scan, nor what one line has of signs",
    arguments: [
      "* * *", "* * * BEGIN TEARLINE * * *", "= = = = =", "~ ~ ~",
      "   Port Larkin   =   12\n   Port Ash      =   9\n   Port Quill    =   7\n   Port Oak      =   5",
      "Depth = 12 * { 3 | 4 } ~ 36", "use harbor_depth, berth_depth, quay_depth and basin_depth",
    ])
  func typed(_ line: String) throws {
    #expect(try document("(U) Depths\n\n\(line)\n\n(S//NF) The ice is thick.").root(.ocr) == "false")
  }

  @Test(
    "marks in other brackets or small letters",
    arguments: [
      ("[S//NF] The ice is thick.", "parentheses"), ("2. [S//NF] Ice.", "parentheses"), ("{U} Ice.", "parentheses"),
      ("(u) The ice is thick.", "letter-case"), ("2. (u) Ice.", "letter-case"), ("(ts) Ice.", "letter-case"),
      ("(c) Ice.", "letter-case"), ("(s) Ice.", "letter-case"),
    ])
  func damaged(_ portion: String, _ defect: String) throws {
    let document = try document("(S//NF) The plan is set.\n\n\(portion)")
    #expect(document.values(.kind, of: .defect) == [defect])
    #expect(document.nodes.filter { $0.name == .marking }.map(\.position.line) == [1, 7, 9, 11, 17])
  }

  @Test(
    "letters of lists, notes and insertions are no marks",
    arguments: [
      "(r) Ropes\n(s) Sails\n(t) Tar\n(u) Urns", "(a) Ropes\n(b) Sails\n(c) Tar", "(c) 2016 Doe", "[C]aptains came.",
      "[1] Harbor Guide", "[Unclear] He spoke.", "{s} ", "He kept the rope, the sails and\n(s) the tar", "[S]",
    ])
  func letters(_ text: String) throws {
    let document = try document("(S//NF) The plan is set.\n\n\(text)")
    #expect(document.nodes(named: .defect).isEmpty)
    #expect(document.nodes(named: .marking).count == 4)
  }

  @Test(
    "a quotation that is set in below a colon belongs to the portion above",
    arguments: [
      ("(S//NF) The mate said:\n\n     \"We shall go in June and we shall take all the carts.\"", []),
      (
        "(S//NF) He said:\n\n  “We shall go in June and shall take the carts.\n\n  “We shall be home by May at the latest.”",
        []
      ),
      ("(S//NF) The mate said:\n\n\"We shall go in June and we shall take all the carts.\"", [3]),
      ("(S//NF) The mate spoke.\n\n     \"We shall go in June and we shall take all the carts.\"", [3]),
      (
        "(S//NF) The mate said:\n\n     \"We shall go in June.\"\n\nEvery captain may read the depth of each berth.",
        [5]
      ),
    ] as [(String, [Int])])
  func quotations(_ text: String, _ lines: [Int]) throws { #expect(try unmarked(text) == lines) }
}
