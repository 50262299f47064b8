import MarkingModel
import TestSupport
import Testing

@testable import Documents

/// What a program dresses a text with is no part of it.
@Suite("Signs of a copy that nobody reads")
struct TelegramTextTests {
  private static let text = Cables.drafted.replacing("(U) The embassy", with: "(S) SUMMARY: The embassy").replacing(
    "at nine.", with: "at nine. END SUMMARY.\n\n3. (S) There are two points:\n\n• (S) One.\n\n• (U) Two.")

  @Test(
    "Markdown, references and invisible characters",
    arguments: [
      ("2. (S)", "**2.** (S)"), ("2. (S)", "**2. (S)**"), ("2. (S)", "2. **(S)**"), ("2. (S)", "*2.* (S)"),
      ("2. (S)", "__2.__ (S)"), ("2. (S)", "***2. (S)***"), ("2. (S)", "2\\. (S)"), ("2. (S)", "2\\. \\(S\\)"),
      ("2. (S)", "## 2. (S)"), ("2. (S)", "###### **2.** (S)"), ("2. (S)", "2. _(S)_"), ("2. (S)", "&#50;&period; (S)"),
      ("2. (S)", "2. &#40;S&rpar;"), ("2. (S)", "2.\u{200B} (S)"), ("2. (S)", "\u{FEFF}2. (S)"),
      ("2. (S)", "2. (\u{2060}S\u{AD})"), ("S E C R E T LISBON 000412", "**S E C R E T LISBON 000412**"),
      ("S E C R E T LISBON 000412", "# S E C R E T LISBON 000412"), ("NODIS", "**NODIS**"),
      ("NODIS", "*NODIS*"), ("E.O. 12958:", "**E.O. 12958:**"), ("E.O. 12958:", "**E.O. 12958**:"),
      ("Classified By:", "**Classified By:**"), ("END SUMMARY.", "**END SUMMARY.**"),
      ("END SUMMARY.", "_END SUMMARY._"),
      ("wait a week.", "wait a week.\\"), ("END SUMMARY", "END SUM\u{AD}MARY"), ("•", "\u{F0B7}"), ("•", "\u{F0A7}"),
      ("•", "&bull;"), ("•", "&#8226;"), ("•", "&#149;"),
    ])
  func isLeftOut(written: String, dressed: String) throws {
    let other = Self.text.replacing(written, with: dressed)
    #expect(other != Self.text)
    let document = try read(other)
    #expect(document.withoutColumns == (try read(Self.text)).withoutColumns)
    #expect(document.placeFaults(length: other.utf8.count).isEmpty)
  }

  @Test("a soft hyphen at the end of a line parts a word", arguments: ["\n", "\r\n", "\n   "])
  func softHyphen(end: String) throws {
    for word in ["END SUM\u{AD}\(end)MARY. More.", "END SUM\u{AD}\(end)MARY."] {
      let document = try read(Self.text.replacing("END SUMMARY.", with: word))
      #expect(document.values(.closed, of: .passage) == ["true"])
    }
    var bytes = Array(Self.text.replacing("END SUMMARY.", with: "END SUM~\nMARY.").utf8)
    let at = try #require(bytes.firstIndex(of: UInt8(ascii: "~")))
    bytes[at] = 0xAD
    #expect(try read(bytes).values(.closed, of: .passage) == ["true"])
  }

  @Test("the rest of a word that was parted leaves the next line where it is")
  func lineBehindSoftHyphen() throws {
    let text = "It will close its doors to all at mid\u{AD}\nnight\nMORRIS\n"
    let document = try read(Self.text.replacing("MORRIS\n", with: text))
    #expect(document.nodes(named: .signature).count == 1)
    #expect(document.values(.n, of: .paragraph) == (try read(Self.text)).values(.n, of: .paragraph))
  }

  @Test("bullets of Windows and Latin-1", arguments: [UInt8(0x95), 0xB7, 0x96])
  func strayBullets(byte: UInt8) throws {
    let bytes = Array(Self.text.replacing("•", with: "~").utf8).map { $0 == UInt8(ascii: "~") ? byte : $0 }
    let document = try read(bytes)
    #expect(document.values(.mark, of: .subparagraph) == ["S", "U"])
    #expect(document.values(.count, of: .repair) == ["2"])
  }

  @Test(
    "other asterisks, low lines and number signs are what they are",
    arguments: [
      "*ZNR UUUUU ZZH", "***", "* (C) One", "*****SECRET*****", "# 0123", "#0123", "5 * 3 * 2", "____", "a_b_c", "** x",
      "*a", "a*", "**a*", "C:\\dir", "AT&T;", "&nonsense;", "&#0;", "&", "&#", "&#x", "&#xFFFFFFFF;", "\\",
      "a < b", "<BRIEF>", "<a href", "<a href=\"#\">b", "</a>",
    ])
  func staysAsItIs(text: String) { #expect(TelegramText(Array(text.utf8).span, from: 0) == nil) }

  @Test(
    "what is left of a text",
    arguments: [
      ("**a** b", "a b"), ("**a *b* c**", "a b c"), ("*a* *b*", "a b"), ("**a\nb**", "a\nb"),
      ("**a\n\nb**", "**a\n\nb**\n"),
      ("**(C)**More", "**(C)**More"), ("\\*a\\*", "*a*"), ("*a\\* b*", "a* b"), ("a&nbsp;b&nbsp c", "a b  c"),
      ("# a", "a"), ("  ## *a*", "  a"), ("a # b\u{A0}", "a # b "), ("con\u{AD}\nfirm it", "con\nfirm it"),
      ("and he was not yet ready to con\u{AD}\nfirm it", "and he was not yet ready to confirm\nit"),
      ("con\u{AD}\n\nfirm it", "con\n\nfirm it"), ("1\u{AD}\n2 it", "1\n2 it"), ("\u{FEFF}a\u{2009}b", "\u{FEFF}a b"),
      ("<a href=\"/tag/CB\">CB</a> b", "[CB](#) b"), ("a<br>\nb", "a\nb"), ("a<BR />b", "a\nb"),
    ])
  func whatIsLeft(text: String, expected: String) {
    let bytes = Array((text + (expected.hasSuffix("\n") ? "\n" : "")).utf8)
    let copy = TelegramText(bytes.span, from: text.hasPrefix("\u{FEFF}") ? 3 : 0)?.copy.bytes ?? bytes
    #expect(String(decoding: copy, as: UTF8.self) == expected)
  }

  @Test("places are those of the original")
  func places() throws {
    let text = Self.text.replacing("2. (S)", with: "**2\\.**\u{A0}\u{2003}\\(S\\)")
    let document = try read(text)
    let paragraph = document.nodes[document.nodes(named: .paragraph)[2]]
    let bytes = Array(text.utf8)
    let label = bytes[paragraph.excerpt.start..<paragraph.excerpt.end]
    #expect(String(decoding: label, as: UTF8.self) == "2\\.**\u{A0}\u{2003}\\(S\\)")
    #expect(paragraph.position == Position(line: 19, column: 3))
  }

  @Test("signs are found by instructions and by bytes alike")
  func nextSign() {
    var dice = Dice(seed: 12)
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...200, using: &dice)).map { _ in
        UInt8.random(in: 0...9, using: &dice) == 0 ? UInt8.random(in: 0...255, using: &dice) : UInt8(ascii: "a")
      }
      for from in 0...bytes.count { #expect(bytes.span.nextSign(from: from) == bytes.span.nextSignByBytes(from: from)) }
    }
  }
}
