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
      FindingJSON.write(finding, to: &json)
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
