import Redaction
import TestSupport
import Testing

/// Lists, cells, terms and quotations of a page: the mark that leads them is of what they hold, as far as it says so.
@Suite("Elements that hold text together") struct BoxPortionTests {
  private static func page(_ body: String) -> String {
    """
    <!DOCTYPE html><html><head><meta charset="utf-8"><title>(U) T</title></head><body><p>SECRET//NOFORN</p>\
    <p>(U) The quay is open.</p>\(body)<p>(U) The end.</p><p>SECRET//NOFORN</p></body></html>
    """
  }

  private static func copy(_ body: String, unmarked: Planner.UnmarkedPortions = .refuse) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    return String(decoding: try Releases.release(page(body), by: redactor).file, as: UTF8.self)
  }

  /// As plain text does: a colon leads to a list, and a list within a marked item is of that.
  @Test(arguments: [
    "<p>(S) The seekers sail:</p><ul><li>zebrafish one</li><li>zebrafish two</li></ul>",
    "<p>(S) They are:</p><dl><dt>zebrafish</dt><dd>zebrafish too</dd></dl>",
    "<ol><li>(S) The zebrafish sail.<ul><li>zebrafish one</li></ul></li><li>(U) The lantern is lit.</li></ol>",
    "<table><tr><td>(U) lantern</td><td>(S) zebrafish<br>zebrafish sold</td></tr></table>",
    "<ul><li>(S) zebrafish one<br>zebrafish two</li></ul>",
  ]) func byTheMarkThatLeads(body: String) throws {
    let copy = try Self.copy(body)
    #expect(!copy.contains("zebrafish") && copy.contains("(U) The end."), "\(copy)")
    if body.contains("lantern") { #expect(copy.contains("lantern"), "\(copy)") }
  }

  @Test func andStaysWithIt() throws {
    let copy = try Self.copy("<p>(U) The quays are:</p><ul><li>the lantern</li><li>the crane</li></ul>")
    #expect(copy.contains("the lantern") && copy.contains("the crane"), "\(copy)")
  }

  /// What is set in below a mark goes with it, whatever becomes of other text without one.
  @Test(arguments: [
    "<p>(S) The seekers sail.</p><ul><li>zebrafish one</li><li>zebrafish two</li></ul>",
    "<ul><li>(S) The seekers sail.<p>zebrafish</p><ul><li>zebrafish</li></ul></li><li>(U) lantern</li></ul>",
    "<dl><dt>(S) The seekers</dt><dd>zebrafish</dd><dt>(U) lantern</dt></dl>",
    "<p>(S) The seekers sail.</p><blockquote><p>zebrafish</p></blockquote>",
    "<table><tr><td><p>(S) The seekers.</p><p>zebrafish</p></td><td>(U) lantern</td></tr></table>",
    "<table><tr><td>(S) Seekers<table><tr><td>zebrafish</td><td>zebrafish too</td></tr></table></td></tr></table>",
    "<p>(S) The seekers sail:</p><ul><li>zebrafish one</li><li>(U) The lantern is lit.</li></ul>",
  ]) func setIn(body: String) throws {
    for unmarked in [Planner.UnmarkedPortions.refuse, .release] {
      let copy = try Self.copy(body, unmarked: unmarked)
      #expect(!copy.contains("zebrafish") && copy.contains("(U) The end."), "\(copy)")
      if body.contains("lantern") { #expect(copy.contains("lantern"), "\(copy)") }
    }
  }

  /// Behind its end nothing of it holds, and what says nothing covers nothing.
  @Test(arguments: [
    "<p>(U) The quay is sold.</p><ul><li>The lantern is lit.</li></ul>",
    "<ul><li>(S) The seekers sail.</li></ul><p>The lantern is lit.</p>",
    "<ul><li>(S) The seekers sail.</li><li>The lantern is lit.</li></ul>",
    "<p>(U) The quays:</p><ul><li>(S) The seekers sail.</li><li>The lantern is lit.</li></ul>",
  ]) func noFurther(body: String) throws {
    #expect(throws: Refusal.self) { try Self.copy(body) }
    let copy = try Self.copy(body, unmarked: .release)
    #expect(copy.contains("The lantern is lit."), "\(copy)")
  }

  /// One after the other, and one with many lines.
  @Test(arguments: ["<ul><li>(S) Seekers.<p>b</p></li></ul>", "<table><tr><td>(S) Seekers<br>b</td></tr></table>", ""])
  func costWhatTheyAreLong(unit: String) throws {
    let vocabulary = try Releases.vocabulary()
    let cost = try growth(ofTenfold: 100) { count in
      let lines = "<table><tr><td>(S) Seekers" + String(repeating: "<br>- b", count: count * 10) + "</td></tr></table>"
      let body = unit.isEmpty ? lines : String(repeating: unit, count: count)
      let text = try MarkedText(Array(Self.page(body).utf8).span, vocabulary)
      #expect(try !text.portions(vocabulary).isEmpty)
    }
    #expect(cost < linearGrowth)
  }
}
