import MarkingModel

/// A finding of a single marking or a roll-up as a member of one line of JSON.
enum FindingJSON {
  static func write(_ finding: Finding, fix: String? = nil, to json: inout JSONText) {
    json.open(.object, inline: true)
    json.member("rule", finding.rule)
    json.member("severity", finding.severity.rawValue)
    json.member("offset", finding.range.start)
    json.member("length", finding.range.count)
    json.member("message", finding.message)
    json.member("authority", finding.authority)
    if let fix { json.member("fix", fix) }
    json.close()
  }
}
