package import MarkingModel

/// Portions and a banner with what the rules say about them.
package struct JudgedRollUp: Sendable {
  /// Something that the banner has to say, and the portions that it comes from.
  package struct Reason: Sendable, Hashable {
    package var token: String
    package var portions: [Int]

    package init(token: String, portions: [Int]) {
      self.token = token
      self.portions = portions
    }
  }

  /// The line that was given, as it stands.
  package var text: [UInt8]
  /// Where its parts stand.
  package var portionRanges: [ByteRange]
  package var bannerRange: ByteRange?
  /// The banner that the portions require; nil where none of them can be read.
  package var banner: String?
  package var because: [Reason] = []
  package var findings: [Finding] = []
  /// Why the line could not be read.
  package var problem: String?

  package init(text: [UInt8], portions: [ByteRange], banner: ByteRange?, problem: String?) {
    self.text = text
    portionRanges = portions
    bannerRange = banner
    self.problem = problem
  }

  /// Whether it was read and no finding is an error.
  package var isValid: Bool { problem == nil && !findings.contains { $0.severity == .error } }

  package var portions: [String] { portionRanges.map(part) }
  package var given: String? { bannerRange.map(part) }

  private func part(_ range: ByteRange) -> String { String(decoding: text[range.start..<range.end], as: UTF8.self) }
}
