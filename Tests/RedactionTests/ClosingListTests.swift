import Redaction
import TestSupport
import Testing

/// Who drafted and cleared a paper and what is enclosed with it: below the last portion, without marks.
@Suite("Lists that close a paper") struct ClosingListTests {
  private static func copy(_ ending: String) throws -> String {
    let text = FictionalPaper.text(
      "2. (S//NF) The seekers wait.\n\n3. (U) The lamps are lit.\n\n\(ending)",
      first: "1. (U) The ice left the basin early this year.", banner: "SECRET//NOFORN")
    let redactor = try Releases.redactor("public-release")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self) == copy)
    #expect(!copy.contains("seekers") && copy.contains("lamps are lit"), "\(copy)")
    return copy
  }

  @Test(arguments: [
    "Drafted by: POL:AOake\nCleared by: DCM:TVane", "Drafted: HA/PQ: L. Oake, x7-4410\nApproved: HA: T. Vane",
    "Drafted:   EUR/NB: L. Oake\nCleared:   L/EUR: R. Vane (ok)\n           PM/HH: T. Vane (info by phone)",
    "Cleared by:\n   POL: R. Oake - ok\n   ECON: T. Vane - cleared",
    "Approved: DCM:TVane\nDrafted: POL:AOake\nClearances: ECON:BVane\n            MGT:COake",
  ])
  func whoCleared(_ ending: String) throws {
    let copy = try Self.copy(ending)
    #expect(!copy.contains("Oake") && !copy.contains("Vane"), "\(copy)")
    for label in ["Drafted", "Cleared", "Approved"] where ending.contains(label) {
      #expect(copy.contains(label), "\(copy)")
    }
  }

  @Test(arguments: [
    "Attachments:\n     Tab A - Agenda\n     Tab B - Talking points", "Enclosures:\n1. Agenda\n2. List of berths",
    "Attachment: Tab A - Agenda", "Enclosures (2):\n  a. Agenda\n  b. Letter of May 3",
    "Tabs:\n A - Agenda\n B - Plan",
  ])
  func whatIsEnclosed(_ ending: String) throws {
    #expect(try Self.copy(ending).contains(ending))
  }

  /// Sentences are text, and what nothing numbers may be any. Beside one with a mark an entry without one is text.
  @Test(arguments: [
    "Attachments:\n  Tab A - Agenda\n  Tab B - The seekers wait for the ice to leave, and nobody knows why.",
    "Attachments:\n1. Agenda\n\n2. Lamps are lit by the seekers at night.",
    "Cleared by: the seekers of the quay at night",
    "Attachments:\n  Tab A - Agenda\n  Tab B - (S//NF) Seekers", "Attachment:\nPlan of the Seekers",
    "Attachment: Plan of the Seekers",
  ])
  func text(_ ending: String) throws {
    #expect(throws: Refusal.self) { try Self.copy(ending) }
  }

  /// The fields that SMART prints below a telegram.
  @Test func smartPrintsItsFields() throws {
    let text = FictionalTelegram.smart(
      """
      POL: Tobin Ek
      Released By:   REYKJAVIK: Dan Poe
      Info:          OSLO, AMEMBASSY ROUTINE;
                     ROME, AMEMBASSY ROUTINE
      Attachments:   agenda.pdf
      """)
    let copy = try FictionalTelegram.copy(text)
    for name in ["Marsh", "Ek", "Poe", "QUIMBY", "seekers"] { #expect(!copy.contains(name), "\(copy)") }
    #expect(copy.contains("Info:          OSLO, AMEMBASSY ROUTINE;\n               ROME, AMEMBASSY ROUTINE"), "\(copy)")
    #expect(copy.contains("Attachments:   agenda.pdf\nDissemination Rule: Archive Copy"), "\(copy)")
    #expect(try FictionalTelegram.copy(copy) == copy)
  }

  /// In the text of a paragraph such a line is text.
  @Test func aLineOfTheTextIsText() throws {
    let copy = try FictionalTelegram.copy(
      Releases.cable.replacing("why.\n", with: "why.\n\nInfo: the seekers wait.\n"))
    #expect(!copy.contains("seekers"), "\(copy)")
  }
}
