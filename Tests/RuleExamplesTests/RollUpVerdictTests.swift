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
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: "ic"))
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

  /// Combinations of the vectors' portions and banners that the vectors do not have, three portions among them: what
  /// breaks a rule of ODNI's has an error, and nothing else has.
  @Test func combinationsWithoutAVectorAgreeWithODNIsRules() throws {
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: "ic"))
    let vectors = try lines()
    let portions = Set(vectors.flatMap { Self.parts($0.text).portions }).sorted()
    let banners = Set(vectors.map { Self.parts($0.text).banner }).sorted()
    var seed: UInt64 = 0
    for _ in 0..<3000 {
      func pick(_ all: [String]) -> String {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return all[Int(seed >> 33) % all.count]
      }
      let chosen = (0..<(1 + Int(seed >> 40) % 3)).map { _ in pick(portions) }
      let line = chosen.joined(separator: " ; ") + " => " + pick(banners)
      let bytes = Array(line.utf8)
      let reading = RollUpReader.read(bytes.span, vocabulary: vocabulary)
      let given = try #require(reading.given)
      let oracle = ODNIRollUp(
        portions: reading.portions.map { $0.meaning(in: bytes.span, vocabulary) },
        banner: given.meaning(in: bytes.span, vocabulary))
      let isValid = try evaluator.check(reading.document, recordingJudgements: false).findings
        .allSatisfy { $0.severity < .error }
      #expect(isValid == oracle.broken.isEmpty, "\(line): \(oracle.broken.sorted())")
    }
  }

  /// The oracle itself, against the vectors.
  @Test func theOracleIsODNIs() throws {
    let vocabulary = try StandardRules.vocabulary()
    for vector in try lines() {
      let bytes = Array(vector.text.utf8)
      let reading = RollUpReader.read(bytes.span, vocabulary: vocabulary)
      let given = try #require(reading.given)
      let oracle = ODNIRollUp(
        portions: reading.portions.map { $0.meaning(in: bytes.span, vocabulary) },
        banner: given.meaning(in: bytes.span, vocabulary))
      #expect(oracle.broken.isEmpty == vector.isValid, "\(vector.text): \(oracle.broken.sorted())")
    }
  }

  private func lines() throws -> [(text: String, isValid: Bool)] {
    let text = String(decoding: try Golden.bytes("Tests/MarkingGrammarTests/Vectors/odni-rollup.tsv"), as: UTF8.self)
    return text.split(separator: "\n").dropFirst().map { row in
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      return (String(fields[1]), fields[2] == "1")
    }
  }

  private static func parts(_ line: String) -> (portions: [String], banner: String) {
    let sides = line.split(separator: " => ").map(String.init)
    return (sides[0].split(separator: " ; ").map(String.init), sides[1])
  }

  /// A difference that no rule reports would pass unseen. Where another finding says the same (RD and FRD in one banner,
  /// by the rule for single markings) it need not be said twice.
  @Test func everyDifferenceIsReported() throws {
    let vocabulary = try StandardRules.vocabulary()
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: "ic"))
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
          let findings = try evaluator.check(document, recordingJudgements: false).findings
          let found = Set(findings.map(\.node))
          let isWrong = findings.contains { $0.severity == .error }
          for node in differences where !found.contains(node) && !isWrong {
            Issue.record("\(line): \(document.describe(node))")
          }
        }
      }
    }
  }
}
