/// How a finding stands to what is already known of it. It is decided before any report, and every report says it.
package struct Standing: Sendable, Hashable {
  /// What a comparison with an earlier state says; the names are those of SARIF's `baselineState`.
  package enum Comparison: String, Sendable, Hashable {
    case new
    case unchanged
  }

  /// Where in the marking document it is, as XPath: "/document[1]/paragraph[3]".
  package var place: String
  /// See `Fingerprinter`; 64 hexadecimal digits.
  package var fingerprint: String
  /// Nil where nothing was compared with.
  package var comparison: Comparison?
  /// What somebody said of it beforehand; nil where nobody did.
  package var suppression: Suppression?

  package init(
    place: String, fingerprint: String, comparison: Comparison? = nil, suppression: Suppression? = nil
  ) {
    self.place = place
    self.fingerprint = fingerprint
    self.comparison = comparison
    self.suppression = suppression
  }

  /// Whether it counts for the verdict and for the exit code: it is neither known from before nor suppressed.
  package var counts: Bool { comparison != .unchanged && suppression == nil }
}

/// Why a finding is let pass: an entry of a file of suppressions.
package struct Suppression: Sendable, Hashable {
  package var reason: String
  package var owner: String
  /// The last day on which it holds, yyyymmdd.
  package var expires: Int

  package init(reason: String, owner: String, expires: Int) {
    self.reason = reason
    self.owner = owner
    self.expires = expires
  }
}

/// The standings of the findings of a `CheckResult`, in the same shape.
package struct Standings: Sendable, Hashable {
  /// Those of `CheckResult.findings`; empty where nothing is known of any.
  package var findings: [Standing]
  /// Those of `CheckResult.quoted`; empty likewise.
  package var quoted: [Standings]

  package init(findings: [Standing] = [], quoted: [Standings] = []) {
    self.findings = findings
    self.quoted = quoted
  }

  /// That of the finding with this index; nil where nothing is known of it.
  package subscript(_ index: Int) -> Standing? { index < findings.count ? findings[index] : nil }

  /// Those of the quoted telegram with this index.
  package func inner(_ index: Int) -> Standings { index < quoted.count ? quoted[index] : Standings() }

  /// Lets `body` decide on each, in order.
  package mutating func update(_ body: (inout Standing) -> Void) {
    for index in findings.indices { body(&findings[index]) }
    for index in quoted.indices { quoted[index].update(body) }
  }

  /// Each, in order: those of a telegram, then those of the telegrams that it repeats.
  package var all: [Standing] { findings + quoted.flatMap(\.all) }
}
