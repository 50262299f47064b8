import TestSupport
import Testing

@testable import Redaction

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

  /// Of a sentence with a note goes what is withheld.
  @Test func aSentenceWithANote() throws {
    let copy = try Self.copy("<p><ruby>The boat met Quimby<rt>at the quay</rt></ruby></p>", "name: Quimby, Ann")
    #expect(copy.contains("The boat met [(b)(6)]") && copy.contains("at the quay"), "\(copy)")
  }

  /// Many notes of one word, and many names in it.
  @Test func costWhatTheyAreLong() throws {
    let redactor = try Releases.redactor("public-release", terms: "name: Quimby, Ann")
    let cost = try growth(ofTenfold: 50) { count in
      let words = String(repeating: "ice Quimby, <rt>a</rt>", count: count)
      let page = "<!DOCTYPE html><html><head><title>T</title></head><body><p><ruby>\(words)</ruby></p></body></html>"
      let text = try MarkedText(Array(page.utf8).span, try Releases.vocabulary())
      #expect(try !redactor.finder.find(in: text).isEmpty)
    }
    #expect(cost < linearGrowth)
  }
}
