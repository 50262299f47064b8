import Redaction
import TestSupport
import Testing

/// A column has the marks of the rows: a row goes or stays with its mark, and keeps it.
@Suite("Rows and their marks") struct MarkedRowsTests {
  private static func copy(_ table: String, releasingUnmarked: Bool = false) throws -> String {
    var redactor = try Releases.redactor("public-release")
    if releasingUnmarked { redactor.unmarked = .release }
    let text = "SECRET\n\n1. (U) The quays are:\n\n\(table)\n\n9. (U) The end.\n\nSECRET\n"
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self) == copy)
    return copy
  }

  @Test(
    arguments: [
      (
        "Ship\tCargo\tMark\nlantern\tflour\t(U)\nzebrafish\tzebrafish\t(S)\nKestrel\tsalt\t(U)",
        "\t(S)\nKestrel\tsalt\t(U)"
      ),
      ("lantern\tflour\t(U)\nzebrafish\tzebrafish\t(S)\nKestrel\tsalt\t(U)", "\t(S)\nKestrel\tsalt\t(U)"),
      ("Level\tShip\tCargo\nU\tlantern\tflour\nS\tzebrafish\tzebrafish", "\nS\t["),
      (
        "Class.  Ship         Cargo\n------  -----------  -----\nU       lantern      flour\nS       zebrafish    zebrafish\n"
          + "                     zebrafish\nU       Kestrel      salt", "\nS       ["
      ),
      ("Ship         Cargo        Mark\nlantern      flour        U\nzebrafish    zebrafish    S//NF", "S//NF\n"),
      (
        "| Level | Ship | Cargo |\n|---|---|---|\n| U | lantern | flour |\n| S | zebrafish | zebrafish |",
        "| S | ["
      ), ("id;text;mark\n1;lantern;(U)\n2;zebrafish;(S//NF)\n3;Kestrel;(U)", ";(S//NF)\n3;Kestrel;(U)"),
      (
        "| Ship | Mark |\n|---|---|\n| lantern | **(U)** |\n| zebrafish \\| zebrafish | **(S)** |", "] | **(S)** |"
      ),
      ("id,text,mark\n1,lantern,U\n2,\"zebrafish, zebrafish\",S", ",S\n"),
    ], [false, true])
  func rows(_ table: (text: String, kept: String), releasingUnmarked: Bool) throws {
    let copy = try Self.copy(table.text, releasingUnmarked: releasingUnmarked)
    #expect(!copy.contains("zebrafish") && copy.contains(table.kept) && copy.contains("lantern"), "\(copy)")
    let head = try #require(table.text.split(separator: "\n").first)
    #expect(copy.contains(head) && copy.contains("9. (U) The end."), "\(copy)")
  }

  /// A row without a mark is text that nobody marked, and below a classified one it goes with that.
  @Test(arguments: [
    "Ship\tCargo\tMark\nlantern\tflour\t(U)\nSeekers\tseekers\t\nKestrel\tsalt\t(U)",
    "Level\tShip\tCargo\nU\tlantern\tflour\nX\tseekers\tseekers",
  ]) func rowsWithoutMarks(_ table: String) throws {
    #expect(throws: Refusal.self) { try Self.copy(table) }
    let secret = table.replacing("(U)\nSeekers", with: "(S)\nSeekers").replacing("\nU\t", with: "\nS\t")
    #expect(try !Releases.leaves("seekers") { try Self.copy(secret, releasingUnmarked: true) })
  }

  /// Letters without parentheses may be no levels: below a secret text they lower nothing.
  @Test func lettersLowerNothing() throws {
    let table = "2. (S) The boats:\nClass\tBoat\nU\tzebrafish\nS\tzebrafish"
    for releasing in [false, true] {
      #expect(try !Releases.leaves("zebrafish") { try Self.copy(table, releasingUnmarked: releasing) })
    }
  }

  /// What heads a column of records says what stands below it.
  @Test(arguments: [
    "Name,Source (S)\nlantern,zebrafish\nlantern,\"zebrafish, zebrafish\"",
    "Name;Source (S//NF);Place\nlantern;zebrafish;Quay",
    "(U) Name,(S) Source\nlantern,zebrafish", "Name\tSource (S)\nlantern\tzebrafish",
  ]) func headsOfRecords(_ table: String) throws {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .release
    for text in ["(U) A table\n\(table)\n", "SECRET\n\n1. (U) One.\n\n\(table)\n\n9. (U) The end.\n\nSECRET\n"] {
      let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
      #expect(!copy.contains("zebrafish"), "\(copy)")
    }
    let units = table.replacing("(S)", with: "(C)").replacing("(S//NF)", with: "(kg)")
    if !table.hasPrefix("(") {
      let copy = String(
        decoding: try Releases.release("(U) A table\n\(units)\n", by: redactor).file, as: UTF8.self)
      #expect(copy.contains("zebrafish"), "\(copy)")
    }
  }
}
