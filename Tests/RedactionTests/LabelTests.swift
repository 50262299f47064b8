import Redaction
import StandardRules
import Testing

/// A heading is the label of its column, a name that of its element, and a label of several things is about each of them.
@Suite("Labels that do not stand beside their values") struct LabelTests {
  /// Texts, and what no copy may hold; the rest of each text stays.
  struct Sample: CustomTestStringConvertible {
    var name: String
    var text: String
    var values: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ values: String...) {
      self.name = name
      self.text = text
      self.values = values
    }
  }

  private static let tables = [
    Sample(
      "aligned",
      """
      The keepers of the light are these.

      Name                 Date of       Passport
                           Birth         No.
      -----------------    ---------     ---------
      Ida Marsh            03/14/1962    602345671

      Olaf Reed                          602345672
      Una Vale             04/15/1963
      Bartholomew Thistle 05/16/1964     602345673
      """, "03/14/1962", "602345671", "602345672", "04/15/1963", "05/16/1964", "602345673"),
    Sample(
      "commas",
      """
      Name,SSN,DATE_OF_BIRTH,Remarks
      "Marsh, Ida",514387793,03/14/1962,none
      Olaf Reed,,04/15/1963,on leave
      Una Vale,412387794,,"lost, found"
      """, "514387793", "03/14/1962", "04/15/1963", "412387794"),
    Sample(
      "tabs", "Name\tPhone\tPassport\nIda Marsh\t7035550142\t602345671\nOlaf Reed\t\t602345672\n",
      "7035550142", "602345671", "602345672"),
    Sample(
      "strokes",
      "| Name | SSN | DOB |\n|---|---|---|\n| Ida | 514387793 | 03/14/1962 |\n| Olaf | `412387794` | 04/15/1963 |\n",
      "514387793", "03/14/1962", "412387794", "04/15/1963"),
    Sample(
      "single blanks", "Name SSN DOB\nMarsh 514387793 03/14/1962\nReed 412387794 04/15/1963\n",
      "514387793", "03/14/1962", "412387794", "04/15/1963"),
    Sample(
      "a page",
      """
      <html><body><table><tr><th><p>Name</p></th><th colspan="2">DOB</th><th>Passport</th></tr>
      <tr><td>Ida</td><td><p>03/14/1962</p></td><td>none</td><td>602345671</td></tr>
      <tr><td>Olaf</td><td></td><td>04/15/1963</td><td>602345672</td></tr>
      <tr><td>Una</td><td>05/16/1964</td><td>602345673</td></tr></table></body></html>
      """, "03/14/1962", "602345671", "04/15/1963", "602345672", "05/16/1964", "602345673"),
  ]

  private static let lists = [
    Sample(
      "parted by semicolons", "Passports: Marsh 602345671; Reed 602345672; Vale 602345673.",
      "602345671", "602345672", "602345673"),
    Sample(
      "parted by commas", "Dates of birth: Ida Marsh 03/14/1962, Olaf Reed 04/15/1963 and Una Vale 05/16/1964.",
      "03/14/1962", "04/15/1963", "05/16/1964"),
    Sample(
      "names in brackets", "Passport Nos.: 602345671 (Marsh), 602345672 (Reed), 602345673 (Vale).",
      "602345671", "602345672", "602345673"),
    Sample("lines", "SSNs:\n\n- Marsh 514387793\n- Reed 412387794\n", "514387793", "412387794"),
    Sample(
      "a page", "<html><body><p>SSNs:</p><ul><li>Marsh 514387793</li><li>Reed 412387794</li></ul></body></html>",
      "514387793", "412387794"),
  ]

  private static let names = [
    Sample(
      "elements",
      """
      <?xml version="1.0"?>
      <r><ssn>514387793</ssn><dateOfBirth>1962-03-14</dateOfBirth><passport-no>602345671</passport-no>
      <mobile_phone>7035550142</mobile_phone><birth><date>1963-04-15</date></birth></r>
      """, "514387793", "1962-03-14", "602345671", "7035550142", "1963-04-15"),
    Sample(
      "attributes",
      """
      <?xml version="1.0"?>
      <r><p dob="1962-03-14" passportNumber="602345671"/><f name="SSN">514387793</f><f key="SSN" value="412387794"/></r>
      """, "1962-03-14", "602345671", "514387793", "412387794"),
    Sample(
      "within a line", "<?xml version=\"1.0\"?><r>The <ssn>514387793</ssn> is hers.</r>", "514387793"),
  ]

  @Test(arguments: tables + lists + names) func everyValueIsWithheld(sample: Sample) throws {
    let redactor = try Releases.redactor("privacy")
    let release = try Releases.release(sample.text, by: redactor)
    let copy = String(decoding: release.file, as: UTF8.self)
    for value in sample.values { #expect(!copy.contains(value)) }
    #expect(release.ledger.entries.count == sample.values.count)
    #expect(try Releases.release(release.file, by: redactor).file == release.file)
  }

  private static let rows = (1...9).map { "OTHER REPORTS \($0)     \($0)   14   15\n" }.joined()

  @Test(arguments: [
    // Prose ends a table.
    "Name    DOB\nIda     03/14/1962\n\nThe meeting on 12 May 2016 was long and was held in the hall of the harbor.",
    // A row of figures is no heading.
    "DOB: 03/14/1962.\n\nREPORTS OF BIRTH    73   80   85\n\(rows)REGISTERED ON     1/31/79:   1569",
    // An item of something else.
    "DOB: 03/14/1962; Joined 04/15/1990.",
    "Name,DOB\nIda,03/14/1962\n\nThe count rose again in that year, he said, and on 12 May 2016 it fell.",
    "<?xml version=\"1.0\"?><r><dob>1962-03-14</dob><met>2016-05-12</met></r>",
  ]) func whatIsBesideStays(text: String) throws {
    let release = try Releases.release(text, by: try Releases.redactor("privacy"))
    #expect(release.ledger.entries.count == 1)
  }

  @Test(
    "A raised digit does not hide a number before it",
    arguments: [
      "SSN 514-38-7793<sup>1</sup> is his.", "SSN 514-38-77<sup>93</sup> is his.",
    ]) func raisedSigns(text: String) throws
  {
    let release = try Releases.release("<html><body><p>\(text)</p></body></html>", by: try Releases.redactor("privacy"))
    #expect(!String(decoding: release.copy.bytes, as: UTF8.self).contains("514-38"))
  }

  @Test("A word before a label is about what is withheld, not about the next number")
  func labelsAreValues() throws {
    let text = "SSN [(b)(6)], lot 412387794."
    let release = try Releases.release(text, by: try Releases.redactor("privacy"))
    #expect(release.ledger.entries.isEmpty)
  }
}
