import Redaction
import Testing

/// Words with how they are said above them (`ruby`): each part is read by itself, and both say the same.
@Suite("Words with notes above them") struct RubyTests {
  private static func copy(_ body: String, _ terms: String) throws -> String {
    var redactor = try Releases.redactor("public-release", terms: terms)
    redactor.unmarked = .release
    let page = "<!DOCTYPE html><html><head><title>T</title></head><body>\(body)</body></html>"
    return String(decoding: try Releases.release(page, by: redactor).file, as: UTF8.self)
  }

  @Test(arguments: [
    ("<ruby>港<rt>みなと</rt>田<rt>だ</rt></ruby>", "term: 港田", "みなと"),
    ("<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp>田<rp>(</rp><rt>だ</rt><rp>)</rp></ruby>", "term: みなとだ", "港"),
    ("<ruby>Quim<rt>1</rt>by<rt>2</rt></ruby>", "name: Quimby, Ann", "Quim"),
    ("<ruby>港田<rt>Quimby Ann</rt></ruby>", "name: Quimby, Ann", "港田"),
  ]) func go(_ word: String, _ terms: String, _ left: String) throws {
    let copy = try Self.copy("<p>The boat met \(word) at the quay.</p><p>The lamps.</p>", terms)
    #expect(!copy.contains(left) && copy.contains("[(b)(6)]"), "\(copy)")
    #expect(copy.contains("The boat met ") && copy.contains(" at the quay."), "\(copy)")
  }

  @Test func stay() throws {
    let copy = try Self.copy("<p>The <ruby>ice<rt>aisu</rt></ruby> left.</p>", "name: Quimby, Ann")
    #expect(copy.contains("<ruby>ice<rt>aisu</rt></ruby> left."), "\(copy)")
  }
}
