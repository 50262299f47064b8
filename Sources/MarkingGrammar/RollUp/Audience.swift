/// Who may receive or see something: everyone, or some countries and organisations besides the United States.
///
/// A tetragraph that a release may be taken apart for stands as its members (C16 p29 rule 23; the tetragraph taxonomy of
/// ISMCAT says which), so that two audiences have in common what their countries have in common.
package struct Audience: Sendable, Hashable {
  /// The codes; nil is everyone, the neutral element of `intersection`.
  package private(set) var codes: Set<String>?

  /// Nothing limits it.
  package static let everyone = Audience(codes: nil)
  /// The United States alone.
  package static let nobody = Audience(codes: [])

  private init(codes: Set<String>?) { self.codes = codes }

  /// The audience of a list. USA is in each and says nothing.
  package init(_ list: [String], _ countries: CountryTable) {
    var codes: Set<String> = []
    for code in list { codes.formUnion(Self.parts(of: code, countries)) }
    self.codes = codes
  }

  /// What a code stands for: its members where it may be taken apart, else itself.
  static func parts(of code: String, _ countries: CountryTable) -> Set<String> {
    if code == "USA" { return [] }
    guard let row = countries.find(code), row.isDecomposable else { return [code] }
    return Set(row.members.lazy.filter { $0 != "USA" })
  }

  package var isEmpty: Bool { codes?.isEmpty ?? false }

  package func intersection(_ other: Audience) -> Audience {
    guard let a = codes else { return other }
    guard let b = other.codes else { return self }
    return Audience(codes: a.intersection(b))
  }

  package func union(_ other: Audience) -> Audience {
    guard let a = codes, let b = other.codes else { return .everyone }
    return Audience(codes: a.union(b))
  }

  package func subtracting(_ other: Audience) -> Audience {
    guard let b = other.codes else { return .nobody }
    guard let a = codes else { return self }
    return Audience(codes: a.subtracting(b))
  }

  package func isSubset(of other: Audience) -> Bool {
    guard let b = other.codes else { return true }
    guard let a = codes else { return false }
    return a.isSubset(of: b)
  }

  /// As a list without USA, in the order of a line. The tetragraphs of `preferred` stand for their members where all of
  /// them are in it, those of more members first: a list that every portion writes FVEY is written FVEY.
  package func list(preferring preferred: Set<String>, _ countries: CountryTable) -> [String] {
    guard let codes else { return [] }
    var rest = codes
    var list: [String] = []
    let groups = preferred.map { ($0, Self.parts(of: $0, countries)) }.filter { $0.1 != [$0.0] && !$0.1.isEmpty }
      .sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
    for (code, parts) in groups where parts.isSubset(of: codes) && !parts.isDisjoint(with: rest) {
      list.append(code)
      rest.subtract(parts)
    }
    return (list + rest).sorted(by: countries.precedes)
  }
}
