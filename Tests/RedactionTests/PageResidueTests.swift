import MarkingModel
import Redaction
import Testing

/// A name and a number in every place of a page: none is left of them, and the words around them are.
@Suite("Residue in pages") struct PageResidueTests {
  /// `@` is where it is planted, `%n` the number of the spelling. Words in capitals are to stay.
  private static let texts = [
    "<p>BEFORE%n @ AFTER%n</p>", "<h1>BEFORE%n @ AFTER%n</h1>", "<h6>@ AFTER%n</h6>",
    "<ul><li>BEFORE%n @ AFTER%n</li></ul>",
    "<ol><li>BEFORE%n<li>@<li>AFTER%n</ol>", "<table><tr><td>BEFORE%n</td><td>@</td><td>AFTER%n</td></tr></table>",
    "<table><tr><th>BEFORE%n @<tr><td>AFTER%n</table>", "<table><caption>BEFORE%n @</caption><tr><td>AFTER%n</table>",
    "<dl><dt>BEFORE%n @<dd>AFTER%n</dl>", "<dl><dt>BEFORE%n<dd>@ AFTER%n</dl>",
    "<blockquote>BEFORE%n @ AFTER%n</blockquote>",
    "<pre>BEFORE%n\n@\nAFTER%n</pre>", "<p>BEFORE%n <code>@</code> AFTER%n", "<p>BEFORE%n <em>@</em> AFTER%n",
    "<p><a href='x'>BEFORE%n @ AFTER%n</a>", "<div>BEFORE%n @ AFTER%n</div>", "<section>BEFORE%n @ AFTER%n</section>",
    "<header>BEFORE%n @</header><footer>AFTER%n</footer>",
    "<figure><figcaption>BEFORE%n @ AFTER%n</figcaption></figure>",
    "<details><summary>BEFORE%n @</summary>AFTER%n</details>", "<label>BEFORE%n @ AFTER%n</label>",
    "<button>BEFORE%n @ AFTER%n</button>", "<fieldset><legend>BEFORE%n @</legend>AFTER%n</fieldset>",
    "<address>BEFORE%n @ AFTER%n</address>", "<small>BEFORE%n @ AFTER%n</small>", "<q>BEFORE%n @ AFTER%n</q>",
    "<center>BEFORE%n @ AFTER%n</center>", "<foo-bar>BEFORE%n @ AFTER%n</foo-bar>",
    "<ruby>BEFORE%n @<rt>AFTER%n</ruby>",
    "BEFORE%n @ AFTER%n<br>", "<b><p>BEFORE%n @</b> AFTER%n</p>",
    "<p>BEFORE%n @ AFTER%n<div>c</p>d</div>", "<marquee>BEFORE%n @ AFTER%n</marquee>",
  ]

  /// Text that is in no copy, or is no markup: the words in capitals that stand outside of it stay.
  private static let raw = [
    "<p>BEFORE%n</p><!-- @ --><p>AFTER%n", "<p>BEFORE%n<!--[if IE]><p>@</p><![endif]-->AFTER%n",
    "<p>BEFORE%n<script>var x = '@'</script>AFTER%n", "<p>BEFORE%n<style>p:after{content:'@'}</style>AFTER%n",
    "<p>BEFORE%n<noscript>@</noscript>AFTER%n", "<p>BEFORE%n<template><p>@</template>AFTER%n",
    "<p>BEFORE%n<span hidden>@</span>AFTER%n", "<div style='DISPLAY : none'>@</div>AFTER%n",
    "<div style='visibility:hidden;color:red'>@</div>AFTER%n", "<div style='font-size:0'>@</div>AFTER%n",
    "<p>BEFORE%n<i aria-hidden=true>@</i>AFTER%n", "<svg><text>@</text><title>@</title></svg><p>AFTER%n",
    "<math><mtext>@</mtext></math><p>AFTER%n", "<iframe srcdoc='<p>@'>@</iframe><p>AFTER%n",
    "<object data=x>@</object><p>AFTER%n", "<video src=x>@</video><p>AFTER%n", "<canvas>@</canvas><p>AFTER%n",
    "<noembed>@</noembed><p>AFTER%n", "<noframes>@</noframes><p>AFTER%n", "<textarea>@</textarea><p>AFTER%n",
    "<select><option>@</select><p>AFTER%n", "<p>BEFORE%n<?php @ ?>AFTER%n", "<p>BEFORE%n<![CDATA[ @ ]]>AFTER%n",
    "<listing>BEFORE%n @ AFTER%n</listing>", "<p>BEFORE%n</@>AFTER%n",
  ]

