import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@Suite struct MarkingPrinterTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(Vocabulary.project) }

  private func secret(_ change: (inout Marking) -> Void) -> Marking {
    var marking = Marking()
    marking.system = .us
    marking.classification = .secret
    marking.owners = ["USA"]
    change(&marking)
    return marking
  }

  private func banner(_ marking: Marking, _ style: MarkingStyle = .ic) -> String {
    MarkingPrinter(vocabulary: vocabulary, style: style).banner(marking)
  }

  private func portion(_ marking: Marking, _ style: MarkingStyle = .ic) -> String {
    MarkingPrinter(vocabulary: vocabulary, style: style).portion(marking)
  }

  @Test func categoriesStandInTheOrderOfTheRegister() {
    let marking = secret {
      $0.nonIC = ["LES", "DS"]
      $0.dissemination = ["FISA", "REL", "OC"]
      $0.releasableTo = ["NATO", "GBR", "USA", "AUS"]
      $0.foreign = .open(["NATO:ISAF", "GBR"])
      $0.atomicEnergy.isRestrictedData = true
      $0.atomicEnergy.sigmas = [20, 14]
      $0.sap = [ControlSystem("DEF"), ControlSystem("ABC")]
      $0.sci = [ControlSystem("TK"), ControlSystem("SI", [.init("G", ["XYZ", "ABCD", "9A"]), .init("9")])]
    }
    #expect(
      banner(marking) == """
        SECRET//SI-9-G 9A ABCD XYZ/TK//SAR-ABC/DEF//RD-SIGMA 14 20//FGI GBR NATO ISAF//\
        ORCON/REL TO USA, AUS, GBR, NATO/FISA//LIMDIS/LES
        """)
    #expect(
      portion(marking) == """
        (S//SI-9-G 9A ABCD XYZ/TK//SAR-ABC/DEF//RD-SG 14 20//FGI GBR NATO ISAF//\
        OC/REL TO USA, AUS, GBR, NATO/FISA//DS/LES)
        """)
  }

  @Test func theManualsDifferInWhatDoDWrites() {
    let programs = secret { $0.sap = [ControlSystem("C"), ControlSystem("B"), ControlSystem("A")] }
    #expect(banner(programs, .dod) == "SECRET//SAR-MULTIPLE PROGRAMS")
    #expect(portion(programs, .dod) == "(S//SAR-A/SAR-B/SAR-C)")
    let design = secret {
      $0.atomicEnergy.isRestrictedData = true
      $0.atomicEnergy.isCriticalDesign = true
    }
    #expect(banner(design) == "SECRET//RD-CNWDI")
    #expect(banner(design, .dod) == "SECRET//RD-N")
    var controlled = Marking()
    controlled.system = .cui
    controlled.cui = ControlledInformation(specified: ["CTI"], basic: ["PRVCY"])
    controlled.dissemination = ["NF", "FEDCON"]
    #expect(banner(controlled, .isoo) == "CUI//SP-CTI/PRVCY//FEDCON/NOFORN")
    #expect(banner(controlled, .dod) == "CUI")
    #expect(portion(controlled, .dod) == "(CUI//SP-CTI/PRVCY//FEDCON/NF)")
  }

  @Test func aControlIsNeverLostInCanonicalForm() {
    let marking = secret {
      $0.foreignControls = ["BALK", "ATOMAL"]
      $0.dissemination = ["NF"]
      $0.unknown = ["QUUX"]
    }
    #expect(banner(marking) == "SECRET//ATOMAL/BALK//NOFORN//QUUX")
    #expect(banner(marking, .ic.rendering) == "SECRET//NOFORN//QUUX")
  }

  @Test func aListThatIsTheBannersIsNotRepeated() {
    let marking = secret {
      $0.dissemination = ["REL"]
      $0.releasableTo = ["USA", "GBR"]
    }
    let printer = MarkingPrinter(vocabulary: vocabulary)
    #expect(printer.portion(marking, under: marking) == "(S//REL)")
    #expect(printer.portion(marking) == "(S//REL TO USA, GBR)")
    let bare = secret { $0.dissemination = ["REL"] }
    #expect(printer.portion(bare) == "(S//REL)")
  }

  @Test func orderAndRepeatsAreNoDifference() {
    let one = secret {
      $0.sci = [ControlSystem("TK"), ControlSystem("SI", [.init("G")]), ControlSystem("SI", [.init("G", ["ABCD"])])]
      $0.dissemination = ["NF", "OC", "NF"]
    }
    let other = secret {
      $0.sci = [ControlSystem("SI", [.init("G", ["ABCD"])]), ControlSystem("TK")]
      $0.dissemination = ["OC", "NF"]
    }
    #expect(one.normalized(by: vocabulary) == other.normalized(by: vocabulary))
    let normal = one.normalized(by: vocabulary)
    #expect(normal.normalized(by: vocabulary) == normal)
  }
}
