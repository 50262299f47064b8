import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// Banners over JOINT, NATO, EYES ONLY and CUI portions, from the pages named with each; those named with a rule are
/// composed from it.
@Suite struct TranscribedRollUpTests {
  private let vocabulary: Vocabulary
  init() throws { vocabulary = try Vocabulary { Vocabulary.projectTable($0) } }

  private func expect(
    _ portions: String, _ banner: String, _ policy: RollUpPolicy = RollUpPolicy(), isGiven: Bool = true,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let line = RollUpLine(portions, banner: isGiven ? banner : nil, vocabulary)
    let required = line.required(policy)
    #expect(
      required.marking == RollUpLine.read(banner, .banner, vocabulary),
      "\(portions) => \(required.reasons.map { $0.token.text(vocabulary) }) \(required.marking.releasableTo)",
      sourceLocation: location)
    #expect(line.outline(policy) == [], sourceLocation: location)
  }

  @Test func jointDocumentsStayJoint() {
    // C16 p58 example 1, p58 example 2, p59 example 3.
    expect(
      "(//JOINT S//REL) ; (//JOINT S CAN GBR USA//REL TO USA, FVEY)",
      "//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR")
    expect("(//JOINT S//REL)", "//JOINT SECRET GBR USA//REL TO USA, FVEY")
    expect(
      "(//JOINT S//REL) ; (//JOINT S GBR USA//REL TO USA, FVEY) ; (//JOINT S GBR USA//FGI NZL//REL TO USA, FVEY)",
      "//JOINT SECRET GBR USA//FGI NZL//REL TO USA, GBR")
    expect("(U) ; (//JOINT S GBR USA//REL TO USA, GBR)", "//JOINT SECRET GBR USA//REL TO USA, GBR", isGiven: false)
  }

  @Test func jointPortionsAreForeignInformationInUSDocuments() {
    // p57; example 4 of p59 leaves GBR out of FGI against it.
    expect(
      "(//JOINT S GBR USA//REL) ; (//JOINT S GBR USA//REL TO USA, FVEY) ; (//NS//REL TO USA, NATO)",
      "SECRET//FGI GBR NATO//REL TO USA, GBR")
    expect("(//JOINT S GBR USA//REL TO USA, GBR) ; (TS//NF)", "TOP SECRET//FGI GBR//NOFORN", isGiven: false)
    expect(
      "(//JOINT S GBR USA//REL TO USA, GBR) ; (//JOINT S CAN USA//REL TO USA, CAN, GBR)",
      "SECRET//FGI CAN GBR//REL TO USA, GBR", isGiven: false)
    // JOINT excludes NOFORN (p57), so nothing in common ends it.
    expect(
      "(//JOINT S GBR USA//REL TO USA, GBR) ; (//JOINT S GBR USA//REL TO USA, CAN)", "SECRET//FGI GBR//NOFORN",
      isGiven: false)
  }

  @Test func natoPortionsAreForeignInformationInUSDocuments() {
    // p122, p127; RESTRICTED is no U.S. level (p56).
    expect("(TS//RD//NF) ; (//NS//ATOMAL//NF)", "TOP SECRET//RD/ATOMAL//FGI NATO//NOFORN", isGiven: false)
    expect("(U) ; (//NR//REL TO USA, NATO)", "CONFIDENTIAL//FGI NATO//REL TO USA, NATO", isGiven: false)
    expect("(S//REL TO USA, GBR) ; (//NC//REL TO USA, NATO)", "SECRET//FGI NATO//REL TO USA, GBR", isGiven: false)
    // Unmarked foreign information counts as NOFORN (p21 Table 2).
    expect("(S//REL TO USA, GBR) ; (//DEU C)", "SECRET//FGI DEU//NOFORN", isGiven: false)
    // A document of NATO or of another government is one by its own banner.
    expect("(//NS) ; (//NC)", "//NATO SECRET")
    expect("(//DEU S) ; (//DEU R)", "//DEU SECRET")
  }

  @Test func eyesOnlyGivesWayToReleaseTo() {
    // p158; Table 3 rules 13 and 22.
    expect("(TS//EYES)", "TOP SECRET//USA/CAN/GBR EYES ONLY")
    expect(
      "(TS//USA/AUS/CAN EYES ONLY) ; (TS//USA/CAN/GBR EYES ONLY)", "TOP SECRET//USA/CAN EYES ONLY", isGiven: false)
    expect("(TS//USA/AUS/CAN EYES ONLY) ; (S//REL TO USA, CAN, JPN)", "TOP SECRET//REL TO USA, CAN", isGiven: false)
    expect("(TS//USA/AUS EYES ONLY) ; (S//REL TO USA, JPN)", "TOP SECRET//NOFORN", isGiven: false)
    expect("(TS//USA/AUS EYES ONLY) ; (S//NF)", "TOP SECRET//NOFORN", isGiven: false)
  }

  @Test func tetragraphsAreTakenApartWhereTheyMayBe() {
    // Rule 23; ISMCAT for NATO and ISAF.
    expect("(S//REL TO USA, FVEY) ; (S//REL TO USA, GBR)", "SECRET//REL TO USA, GBR", isGiven: false)
    expect("(S//REL TO USA, FVEY) ; (S//REL TO USA, ACGU)", "SECRET//REL TO USA, ACGU", isGiven: false)
    expect("(S//REL TO USA, NATO) ; (S//REL TO USA, FVEY)", "SECRET//REL TO USA, CAN, GBR", isGiven: false)
    expect("(S//REL TO USA, ISAF) ; (S//REL TO USA, GBR, ISAF)", "SECRET//REL TO USA, ISAF", isGiven: false)
    expect("(S//REL TO USA, ISAF) ; (S//REL TO USA, GBR)", "SECRET//NOFORN", isGiven: false)
  }

  @Test func unmarkedPortionsCountByTheirDay() {
    // p21 Table 2, rule 17.
    let late = RollUpPolicy(day: 2010_06_28)
    expect("(S//RELIDO) ; (S)", "SECRET//RELIDO", late)
    expect("(S//RELIDO) ; (S//SI)", "SECRET//SI//RELIDO", late)
    expect("(S//RELIDO) ; (S//OC)", "SECRET//ORCON/NOFORN", late)
    expect("(S//RELIDO) ; (S)", "SECRET//NOFORN", RollUpPolicy(day: 2010_06_27))
    expect("(S//REL TO USA, GBR) ; (S)", "SECRET//NOFORN", late)
    expect("(S) ; (U)", "SECRET")
    let product = RollUpPolicy(day: 2016_01_01, isAnalyticProduct: true)
    expect("(S) ; (U)", "SECRET//RELIDO", product)
    expect("(S//OC) ; (U)", "SECRET//ORCON/NOFORN", product)
  }

  @Test func controlledUnclassifiedPortionsCount() {
    // p53 example 3, and the same with RELIDO and FOUO.
    expect("(U//FISA) ; (S//REL TO USA, GBR)", "SECRET//NOFORN/FISA")
    expect("(U//FOUO) ; (S//RELIDO)", "SECRET//RELIDO")
    expect("(U//FOUO/REL TO USA, JPN) ; (S//REL TO USA, JPN)", "SECRET//REL TO USA, JPN")
    expect("(U//DCNI) ; (S//RELIDO)", "SECRET//NOFORN")
    expect("(U//DCNI) ; (S)", "SECRET")
    expect("(U//DS) ; (S//REL TO USA, GBR)", "SECRET//NOFORN")
    // p180.
    expect("(U//SBU-NF) ; (U//FOUO/NF)", "UNCLASSIFIED//NOFORN//SBU")
  }

  @Test func cuiIsTheSumOfItsPortions() {
    // CUIH p18–19, p35–40.
    expect("(CUI//SP-CTI) ; (CUI//PRVCY) ; (U)", "CUI//SP-CTI/PRVCY", isGiven: false)
    expect("(CUI//SP-EXPT//FEDCON) ; (CUI)", "CUI//SP-EXPT//FEDCON", isGiven: false)
    expect("(CUI) ; (U)", "CUI", isGiven: false)
    expect("(CUI//SP-CTI//NF) ; (S//REL TO USA, GBR)", "SECRET//CUI//SP-CTI//NOFORN", isGiven: false)
    expect("(CUI//SP-CTI) ; (S//REL TO USA, GBR)", "SECRET//CUI//SP-CTI//REL TO USA, GBR", isGiven: false)
    expect("(CUI//REL TO USA, GBR) ; (CUI//REL TO USA, CAN, GBR)", "CUI//REL TO USA, GBR", isGiven: false)
    expect("(CUI//PRVCY) ; (U//LES)", "UNCLASSIFIED//CUI//PRVCY//LES", isGiven: false)
  }

  @Test func dodPutsNoCategoriesIntoBanners() {
    let dod = RollUpPolicy(.dod)
    expect("(CUI//SP-CTI//FEDCON) ; (U)", "CUI", dod, isGiven: false)
    expect("(CUI//SP-CTI) ; (S//NF)", "SECRET//NOFORN", dod, isGiven: false)
    expect(
      "(S//SAR-AA//NF) ; (S//SAR-BB//NF) ; (S//SAR-CC//NF)", "SECRET//SAR-MULTIPLE PROGRAMS//NOFORN", dod,
      isGiven: false)
    expect("(S//SAR-AA//NF) ; (S//SAR-BB//NF)", "SECRET//SAR-AA/SAR-BB//NOFORN", dod, isGiven: false)
  }
}
