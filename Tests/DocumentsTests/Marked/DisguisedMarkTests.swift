import Documents
import MarkingModel
import TestSupport
import Testing

/// Marks that only the eye reads as marks: with signs that look the same, or that show nothing.
@Suite("Marks in disguise")
struct DisguisedMarkTests {
  private func document(_ portion: String) throws -> MarkingDocument {
    try read(
      "UNCLASSIFIED\n\nOffice of Examples\n3 May 2016\n\n(U) The quay is open to all.\n\n\(portion)\n\n"
        + "(U) The end of the report is here.\n\nUNCLASSIFIED\n")
  }

  /// The levels of the portions.
  private func levels(_ portion: String) throws -> [String] {
    let document = try document(portion)
    return document.nodes.indices.filter {
      document.nodes[$0].name == .marking && document.word(.kind, of: $0) == "portion"
    }.map { document.word(.level, of: $0) ?? "" }
  }

  @Test(
    "what is seen as a mark is one, and its writing a defect",
    arguments: [
      "(\u{200B}S//NF)", "(S\u{200B})", "(\u{200B}S)", "(\u{A0}S)", "(\u{A0}S//NF\u{A0})", "(\u{202F}S)", "(\u{2060}S)",
      "\u{FF08}S\u{FF09}", "\u{FF08}S//NF\u{FF09}", "\u{FF08}S)", "(\u{FF33})", "(\u{FF33}//NF)", "(\u{405}//NF)",
      "(\u{405})", "1. (\u{405}//\u{39D}F)", "- \u{FF08}S\u{FF09}", "a. (\u{200B}S)", "(S\u{FF0F}\u{FF0F}NF)",
    ])
  func seen(_ mark: String) throws {
    #expect(try levels("\(mark) The well is dry.") == ["U", "S", "U"])
    let document = try document("\(mark) The well is dry.")
    #expect(document.values(.kind, of: .defect).contains("look-alike"))
  }

  @Test("several pairs of parentheses are one", arguments: ["((S))", "((S//NF))", "( (S) )", "(((S)))"])
  func pairs(_ mark: String) throws {
    #expect(try levels("\(mark) The well is dry.") == ["U", "S", "U"])
    #expect(try document("\(mark) The well is dry.").values(.kind, of: .defect).contains("parentheses"))
  }

  @Test(
    "escapes of Markdown are not seen",
    arguments: ["\\(S//NF\\)", "\\(S\\)", "1\\. \\(S//NF\\)", "- \\(S\\/\\/NF\\)"])
  func escapes(_ mark: String) throws {
    #expect(try levels("\(mark) The well is dry.") == ["U", "S", "U"])
    #expect(try document("\(mark) The well is dry.").nodes(named: .defect).isEmpty)
  }

  @Test("a mark of two letters is read to its end")
  func topSecret() throws {
    for mark in ["(T\u{200B}S)", "(\u{422}S)", "(\u{AD}TS)", "(\u{422}\u{405})"] {
      #expect(try levels("\(mark) The well is dry.") == ["U", "TS", "U"])
    }
  }

  @Test(
    "other parentheses stay what they are",
    arguments: [
      "(\u{441}) The well is dry.", "(\u{430}) The well is dry.", "\u{FF08}\u{6CE8}\u{FF09} The well is dry.",
      "(\u{421}) \u{41A}\u{43E}\u{43B}\u{43E}\u{434}\u{435}\u{446} \u{43F}\u{443}\u{441}\u{442}.",
      "\u{FF08}S\u{FF09}\u{4E95}\u{6238}\u{306F}\u{6DB8}\u{308C}\u{305F}", "((S) The well is dry.)",
      "((see below)) The well is dry.",
      "(\u{405}ee below) The well is dry.", "(\u{A0}see below) The well is dry.", "\\(x\\) The well is dry.",
    ])
  func others(_ text: String) throws { #expect(try levels(text) == ["U", "U"]) }

  @Test("a letter of another alphabet is no mark where no other portion has one")
  func alone() throws {
    let document = try read(
      "UNCLASSIFIED\n\nOffice of Examples\n3 May 2016\n\n(\u{421}) The quay is open to all of them.\n\nUNCLASSIFIED\n")
    #expect(document.nodes(named: .marking).count == 2)
  }

  @Test("in a page the reference to a sign that shows nothing hides no mark")
  func page() throws {
    let document = try read(
      "<html><body><p>UNCLASSIFIED</p><p>(U) The quay is open.</p><p>(&#x200b;S//NF) The well is dry.</p>"
        + "<p>&#xFF08;S&#xFF09; The well is deep.</p><p>UNCLASSIFIED</p></body></html>")
    #expect(document.values(.level, of: .marking) == ["U", "U", "S", "S", "U"])
  }
}

/// The same in telegrams.
@Suite("Marks in disguise in telegrams")
struct DisguisedTelegramMarkTests {
  private func body(_ text: String) throws -> MarkingDocument {
    try Telegram(form: .drafted, day: "101430Z MAR 09", body: text).document
  }

