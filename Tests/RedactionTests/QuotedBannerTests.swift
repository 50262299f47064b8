import Redaction
import Testing

/// Documents with banners of their own within the paragraphs of a telegram.
@Suite("Quoted documents with banners") struct QuotedBannerTests {
  private static func released(_ text: String) throws -> String {
    try FictionalTelegram.released("1. (U) The ice left the basin.\n\n\(text)\n\n5. (U) The quay is open.")
  }

  /// `seekers` stand below the banner, in a paragraph that is unclassified.
  @Test(arguments: [
    "4. (U) Text follows:\n\nBEGIN TEXT:\n\nTOP SECRET//NOFORN\n\nThe seekers go at night.\n\nEND TEXT.",
    "4. (U) Text follows:\n\nBEGIN TEXT\nSECRET\nThe seekers go at night.\nEND TEXT.",
    "4. (U) Text follows:\n\nBEGIN TEXT\n\nSECRET\n\nMEMORANDUM\n\nThe seekers go.\n\nSo do seekers.\n\nSECRET\n\nEND TEXT.",
    "4. (U) Text follows:\n\nQUOTE\nS E C R E T\nThe seekers go at night.\nUNQUOTE",
    "4. (U) Text follows:\n\nQUOTE\n\nS E C R E T\n\nThe seekers go at night.\n\nUNQUOTE",
    "4. (U) Text follows:\n\nBEGIN TEXT\n\n*** CONFIDENTIAL ***\n\nThe seekers go at night.\n\nEND TEXT",
    "4. (U) Text follows:\n\nBEGIN TEXT\n\nMEMORANDUM\nSECRET//NOFORN\nThe seekers go at night.\n\nEND TEXT",
    "4. (U) Text follows:\n\nSECRET\n\nThe seekers go at night.",
    "4. (U) The memorandum is here.\n\nTOP SECRET//NOFORN\n\nThe seekers go at night.",
    "4. (U) The memorandum is here.\n\nSECRET\nThe seekers go at night.\n\nSo do other seekers.",
    "4. (U) Text follows:\n\nBEGIN TEXT\n\nSECRET\n\n(U) It rains.\n\nThe seekers go at night.\n\nEND TEXT",
    "4. (U) Text follows:\n\nBEGIN TEXT\n\nSECRET\n\na. (U) It rains.\n\nThe seekers go at night.\n\nEND TEXT",
  ])
  func goByThem(_ text: String) throws {
    let copy = try Self.released(text)
    #expect(!copy.contains("seekers") && copy.contains("5. (U) The quay is open."), "\(copy)")
    #expect(copy.contains("4. (U) T"), "\(copy)")
  }

  /// What stands outside of the quotation, and in one that says no more than its paragraph.
  @Test(arguments: [
    "4. (U) Text follows:\n\nBEGIN TEXT\n\nSECRET\n\nThe seekers go.\n\nEND TEXT\n\nThe lamps are on.",
    "4. (U) Text follows:\n\nQUOTE\nSECRET\nThe seekers go.\nUNQUOTE\nThe lamps are on.",
    "4. (U) Text:\n\nBEGIN TEXT\n\nSECRET\n\na. (S) Seekers: seekers.\n\nb. (U) It rains.\n\nEND TEXT\n\nThe lamps are on.",
    "4. (U) Text follows:\n\nBEGIN TEXT\n\nUNCLASSIFIED\n\nThe lamps are on.\n\nEND TEXT",
    "4. (U) The word was\nSECRET\nand the lamps are on.",
    "4. (U) He spoke of the\n\nSECRETARY\n\nwhile the lamps are on.",
    "4. (S) Seekers: seekers.\n\nSECRET\n\n\u{0C}SECRET\n\nseekers.\n\n4. (U) The lamps are on.",
    "4. (U) It rains where\n\nSECRET\n\n\u{0C}SECRET\n\nthe lamps are on.",
    "4. (U) It rains where\n\nSECRET\n\nREYKJAVIK 00000907 002 OF 002\n\nthe lamps are on.",
  ])
  func stay(_ text: String) throws {
    let copy = try Self.released(text)
    #expect(!copy.contains("seekers") && copy.contains("lamps are on."), "\(copy)")
  }
}
