import Redaction
import Testing

/// Texts for pictures, and other words of attributes, by what they stand in.
@Suite("Texts for pictures") struct PictureTextTests {
  private static func page(_ body: String, banner: String = "SECRET//NOFORN") -> String {
    """
    <!DOCTYPE html><html><head><title>(U) T</title></head><body><p>\(banner)</p>\(body)<p>\(banner)</p></body></html>
    """
  }

  private static func copy(
    _ text: String, unmarked: Planner.UnmarkedPortions = .withhold
  ) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  /// In no portion, or under a mark of their own.
  @Test(arguments: [
    "<p>1. (U) One.</p><img alt='the zeppelin'><p>2. (U) Two.</p>",
    "<p>1. (U) One.</p><p><img alt='the zeppelin'></p><p>2. (U) Two.</p>",
    "<p>1. (U) One.</p><figure><img alt='zeppelin'><figcaption>(U) Two.</figcaption></figure>",
    "<p>1. (U) One.</p><p><a href='https://example.org/'><img alt='zeppelin'></a></p><p>2. (U) Two.</p>",
    "<p>1. (U) One. <img alt='(S//NF) zeppelin'></p><p>2. (U) Two.</p>",
    "<p>1. (U) One.</p><img alt='(S//NF) zeppelin'><p>2. (U) Two.</p>",
    "<p>1. (U) One.</p><img alt='zeppelin'><p>2. (S//NF) Two.</p>",
    "<p>1. (S//NF) One. <img alt='zeppelin'></p><p>2. (U) Two.</p>",
    "<p><img alt='zeppelin'></p><p>1. (U) One.</p><p>2. (S//NF) Two.</p>",
  ]) func withheld(body: String) throws {
    for unmarked in [Planner.UnmarkedPortions.withhold, .refuse] {
      let copy = try Self.copy(Self.page(body), unmarked: unmarked)
      #expect(!copy.contains("zeppelin"), "\(copy)")
    }
  }

  /// In a portion that goes out, or under a mark that lets them.
  @Test(arguments: [
    "<p>1. (U) One. <img alt='the lights'></p><p>2. (S//NF) Two.</p>",
    "<p>1. (S//NF) One.</p><p><img alt='the lights'> 2. (U) Two.</p>",
    "<p>1. (U) One.</p><img alt='(U) the lights'><p>2. (U) Two.</p>",
    "<table><tr><td>(U) One <img alt='the lights'></td><td>(S//NF) Two</td></tr></table>",
    "<p>1. (S//NF) One.</p><p>2. (U) Two <b><img alt='the lights'></b></p><p>3. (S//NF) Three.</p>",
  ]) func released(body: String) throws {
    let copy = try Self.copy(Self.page(body))
    #expect(copy.contains("the lights"), "\(copy)")
  }

  @Test func whatSaysThatItIsUnclassifiedNeedsNoMarks() throws {
    let page = Self.page("<p>(U) One.</p><img alt='the lights'><p>(U) Two.</p>", banner: "UNCLASSIFIED")
    #expect(try Self.copy(page).contains("the lights"))
    #expect(
      try Self.copy(Self.page("<p>(U) One.</p><img alt='the lights'>"), unmarked: .release).contains("the lights"))
  }

  /// Words of attributes go like those for pictures; codes stay with the text beside them.
  @Test func inXML() throws {
    let text = """
      <?xml version="1.0"?><doc kind="memo"><p>SECRET//NOFORN</p><part title="The zeppelin leaves"><p>1. (U) One.</p>\
      </part><p id="a1" note="On time">2. (U) Two.</p><p>3. (S//NF) Three.</p><p>SECRET//NOFORN</p></doc>
      """
    let copy = try Self.copy(text)
    #expect(!copy.contains("zeppelin") && copy.contains("id=\"a1\"") && copy.contains("On time"), "\(copy)")
    #expect(copy.contains("kind=\"memo\""), "\(copy)")
  }
}
