import MarkingModel

/// One finding as a result of SARIF.
struct SARIFResult {
  /// What the places of files are relative to.
  static let base = "%SRCROOT%"

  private let reported: ReportedFinding
  private let rule: Int?
  private let path: String
  private let region: SARIFRegions.Region
  /// The places of `Finding.edits`.
  private let editRegions: [SARIFRegions.Region]

  init(
    _ reported: ReportedFinding, rule: Int?, path: String, region: SARIFRegions.Region,
    editRegions: [SARIFRegions.Region] = []
  ) {
    self.reported = reported
    self.rule = rule
    self.path = path
    self.region = region
    self.editRegions = editRegions
  }

  /// - Parameter hasSuppressions: whether a result without suppressions has to say so; SARIF wants all or none.
  func json(hasSuppressions: Bool) -> [UInt8] {
    let finding = reported.finding
    var out = JSONText()
    out.open(.object, inline: true)
    out.member("ruleId", finding.rule)
    if let rule { out.member("ruleIndex", rule) }
    out.member("level", Self.level(finding.severity))
    out.text("message", Self.plain(finding.message))
    writeLocation(to: &out)
    if let standing = reported.standing { writeNames(standing, to: &out) }
    if let suppression = reported.standing?.suppression {
      out.open(.array, "suppressions")
      out.open(.object)
      out.member("kind", "external")
      out.member("status", "accepted")
      out.member("justification", suppression.reason)
      out.open(.object, "properties")
      out.member("owner", suppression.owner)
      out.member("expires", TelegramFacts.date(suppression.expires))
      for _ in 0..<3 { out.close() }
    } else if hasSuppressions {
      out.member("suppressions", [])
    }
    if !finding.edits.isEmpty, editRegions.count == finding.edits.count {
      let texts = finding.edits.map { String(decoding: $0.text, as: UTF8.self) }
      writeFix(finding.fix, Array(zip(editRegions, texts)), to: &out)
    } else if let fix = finding.fix {
      writeFix(fix, [(region, fix)], to: &out)
    }
    out.open(.object, "properties")
    out.member("assertion", finding.assertion)
    out.member("authority", finding.authority)
    out.close()
    out.close()
    return out.take().dropLast()
  }

  private func writeLocation(to out: inout JSONText) {
    out.open(.array, "locations")
    out.open(.object)
    out.open(.object, "physicalLocation")
    Self.writeArtifact(path, to: &out)
    region.write("region", to: &out)
    out.close()
    if let place = reported.standing?.place {
      out.open(.array, "logicalLocations")
      out.open(.object)
      out.member("fullyQualifiedName", place)
      out.member("kind", "element")
      for _ in 0..<2 { out.close() }
    }
    for _ in 0..<2 { out.close() }
  }

  private func writeNames(_ standing: Standing, to out: inout JSONText) {
    if let comparison = standing.comparison { out.member("baselineState", comparison.rawValue) }
    out.open(.object, "fingerprints")
    out.member(SARIFReport.fingerprint, standing.fingerprint)
    out.close()
    out.open(.object, "partialFingerprints")
    out.member(SARIFReport.lineHash, standing.fingerprint.prefix(16) + ":1")
    out.close()
  }

  /// - Parameter fix: what belongs in the place of the finding, where that is all.
  private func writeFix(_ fix: String?, _ edits: [(SARIFRegions.Region, String)], to out: inout JSONText) {
    out.open(.array, "fixes")
    out.open(.object)
    let places = edits.count.counted("place")
    let description = fix.map { "Write “\($0)” here." } ?? "Change \(places)."
    out.text("description", Self.plain(description))
    out.open(.array, "artifactChanges")
    out.open(.object)
    Self.writeArtifact(path, to: &out)
    out.open(.array, "replacements")
    for (region, text) in edits {
      out.open(.object)
      region.write("deletedRegion", to: &out)
      out.text("insertedContent", text)
      out.close()
    }
    for _ in 0..<5 { out.close() }
  }

  /// A path is relative to the root of the repository, or an absolute one.
  static func writeArtifact(_ path: String, to out: inout JSONText) {
    out.open(.object, "artifactLocation", inline: true)
    if path.hasPrefix("/") {
      out.member("uri", "file://" + URIReference.path(path))
    } else {
      out.member("uri", URIReference.path(path))
      out.member("uriBaseId", base)
    }
    out.close()
  }

  static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .info: "note"
    }
  }

  /// A message in which nothing is a link or a place for an argument (SARIF 2.1.0, 3.11.5 and 3.11.6).
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { "[]{}\\".utf8.contains($0) }) else { return text }
    var result = ""
    for character in text {
      switch character {
      case "[", "]", "\\": result += "\\\(character)"
      case "{", "}": result += "\(character)\(character)"
      default: result.append(character)
      }
    }
    return result
  }
}

extension JSONText {
  /// A member that is an object with a text, as SARIF writes messages.
  mutating func text(_ key: String, _ value: String) {
    open(.object, key, inline: true)
    member("text", value)
    close()
  }
}
