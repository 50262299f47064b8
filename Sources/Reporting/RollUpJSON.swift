import MarkingModel

/// A roll-up with its findings as one line of JSON.
package enum RollUpJSON {
  package static func line(_ judged: JudgedRollUp) -> [UInt8] {
    var json = JSONText()
    json.open(.object, inline: true)
    json.member("portions", judged.portions)
    json.memberOrNull("banner", judged.banner)
    json.memberOrNull("given", judged.given)
    json.member("valid", judged.isValid)
    if let problem = judged.problem { json.member("error", problem) }
    json.open(.array, "findings", inline: true)
    for finding in judged.findings {
      json.open(.object, inline: true)
      json.member("rule", finding.rule)
      json.member("severity", finding.severity.rawValue)
      json.member("offset", finding.range.start)
      json.member("length", finding.range.count)
      json.member("message", finding.message)
      json.member("authority", finding.authority)
      json.close()
    }
    json.close()
    json.open(.array, "because", inline: true)
    for reason in judged.because {
      json.open(.object, inline: true)
      json.member("token", reason.token)
      json.open(.array, "portions", inline: true)
      for portion in reason.portions { json.member(nil, portion) }
      json.close()
      json.close()
    }
    json.close()
    json.close()
    return json.take()
  }
}
