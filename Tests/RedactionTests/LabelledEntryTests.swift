import Redaction
import TestSupport
import Testing

/// Entries whose marks stand behind the number of a note, the name of a table or a time.
@Suite("Marks behind the names of entries") struct LabelledEntryTests {
  private static func copy(_ body: String) throws -> String {
    let text = FictionalPaper.text(
      "2. (S//NF) The seekers wait.\n\n" + body, first: "1. (U) The ice left the basin early this year.",
      banner: "SECRET//NOFORN")
    let redactor = try Releases.redactor("public-release")
    let copy = String(decoding: try Releases.release(text, by: redactor).file, as: UTF8.self)
    #expect(String(decoding: try Releases.release(copy, by: redactor).file, as: UTF8.self) == copy)
    return copy
  }

  @Test(arguments: [
    ("ENDNOTES\n\n[i] (U) Log of the ferry.\n\n[ii] (S//NF) Seekers.", "[ii] (S//NF) ["),
    ("Notes\n\ni. (U) Log of the ferry.\n\nii. (S//NF) Seekers.\n\n[iii] (U) End.", "ii. (S//NF) ["),
    ("Table 1. (S//NF) Berths of the seekers", "Table 1. (S//NF) ["), ("Figure 2: (C) Seekers", "Figure 2: (C) ["),
    (
      "____________\n¹ (U) Log of the ferry.\n² (S) Seekers.\n\n4. (U) End.",
      "____________\n¹ (U) Log of the ferry.\n² (S) ["
    ),
    ("____________\n1 (U) Log of the ferry.\n2 (S) Seekers.", "____________\n1 (U) Log of the ferry.\n2 (S) ["),
    ("0900 (U) Opening.\n\n0915 (S) The seekers come.\n\n0930 (U) Close.", "0915 (S) ["),
    ("09:15-10:00 (S) The seekers come.\n\n1930Z (U) Close.", "09:15-10:00 (S) ["),
  ])
  func theNameStays(_ body: String, _ kept: String) throws {
    let copy = try Self.copy(body)
    #expect(!copy.lowercased().contains("seekers") && copy.contains(kept), "\(copy)")
    for plain in ["Log of the ferry.", "End.", "Opening.", "Close."] where body.contains(plain) {
      #expect(copy.contains(plain), "\(copy)")
    }
  }
}
