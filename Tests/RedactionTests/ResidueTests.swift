import Redaction
import Testing

/// One secret name and one secret number in every place of a text and a cable, in many spellings: none may be left, and
/// the words around each stay. What looks for them here shares no code with the program.
@Suite("Residue") struct ResidueTests {
  static let names = [
    "Sar Quimby-Kheng", "SAR QUIMBY-KHENG", "sar quimby-kheng", "Quimby-Kheng, Sar", "QUIMBY-KHENG, SAR",
    "Mr. Quimby-Kheng",
    "Ambassador Quimby-Kheng", "S. Quimby-Kheng", "Sar Quimby\u{2010}Kheng", "Sar Quimby\u{2011}Kheng",
    "Sar Quimby\u{2013}Kheng", "Sar  Quimby-Kheng", "Sar\nQuimby-Kheng", "Sar\u{A0}Quimby-Kheng",
    "Sar Quim\u{AD}by-Kheng",
    "Sar Qu\u{200B}imby-Kheng", "Sar Quimby-\nKheng", "Sár Quimby-Khéng", "Sa\u{301}r Quimby-Kheng",
    "\u{FF33}\u{FF41}\u{FF52} Quimby-Kheng", "S\u{0430}r Quimby-Kheng", "Sar Quimb\u{0443}-Kheng", "Sar Quimby-Kheng's",
    "(Sar Quimby-Kheng)", "\u{201C}Sar Quimby-Kheng\u{201D}", "Sar\tQuimby-Kheng", "Sar Quimby-Kheng,", "Quimby-Kheng",
  ]

  static let numbers = [
    "514-38-7793", "514 38 7793", "514\u{2010}38\u{2010}7793", "514\u{2011}38\u{2011}7793", "514\u{2013}38\u{2013}7793",
    "514\u{2014}38\u{2014}7793", "514\u{2212}38\u{2212}7793", "514-38-\n7793", "514-\n38-7793", "514\u{AD}-38-7793",
    "5\u{200B}14-38-7793", "514\u{200D}-38-7793", "514\u{2060}-38-7793", "514\u{FEFF}-38-7793", "514\u{A0}38\u{A0}7793",
    "514\u{2009}38\u{2009}7793", "\u{FF15}\u{FF11}\u{FF14}-38-7793", "514-38-\u{FF17}\u{FF17}\u{FF19}\u{FF13}",
    "\u{0665}\u{0661}\u{0664}-38-7793", "\u{1D7D3}\u{1D7CF}\u{1D7D2}-38-7793", "(514-38-7793)", "514-38-7793.",
    "514-38-7793,", "\u{201C}514-38-7793\u{201D}", "514\t38\t7793", "514- 38- 7793",
  ]

  /// Places in texts of several kinds; `@` is where it is planted.
  private static let carriers = [
    "Before @ after.\n", "@ after\n", "Before @", "Before\n\n@\n\nafter\n", "# Before @ after\n", "- Before @ after\n",
    "1. Before @ after\n", "> Before @ after\n", "Before **@** after\n", "Before _@_ after\n", "Before `@` after\n",
    "[Before @ after](link)\n", "| Before | @ | after |\n", "Before \"@\" after\n", "Before (@) after\n",
    "Before: @; after\n", "Subject: Before @ after\n", "BEFORE @ AFTER\n", "Before\r\n@\r\nafter\r\n",
    "\u{FEFF}Before @ after\n", "Before\t@\tafter\n", "    Before @ after\n", "Before = @ after\n",
    "Before... @ ...after\n",
    "Before {@} after\n", "Before \u{2014} @ \u{2014} after\n",
  ]

  private static let cableCarriers = [
    "SUBJECT: BEFORE @ AFTER", "REF: BEFORE @ AFTER", "STATE FOR BEFORE @ AFTER", "1. (U) Before @ after.",
    "1. (SBU) Before @ after.", "1. (U) SUMMARY: Before @ after. END SUMMARY.",
    "1. (U) COMMENT: Before @ after. END COMMENT.",
    "1. (U) BEGIN QUOTE Before @ after END QUOTE.", "1. (U) Before\n- @\nafter.", "1. (U) Before\n\nA. @ after.",
    "1. (U) Before\n\nREYKJAVIK 00000907 002 OF 002\n\n@ after.",
  ]

  @Test(arguments: names)
  func noNameIsLeft(spelling: String) throws {
    let redactor = try Releases.redactor("privacy", terms: "Sar Quimby-Kheng\n")
    for carrier in Self.carriers {
      try Self.expectNone(of: ["quimby", "kheng"], spelling, in: carrier, redactor)
    }
  }

  @Test(arguments: numbers)
  func noNumberIsLeft(spelling: String) throws {
    let redactor = try Releases.redactor("privacy")
    for carrier in Self.carriers {
      // Fifteen digits in a row of another table column would be no such number; the word before makes it one.
      try Self.expectNone(of: ["514387793"], "SSN " + spelling, in: carrier, redactor)
    }
  }

  @Test(arguments: cableCarriers)
  func noneIsLeftInACable(carrier: String) throws {
    let redactor = try Releases.redactor("privacy", terms: "Sar Quimby-Kheng\n")
    // The signer is another person.
    let signed = Releases.cable.replacing("QUIMBY", with: "FINCH")
    for spelling in Self.names + Self.numbers.map({ "SSN " + $0 }) {
      let line = carrier.replacing("@", with: spelling)
      let cable =
        line.hasPrefix("1.")
        ? signed.replacing("1. (U) The ice left the basin early this year and the lights are on.", with: line)
        : signed.replacing("SUBJECT: HARBOR DEPTH", with: "SUBJECT: HARBOR DEPTH\n\n" + line)
      try Self.expectNone(of: ["quimby", "kheng", "514387793"], text: cable, redactor)
    }
  }

  private static func expectNone(
    of secrets: [String], _ spelling: String, in carrier: String, _ redactor: Redactor
  ) throws {
    try expectNone(of: secrets, text: carrier.replacing("@", with: spelling), redactor)
  }

  private static func expectNone(of secrets: [String], text: String, _ redactor: Redactor) throws {
    let copy = String(decoding: try Releases.release(text, by: redactor).copy.bytes, as: UTF8.self)
    let seen = deepScan(copy)
    for secret in secrets { #expect(!seen.contains(secret), "\(secret) is left of \(text.debugDescription)") }
    let around = copy.lowercased()
    for word in ["before", "after"] where text.lowercased().contains(word) {
      #expect(around.contains(word), "\(word) is gone of \(text.debugDescription)")
    }
  }

  /// Letters and digits as a reader takes them in, by a table of the characters that are used above.
  static func deepScan(_ text: String) -> String {
    var seen = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        seen.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x660...0x669: seen.append(String(scalar.value - 0x660))
      case 0x1D7CE...0x1D7D7: seen.append(String(scalar.value - 0x1D7CE))
      case 0x430: seen.append("a")
      case 0x443: seen.append("y")
      case 0xE1: seen.append("a")
      case 0xE9: seen.append("e")
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: seen.unicodeScalars.append(scalar)
      default: break
      }
    }
    return seen.lowercased()
  }
}
