import Documents
import FoundationEssentials
import MarkingGrammar
import MarkingModel
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// The released telegrams beside the project, where they are: what is read of each against what the archive recorded
/// of it (docs/corpus-audit.md).
@Suite(.enabled(if: ReleasedTelegrams.areThere, "the released telegrams are not beside the project"))
struct CorpusTests {
  @Test func everyLevelIsTheRecordedOne() throws {
    let telegrams = try ReleasedTelegrams.all()
    #expect(telegrams.count == 218)
    for telegram in telegrams {
      #expect(telegram.document.word(.form, of: 0) == "nara-aad", "\(telegram.file)")
      #expect(telegram.document.word(.level, of: 0) == telegram.level.rawValue, "\(telegram.file)")
      #expect(telegram.document.word(.originalLevel, of: 0) == telegram.level.rawValue, "\(telegram.file)")
    }
  }

  /// Telegrams whose captions are not those of the record, each with the captions of the telegram. The record is at
  /// fault or keeps them in another field; docs/corpus-audit.md says how that was seen.
  static let differences: [String: Set<String>] = [
    "1974LAPAZ00162.txt": ["USIAC"],
    "1974LAPAZ02085.txt": ["EXDIS", "STADIS"],
    "1974LAPAZ02238.txt": [],
    "1974LAPAZ04082.txt": ["EXDIS", "STADIS"],
    "1978LAPAZ06107.txt": ["NODIS"],
    "1979LAPAZ08837.txt": ["SY CHANNEL"],
    "1979LAPAZ08916.txt": ["SY CHANNEL"],
    "1979STATE286983.txt": ["TOSEC"],
  ]

  @Test func everyCaptionIsTheRecordedOneOrTheRecordIsAtFault() throws {
    for telegram in try ReleasedTelegrams.all() {
      let read = Set(telegram.document.nodes(named: .caption).compactMap { telegram.document.word(.name, of: $0) })
      #expect(read == Self.differences[telegram.file] ?? telegram.captions, "\(telegram.file)")
    }
  }

  /// What a print lacks may have been lost in it: nothing that these telegrams show is an error.
  @Test func noTelegramHasAnError() throws {
    var evaluator = CompiledEvaluator(try StandardRules.ruleSet(profile: "state"))
    for telegram in try ReleasedTelegrams.all() {
      let result = try evaluator.check(telegram.document, recordingJudgements: false)
      let errors = result.findings.filter { $0.severity == .error }.map(\.rule)
      #expect(errors.isEmpty, "\(telegram.file): \(errors)")
    }
  }
}
