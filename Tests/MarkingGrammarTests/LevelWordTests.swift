import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@Suite struct LevelWordTests {
  private func match(_ text: String, repairing: Bool = false) throws -> LevelTable.Match? {
    let bytes = Array(text.utf8)
    let levels = try #require(Vocabulary.project).levels
    return levels.longest(in: bytes.span, at: 0, end: bytes.count, repairing: repairing)
  }

  @Test(arguments: [
    ("UNCLAS PARIS 000123", Level.unclassified, Control.none, 6, false),
    ("C O N F I D E N T I A L SECTION 01", .confidential, .none, 23, true),
    ("T O P  S E C R E T", .topSecret, .none, 18, true), ("TOP SECRET//X", .topSecret, .none, 10, false),
    ("S\u{A0}E\u{A0}C\u{A0}R\u{A0}E\u{A0}T", .secret, .none, 16, true), ("Secret", .secret, .none, 6, false),
    ("LIMITED  OFFICIAL USE STATE", .limitedOfficialUse, .lou, 21, false),
    ("SENSITIVE BUT UNCLASSIFIED", .none, .sbu, 26, false), ("U N C L A S", .unclassified, .none, 11, true),
    ("FOR OFFICIAL USE ONLY", .none, .fouo, 21, false), ("CUI//SP-PRVCY", .none, .cui, 3, false),
  ])
  func wordsAreFound(text: String, level: Level, control: Control, end: Int, spaced: Bool) throws {
    let found = try #require(try match(text))
    #expect(found.word.level == level && found.word.control == control)
    #expect(found.end == end && found.isSpaced == spaced && !found.isRepaired)
  }

  @Test(arguments: ["SECRETARY", "SECRETS", "UNCLASS", "", "S", "TOP", "CONFIDENTIALLY"])
  func otherWordsAreNot(text: String) throws { #expect(try match(text) == nil) }

  @Test(arguments: [
    ("LIMITEN OFFICIAL USE STATE 1", Level.limitedOfficialUse), ("LEITED OFFICIAL USE", .limitedOfficialUse),
    ("C O N F I D E N T A L ROME", .confidential), ("C0NFIDENTIAL", .confidential), ("UNCLA5 ROME", .unclassified),
    ("SECREET ROME", .secret),
  ])
  func damagedWordsAreRepairedOnRequest(text: String, level: Level) throws {
    #expect(try match(text) == nil)
    let found = try #require(try match(text, repairing: true))
    #expect(found.word.level == level && found.isRepaired)
  }

  @Test func otherWordsAreNotRepaired() throws {
    for text in ["SECRETARY OF STATE", "SECTION", "UNCLE", "PARIS", "OFFICIAL"] {
      #expect(try match(text, repairing: true) == nil, "\(text)")
    }
  }

  @Test func spacedWordsOfAnyKind() throws {
    let bytes = Array("C O R R E C T E D  C O P Y (X)".utf8)
    let word = bytes.span.spacedWord("CORRECTED COPY", at: 0, end: bytes.count)
    let found = try #require(word)
    #expect(found.isSpaced && found.end == 26)
  }
}
