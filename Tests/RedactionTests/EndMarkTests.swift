import Redaction
import TestSupport
import Testing

/// Papers whose subjects, paragraphs and items end with their marks, as letters before 1995 and many since have them.
@Suite("Marks at the ends of paragraphs") struct EndMarkTests {
  private static func copy(_ text: String) throws -> String {
    let redactor = try Releases.redactor("public-release")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self) == copy)
    return copy
  }

  @Test(
    arguments: ["SUBJECT: Plans for the basin (U)", "SUBJECT: (U) Plans"],
    [
      "The basin is free of ice. (U)\n\nThe seekers carry a lamp. (S)\n\nThe board will meet. (U)",
      "1. The basin is free of ice. (U)\n\n2. The seekers carry a lamp. (S)\n\n3. The board will meet. (U)",
      "1. The basin is free of ice from April to November. (U)\n\n2. The seekers\n   come. (S)\n\n3. The board will\nmeet. (U)",
    ])
  func endsWithItsMark(_ subject: String, _ body: String) throws {
    let copy = try Self.copy("SECRET\n\nMEMORANDUM FOR THE BOARD\n\n\(subject)\n\n\(body)\n\nSECRET\n")
    #expect(!copy.contains("seekers") && copy.contains("withheld] (S)\n"), "\(copy)")
    #expect(copy.contains(subject) && copy.contains("basin is free") && copy.contains("The board will"), "\(copy)")
  }

  /// A paragraph that no mark ends is text without one; the mark of what a sentence names is not its own.
  @Test(arguments: ["The seekers carry a lamp.", "The seekers are in the Harbor Guide (U)."])
  func aParagraphWithoutAMark(_ text: String) throws {
    let body = "The basin is free of ice. (U)\n\n\(text)\n\nThe board will meet. (U)"
    #expect(throws: Refusal.self) {
      try Self.copy("SECRET\n\nMEMORANDUM FOR THE BOARD\n\nSUBJECT: Plans (U)\n\n\(body)\n\nSECRET\n")
    }
  }
}
