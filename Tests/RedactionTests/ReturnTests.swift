import Redaction
import TestSupport
import Testing

/// Text behind an item or a quoted paragraph that may be the paragraph's again: nothing but its layout says whose it is.
@Suite("Text behind items") struct ReturnTests {
  private static func paper(_ text: String) throws -> String {
    let redactor = try Releases.redactor("public-release")
    let text = FictionalPaper.text(text, first: "1. (S//NF) The treaty is read closely here.")
    return String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
  }

  /// `seekers` stand in a paragraph that is SECRET, behind an item or a quotation that is not.
  @Test(arguments: [
    "4. (S) Text follows:\n\nBEGIN TEXT\n\n(U) The lamps are on.\n\nThe seekers go at night.\n\nEND TEXT",
    "4. (S) Text follows:\n\n(U) The lamps are on.\n\nThe seekers go at night.",
    "4. (S) Text follows:\n\n(U) The lamps are on.\n\n   The seekers go at night.",
    "4. (S) Text follows:\n\n(U) The lamps are on.\n\nIt rains.\n\nThe seekers go at night.",
    "4. (S) Text follows:\n\nQUOTE\n(U) The lamps are on.\nUNQUOTE. The seekers go at night.",
    "4. (S) Text follows:\n\nLAMPS (U)\n\nThe seekers go at night.",
    "4. (S) Plan:\n   a. (U) The lamps are on.\nThe seekers go at night.",
    "4. (S) Plan:\n\n(U) It rains.\n\na. (U) The lamps are on.\n\nThe seekers go at night.",
  ])
  func inATelegram(_ text: String) throws {
    let copy = try FictionalTelegram.released("1. (U) The ice left the basin.\n\n\(text)\n\n5. (U) The quay is open.")
    #expect(!copy.lowercased().contains("seekers") && copy.contains("5. (U) The quay is open."), "\(copy)")
  }

  /// Where the paragraph around has no mark, neither has what is behind the item.
  @Test func inATelegramWithoutAMarkAround() throws {
    let text = "1. (U) It rains.\n\n4. Text follows:\n\n(U) The lamps are on.\n\nThe seekers go at night."
    let copy = try FictionalTelegram.copy(FictionalTelegram.text(text), unmarked: .withhold)
    #expect(!copy.contains("seekers") && copy.contains("(U) The lamps are on."), "\(copy)")
  }

  @Test(arguments: [
    "4. (U) Text follows:\n\nBEGIN TEXT\n\n(U) The ice left.\n\nThe lamps are on.\n\nEND TEXT",
    "4. (S) The seekers.\n\n   a. (U) The ice left.\n\n      The lamps are on.",
    "4. (S) The seekers.\n\n   (U) The ice left early and\nthe lamps are on.",
  ])
  func staysInATelegram(_ text: String) throws {
    let copy = try FictionalTelegram.released("1. (U) The ice left the basin.\n\n\(text)\n\n5. (U) The quay is open.")
    #expect(!copy.contains("seekers") && copy.contains("lamps are on."), "\(copy)")
  }

  /// Without numbers each mark holds until the next.
  @Test func aTelegramWithoutNumbers() throws {
    let copy = try FictionalTelegram.released("(S) The seekers.\n\n(U) The ice left.\n\nThe lamps are on.")
    #expect(!copy.contains("seekers") && copy.contains("The lamps are on."), "\(copy)")
  }

  @Test(arguments: [
    "2. (S) Plan:\n   a. (U) The lamps are on.\nThe seekers go at night.",
    "2. (S) Plan:\n   a. (U) The lamps are on\n      today.\nThe seekers go at night.",
    "2. (S) Plan:\n   a. (U) The lamps are on.\n(1) The seekers go at night.",
    "2. (S) Plan:\n   a. (U) The lamps are on\n(1) The seekers go at night.",
    "2. (S) Plan:\n\n   a. (U) The lamps are on.\n\n(1) The seekers go at night.",
    "2. (S) Plan:\n   a. (U) It rains.\n      (1) (U) The lamps are on.\nThe seekers go at night.",
    "2. (S) Plan:\n- (U) The lamps are on\n  today.\nThe seekers go at night.",
    "2. (U) Plan:\n   a. (S) It rains.\n      (1) (U) The lamps are on.\n   The seekers go at night.",
  ])
  func inAPaper(_ text: String) throws {
    let copy = try Self.paper("\(text)\n\n9. (U) The quay is open.")
    #expect(!copy.contains("seekers") && copy.contains("(U) The lamps are on"), "\(copy)")
    #expect(copy.contains("9. (U) The quay is open."))
  }

  @Test(arguments: [
    "2. (S) Seekers.\n   a. (U) The ice left early and\nthe lamps are on.",
    "2. (S) Seekers.\n   a. (U) The ice left.\n   The lamps are on.",
    "2. (S) Seekers.\n   a. (U) The ice left\nearly.\nThe lamps are on.",
    "2. (S) Seekers.\n   a. (U) The ice left.\n      (1) The lamps are on.",
    "2. (U) Plan:\n   a. (U) The ice left.\nThe lamps are on.",
    "2. (S) Seekers.\n\n   3. (U) The ice left.\n      The lamps are on.",
  ])
  func staysInAPaper(_ text: String) throws {
    let copy = try Self.paper("\(text)\n\n9. (U) The quay is open.")
    #expect(!copy.contains("Seekers") && copy.contains("lamps are on."), "\(copy)")
  }
}
