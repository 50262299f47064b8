import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@Suite struct PortionMarkTests {
  private func mark(_ text: String) throws -> PortionMark? {
    let bytes = Array(text.utf8)
    let marks = try #require(Vocabulary.project).marks
    return marks.mark(in: bytes.span, at: 0, end: bytes.count)
  }

  @Test(arguments: [
    ("(U) x", "U", PortionLevel.unclassified, false), ("(SBU)", "SBU", .sbu, false), ("(SBU/NF)", "SBU/NF", .sbu, true),
    ("(SBU/N)", "SBU/NF", .sbu, true), ("(SBU NOFORN)", "SBU/NF", .sbu, true), ("(LOU)", "LOU", .lou, false),
    ("(FOUO)", "FOUO", .fouo, false), ("(U/FOUO)", "FOUO", .fouo, false), ("(CUI)", "CUI", .cui, false),
    ("(CUI//SP-PRVCY//NOFORN)", "CUI", .cui, true), ("(C)", "C", .confidential, false),
    ("(C/NF)", "C/NF", .confidential, true), ("(C-NF)", "C/NF", .confidential, true),
    ("(S/NOFORN)", "S/NF", .secret, true), ("(TS)", "TS", .topSecret, false), ("(TS/NF)", "TS/NF", .topSecret, true),
    ("(C/FGI)", "C/FGI", .confidential, false), ("(SBU/DELIBERATIVE PROCESS)", "other", .sbu, false),
    ("(TS//SI//NF)", "other", .topSecret, true), ("(S//REL TO USA, GBR)", "other", .secret, false),
    ("(Confidential)", "C", .confidential, false),
  ])
  func legalMarks(text: String, canonical: String, level: PortionLevel, noforn: Bool) throws {
    let found = try #require(try mark(text))
    #expect(found.isLegal && found.text.rawValue == canonical && found.level == level && found.isNoforn == noforn)
  }

  @Test func rangeIsWithItsParentheses() throws { #expect(try mark("(SBU) Text")?.range == ByteRange(0, 5)) }

  @Test(arguments: [
    ("( C )", PortionMark.Defect.spacing), ("(C )", .spacing), ("(C / NF)", .spacing), ("(sbu)", .letterCase),
    ("(C)(NF)", .doubled), ("(C) (C) Text", .doubled), ("(C) (Ref A)", .none), ("(SBU NOFORN)", .none),
  ])
  func unusualWriting(text: String, defect: PortionMark.Defect) throws {
    #expect(try #require(try mark(text)).defect == defect)
  }

  @Test func twoPairsAreOneMark() throws {
    let found = try #require(try mark("(C) (NF) Text"))
    #expect(found.text == .confidentialNoforn && found.isNoforn && found.range.count == 8)
  }

  @Test func doubleSlashIsNotStatesStyle() throws {
    #expect(try mark("(S//NF)")?.style == .ic)
    #expect(try mark("(S//NF)")?.text == .secretNoforn)
    #expect(try mark("(S/NF)")?.style == .state)
  }

  @Test(arguments: [
    ("(SUB)", PortionMark.Standing.illegal), ("(SBV)", .illegal), ("(SBUU)", .illegal), ("(X)", .doubtful),
    ("(USB)", .doubtful), ("(CONF)", .doubtful), ("(SEC)", .doubtful), ("(UNCL)", .doubtful), ("(TSC)", .doubtful),
    ("(CX)", .doubtful), ("(RD)", .doubtful), ("(SENSITIVE)", .doubtful), ("(5)", .doubtful), ("(?)", .doubtful),
    ("(SBU/LAMPS AND ICE)", .doubtful),
    ("(A)", .doubtful), ("(S/L)", .doubtful), ("(SS)", .doubtful), ("(NF)", .doubtful),
  ])
  func whatLooksLikeAMark(text: String, standing: PortionMark.Standing) throws {
    let found = try #require(try mark(text))
    #expect(found.standing == standing && found.text == .blank && found.level == .none)
  }

  @Test(arguments: [
    "(S. Africa)", "(C-130)", "(Ref A)", "(U.S.)", "(C and D)", "(FYI)", "(1)", "()", "(", "(U", "SBU", "((U))",
    "(" + String(repeating: "SBU ", count: 30) + ")", "(S//NF", "(CUI!)",
  ])
  func whatIsNoMark(text: String) throws { #expect(try mark(text) == nil) }

  @Test func privacyActIsAControl() throws {
    let found = try #require(try mark("(SBU/PRIVACY ACT)"))
    #expect(found.isLegal && found.level == .sbu && found.text == .other)
  }

  @Test func rankFollowsTheLevelAlone() {
    #expect(PortionLevel.sbu.rank == PortionLevel.unclassified.rank)
    #expect(PortionLevel.allCases.map(\.rank) == [0, 1, 1, 1, 1, 1, 2, 3, 4])
  }
}
