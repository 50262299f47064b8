import Redaction
import Testing

/// Signs of Markdown and of pages in a plain text: what is shown without them is found without them.
@Suite("Signs of markup in plain text") struct MarkupSignsTests {
  private static func copy(_ line: String) throws -> String {
    let redactor = try Releases.redactor("privacy", terms: "Veasna Quimby\n")
    let text = "Before.\n\n\(line) after.\n\nEnd of text.\n"
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  @Test(arguments: [
    "SSN 514-**38**-7793", "SSN **514**-**38**-**7793**", "SSN `514-38`-7793", "SSN 514~~-~~38-7793",
    "SSN 514\\-38\\-7793", "SSN &#53;14-38-7793", "SSN 514&#x2d;38&ndash;7793", "SSN 514-<b>38</b>-7793",
    "SSN 514<!-- note -->-38-7793", "SSN [514-38](http://a.example/b)-7793", "SSN 514-38-\\\n7793",
    "> SSN 514-38-\n> 7793", "> > SSN 514-38-\n> > 7793", "// SSN 514-\n// 38-7793", "# SSN 514\n# 38 7793",
    "; SSN 514-38-\n; 7793", "-- SSN 514-\n-- 38-7793", "| SSN 514-\n| 38-7793", " * SSN 514-\n * 38-7793",
    "JD> SSN 514-38-\nJD> 7793", "% SSN 514-\n% 38-7793",
  ])
  func aNumberIsFound(line: String) throws {
    let copy = try Self.copy(line)
    #expect(copy.contains("Before"))
    #expect(copy.contains("after."))
    for rest in ["7793", "514", "38"] { #expect(!copy.contains(rest), "\(rest) is in \(copy)") }
  }

  /// The signs before a line of a quotation stay at its start.
  @Test(arguments: ["> SSN 514-38-\n> 7793", "> SSN 514-38-\n>7793", ">> see Quim-\n>> by", "// SSN 514-\n// 38-7793"])
  func quotedLinesStayLines(line: String) throws {
    let copy = try Self.copy(line)
    let (first, second) = (line.prefix { $0 != "\n" }, line.drop { $0 != "\n" }.dropFirst())
    let sign = second.prefix { !$0.isLetter && !$0.isNumber }
    #expect(copy.contains("]\n\(sign)["), "\(copy)")
    #expect(copy.contains("\n" + first.prefix { !$0.isNumber && $0 != "Q" }), "\(copy)")
  }

  @Test(arguments: [
    "**V**easna Quimby", "Ve*asna* Quim**by**", "<i>Vea</i>sna Qu<i>imby</i>", "Veasna Quim&shy;by",
    "<b>Veasna</b> Quimby", "Veasna <i>Quimby</i>",
    "Quim&ZeroWidthSpace;by", "Quim&NegativeVeryThinSpace;by", "Veasna Qu&iacute;mby", "Veasna&emsp13;Quimby",
    "Qu\u{1B}[1mim\u{1B}[0mby", "Quim\u{1B}]8;;http://a.example\u{1B}\\by", "Quim\u{9B}38;5;1mby", "Quim\u{1B}(Bby",
    "Qu\u{E0069}\u{E006D}by", "\u{E0051}\u{E0075}\u{E0069}\u{E006D}\u{E0062}\u{E0079}", "Qu\u{E0041}imby",
    "> Quim-\n> by", "VeasnaQuimby", "@veasnaquimby", "quimbyveasna", "vquimby", "the Quimbys", "the Quimbys'",
  ])
  func aNameIsFound(line: String) throws {
    let copy = try Self.copy(line)
    #expect(copy.contains("(b)(6), person 1]"), "\(copy)")
    #expect(!copy.unicodeScalars.contains { (0xE0020...0xE007E).contains($0.value) })
    for rest in ["easna", "uimby", "imby"] { #expect(!copy.lowercased().contains(rest), "\(rest) is in \(copy)") }
  }

  /// What is a sign to one program only stays where it is.
  @Test(arguments: ["call \\(202\\) 555\\-0143", "call (202) **555**-0143", "mail <b>v</b>easna@harbor.example.org"])
  func addressesAndTelephonesAreFound(line: String) throws {
    let copy = try Self.copy(line)
    #expect(copy.contains("[(b)(6)]"), "\(copy)")
    #expect(!copy.contains("0143") && !copy.contains("easna"), "\(copy)")
  }

  @Test(arguments: [
    "* an item, 3 * 4 * 5", "a_name_of_code and `code`", "**bold** and [a link](b)", "R&amp;D, x < y > z", "a ~ b",
    "> quoted\n> lines", "\\* a star", "* 202\n* 555\n* 0143", "| 514 | 38 |\n|---|---|\n| 12 | 7793 |",
  ])
  func otherTextIsLeft(line: String) throws {
    #expect(try Self.copy(line).contains("Before.\n\n\(line) after."))
  }
}
