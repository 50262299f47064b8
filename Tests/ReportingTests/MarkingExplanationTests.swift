import MarkingGrammar
import MarkingModel
import Reporting
import TestSupport
import Testing

@Suite struct MarkingExplanationTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary { Vocabulary.projectTable($0) } }

  private func explain(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    let written = MarkingParser.parse(text, vocabulary)
    return MarkingExplanation.tokens(of: written, in: bytes.span, vocabulary).map {
      "\($0.text) = \($0.meaning) | \($0.banner ?? "-") | \($0.portion ?? "-") | \($0.authority ?? "-")"
    }
  }

  @Test func saysWhatEachTokenMeans() {
    #expect(
      explain("TOP SECRET//SI-G ABCD//RD-CNWDI-SIGMA 14//ORCON/REL TO USA, JPN") == [
        "TOP SECRET = TOP SECRET, classification of the United States | TOP SECRET | TS | IC Register 2016 p36",
        "SI = SPECIAL INTELLIGENCE, control system | SI | SI | IC Register 2016 p74",
        "G = SI-GAMMA, compartment of a control system | SI-G | SI-G | IC Register 2016 p80",
        "ABCD = sub-compartment of a control system that is not published: neither confirmed nor denied | SI-G ABCD | SI-G ABCD | IC Register 2016 p61",
        "RD-CNWDI-SIGMA 14 = RESTRICTED DATA, atomic energy marking, with Critical Nuclear Weapon Design Information, SIGMA 14 | RD-CNWDI-SIGMA 14 | RD-CNWDI-SG 14 | IC Register 2016 p104",
        "ORCON = ORIGINATOR CONTROLLED, dissemination control | ORCON | OC | IC Register 2016 p136",
        "REL TO USA, JPN = AUTHORIZED FOR RELEASE TO, dissemination control | REL TO USA, JPN | REL TO USA, JPN | IC Register 2016 p150",
        "USA = United States of America, of the list | USA | USA | ODNI ISMCAT 2022-NOV (GENC)",
        "JPN = Japan, of the list | JPN | JPN | ODNI ISMCAT 2022-NOV (GENC)",
      ])
  }

  @Test func knowsTheOtherSystems() {
    #expect(
      explain("(//NS//ATOMAL)").first
        == "NS = NATO SECRET, classification of NATO | NATO SECRET | NS | IC Register 2016 p36")
    #expect(explain("(//NS//ATOMAL)").count == 2)
    #expect(explain("CUI//SP-CTI//NOTHING").last?.hasPrefix("NOTHING = not known") == true)
    #expect(explain("(C//FGI DEU//USA/GBR EYES)").contains { $0.contains("| USA/GBR EYES ONLY | USA/GBR EYES |") })
  }

  @Test func coversEveryTokenOfAnyMarking() {
    for text in [
      "", "(", "SECRET//SAR-ABC-D12 E34//FGI QQQ//WHAT", "//JOINT S AUS USA//REL", "CUI SP-CTI", "(//FGI DEU S)",
    ] {
      let written = MarkingParser.parse(text, vocabulary)
      #expect(explain(text).count >= written.tokens.count)
    }
  }
}