  private static let attributes = [
    "<p>BEFORE%n<img src=x alt='@'>AFTER%n", "<p title='@'>BEFORE%n", "<p>BEFORE%n<input value='@'>AFTER%n",
    "<p>BEFORE%n<input placeholder='@'>AFTER%n", "<meta name=description content='@'><p>AFTER%n",
    "<p>BEFORE%n<time datetime='@'>AFTER%n</time>", "<p aria-label='@'>AFTER%n", "<p id='@'>AFTER%n",
    "<p class=\"@\">AFTER%n", "<a name='@'>AFTER%n</a>", "<p data-ssn='@'>AFTER%n", "<p style=\"content:'@'\">AFTER%n",
    "<p onclick=\"f('@')\">AFTER%n", "<img src='@'><p>AFTER%n", "<img srcset='@'><p>AFTER%n",
    "<video poster='@'></video><p>AFTER%n",
    "<form action='@'>AFTER%n</form>", "<blockquote cite='@'>AFTER%n</blockquote>",
    "<table summary='@'><tr><td>AFTER%n</table>",
    "<track label='@'><p>AFTER%n", "<p lang='@'>AFTER%n", "<ol start='@'><li>AFTER%n</ol>", "<td colspan='@'>AFTER%n",
    "<p 'a=\"@\">AFTER%n", "<option label='@'>AFTER%n</option>", "<abbr title='@'>AFTER%n</abbr>",
    "<data value='@'>AFTER%n</data>",
    "<link href='@'><p>AFTER%n", "<base href='@'><p>AFTER%n",
  ]

  private static let addresses = [
    "<p>BEFORE%n <a href=\"@\">AFTER%n</a></p>", "<p>BEFORE%n <a ping=\"@\" href=x>AFTER%n</a></p>",
    "<p>BEFORE%n<img src=\"@\" alt=\"AFTER%n\"></p>", "<iframe src=\"@\"></iframe><p>AFTER%n",
    "<p>BEFORE%n <A HREF=\"@\" HREF=y>AFTER%n</A></p>", "<area href=\"@\"><p>AFTER%n",
    "<form action=\"@\">AFTER%n</form>",
    "<meta http-equiv=refresh content=\"0;url=@\"><p>AFTER%n", "<p style=\"background:url(@)\">AFTER%n",
  ]

  @Test(arguments: texts) func ofText(carrier: String) throws {
    try Self.expectNone(carrier, MarkupSecrets.plain + MarkupSecrets.tagged + MarkupSecrets.page)
  }

  @Test(arguments: raw) func ofWhatIsNoText(carrier: String) throws {
    try Self.expectNone(carrier, MarkupSecrets.plain)
  }

  @Test(arguments: attributes) func ofAttributes(carrier: String) throws {
    try Self.expectNone(carrier, MarkupSecrets.plain.filter { !$0.contains("'") })
  }

  @Test(arguments: addresses) func ofAddresses(carrier: String) throws {
    try Self.expectNone(carrier, MarkupSecrets.addresses)
  }

  /// What swallows the rest of a page stands once in it.
  @Test(arguments: [
    "<title>BEFORE @ AFTER</title><p>c", "<p>BEFORE<plaintext>@ AFTER", "<p>BEFORE <!-- @", "<p>BEFORE <script>@",
    "<p>BEFORE <textarea>@", "<p>BEFORE <b title='@", "<p>BEFORE</p></body></html>@ AFTER", "@ AFTER<p>c</p>",
    "<html><head><title>@</title></head>BEFORE", "<p>BEFORE<quimby-kheng>AFTER</quimby-kheng>",
    "<p quimby-kheng=1 514-38-7793>AFTER</p>", "<p>BEFORE <quimby-kheng title='@'>",
    "<!DOCTYPE html SYSTEM '@'><p>AFTER",
    "<!doctype html><!-- @ --><html><p>AFTER</html><!-- @ -->",
    "<head><title>BEFORE</title><title>@</title></head><p>AFTER",
  ]) func ofTheRest(carrier: String) throws {
    for spelling in ["SSN 514-38-7793", "Sar Quimby-Kheng", "SSN &#53;14-38-7793", "S&#x61;r Quimby-Kheng"] {
      // Here a reader sees the reference itself.
      if carrier.contains("<plaintext>"), spelling.contains("&") { continue }
      try Self.expectNone(carrier, [spelling])
    }
  }

  /// Browsers move such text before the table, and leave the blanks between its elements where they are.
  @Test func ofTextBetweenRows() throws {
    try Self.expectNone("<table>BEFORE%n @ AFTER%n<tr><td>c</table>", MarkupSecrets.plain)
  }

  @Test func ofTextWithoutReferences() throws {
    try Self.expectNone("<xmp>BEFORE%n @ AFTER%n</xmp>", MarkupSecrets.plain.filter { !$0.contains("&") })
  }

  private static func expectNone(_ carrier: String, _ spellings: [String]) throws {
    let redactor = try Releases.redactor("privacy", terms: MarkupSecrets.terms)
    let page = "<!DOCTYPE html>\n" + MarkupSecrets.planted(carrier, spellings)
    let release = try Releases.release(page, by: redactor)
    let seen = DeepScan.letters(of: release.file)
    for secret in MarkupSecrets.letters where seen.contains(secret) {
      Issue.record("\(secret) is left of \(carrier): \(String(decoding: release.file, as: UTF8.self))")
    }
    for (index, spelling) in spellings.enumerated() {
      for word in ["BEFORE", "AFTER"] where carrier.contains(word) {
        let sentinel = (carrier.contains("%n") ? "\(word)\(index)" : word).lowercased()
        if !seen.contains(sentinel) { Issue.record("\(sentinel) is gone of \(carrier) with \(spelling)") }
      }
    }
    let again = try Releases.release(release.file, by: redactor)
    #expect(again.file == release.file, "a copy of the copy is another one")
  }
}
