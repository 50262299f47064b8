import MarkingModel
import Testing

@Suite struct PassageTests {
  private func passages(_ text: String, day: String = "101430Z MAR 09") throws -> [String] {
    try Telegram(day: day, body: text).document.table(.passage, .kind, .opened, .closed, .paragraph)
  }

  @Test(arguments: [
    "1. Summary: One. End summary.", "1. (SBU) SUMMARY. One.\n\n2. Two. END SUMMARY.",
    "1. SUMMARY\n\nOne. End of Summary.",
    "1. SUMMARY: One. END\nSUMMARY.", "1. SUMMARY: One. END SUM-\nMARY.", "1. Begin Summary. One. End Summary.2. Two.",
    "1. SUMMAY: One. END SUMMARY.", "1. SUMMARY AND COMMENT: One. END SUMMARY AND COMMENT.",
    "1. SUMMARY AND COMMENT: One. END COMMENT.", "1. Summary and action request: One. End summary.",
    "1. Introduction and Summary: One. End Summary.", "1. (C) LAMPS & SUMMARY: One. END SUMMARY.",
    "1. SUMMARY -- One. END SUMMARY.", "1. BEGIN\nSUMMARY: One. END SUMMARY.", "1. Summary (SBU): One. END SUMMARY.",
    "1. SUMMARY ONE IS DEEP.\nEND SUMMARY.",
  ])
  func summaries(text: String) throws { #expect(try passages(text) == ["summary true true 1"]) }

  @Test(arguments: [
    "1. COMMENT: One.\n\nTALLINN 00000123  002 OF 002\n\nEND COMMENT.", "1. One. Comment: Two. End comment.",
    "1. EMBASSY COMMENT: One. END EMBASSY COMMENT.", "1. One.\n(COMMENT: Two. END COMMENT.)",
    "1. COMMENT: One. END COMMENT AND SUMMARY.", "1. COMENT: One. END COMMENT",
    "1. Comment: One. END\n\nTALLINN 00000123  002 OF 002\n\nCOMMENT.",
  ])
  func comments(text: String) throws { #expect(try passages(text) == ["comment true true 1"]) }

  @Test(arguments: [
    "1. He made no comment on the harbor.", "1. HIS COMMENT WAS SHORT.\nCOMMENT ON IT FOLLOWED.",
    "1. (Comment: it is deep.)", "1. A summary of the talks, to note the text.", "1. THE SUMMARY IS LONG: IT ENDS.",
    "1. In the end comment was superfluous.", "1. A price quote, which he quoted.", "1. The text: long.",
    "1. This is an action request.",
  ])
  func ordinaryWords(text: String) throws { #expect(try passages(text).isEmpty) }

  /// A heading by itself, with a rule below it, between two, and with a mark.
  private static func headings(_ word: String) -> [String] {
    ["\(word)", "\(word)\n-------", "\(word)\n=====", "-------\n\(word)\n-------", "\(word) (U)\n-----------"]
      .flatMap { ["1. One.\n\n\($0)\n\n2. Two.", "1. One.\n\n\($0)\n2. Two."] }
  }

  @Test(arguments: headings("COMMENT") + headings("Comment") + headings("NOTE") + headings("ACTION REQUEST"))
  func aHeadingOpensNoComment(text: String) throws {
    #expect(try passages(text).isEmpty)
  }

  @Test(arguments: headings("COMMENT"))
  func itsEndIsPairedWithTheHeading(text: String) throws {
    #expect(try passages(text + " END COMMENT.").map { $0.prefix(17) } == ["comment true true"])
  }

  @Test(arguments: headings("SUMMARY") + headings("Summary") + headings("SUMMARY AND COMMENT"))
  func aSummaryHasItsEndWhateverItsHeading(text: String) throws {
    #expect(try passages(text) == ["summary true false 1"])
    #expect(try passages(text + " END SUMMARY.").map { $0.prefix(17) } == ["summary true true"])
  }

  @Test(arguments: [
    "1. One.\n\nCOMMENT:\n\n2. Two.", "1. One.\n\n-----\nCOMMENT:\n-----\n\n2. Two.", "1. COMMENT\n\nTwo.",
  ])
  func aCommentWithAColonOrANumberIsOne(text: String) throws {
    #expect(try passages(text) == ["comment true false 1"])
  }

  @Test func whatIsNotPaired() throws {
    #expect(try passages("1. SUMMARY: One.\n\n2. Two.") == ["summary true false 1"])
    #expect(try passages("1. One.\n\n2. Two. END SUMMARY.") == ["summary false true 2"])
    #expect(
      try passages("1. COMMENT: One.\n\n2. COMMENT: Two. END COMMENT.") == [
        "comment true false 1", "comment true true 2",
      ])
  }

  @Test func texts() throws {
    #expect(try passages("1. BEGIN TEXT:\nDeep.\nEND TEXT.") == ["text true true 1"])
    #expect(try passages("1. Begin unofficial text: Deep. End text.") == ["text true true 1"])
    #expect(try passages("1. TEXT OF NOTE FOLLOWS: DEEP. END TEXT.") == ["text true true 1"])
    #expect(try passages("1. The harbor is deep.\n\nEND TEXT.") == ["text false true 1"])
  }

  @Test func quotes() throws {
    #expect(try passages("1. HE SAID QUOTE DEEP UNQUOTE AND LEFT.") == ["quote true true 1"])
    #expect(try passages("1. He wrote:\n\nQUOTE\nDeep.") == ["quote true false 1"])
    #expect(try passages("1. HE SAID: DEEP UNQUOTE.") == ["quote false true 1"])
    #expect(try passages("1. HE SAID DEEP UNQUOTE AND LEFT.") == ["quote false true 1"])
    #expect(try passages("1. He calls it quote, unquote, deep.").isEmpty)
    // A text that uses the word as a sign.
    let pair = "1. HE SAID QUOTE DEEP UNQUOTE AND LEFT.\n\n2. "
    #expect(try passages(pair + "THEY SAID QUOTE WE LEAVE.") == ["quote true true 1", "quote true false 2"])
    #expect(try passages(pair + "QUOTE WE LEAVE.") == ["quote true true 1", "quote true false 2"])
    #expect(try passages(pair + "WE QUOTE FROM HIS LETTER.") == ["quote true true 1"])
    #expect(try passages("1. He said.\n\nUNQUOTE") == ["quote false true 1"])
    #expect(try passages("1. ASK FOR A PRICE QUOTE FROM THEM.").isEmpty)
  }

  @Test(arguments: [
    "1. Quote: \"1. We agree. 2. We sign.\" End quote.", "1. He said, quote: We agree. End quote.",
    "1. He said:\n\nQuote:\n\nWe agree.\n\nEnd quote.", "1. He said (quote) we agree (unquote).",
  ])
  func quotesInSmallLetters(text: String) throws { #expect(try passages(text) == ["quote true true 1"]) }

  @Test(arguments: [
    "1. He said QUOTE We agree.", "1. He said QUOTE we will go and then left.", "1. He said: QUOTE I agree.",
    "1. HE SAID:\n\nQUOTE THE SECRETARY SHOULD COME.",
    "1. HE SAID:\nQUOTE THE SECRETARY SHOULD COME.",
  ])
  func openQuotes(text: String) throws { #expect(try passages(text) == ["quote true false 1"]) }

  @Test(arguments: [
    "1. Quote: it is deep.", "1. A price quote: 100 dollars.", "1. PRICE QUOTE: The firm wants more.",
    "1. THEY SENT A QUOTE FROM A FIRM.", "1. He asked for a QUOTE (RFQ) and left.", "1. We sent a QUOTE from a firm.",
    "1. QUOTE PRICES IN DOLLARS.",
  ])
  func noQuotes(text: String) throws { #expect(try passages(text).isEmpty) }

  @Test func notesAndRequests() throws {
    #expect(try passages("1. NOTE: One. END NOTE.") == ["note true true 1"])
    for text in [
      "1. ACTION REQUEST: One. END ACTION REQUEST.", "1. ACTION REQUEST. One.\nEND ACTION REQUEST.",
      "1. ACTION REQUEST: One. END ACTION\nREQUEST.",
    ] {
      #expect(try passages(text) == ["action-request true true 1"], "\(text)")
    }
    #expect(try passages("1. ACTION REQUEST. One.").isEmpty)
    // Headings of the 1970s, which were seldom closed.
    #expect(try passages("1. NOTE: ONE.\n\n2. ACTION REQUESTED: TWO.", day: "101430Z MAR 74").isEmpty)
    #expect(try passages("1. NOTE: ONE.") == ["note true false 1"])
  }

  @Test func placesAreThoseOfTheWords() throws {
    let document = try Telegram(body: "1. (U) SUMMARY: One.\n\n2. Two. END SUMMARY.").document
    let node = try #require(document.nodes(named: .passage).first)
    #expect(document.nodes[node].position.column == 8)
    #expect(document.number(.endParagraph, of: node) == 2)
  }
}
