import MarkingModel
import Testing

@Suite struct TagsTests {
  private func tags(_ text: String, day: String = "101430Z MAR 09", form: Form = .drafted) throws -> MarkingDocument {
    try Telegram(form: form, day: day, tags: text).document
  }

  @Test(arguments: [
    "PREL, PGOV, KTIP, EN", "PREL PGOV KTIP EN", "PREL; PGOV;KTIP ;EN", "PREL/PGOV/KTIP/EN", "PREL,\nPGOV,\nKTIP, EN",
  ])
  func separators(text: String) throws {
    let document = try tags(text)
    #expect(document.table(.tag, .code, .kind) == ["PREL subject", "PGOV subject", "KTIP program", "EN geo"])
    #expect(document.table(.tags, .count, .subjects, .country, .countryPresent) == ["4 2 EN true"])
  }

  @Test func linksAreReducedToTheirText() throws {
    let document = try tags("[PREL](#) [PGOV](#) [EN](#)")
    #expect(document.table(.tag, .code) == ["PREL", "PGOV", "EN"])
    #expect(document.table(.repair, .kind, .count) == ["anchor 3"])
  }

  @Test func organizationsKeepTheirSlashes() throws {
    #expect(try tags("UNGA/C-3, AU-1").table(.tag, .code, .kind) == ["UNGA/C-3 organization", "AU-1 organization"])
  }

  @Test func personsStandInParentheses() throws {
    let document = try tags("OVIP (MARLOWE,\nJANE), EN, (DOE JOHN)", day: "101430Z MAR 74")
    #expect(
      document.table(.tag, .kind, .code, .personRequired, .personPresent, .wellFormed) == [
        "subject OVIP true true true", "person  false false true", "geo EN false false true",
        "person  false false false",
      ])
    #expect(document.table(.tags, .count) == ["2"])
  }

  @Test func aPersonIsMissed() throws {
    #expect(try tags("OVIP, EN").table(.tag, .personRequired, .personPresent) == ["true false", "false false"])
  }

  @Test func freeWordsAreOrganizationsInThe1970s() throws {
    let text = "EMIN, NORTHERN HARBOR COMPANY, EN"
    #expect(try tags(text, day: "101430Z MAR 74").table(.tag, .kind, .code) == ["subject EMIN", "text ", "geo EN"])
    #expect(
      try tags(text).table(.tag, .kind, .code) == [
        "subject EMIN", "unknown NORTHERN", "unknown HARBOR", "unknown COMPANY", "geo EN",
      ])
  }

  @Test func isoCodesAreNotStates() throws {
    let document = try tags("PREL, KH, CH")
    // CH is China's TAGS, though Switzerland's ISO code.
    #expect(document.table(.tag, .kind, .suggestion) == ["subject -", "iso CB", "geo -"])
  }

  @Test(arguments: [("PRELEN", "PREL EN"), ("VTPREL", "VT PREL"), ("ETRDEINVECINPGOVCS", "ETRD EINV ECIN PGOV CS")])
  func gluedCodesAreSplit(text: String, parts: String) throws {
    let document = try tags(text)
    #expect(document.table(.tag, .kind, .parts) == ["glued " + parts])
    #expect(document.table(.repair, .kind) == ["glued"])
  }

  @Test(arguments: [("PGON", "PGOV"), ("EOXC", "OEXC"), ("PFORN", "PFOR")])
  func oneSlipIsRepaired(text: String, meant: String) throws {
    #expect(try tags(text).table(.tag, .kind, .suggestion) == ["repaired " + meant])
  }

  @Test func unknownCodesStayUnknown() throws {
    #expect(try tags("XYZQ, QQ").table(.tag, .kind, .code) == ["unknown XYZQ", "unknown QQ"])
  }

  @Test func repeatsAreFound() throws {
    #expect(try tags("PREL, EN, PREL").table(.tag, .duplicate) == ["false", "false", "true"])
  }

  @Test func missionsAndTheDepartmentHaveNoCountry() throws {
    #expect(try Telegram(post: "STATE", from: "SECSTATE WASHDC").document.table(.tags, .country) == ["-"])
    #expect(try Telegram(post: "GENEVA", from: "USMISSION GENEVA").document.table(.tags, .country) == ["-"])
  }

  @Test func onlyKnownCodesMayBeShown() throws {
    let document = try tags("PREL, XYZQ")
    #expect(document.nodes(named: .tag).map { document.nodes[$0].excerpt.count } == [4, 0])
  }
}
