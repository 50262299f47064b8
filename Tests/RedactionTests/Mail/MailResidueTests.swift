import Redaction
import Testing

/// One secret name and one secret number in every place of a message, in many spellings: none may be left in what anybody
/// can decode, and the words around each stay.
@Suite("Residue in messages") struct MailResidueTests {
  private static let policy = """
    <element name="attachments"/>
    <detect detector="us-ssn" exemption="(b)(6)"/><terms exemption="(b)(6)" replace="pseudonym"/>
    """

  private static let spellings = ResidueTests.names + ResidueTests.numbers.map { "SSN " + $0 }

  /// Each spelling in every eleventh place, and the first ones in all.
  @Test(arguments: Array(zip(0..., MailCarrier.all)))
  func nothingIsLeft(number: Int, carrier: MailCarrier) throws {
    let redactor = try Releases.redactor(file: Self.policy, terms: "Sar Quimby-Kheng\n")
    let some = Self.spellings.enumerated().filter { ($0.offset + number).isMultiple(of: 11) }.map(\.element)
    for spelling in ["Sar Quimby-Kheng", "SSN 514-38-7793"] + some {
      let file = carrier.file(spelling)
      let release: Redactor.Release
      do throws(Refusal) {
        release = try Releases.release(file, by: redactor)
      } catch {
        Issue.record("\(error) for \(file.debugDescription)")
        continue
      }
      let copy = String(decoding: release.file, as: UTF8.self)
      for text in MailScan.texts(of: copy) {
        let seen = ResidueTests.deepScan(text)
        for secret in ["quimby", "kheng", "514387793"] where seen.contains(secret) {
          Issue.record("\(secret) is left of \(file.debugDescription): \(copy.debugDescription)")
        }
      }
      let around = String(decoding: release.copy.bytes, as: UTF8.self)
      for word in ["Before", "after"] where carrier.keepsWords && !around.contains(word) {
        Issue.record("\(word) is gone of \(file.debugDescription): \(copy.debugDescription)")
      }
      let again = try Releases.release(release.file, by: redactor).file
      if again != release.file {
        Issue.record("a copy of \(copy.debugDescription) is \(String(decoding: again, as: UTF8.self).debugDescription)")
      }
    }
  }

  @Test func thereAreManyPlaces() {
    #expect(MailCarrier.all.count >= 90)
    #expect(ResidueTests.names.count >= 25 && ResidueTests.numbers.count >= 25)
  }

  /// What is left in a message that nobody released is found too, wherever it stands, or the file is refused.
  @Test(arguments: MailCarrier.all)
  func verificationSees(carrier: MailCarrier) {
    for secret in ["Sar Quimby-Kheng", "514-38-7793"] {
      let outcome = Verification.outcome(
        copy: Array(carrier.file(secret).utf8), terms: [(line: 1, text: Array(secret.utf8))])
      #expect(!outcome.doubts.isEmpty, "\(secret)")
    }
  }

  /// The scan finds what is planted where nothing was taken out.
  @Test(arguments: MailCarrier.all.filter(\.isShownByAScan))
  func theScanSees(carrier: MailCarrier) {
    let texts = MailScan.texts(of: carrier.file("Sar Quimby-Kheng")).map(ResidueTests.deepScan)
    #expect(texts.contains { $0.contains("quimby") || $0.contains("kheng") })
  }
}

extension MailCarrier {
  /// Text that flows without its blanks, and pieces of a name, would need their own readers.
  fileprivate var isShownByAScan: Bool {
    !description.contains("flowing") && !description.contains("pieces") && description != "calendar, folded"
      && description != "letters of a page"
  }
}
