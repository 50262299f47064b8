import Redaction
import TestSupport
import Testing

/// Records of values and calendars with marks in them: what a reader takes for the portion of a mark goes with it, though
/// unmarked portions are released.
@Suite struct RecordPortionTests {
  private static func copy(_ text: String) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .release
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  private static func paper(_ text: String) -> String {
    FictionalPaper.text(text, first: "1. (U) The ice left the basin early this year.") + "\n"
  }

  private static func message(_ text: String, type: String) -> String {
    """
    From: A B <a@agency.example>
    To: C D <c@agency.example>
    Subject: (U) Harbor depth
    Date: Mon, 3 May 2021 10:00:00 +0000
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="b1"

    --b1
    Content-Type: text/plain; charset=utf-8

    SECRET//NOFORN

    (U) The ice left the basin early this year.

    SECRET//NOFORN

    --b1
    Content-Type: \(type); charset=utf-8
    Content-Disposition: attachment

    \(text)
    --b1--

    """
  }

  @Test(arguments: [
    "mark,text,who\nU,The lamps,Roe\nS//NF,The seekers are,seekers\nU,The lamps are,Roe",
    "mark,text\n(U),\"The lamps\"\n(S),\"The seekers\",\"seekers\"",
    "\"mark\",\"text\"\n\"(U) lamps\",\"more\"\n\"(S) seekers\",\"more seekers\"",
    "id,text,mark\n1,The lamps,U\n2,The seekers,S//NF",
    "\"(S) seekers\nand more seekers\",\"x\"\n\"(U) lamps\",\"y\"", "1,(S) seekers,more seekers\n2,(U) lamps,more",
    "SECRET,seekers,more seekers\nUNCLASSIFIED,lamps,more", "S,seekers,more seekers\nU,lamps,more",
    "seekers,S//NF,seekers two\nlamps,U,more", "\"S//NF\",\"seekers\",\"more\"\n\"U\",\"lamps\"",
    "a lamp,U\nthe seekers,S",
  ]) func aRecordGoesByItsMark(_ table: String) throws {
    for text in [Self.paper(table), "(U) A table\n\(table)\n", Self.message(table, type: "text/csv")] {
      let copy = try Self.copy(text)
      #expect(!copy.contains("seekers"), "\(copy)")
      #expect(try Self.copy(copy) == copy)
    }
    #expect(try Self.copy("(U) A table\n\(table)\n").contains("lamp"))
  }

  /// A mark that closes a line is of the block above it as well: more goes than the record.
  @Test func aMarkAtTheEndOfARecord() throws {
    let table = "id;text;mark\n1;The lamps;(U)\n2;The seekers;(S//NF)"
    for text in [Self.paper(table), "(U) A table\n\(table)\n"] { #expect(try !Self.copy(text).contains("seekers")) }
  }

  /// Numbers with commas, sizes, and sentences with marks are no records.
  @Test(arguments: [
    "2. (U) The lamps cost 3,400 and the quay 1,200.", "2. (U) The lamps:\na,S\nb,M\nc,L",
    "2. (U) The lamps, the quays, and the boats are old.",
  ]) func whatIsNoRecordStays(_ text: String) throws {
    #expect(try Self.copy(Self.paper(text)).contains(text))
  }

  @Test(arguments: [
    "SUMMARY:(U) The lamps are\nDESCRIPTION:(U) The lamps are on. (S//NF) The see\n kers are old and the see\n kers",
    "SUMMARY:(S//NF) The plan is\n  seekers in a folded line\n  and more seekers\nX-NOTE:(U) The lamps",
    "SUMMARY;LANGUAGE=en:(S) seekers\nLOCATION:seekers room\nX-NOTE:(U) The lamps",
    "DESCRIPTION:(U) lamps\\n(S) seekers are\\, and\\nmore seekers\\n(U) lamps",
    "COMMENT:(U) lamps\nSUMMARY:(S\n //NF) seekers", "COMMENT:(U) lamps\nSUMMARY:S//NF seekers",
    "COMMENT:(U) lamps\nSUMMARY:The seekers are old. (S)",
  ]) func aPropertyOfACalendarGoesByItsMarks(_ properties: String) throws {
    let calendar = "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n\(properties)\nEND:VEVENT\nEND:VCALENDAR"
    func read(_ text: String) throws -> String { try Self.copy(text).replacing("\n ", with: "") }
    for text in [calendar + "\n", Self.message(calendar, type: "text/calendar")] {
      #expect(try !read(text).contains("seekers"), "\(text)")
    }
    // Within a paper it may be refused: nothing but a person can tell whose the lines are.
    #expect(try !Releases.leaves("seekers") { try read(Self.paper(calendar)) })
    #expect(try Self.copy(calendar + "\n").contains("lamps"))
  }

  /// Markdown shows a line below a quotation as one more of its paragraph.
  @Test(arguments: [
    "> (S) The plan is old and\nseekers wait here.", "> (S) The plan is old.\nSeekers wait there.",
    "> (U) The lamps.\n\n> (S) The plan is old and\nThe seekers wait.\n> and more seekers",
    "> > (S) The plan is old.\n> Seekers wait there.\nSeekers again.", "> - (S) The plan is old.\nSeekers wait there.",
    "> (S) The plan is old.\n(seekers wait there.)", "> (S) The plan is old.\n| seekers",
    "> \u{200B}(S) The plan is old.\nSeekers wait there.", "\u{200B}> (S) The plan is old.\nSeekers wait there.",
  ]) func aLineGoesOnWithAQuotation(_ text: String) throws {
    let copy = try Self.copy(Self.paper(text + "\n\n3. (U) The lamps are on."))
    #expect(!copy.lowercased().contains("seekers") && copy.contains("3. (U) The lamps are on."), "\(copy)")
  }

  /// What shows nothing hides no mark: in a paper, and before the number of a telegram's paragraph.
  @Test(arguments: ["\u{200B}", "\u{FEFF}", "\u{AD}", "\u{2060}", "\u{200E}", "&shy;", "&#8203;"])
  func invisibleSignsHideNoMark(_ sign: String) throws {
    for text in [
      "\(sign)(S) The plan is old.\nThe seekers wait.",
      "(U) The lamps.\n\(sign)(S) The plan is old.\nThe seekers wait.",
      "(U) The lamps.\n\(sign)[S] The plan is old.\nThe seekers wait.",
      "(U) The lamps.\n\n\(sign)(S//NF) The plan is old:\n\n   a. The seekers wait.",
      "\(sign)2. \(sign)(S) The plan is old\n\n   a. The seekers wait.",
    ] {
      #expect(try !Releases.leaves("seekers") { try Self.copy(Self.paper(text)) }, "\(text)")
      let telegram = Releases.cable.replacing(
        "1. (U) The ice left the basin early this year and the lights are on.", with: text)
      #expect(try !Releases.leaves("seekers") { try Self.copy(telegram) }, "\(text)")
    }
  }
}
