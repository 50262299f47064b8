import MarkingModel

// What stands twice in a line.
extension MarkingParser {
  /// A token or country is held against so many before it, which is more than a line ever has.
  static var window: Int { 64 }

  /// The same token twice.
  mutating func reviewRepeats(_ text: Span<UInt8>) {
    let window = Self.window
    reviewParts(text, window)
    for k in 1..<written.tokens.count
    where written.tokens[k].depth == 0 || written.tokens[k].category == .nonic {
      for other in max(0, k - window)..<k
      where written.tokens[other].category == written.tokens[k].category && isRepeat(k, of: other, text) {
        let token = written.tokens[k]
        add(.duplicate, token.range.start, token.range.end)
        if token.category == .sci, token.state == .unverifiable {
          add(.collision, token.range.start, token.range.end)
        }
        break
      }
    }
  }

  /// Whether a token says what another one of its category says.
  func isRepeat(_ index: Int, of other: Int, _ text: Span<UInt8>) -> Bool {
    let (token, other) = (written.tokens[index], written.tokens[other])
    guard other.depth == token.depth, other.isSpecified == token.isSpecified else { return false }
    return token.entry >= 0 && token.depth == 0 ? other.entry == token.entry : text.isSame(other.range, token.range)
  }

  /// The same country twice in a list.
  mutating func reviewRepeatedCodes(_ text: Span<UInt8>) {
    let window = Self.window
    for token in written.tokens where token.countryCount > 1 {
      for k in (token.firstCountry + 1)..<(token.firstCountry + token.countryCount) {
        let country = written.countries[k]
        let others = written.countries[max(token.firstCountry, k - window)..<k]
        if others.contains(where: { text.isSame($0.range, country.range) }) {
          add(.duplicate, country.range.start, country.range.end)
        }
      }
    }
  }

  /// The same compartment twice in a system, or sub-compartment in a compartment.
  mutating func reviewParts(_ text: Span<UInt8>, _ window: Int) {
    for k in written.tokens.indices
    where (written.tokens[k].category == .sci || written.tokens[k].category == .sap) && written.tokens[k].depth > 0 {
      let token = written.tokens[k]
      for other in written.tokens[max(0, k - window)..<k].reversed() {
        guard other.category == token.category, other.depth >= token.depth else { break }
        guard other.depth == token.depth, text.isSame(other.range, token.range) else { continue }
        add(.duplicate, token.range.start, token.range.end)
        break
      }
    }
  }
}
