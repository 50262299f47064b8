import Redaction
import Testing

/// An index goes to court: it says of a document nothing that its copy does not say.
@Suite struct VaughnIndexTests {
  private static func forms(_ index: VaughnIndex) -> [String] {
    [index.xml(), index.csv(), index.text(), index.html()].map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func whoAndWhenStandInItWhereTheCopySaysSo() throws {
    let index = try Releases.release(Releases.cable, by: Releases.redactor("public-release")).vaughn
    #expect(index.from == "REYKJAVIK" && index.to == "Department of State" && index.date == "2009-12-14")
  }

  /// A term that is withheld everywhere.
  @Test func aPostThatATermWithholds() throws {
    let redactor = try Releases.redactor("privacy", terms: "term: Reykjavik => (b)(6)\n")
    let release = try Releases.release(Releases.cable, by: redactor)
    #expect(!String(decoding: release.file, as: UTF8.self).uppercased().contains("REYKJAVIK"))
    for form in Self.forms(release.vaughn) { #expect(!form.uppercased().contains("REYKJAVIK"), "\(form)") }
    #expect(release.vaughn.date == "2009-12-14")
  }

  /// A policy that withholds the header of the transmission.
  @Test func aDateAndASenderThatThePolicyWithholds() throws {
    let redactor = try Releases.redactor(file: "<element name=\"transmission\" exemption=\"(b)(6)\"/>")
    let release = try Releases.release(Releases.cable, by: redactor)
    let copy = String(decoding: release.file, as: UTF8.self)
    #expect(!copy.contains("140233Z") && !copy.contains("FM AMEMBASSY"), "\(copy)")
    for form in Self.forms(release.vaughn) { #expect(!form.contains("2009-12-14"), "\(form)") }
    #expect(release.vaughn.from.isEmpty && release.vaughn.date.isEmpty)
  }
}
