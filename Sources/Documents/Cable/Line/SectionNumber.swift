import MarkingModel

/// `SECTION 01 OF 02`, also in the damaged writings that copies show (`SECTION 01F02`, `SECTIO 03 OF 03`,
/// `SECTION 1 ON 2`, `SECTION 010F 02`).
struct SectionNumber: Sendable, Hashable {
  var section: Int
  var sections: Int
  /// How many digits each has.
  var sectionDigits: Int
  var sectionsDigits: Int
  /// Whether it had to be repaired.
  var repaired: Bool
  /// The offset after it.
  var end: Int

  /// The section where it is within the total; nil where it cannot be (LIN-006).
  var possible: Int? { section >= 1 && section <= sections ? section : nil }

  /// What stands at `at`; nil where it is no section number.
  static func read(at start: Int, _ end: Int, in source: Span<UInt8>) -> SectionNumber? {
    guard source.hasAnyCase("SECT", at: start, end: end) else { return final(at: start, end, in: source) }
    var at = start + 4
    while at < end, source[at].isLetter { at += 1 }
    let whole = source.equals(ByteRange(start, at), "SECTION")
    guard at - start <= 8, let first = digits(&at, end, in: source) else { return nil }
    var found = SectionNumber(
      section: first.value, sections: 0, sectionDigits: first.digits, sectionsDigits: 0, repaired: !whole, end: at)
    guard let of = readOf(&at, end, in: source) else { return nil }
    if of.zeroTaken, found.sectionDigits >= 2, found.section.isMultiple(of: 10) {
      found.section /= 10
      found.sectionDigits -= 1
    }
    guard let second = digits(&at, end, in: source) else { return nil }
    found.sections = second.value
    found.sectionsDigits = second.digits
    found.repaired = found.repaired || of.repaired || first.repaired || second.repaired
    found.end = at
    return found
  }

  /// `FINAL SECTION OF 2`: the last of them.
  private static func final(at start: Int, _ end: Int, in source: Span<UInt8>) -> SectionNumber? {
    guard source.hasWordAnyCase("FINAL", at: start, end: end) else { return nil }
    let word = source.skipBlanks(start + 5, end)
    guard source.hasWordAnyCase("SECTION", at: word, end: end) else { return nil }
    var at = word + 7
    guard let of = readOf(&at, end, in: source), let last = digits(&at, end, in: source) else { return nil }
    return SectionNumber(
      section: last.value, sections: last.value, sectionDigits: last.digits, sectionsDigits: last.digits,
      repaired: of.repaired || last.repaired, end: at)
  }

  /// The numbers that telegrams write in words (`SECTION ONE OF TWO`).
  private static let numbers = ["ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE", "TEN"]

  /// One to three digits, or a number in words; the offset is moved after them.
  private static func digits(
    _ at: inout Int, _ end: Int, in source: Span<UInt8>
  ) -> (value: Int, digits: Int, repaired: Bool)? {
    var i = source.skipBlanks(at, end)
    let start = i
    if start < end, source[start].isLetter {
      for (index, word) in numbers.enumerated() where source.hasWordAnyCase(word, at: start, end: end) {
        at = start + word.utf8.count
        return (index + 1, index < 9 ? 1 : 2, false)
      }
    }
    while i < end, i - start < 3, source[i].isDigit || isSlip(at: i, end, in: source) { i += 1 }
    guard let number = OCR.number(ByteRange(start, i), in: source) else { return nil }
    at = i
    return (number.value, number.digits, number.repaired)
  }

  /// A letter that stands for a digit: not the O of OF.
  private static func isSlip(at i: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    guard OCR.digit(source[i]) != nil else { return false }
    return i + 1 >= end || source[i + 1].capital != 0x46
  }

  /// OF, or what is left of it: `0F`, `F`, `ON`, `OR`, a slash. `zeroTaken` where its O was read as a digit before.
  private static func readOf(
    _ at: inout Int, _ end: Int, in source: Span<UInt8>
  ) -> (repaired: Bool, zeroTaken: Bool)? {
    let start = source.skipBlanks(at, end)
    guard start < end else { return nil }
    if source[start] == 0x2F {
      at = start + 1
      return (true, false)
    }
    if source[start].capital == 0x46 {
      // `010F02`: the O has become the last digit of the section; `01F02`: it is gone.
      let zero = start > 0 && source[start - 1] == 0x30 && start == at
      at = start + 1
      return (true, zero)
    }
    guard start + 1 < end, source[start].capital == 0x4F || source[start] == 0x30 else { return nil }
    let second = source[start + 1].capital
    guard second == 0x46 || second == 0x4E || second == 0x52 else { return nil }
    let repaired = source[start] == 0x30 || second != 0x46
    at = start + 2
    return (repaired, false)
  }
}
