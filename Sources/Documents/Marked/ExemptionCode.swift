package import MarkingModel

/// The code of an exemption that stands where something was withheld (5 U.S.C. 552(b), 552a; E.O. 13526; 44 U.S.C.
/// 2204(a)).
package struct ExemptionCode: Sendable {
  package enum Scheme: String, Sendable {
    case foia
    case privacy
    /// The Presidential Records Act: P1 to P6.
    case presidential
    /// E.O. 13526: 1.4(a) to (h), 3.3(b).
    case order
    /// 25X1 to 25X9.
    case automatic = "25x"
  }

  /// How it is written: `(b)(6)`, `b6`, `B6`, `Ex. 6`.
  enum Spelling: String, Sendable { case parentheses, small, capital, word }

  package var scheme: Scheme
  /// The paragraph of Privacy Act codes: j of `(j)(2)`.
  package var section: UInt8 = 0
  package var number: Int
  /// The sub-part: C of `(b)(7)(C)`, d of `1.4(d)`.
  package var part: UInt8?
  var spelling: Spelling
  package var range: ByteRange
  /// Whether the statute stands behind a (b)(3), the category of the order behind a (b)(1), with a (b)(5) a privilege
  /// besides that of the deliberative process.
  package var hasReference = false
  /// Whether the reason is numbered behind it, as the FBI does: `b6 -1`.
  var hasIndex = false
  /// Whether "High 2" stands with a (b)(2): the use that Milner v. Navy ended in 2011.
  var isHigh = false
  /// Of a restriction of the Presidential Records Act: the exemption that stands with it, 1 of `P1/b(1)`.
  var pair: Int?

  /// Whether the scheme has such a number.
  package var isLegal: Bool {
    switch scheme {
    case .foia: (1...9).contains(number)
    case .privacy:
      section == 0x64 ? number == 5 : section == 0x6A ? (1...2).contains(number) : (1...7).contains(number)
    case .presidential: (1...6).contains(number)
    case .order: part.map { ($0 | 0x20) &- 0x61 < 8 } ?? true
    case .automatic: (1...9).contains(number)
    }
  }

  /// Whether the sub-part is one that the number has.
  package var isPartLegal: Bool {
    guard scheme == .foia, let part else { return true }
    return number == 7 && (part | 0x20) &- 0x61 < 6
  }
}

/// A code where it stands.
struct ExemptionEntry: Sendable {
  enum Spot: String, Sendable { case redaction, key, stamp }

  var code: ExemptionCode
  var spot: Spot
  var line: SourceLine
  var page = 1
  /// Whether the same letters may be something else where nothing was released: `[B6]`, a number in the margin.
  var isDoubtful = false
}
