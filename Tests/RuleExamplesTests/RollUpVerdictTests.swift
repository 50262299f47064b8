import Documents
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// ODNI's verdicts on banners over portions, against those of the profile `ic`.
@Suite struct RollUpVerdictTests {
  /// Every line that ODNI finds wrong has an error. Where ODNI finds nothing there is none, and what is said is
  /// over-marking, or about non-IC controls of unclassified portions, which ODNI's rule 00088 does not look at.
  @Test func everyVerdictOfODNIIsOurs() throws {
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = try LibXML2Evaluator(try StandardRules.ruleSet(profile: "ic"))
    let text = String(decoding: try Golden.bytes("Tests/MarkingGrammarTests/Vectors/odni-rollup.tsv"), as: UTF8.self)
    var count = 0
    for row in text.split(separator: "\n").dropFirst() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let reading = RollUpReader.read(Array(fields[1].utf8).span, vocabulary: vocabulary)
      let findings = try evaluator.check(reading.document, recordingJudgements: false).findings
      let errors = findings.filter { $0.severity == .error }
      if fields[2] == "1" {
        #expect(errors.isEmpty, "\(fields[1]): \(errors.map(\.message))")
        let others = findings.filter { !$0.message.hasPrefix("Over-marking: ") && $0.rule != "FDR-015" }
        #expect(others.isEmpty, "\(fields[1]): \(others.map(\.message))")
      } else {
        #expect(!errors.isEmpty, "\(fields[1]): \(fields[3])")
      }
      count += 1
    }
    #expect(count == 2540)
  }

  /// A difference that no rule reports would pass unseen.
  @Test func everyDifferenceIsReported() throws {
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = try LibXML2Evaluator(try StandardRules.ruleSet(profile: "ic"))
    let portions = [
      "(U)", "(U//FOUO)", "(U//SBU-NF)", "(U//LES-NF)", "(U//SSI)", "(U//DCNI)", "(U//DS)", "(C//REL TO USA, FVEY)",
      "(S//NF)", "(S//RELIDO)", "(S//DISPLAY ONLY IRQ)", "(S//RD-SG 14//NF)", "(S//FRD-SG 20//NF)", "(//NS//NF)",
      "(//FGI S//NF)", "(//JOINT S GBR USA//REL TO USA, GBR)", "(TS//SI-G//OC/NF)", "(S//SAR-BP//NF)",
      "(CUI//SP-CTI//FEDCON)", "(S//NF//XD)", "(U//SBU)", "(S//REL TO USA, GBR/DISPLAY ONLY AFG)", "(S//REL)",
    ]
    let banners = [
      "UNCLASSIFIED", "UNCLASSIFIED//FOUO", "UNCLASSIFIED//SBU NOFORN", "UNCLASSIFIED//NOFORN//LES",
      "UNCLASSIFIED//DOD UCNI", "CONFIDENTIAL//REL TO USA, FVEY", "SECRET//NOFORN", "SECRET//RELIDO",
      "SECRET//DISPLAY ONLY IRQ", "SECRET//RD-SIGMA 14//NOFORN", "SECRET//FRD//NOFORN", "SECRET//FGI NATO//NOFORN",
      "SECRET//FGI//NOFORN", "//JOINT SECRET GBR USA//REL TO USA, GBR", "TOP SECRET//SI/TK//REL TO USA, GBR",
      "SECRET//SAR-BP//NOFORN", "CUI", "CUI//SP-CTI//FEDCON", "SECRET//NOFORN//NODIS", "UNCLASSIFIED//SBU//SSI",
      "SECRET//REL TO USA, GBR/DISPLAY ONLY AFG, IRQ", "//NATO SECRET", "TOP SECRET//USA/GBR EYES ONLY",
    ]
    for (index, first) in portions.enumerated() {
      for second in portions[index...] {
        for banner in banners {
          let line = "\(first) ; \(second) => \(banner)"
          let document = RollUpReader.read(Array(line.utf8).span, vocabulary: vocabulary).document
          let differences = document.nodes(named: .difference)
          let found = Set(try evaluator.check(document, recordingJudgements: false).findings.map(\.node))
          for node in differences where !found.contains(node) {
            Issue.record("\(line): \(document.describe(node))")
          }
        }
      }
    }
  }
}
