import MarkingGrammar
import MarkingModel
import StandardRules
import Testing

/// Damaged text is read where the reading is certain, each fault is one defect, and the repairs together give the text
/// that was meant.
@Suite struct DamagedMarkingTests {
  let vocabulary: Vocabulary

  init() throws { vocabulary = try StandardRules.vocabulary() }

  @Test(arguments: [
    ("SECRET / / NOFORN", "separator-space", "SECRET//NOFORN"),
    ("SECRET  //  NOFORN", "separator-space", "SECRET//NOFORN"),
    ("SECRET/NOFORN", "category-separator", "SECRET//NOFORN"),
    ("SECRET / NOFORN", "category-separator", "SECRET//NOFORN"),
    ("SECRET NOFORN", "category-separator", "SECRET//NOFORN"),
    ("SECRET-NOFORN", "category-separator", "SECRET//NOFORN"),
    ("SECRET\\\\NOFORN", "category-separator", "SECRET//NOFORN"),
    ("SECRET//NOFORN EXDIS", "category-separator", "SECRET//NOFORN//EXDIS"),
    ("SECRET//NOFORN/EXDIS", "non-ic-in-dissem", "SECRET//NOFORN//EXDIS"),
    ("SECRET//ORCON, NOFORN", "item-separator", "SECRET//ORCON/NOFORN"),
    ("SECRET//ORCON//NOFORN", "item-separator", "SECRET//ORCON/NOFORN"),
    ("SECRET////NOFORN", "empty-segment", "SECRET//NOFORN"),
    ("//SECRET//NOFORN", "empty-segment", "SECRET//NOFORN"),
    ("SECRET//NOFORN//", "trailing-separator", "SECRET//NOFORN"),
    ("SECRET∕∕NOFORN", "look-alike", "SECRET//NOFORN"),
    ("TOP SECRET//SI–G//ORCON", "look-alike", "TOP SECRET//SI-G//ORCON"),
    ("TOP SECRET//SI_G//ORCON", "underscore", "TOP SECRET//SI-G//ORCON"),
    ("TOP SECRET//SI G//ORCON", "compartment-hyphen", "TOP SECRET//SI-G//ORCON"),
    ("TOP SECRET//BLFH//NOFORN", "missing-system", "TOP SECRET//TK-BLFH//NOFORN"),
    ("S E C R E T", "spaced-letters", "SECRET"),
    ("S E C R E T//NOFORN", "spaced-letters", "SECRET//NOFORN"),
    ("T O P  S E C R E T//SI//NOFORN", "spaced-letters", "TOP SECRET//SI//NOFORN"),
    ("TOPSECRET//SI//NOFORN", "spaced-letters", "TOP SECRET//SI//NOFORN"),
    ("SECRET//REL TO USA, FV EY", "spaced-letters", "SECRET//REL TO USA, FVEY"),
    ("SECRET//REL  TO USA, GBR", "space", "SECRET//REL TO USA, GBR"),
    ("SECRET//N0FORN", "slip", "SECRET//NOFORN"),
    ("SECRET//ORCOM", "slip", "SECRET//ORCON"),
    ("SECRET//NOFRON", "slip", "SECRET//NOFORN"),
    ("SECERT//NOFORN", "slip", "SECRET//NOFORN"),
    ("UNCLASSIFIED//F0UO", "slip", "UNCLASSIFIED//FOUO"),
    ("UNCLAS//FOUO", "level-form", "UNCLASSIFIED//FOUO"),
    ("//DEU S//REL TO USA, DEU", "level-form", "//DEU SECRET//REL TO USA, DEU"),
    ("(SECRET//NF)", "level-form", "(S//NF)"),
    ("(S//N F)", "spaced-letters", "(S//NF)"),
    ("(S//NF", "parentheses", "(S//NF)"),
    ("S//NF)", "parentheses", "(S//NF)"),
    ("[S//NF]", "parentheses", "(S//NF)"),
    ("S//NF", "parentheses", "(S//NF)"),
    ("( S//NF)", "space", "(S//NF)"),
    ("SECRET//SAR ABC//NOFORN", "program-prefix", "SECRET//SAR-ABC//NOFORN"),
    ("SECRET//SAR-ABC/SAR-DEF//NOFORN", "program-repeat", "SECRET//SAR-ABC/DEF//NOFORN"),
    ("SECRET//SAR-BP J12//NOFORN", "compartment-hyphen", "SECRET//SAR-BP-J12//NOFORN"),
    ("SECRET//RD-SIGMA 18/20//NOFORN", "sigma-separator", "SECRET//RD-SIGMA 18 20//NOFORN"),
    ("SECRET//REL TO USA/GBR", "list-separator", "SECRET//REL TO USA, GBR"),
  ])
  func oneFaultIsOneDefect(_ text: String, _ kind: String, _ repaired: String) {
    let bytes = Array(text.utf8)
    let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), vocabulary)
    let defects = written.defects.filter { $0.kind != .missingOwnerSlashes }
    #expect(Set(defects.map(\.kind.rawValue)) == [kind], "\(text)")
    #expect(defects.count == 1, "\(text)")
    #expect(Self.repair(bytes, defects) == repaired)
    #expect(written.tokens.allSatisfy { $0.state != .unknown }, "\(text)")
  }

  /// The text with every replacement in its place.
  private static func repair(_ bytes: [UInt8], _ defects: [MarkingDefect]) -> String {
    var bytes = bytes
    for defect in defects.reversed() {
      guard let replacement = defect.replacement else { continue }
      bytes.replaceSubrange(defect.range.start..<defect.range.end, with: Array(replacement.utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text around a mark is not part of it, whatever it is.
  @Test func aPortionMarkIsReadOutOfItsText() {
    for (text, mark) in [
      ("(S//NF) The plan", "(S//NF)"), ("The plan (S//NF)", "(S//NF)"), ("(U) The plan (and the map)", "(U)"),
      ("(//GBR S) The plan", "(//GBR S)"), ("S//NF The plan", "S//NF"),
    ] {
      let bytes = Array(text.utf8)
      let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), vocabulary)
      #expect(written.kind == .portion)
      #expect(String(decoding: bytes[written.range.start..<written.range.end], as: UTF8.self) == mark)
      let expected: [MarkingDefect.Kind] = text.hasPrefix("(") ? [] : [text.hasPrefix("S") ? .parentheses : .afterText]
      #expect(written.defects.map(\.kind) == expected, "\(text)")
    }
    #expect(MarkingParser.parse("SECRET//NOFORN (U)", vocabulary).kind == .banner)
  }

  /// Nothing that protects is lost where it has no place.
  @Test func whatHasNoPlaceIsKept() {
    for (text, kept) in [("SECRET//SIGMA 20//NOFORN", "SIGMA 20"), ("SECRET//SAR//NOFORN", "SAR")] {
      let bytes = Array(text.utf8)
      let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), vocabulary)
      #expect(written.meaning(in: bytes.span, vocabulary).unknown == [kept])
    }
  }

  /// Where the reading is not certain nothing is guessed.
  @Test(arguments: ["SECRET//NOWHERE", "(TS//SI//0C/NF)", "SECRET//XYZZY/NOFORN"])
  func whatIsNotCertainStaysUnknown(_ text: String) {
    #expect(MarkingParser.parse(text, vocabulary).tokens.contains { $0.state == .unknown })
  }

  /// A text that is no marking takes no more than its length.
  @Test(arguments: ["/", "//", "A/", "SI/", "SI-A B ", "A,", "(", ")", "–a", "USA, ", "USA/", " ", "\\", "//A ", "_"])
  func aMegabyteIsRead(_ part: String) {
    for head in ["", "SECRET//", "SECRET//REL TO ", "TOP SECRET//SI-", "//JOINT S ", "(S//SAR-"] {
      let text = head + String(repeating: part, count: 1_000_000 / part.utf8.count)
      let written = MarkingParser.parse(text, vocabulary)
      #expect(written.tokens.count <= 1100 && written.countries.count <= 1100 && written.defects.count <= 1600)
    }
  }
}
