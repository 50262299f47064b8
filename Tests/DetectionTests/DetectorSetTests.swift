import Detection
import MarkingModel
import Testing
import TextKit

/// What a set finds, by what is asked of it.
@Suite struct DetectorSetTests {
  private let set: DetectorSet

  init() throws { set = try DetectorSet(StandardDetectors.all()) }

  @Test(arguments: [
    "SSN ５１４‑３８‑７７９３.", "SSN 514\u{AD}-38\u{200B}-7793.", "SSN 514-38-\n7793.", "SSN 514 -38- 7793.",
    "SSN: ٥١٤-٣٨-٧٧٩٣.",
    "ЅЅN 514–38–7793¹.", "SSN 514-38-7793\n12 May", "(514-38-7793)", "SSN514-38-7793", "514-38-7793-",
    "ssn\n\n514387793",
  ])
  func aNumberIsFoundHoweverItIsWritten(_ text: String) throws {
    let bytes = Array(text.utf8)
    let found = try set.find(in: folded(bytes))
    #expect(found.map(\.entity) == ["SSN"])
    let left = bytes.enumerated().filter { entry in
      !found.contains { $0.range.start <= entry.offset && entry.offset < $0.range.end }
    }
    #expect(try !String(decoding: folded(left.map(\.element)).bytes, as: UTF8.self).contains("7793"))
  }

