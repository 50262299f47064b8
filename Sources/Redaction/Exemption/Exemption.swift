package import Documents
internal import MarkingModel

/// The law that a withholding rests on, as release officers write it: `(b)(6)`, `(b)(1) 1.4(d)`,
/// `(b)(3) 50 U.S.C. 3024(i)`, `(k)(2)`, `25X1`, `P5`.
package struct Exemption: Sendable, Hashable {
  package var scheme: ExemptionCode.Scheme
  package var number: Int
  /// The sub-part as it is written, a capital: C of `(b)(7)(C)`.
  package var part: String?
  /// The code in its usual spelling.
  package var code: String
  /// What stands behind it: the category of the executive order or the statute.
  package var reference: String?

  /// As it stands in a document: the code and its reference.
  package var text: String { reference.map { "\(code) \($0)" } ?? code }
}

/// Why a text is no exemption that a withholding can rest on.
package enum ExemptionMistake: Error, Hashable {
  case noCode
  case notLegal
  case partMissing
  case partNotLegal
  case statuteMissing
  case categoryMissing
  case categoryNotLegal
  case notOnItsOwn

  /// A sentence without its stop.
  package var sentence: String {
    switch self {
    case .noCode: "this is no exemption; one is written (b)(6), (b)(7)(C), (b)(1) 1.4(d), (k)(2), 25X1 or P5"
    case .notLegal: "the law has no exemption of this number (FOI-003, FOI-012, FOI-014, FOI-015)"
    case .partMissing: "(b)(7) needs its part, (A) to (F) (FOI-004)"
    case .partNotLegal: "only (b)(7) has parts, and they are (A) to (F) (FOI-005)"
    case .statuteMissing: "(b)(3) needs the statute that withholds it: (b)(3) 50 U.S.C. 3024(i) (FOI-006)"
    case .categoryMissing: "(b)(1) needs the category of the executive order: (b)(1) 1.4(d) (FOI-007)"
    case .categoryNotLegal: "the categories of section 1.4 are (a) to (h) (FOI-008)"
    case .notOnItsOwn: "a category of the executive order stands behind (b)(1), not alone"
    }
  }
}

extension Exemption {
  /// Reads one as a policy or a decision gives it. A code that lacks what the law asks for is refused here, so that
  /// nothing is ever withheld under it.
  package init(_ text: String) throws(ExemptionMistake) {
    let bytes = Array(text.utf8)
    guard let read = ExemptionCode.read(0, bytes.count, inLine: false, in: bytes.span) else { throw .noCode }
    guard read.scheme != .order else { throw .notOnItsOwn }
    guard read.isLegal else { throw .notLegal }
    guard read.isPartLegal else { throw .partNotLegal }
    scheme = read.scheme
    number = read.number
    part = read.part.map { String(decoding: [$0], as: UTF8.self).uppercased() }
    code = Self.spelling(read)
    let rest = String(decoding: bytes[read.range.end...], as: UTF8.self).drop { " ,:;".contains($0) }
    reference = rest.isEmpty ? nil : String(rest)
    guard scheme == .foia else { return }
    if number == 7, part == nil { throw .partMissing }
    if number == 3, !read.hasReference { throw .statuteMissing }
    if number == 1 { try checkCategory(hasReference: read.hasReference) }
  }

  private func checkCategory(hasReference: Bool) throws(ExemptionMistake) {
    guard hasReference, let reference else { throw .categoryMissing }
    guard let open = reference.range(ofASCII: "1.4") else { return }
    let letter = reference[open...].dropFirst(3).first { $0 != "(" && $0 != " " }
    guard let letter, "abcdefghABCDEFGH".contains(letter) else { throw .categoryNotLegal }
  }

  private static func spelling(_ code: ExemptionCode) -> String {
    switch code.scheme {
    case .foia:
      "(b)(\(code.number))" + (code.part.map { "(\(String(decoding: [$0], as: UTF8.self).uppercased()))" } ?? "")
    case .privacy: "(\(String(decoding: [code.section], as: UTF8.self).lowercased()))(\(code.number))"
    case .presidential: "P\(code.number)"
    case .automatic: "25X\(code.number)"
    case .order: "1.4"
    }
  }
}

extension String {
  /// Where `word` begins, looked for byte by byte.
  fileprivate func range(ofASCII word: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(word) }
  }
}

extension [Exemption] {
  /// Each once, in the order of the law: FOIA by number, then the others.
  package var inOrder: [Exemption] {
    Array(Set(self)).sorted { ($0.rank, $0.number, $0.text) < ($1.rank, $1.number, $1.text) }
  }

  /// The codes with their references, parted by "; ".
  package var text: String { inOrder.map(\.text).joined(separator: "; ") }
}

extension Exemption {
  fileprivate var rank: Int {
    switch scheme {
    case .foia: 0
    case .privacy: 1
    case .automatic: 2
    case .presidential: 3
    case .order: 4
    }
  }
}
