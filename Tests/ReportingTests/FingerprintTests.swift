import CommandTestSupport
import Documents
import FoundationEssentials
import MarkingModel
import Reporting
import RuleEngine
import StandardRules
import TestSupport
import Testing

/// Names of findings: unique, the same after edits elsewhere, and without text.
@Suite struct FingerprintTests {
  private func check(_ text: String) throws -> (MarkingDocument, CheckResult) {
    let vocabulary = try StandardRules.vocabulary()
    let bytes = Array(text.utf8)
    let document = DocumentReader.read(bytes.span, form: nil, vocabulary: vocabulary)
    var evaluator = try LibXML2Evaluator(StandardRules.ruleSet(profile: "ic"))
    return (document, try evaluator.check(document, recordingJudgements: false))
  }

  private func names(_ text: String, _ fingerprinter: Fingerprinter = Fingerprinter(), path: String = "a.txt") throws
    -> [String]
  {
    let (document, result) = try check(text)
    let standings = fingerprinter.standings(of: document, result, path: path)
    #expect(standings.findings.count == result.findings.count)
    return standings.all.map(\.fingerprint)
  }

  @Test func eachIsUniqueAndStable() throws {
    let names = try names(Paper.wrong)
    #expect(names.count > 2)
    #expect(Set(names).count == names.count)
    #expect(try self.names(Paper.wrong) == names)
    #expect(names.allSatisfy { $0.utf8.count == 64 })
  }

  /// Lines and paragraphs that are put in, and other words, change no name.
  @Test func anEditElsewhereChangesNone() throws {
    let before = Set(try names(Paper.wrong))
    let moved = Paper.wrong.replacing("1. (U)", with: "\n\n1. (U) A new clean paragraph.\n\n2. (U)")
      .replacing("2. (TS)", with: "3. (TS)").replacing("3. (TS) It", with: "4. (TS) It")
      .replacing("late twice", with: "early once")
    #expect(Set(try names(moved)) == before)
  }

  /// One more finding of a kind is one more name, and the others stay.
  @Test func oneMoreIsNew() throws {
    let before = Set(try names(Paper.wrong))
    let after = Set(try names(Paper.wrong.replacing("1. (U)", with: "1. (TS)")))
    #expect(after.isSuperset(of: before))
    #expect(after.count > before.count)
  }

  @Test func pathAndKeyMakeOthers() throws {
    let plain = Set(try names(Paper.wrong))
    let key = try #require(DigestKey(Array("sixteen bytes or more".utf8)))
    let keyed = Set(try names(Paper.wrong, Fingerprinter(key: key)))
    #expect(plain.isDisjoint(with: keyed))
    #expect(plain.isDisjoint(with: try names(Paper.wrong, path: "b.txt")))
    #expect(Fingerprinter().scheme != Fingerprinter(key: key).scheme)
  }

  /// Findings of quoted telegrams have places in the whole and names of their own.
  @Test func quotedTelegrams() {
    let checked = Sample.checked
    let standings = Fingerprinter().standings(of: checked.document, checked.result, path: "a")
    #expect(standings.findings.map(\.place) == ["/document[1]/paragraph[1]", "/document[1]/paragraph[2]"])
    #expect(standings.quoted[0].findings.map(\.place) == ["/document[1]/document[1]/paragraph[1]"])
    #expect(Set(standings.all.map(\.fingerprint)).count == 3)
  }
}