  @Test(arguments: [
    ("(\u{421})", "C after look-alike"), ("\u{FF08}C\u{FF09}", "C after look-alike"), ("((C))", "C after doubled"),
    ("[C]", "C after brackets"), ("(\u{405}/NF)", "S/NF after look-alike"), ("[S/NF]", "S/NF after brackets"),
  ])
  func paragraphs(_ mark: String, _ read: String) throws {
    let document = try body("1. (U) One.\n\n2. \(mark) Two is here.")
    #expect(document.table(.paragraph, .mark, .markPlace, .markDefect) == ["U after none", read])
  }

  @Test(arguments: ["[1]", "[B1]", "[sic]", "[c]", "(\u{441})", "((See A))", "[C]ompanies", "[C](#)"])
  func others(_ text: String) throws {
    #expect(try body("1. (U) One.\n\n2. \(text) Two is here.").table(.paragraph, .mark) == ["U", "-"])
  }

  @Test func subparagraphs() throws {
    let document = try body("1. (U) One:\n\n-- (\u{421}) a lamp;\n\n-- [C] a rope.")
    #expect(document.table(.subparagraph, .mark, .markDefect) == ["C look-alike", "C brackets"])
  }

  @Test("a letter behind a bullet is a wrong mark below a bullet with a right one, and no letter of a list")
  func bullets() throws {
    let marks = { (text: String) in try body(text).table(.subparagraph, .marked, .markLegal) }
    #expect(try marks("1. (C) One:\n\n-- (C) a lamp;\n\n-- (X) a rope.") == ["true true", "false false"])
    #expect(try marks("1. (C) One:\n\n-- (X) a lamp;\n\n-- (Y) a rope.").isEmpty)
    #expect(try marks("1. (C) One:\n\n-- (A) a lamp;\n\n-- (B) a rope;\n\n-- (D) oil.").isEmpty)
    #expect(try marks("1. (C) One:\n\n-- (C) a lamp:\n\n-- (A) oil;\n\n-- (D) a rope.") == ["true true"])
  }

  @Test("two marks with two levels are none, and the higher one counts")
  func contradictions() throws {
    let marks = { (text: String) in try body(text).table(.paragraph, .mark, .markLegal, .markDefect) }
    #expect(try marks("1. (S/NF) (U) One.") == ["S/NF false doubled"])
    #expect(try marks("1. (U) (C) One.") == ["C false doubled"])
    #expect(try marks("1. (C)(NF) One.") == ["C/NF true doubled"])
    #expect(try marks("1. (C) (C) One.") == ["C true doubled"])
  }

  @Test("QUOTE before the line of a telegram is one to be closed")
  func quote() throws {
    let opens = { (text: String) in try body(text).table(.passage, .kind, .closed) }
    #expect(try opens("1. Following was sent:\n\nQUOTE UNCLASSIFIED LISBON 4410\n\n2. The end.").isEmpty == false)
    #expect(try opens("1. He said\n\nQUOTE UNCLASSIFIED papers burn UNQUOTE\n\n2. The end.").isEmpty == false)
    #expect(try opens("1. He said quote unclassified papers\n\n2. The end.").isEmpty)
  }
}
