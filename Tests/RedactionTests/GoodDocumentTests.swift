import Redaction
import Testing

/// Documents that are marked as they should be, in forms that are easily refused.
@Suite("Good documents are released") struct GoodDocumentTests {
  private static func copy(_ text: String) throws -> String {
    String(decoding: try Releases.release(text, by: try Releases.redactor("public-release")).file, as: UTF8.self)
  }

  private static func paper(_ reference: String) -> String {
    Releases.paper.replacing(
      "SUBJECT: (U) Harbor depth\n", with: "SUBJECT: (U) Harbor depth\n\n\(reference)\n")
  }

  @Test(arguments: [
    ("Ref: (a) (U) Order of 3 May 2010", "Ref: (a) (U) Order of 3 May 2010"),
    ("Reference: (U) Order of 3 May 2010", "Reference: (U) Order of 3 May 2010"),
    ("Refs: (a) (U) Order of 3 May 2010\n      (b) (S) Guide to lights", "(b) (S) [(b)(1) 1.4(d), 1 line withheld]"),
    ("Ref: (a) (S) Guide to lights", "Ref: (a) (S) [(b)(1) 1.4(d), 1 line withheld]"),
    ("Ref: (C) (S) Guide to lights", "Ref: (C) (S) [(b)(1) 1.4(d), 1 line withheld]"),
    ("Encl: (S//NF) Guide to lights,\n  in two volumes", "Encl: (S//NF) [(b)(1) 1.4(d), 2 lines withheld]"),
  ])
  func aReferenceHasAMark(reference: String, released: String) throws {
    let copy = try Self.copy(Self.paper(reference))
    #expect(copy.contains(released), "\(copy)")
    #expect(!copy.contains("Guide to lights"))
    #expect(copy.contains("1. (U) The ice left the basin."))
  }

  @Test func aReferenceWithoutAMarkIsRefused() throws {
    #expect(throws: Refusal.self) { try Self.copy(Self.paper("Ref: (a) the guide to lights that we wrote.")) }
  }

  /// Footnotes with raised numbers are portions of their own.
  @Test func aFootnoteHasAMark() throws {
    let notes = "\u{2020} (U) A guess.\n\u{B9} (U) Measured in May.\n\u{B2} (S//NF) The pilots said so."
    let text = Releases.paper.replacing("Classified By:", with: "\(notes)\n\nClassified By:")
    let copy = try Self.copy(text)
    #expect(copy.contains("\n\u{B9} (U) Measured in May.\n\u{B2} (S//NF) [(b)(1) 1.4(d), 1 line withheld]\n"))
    #expect(copy.contains("\n\u{2020} (U) A guess.\n"))
  }

  /// The label of an attachment stays with its line, and its mark holds for it alone.
  @Test(arguments: ["-", ":", "\u{2013}"])
  func anAttachmentHasAMark(sign: String) throws {
    let list = """
      3. (U) Attachments:
         Tab A \(sign) (U) Map
         Tab B \(sign) (S//NF) The pilots' plan
         Tab C \(sign) (S//NF) Letter of the pilots
         Tab D \(sign) (C) Letter to the pilots
         Tab E \(sign) (U) Photos

      4. (U) End.
      """
    let copy = try Self.copy(Releases.paper.replacing("Classified By:", with: "\(list)\n\nClassified By:"))
    #expect(
      copy.contains(
        """
        3. (U) Attachments:
           Tab A \(sign) (U) Map
           Tab B \(sign) (S//NF) [(b)(1) 1.4(d), 1 line withheld]
           Tab C \(sign) (S//NF) [(b)(1) 1.4(d), 1 line withheld]
           Tab D \(sign) (C) [(b)(1) 1.4(d), 1 line withheld]
           Tab E \(sign) (U) Photos

        4. (U) End.
        """), "\(copy)")
    #expect(!copy.contains("Letter"))
  }

  /// A sentence may begin its line with the name of one.
  @Test func theNameOfAnAttachmentInASentenceIsText() throws {
    let text = Releases.paper.replacing("asked to wait for the ice", with: "asked as in\nTab C (U) to wait for the ice")
    #expect(try !Releases.leaves("to wait") { try Self.copy(text) })
  }

  /// What a release before left in the margin.
  @Test(arguments: ["1.4(D)\nB1", "B1", "(b)(6)", "B1, 1.4(D)", "B7(C)", "25X1"])
  func codesInTheMarginStay(codes: String) throws {
    let text = Releases.cable.replacing("the lights are on.\n", with: "the lights are on.\n\(codes)\n")
    #expect(try Self.copy(text).contains("on.\n\(codes)\n"))
    let paper = Releases.paper.replacing("the basin.\n", with: "the basin.\n\n\(codes)\n")
    #expect(try Self.copy(paper).contains("basin.\n\n\(codes)\n"))
  }

  /// Above a later section of a print stand the offices that it went to (`WholeDocumentTests` has one), and no words.
  @Test func wordsAmongLinesOfDistributionAreText() throws {
    for line in ["INFO THE PILOTS", "ACTION ARA-10 WAITS", "the pilots"] {
      let text = Releases.cable.replacing("QUIMBY\n", with: "QUIMBY\n\nNNNN\n\nACTION ARA-10\n\(line)\n")
      let copy = try? Self.copy(text)
      #expect(copy?.contains(line) != true, "\(line)")
    }
  }

  @Test(arguments: ["B1 pilots", "Pilots\nB1"])
  func wordsBesideCodesAreText(line: String) throws {
    let text = Releases.paper.replacing("the basin.\n", with: "the basin.\n\n\(line)\n")
    #expect(throws: Refusal.self) { try Self.copy(text) }
  }
}
