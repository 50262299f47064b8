import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// What the parser notes about the writing of a marking: the kind, what stands there, and what belongs there.
@Suite struct MarkingDefectTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary { Vocabulary.projectTable($0) } }

  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var kind: MarkingDefect.Kind
    var place: String
    var fix: String?
    var testDescription: String { text }

    init(_ text: String, _ kind: MarkingDefect.Kind, _ place: String, _ fix: String?) {
      (self.text, self.kind, self.place, self.fix) = (text, kind, place, fix)
    }
  }

  @Test(arguments: [
    Case("SECRET//REL TO USA, UK", .countryCode, "UK", "GBR"),
    Case("(S//REL TO USA, CANADA)", .countryCode, "CANADA", "CAN"),
    Case("SECRET//FGI QQQ", .countryCode, "QQQ", nil),
    Case("SECRET//FGI DEU/GBR", .listSeparator, "/", " "),
    Case("(GBR-C)", .hyphenatedOwner, "GBR-C", "//GBR C"),
    Case("(FGI-S)", .hyphenatedOwner, "FGI-S", "//FGI S"),
    Case("(CAN S)", .missingOwnerSlashes, "", "//"),
    Case("(//NATO S)", .natoForm, "NATO S", "NS"),
    Case("//CTS", .natoForm, "CTS", "COSMIC TOP SECRET"),
    Case("(//COSMIC S)", .natoLevel, "COSMIC S", "NS"),
    Case("//NATO TOP SECRET", .natoLevel, "NATO TOP SECRET", "COSMIC TOP SECRET"),
    Case("(//CTSA)", .oldNATOForm, "CTSA", "CTS//ATOMAL"),
    Case("//COSMIC TOP SECRET BOHEMIA", .compoundNATO, " BOHEMIA", "//BOHEMIA"),
    Case("SECRET SENSITIVE DISPLAY ONLY IRQ", .supersededForm, "SENSITIVE DISPLAY ONLY", "DISPLAY ONLY"),
    Case("C.U.I.", .cuiWord, "C.U.I.", "CUI"),
    Case("CONTROLLED UNCLASSIFIED INFORMATION", .cuiWord, "CONTROLLED UNCLASSIFIED INFORMATION", "CUI"),
    Case("CUI SP-CTI", .cuiSeparator, " ", "//"),
    Case("CUI-NOFORN", .cuiSeparator, "-", "//"),
    Case("CUI//SP-CTI//SP-EXPT", .cuiSeparator, "//", "/"),
    Case("CUI//SP-CTI, SP-EXPT", .cuiSeparator, ", ", "/"),
    Case("CUI//SP-CTI/NOFORN", .cuiSeparator, "/", "//"),
    Case("CUI//NOFORN//SP-CTI", .cuiOrder, "SP-CTI", nil),
    Case("SECRET//NOFORN//CUI", .cuiOrder, "CUI", nil),
    Case("CUI//CTI", .missingSP, "CTI", "SP-CTI"),
    Case("CUI//SP-AG", .needlessSP, "SP-AG", "AG"),
    Case("CUI//SP CTI", .slip, "SP CTI", "SP-CTI"),
    Case("(CUI//S)", .levelAfterCUI, "S", nil),
    Case("CUI//DRAFT", .administrative, "DRAFT", nil),
    Case("CUI//SP-CVI//WARNING", .warningWords, "WARNING", nil),
    Case("CUI//PRIVILEGE//ATTORNEY-CLIENT", .registryCase, "ATTORNEY-CLIENT", "Attorney-Client"),
    Case("CUI//DL_ONLY", .attributeToken, "DL_ONLY", "DL ONLY"),
  ])
  func saysWhatIsUnusual(_ test: Case) throws {
    let bytes = Array(test.text.utf8)
    let written = MarkingParser.parse(test.text, vocabulary)
    let found = try #require(written.defects.first { $0.kind == test.kind }, "\(written.defects)")
    #expect(String(decoding: bytes[found.range.start..<found.range.end], as: UTF8.self) == test.place)
    #expect(found.replacement == test.fix)
  }

  @Test(arguments: [
    "(S//REL)", "(//JOINT S//REL)", "CUI//PRIVILEGE//Attorney-Client", "//FRA RESTRICTED//NOFORN", "(//NS//ATOMAL)",
    "CUI//SP-CTI/PRVCY//DL ONLY/NOFORN", "SECRET//CUI//PROPIN//NOFORN/PROPIN",
    "//JOINT SECRET AUS USA//REL TO USA, AUS",
  ])
  func canonicalFormsHaveNone(_ text: String) {
    #expect(MarkingParser.parse(text, vocabulary).defects == [])
  }

  /// Small letters beside those that the Registry has are small letters of the line.
  @Test func theRegistrysLettersHideNoOthers() {
    let written = MarkingParser.parse("CUI//PRIVILEGE//Attorney-Client/noforn", vocabulary)
    #expect(written.defects.map(\.kind) == [.letterCase])
    #expect(written.defects.first?.range.start == 32)
  }
}
