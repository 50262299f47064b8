import MarkingModel
import RuleEngine
import Testing

/// The ways in which a paper writes its authority block and lists its sources.
@Suite struct PaperBlockTests {
  /// The three lines of the block, each with `before` at its beginning and its label's colon as `colon`.
  private static func block(_ before: String, _ colon: String, _ after: String = " ") -> String {
    LampMemorandum.block().split(separator: "\n").map { line in
      let end = line.firstIndex(of: ":")!
      return before + line[..<end] + colon + after + line[end...].dropFirst(2)
    }.joined(separator: "\n")
  }

  @Test(
    "what stands before a label of the block or in place of its colon does not hide it",
    arguments: [
      block("(U) ", ":"), block("(U//FOUO) ", ":"), block("• ", ":"), block("- ", ":"), block("", "....:"),
      block("", " . . . :"), block("", " -"), block("", " \u{2013}"), block("**", ":**"), block("- **", ":**"),
      "(U) " + LampMemorandum.block(),
    ])
  func labels(_ block: String) throws {
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: block)) == [])
    let late = block.replacing("20270314", with: "20150314")
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: late)).contains("CAB-022"))
  }

  @Test(
    "abbreviated labels",
    arguments: [
      ("CLASD BY:", "DERV FM:"), ("CLAS BY:", "DRV FM:"), ("Class By:", "Derv From:"),
      ("Classified-By:", "Derived-From:"),
    ])
  func abbreviations(_ by: String, _ from: String) throws {
    let block = LampMemorandum.block().replacing("Classified By:", with: by).replacing("Derived From:", with: from)
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: block)) == [])
  }

  @Test(
    "instructions that are none",
    arguments: [
      ("204203", "CAB-010"), ("2042", "CAB-010"), ("03/2042", "CAB-010"), ("March 2042", "CAB-010"),
      ("25X9, subject to treaty or international agreement", "CAB-018"), ("50X2-HUM", "CAB-019"),
      ("50X1-WMD", "CAB-019"), ("50X6", "CAB-013"), ("50X1", "CAB-013"),
      ("Originating Agency's Determination Required", "CAB-017"), ("Source marked 25X1", "CAB-017"),
      ("25X1-HUM", "CAB-016"), ("20270314 or completion of the pier", "CAB-009"),
      ("upon notification by the originator", "CAB-012"), ("When directed by the Director of Lamps", "CAB-012"),
    ])
  func instruction(_ until: String, _ rule: String) throws {
    #expect(try JudgedPaper.rules(LampMemorandum.text(until: until)) == [rule])
  }

  @Test(
    "instructions that are one",
    arguments: [
      "Completion of the third pier", "25X6, 20420314", "50X1-HUM", "50X2-WMD", "25X9, Termination of the Ice Treaty",
    ])
  func goodInstruction(_ until: String) throws {
    #expect(try JudgedPaper.rules(LampMemorandum.text(until: until)) == [])
  }

  @Test("a source marked with an older instruction has one defect")
  func sourceMarked() throws {
    let text = LampMemorandum.text(until: "Source Marked X1, Date of Source 15 March 2002")
    #expect(try JudgedPaper.rules(text) == ["CAB-017"])
  }

  @Test("two who classified it")
  func classifiers() throws {
    let block = LampMemorandum.block()
    let other = "Classified By: Ann Poe, Deputy, Office of Lamps, Department of Good Works\n" + block
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: other)).contains("CAB-025"))
  }

  @Test("two sources on two lines, reported at the second")
  func repeatedSource() throws {
    let block = LampMemorandum.block().replacing(
      "\nDeclassify", with: "\nDerived From: Harbor Guide 1, Department of Good Works, dated 20060110\nDeclassify")
    let text = LampMemorandum.text(block: block)
    let paper = try JudgedPaper(text, profile: "ic")
    #expect(paper.rules() == ["CAB-025"])
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let second = try #require(lines.firstIndex { $0.hasPrefix("Derived From: Harbor Guide 1,") })
    #expect(paper.findings.first { $0.rule == "CAB-025" }?.position.line == second + 1)
    let same = LampMemorandum.block().split(separator: "\n")
    let twice = [same[0], same[1], same[1], same[2]].joined(separator: "\n")
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: twice)) == [])
  }

  @Test(
    "Multiple Sources whose list is in another place",
    arguments: ["Multiple Sources (see Annex B)", "Multiple Sources, list attached", "Multiple Sources (Enclosure 2)"])
  func listElsewhere(_ source: String) throws {
    let block = LampMemorandum.block().replacing("Lamp Guide 2, Department of Good Works, dated 20050110", with: source)
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: block)) == [])
  }

  @Test("a source with a mark that runs over two lines is one")
  func markedSource() throws {
    let block = LampMemorandum.block().replacing(
      "Lamp Guide 2, Department of Good Works, dated 20050110", with: "Multiple Sources")
    let one = "\n\n(U) Source list\n\n(U) 1. Lamp Guide 2, dated 20050110, Department of\nGood Works."
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: block + one)) == ["CAB-008"])
    let two = one + "\n\n(U) 2. Harbor Guide 1, dated 20060110, Department of\nGood Works."
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: block + two)) == [])
  }

  @Test("a portion directly below the block is none of its lines", arguments: ["(TS//NF)", "4. (TS)", "(TS)"])
  func portionBelow(_ mark: String) throws {
    for before in ["", "(U) "] {
      let block = Self.block(before, ":") + "\n\(mark) The second basin is dark on many nights."
      #expect(try JudgedPaper(LampMemorandum.text(block: block)).document.number(.portionRank, of: 0) == 4)
    }
  }

  @Test("prose that begins with such words is text")
  func prose() throws {
    let text = LampMemorandum.text().replacing(
      "2. (U) The", with: "2. (U) Derived from sailors - the list of lamps is long.\n\n3. (U) The")
    #expect(try JudgedPaper.rules(text) == [])
    #expect(try JudgedPaper(text).document.nodes(named: .authorityBlock).count == 1)
  }

  @Test("a reason on the line of the order that continues Classified By")
  func reason() throws {
    let block = """
      Classified by: Jane Roe, Chief, Office of Lamps, Department of Good Works
      E.O. 13526, Reasons: 1.4(b) and (d)
      Declassify on: 20270314
      """
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: block)) == [])
    let wrong = block.replacing("1.4(b) and (d)", with: "1.4(k)")
    #expect(try JudgedPaper.rules(LampMemorandum.text(block: wrong)) == ["CAB-004"])
  }

  /// The memorandum with several sources, listed below it.
  private static func listing(_ heading: String, _ sources: String) -> String {
    let block = """
      Classified By: Jane Roe, Chief, Office of Lamps, Department of Good Works
      Derived From: Multiple Sources
      Declassify On: 20391231
      """
    return LampMemorandum.text(block: block) + "SECRET//NOFORN\n\n\(heading)\n\n\(sources)\n\nSECRET//NOFORN\n"
  }

  @Test("an instruction below a source is that of the source")
  func sources() throws {
    let sources = """
      1. (U) Lamp Guide 2, Department of Good Works, dated 20090301

      2. (U) Mole Guide, Department of Good Works, dated 20120101
         Declassify on: 20391231

      Source 3: (U) Basin Guide, Department of Good Works, dated 20120101
                Declassify on: 20371231
      """
    let text = Self.listing("(U) Source List", sources)
    #expect(try JudgedPaper.rules(text) == [])
    #expect(try JudgedPaper(text).document.nodes(named: .authorityBlock).count == 1)
    // It is read: the longest instruction is that of the document (32 CFR 2001.22(e)(4)).
    let longer = text.replacing("Declassify on: 20391231", with: "Declassify on: 20401231")
    let inLine = text.replacing(
      "20120101\n   Declassify on: 20391231", with: "20120101. Declassify on: 20401231")
    #expect(try JudgedPaper.rules(longer) == JudgedPaper.rules(inLine))
    #expect(try JudgedPaper.rules(longer) != [])
    // What stands behind it is read as well.
    let higher = text.replacing("Source 3: (U)", with: "Source 3: (TS)")
    #expect(try JudgedPaper.rules(higher).contains("CLS-001"))
  }

  @Test("the notes at the end of a report name its sources", arguments: ["(U) Endnotes", "ENDNOTES", "(U) End Notes"])
  func endnotes(_ heading: String) throws {
    let notes = "1. (S//NF) [Report 12-3; 4 May 2015; lamp survey]\n2. (U) [Harbor News; 3 June 2015; Lamps Out]"
    #expect(try JudgedPaper.rules(Self.listing(heading, notes)) == [])
    #expect(try JudgedPaper.rules(Self.listing("(U) Glossary", notes)) == ["CAB-007"])
  }
}