  @Test func aLabelIsAboutTheNextValue() throws {
    #expect(try set.parts(of: "Account 4471028836. Invoice 4471028837") == ["BANK-ACCOUNT 4471028836"])
    #expect(
      try set.parts(of: "SSNs: 514387793, 514387794 and 514387795") == [
        "SSN 514387793", "SSN 514387794", "SSN 514387795",
      ])
    #expect(try set.parts(of: "Passport A83719264, SSN 514387793") == ["PASSPORT A83719264", "SSN 514387793"])
  }

  @Test func overlapsAreResolvedTheSameWayAlways() throws {
    // A card whose digits hold a number that could be an account's.
    #expect(try set.parts(of: "Account 4111 1111 1111 1111") == ["CREDIT-CARD 4111 1111 1111 1111"])
    #expect(try set.parts(of: "mailto:ana@example.org") == ["EMAIL ana@example.org"])
    #expect(
      try set.parts(of: "88 Mill Road, Springfield, IL 62704") == ["ADDRESS 88 Mill Road, Springfield, IL 62704"])
  }

  @Test(arguments: [
    ("to ana@harbor-\ncity.example.org.", "EMAIL ana@harbor-\ncity.example.org"),
    ("to ana@exam-\nple.org now", "EMAIL ana@exam-\nple.org"), ("to ana@\nexample.org", "EMAIL ana@\nexample.org"),
    ("to ana.\nlopez@example.org", "EMAIL ana.\nlopez@example.org"),
    ("see https://example.org/a/\nb?c=1 there", "URL https://example.org/a/\nb?c=1"),
  ])
  func anAddressIsFoundOverTheEndOfALine(_ text: String, _ found: String) throws {
    #expect(try set.parts(of: text) == [found])
  }

  /// A dash at the end of a line is one of the value or a hyphen; at the start of a line it is one of a number.
  @Test(arguments: [
    ("LIC 44-\n7788", "LIC 44-\n7788"), ("LIC 44\n-7788", "LIC 44\n-7788"), ("LIC\n44-7788", "LIC\n44-7788"),
    ("LI-\nC 44-7788", "LI-\nC 44-7788"), ("LIC 44-77-\n88", "LIC 44-77-\n88"),
    ("LIC 44\u{AD}-\r\n7788", "LIC 44\u{AD}-\r\n7788"),
    ("LIC 44-77\u{AD}\n88", "LIC 44-77\u{AD}\n88"),
  ])
  func aUsersPatternIsFoundOverTheEndOfALine(_ text: String, _ found: String) throws {
    let own = try DetectorSet([Detector(id: "lic", entity: "LIC", expression: "LIC [0-9]{2}-[0-9]{4}(?![0-9])")])
    let sentence = String(repeating: "The lamps of the har-\nbor are on.\n", count: 20)
    #expect(
      try own.parts(of: "\(sentence)It is \(text) now.\n\n\(sentence)\(text)") == ["LIC \(found)", "LIC \(found)"])
  }

  @Test(arguments: [
    "LIC 44 -\n7788", "LIC 44-\n\n7788", "LIC 44--\n7788", "LIC 44-\n77889", "LIC 44\n- 7788", "LIC 44-\nis, 7788",
    "Seen:\n-LIC 44\n-7788",
  ])
  func whatIsPartedOtherwiseIsNoValue(_ text: String) throws {
    let own = try DetectorSet([Detector(id: "lic", entity: "LIC", expression: "LIC [0-9]{2}-[0-9]{4}(?![0-9])")])
    #expect(try own.parts(of: text) == [])
  }

  /// Words beside the value count there as well.
  @Test(arguments: [
    ("A-number: A078-\n542-913.", "A-NUMBER A078-\n542-913"), ("Passport no. C01X-\n00T47", "PASSPORT C01X-\n00T47"),
    ("He lives at 88 North-\nfield Road.", "ADDRESS 88 North-\nfield Road."),
    ("Phone: 555-\n0149.", "PHONE 555-\n0149"), ("DOB: 12-MAR-\n1961", "DATE-OF-BIRTH 12-MAR-\n1961"),
  ])
  func everyDetectorReadsOverTheEndOfALine(_ text: String, _ found: String) throws {
    #expect(try set.parts(of: text) == [found])
  }

  @Test(arguments: [
    "See pages 12-\n145550149 and the well-\nknown 555-\n0149 lamps.", "Lots 514-\n38 and 7793 of 2009-\n10 are sold.",
  ])
  func aDashThatEndsALineMakesNoValue(_ text: String) throws { #expect(try set.parts(of: text) == []) }

  @Test func halfOfANumberIsNone() throws {
    let text = "DL: S12345678\nEDIPI 1284637705; DoD ID 1284637706\nDL EIN 12-34567890 and DL ID 1284637706"
    #expect(
      try set.parts(of: text) == [
        "DRIVERS-LICENSE S12345678", "DOD-ID 1284637705", "DOD-ID 1284637706", "DRIVERS-LICENSE 1284637706",
      ])
  }

  @Test func aNumberThatRunsOnIntoTheNextLineEndsWithItsOwn() throws {
    #expect(
      try set.parts(of: "Tel: (011-509) 2229-8000\n202 647 9598 office") == [
        "PHONE (011-509) 2229-8000", "PHONE 202 647 9598",
      ])
  }

  @Test func aSentenceThatEndsWithALineIsNoAddress() throws {
    #expect(try set.parts(of: "He came at noon.\nIn and/or\nout. well-\nknown e.g.\nnet weight") == [])
  }

  @Test func thresholdsAndAllowLists() throws {
    var options = DetectorSet.Options()
    #expect(try set.parts(of: "call 514-38-7793", options: options) == ["SSN 514-38-7793"])
    options.thresholds["us-ssn"] = 80
    #expect(try set.parts(of: "see 514-38-7793", options: options) == [])
    options.thresholds = ["SSN": 1]
    #expect(try set.parts(of: "the lot 514387793", options: options) == ["SSN 514387793"])
    options = .init()
    try options.allow("Press@Example.org")
    #expect(try set.parts(of: "press@example.org, x@example.org", options: options) == ["EMAIL x@example.org"])
  }

  @Test func aUsersPatternIsFoundAnywhere() throws {
    let own = try DetectorSet([Detector(id: "case", entity: "CASE", expression: #"\bHX-\d{4}\b"#)])
    #expect(try own.parts(of: "HX-1234, HX-12345, hx-1234, HX-5678") == ["CASE HX-1234", "CASE HX-5678"])
    #expect(try own.parts(of: "ＨＸ–1234") == ["CASE ＨＸ–1234"])
  }

  @Test func aDetectorThatCannotRunIsAnError() throws {
    let own = try DetectorSet([Detector(id: "slow", entity: "SLOW", expression: "(a*)*b|(a|aa)+$x")])
    let text = try folded([UInt8](repeating: UInt8(ascii: "a"), count: 60))
    #expect(throws: DetectorError.cannotRun(detector: "slow", .limit)) { try own.find(in: text) }
  }

  @Test func reasonsHoldNoWordsOfTheText() throws {
    let text = try folded(Array("Her SSN is 514-38-7793.".utf8))
    let reasons = try #require(try set.find(in: text).first).reasons
    #expect(reasons.map(\.description) == ["form dashed", "check ssn", "near “ssn”"])
  }
}
