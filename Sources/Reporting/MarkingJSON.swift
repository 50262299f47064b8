import MarkingGrammar
import MarkingModel

/// A marking with its findings as one line of JSON.
package enum MarkingJSON {
  package static func line(_ marking: JudgedMarking) -> [UInt8] {
    var json = JSONText()
    json.open(.object, inline: true)
    json.member("text", String(decoding: marking.text, as: UTF8.self))
    json.member("kind", marking.written.kind.rawValue)
    json.member("valid", marking.isValid)
    json.member("canonical", marking.canonical)
    write(marking.meaning.ism, to: &json)
    json.open(.array, "findings", inline: true)
    for (finding, fix) in zip(marking.findings, marking.fixes) {
      FindingJSON.write(finding, fix: fix, to: &json)
    }
    json.close()
    if !marking.explanation.isEmpty { write(marking.explanation, to: &json) }
    json.close()
    return json.take()
  }

  private static func write(_ explanation: [ExplainedToken], to json: inout JSONText) {
    json.open(.array, "explanation", inline: true)
    for token in explanation {
      json.open(.object, inline: true)
      json.member("text", token.text)
      json.member("offset", token.range.start)
      json.member("length", token.range.count)
      json.member("category", token.category)
      json.member("meaning", token.meaning)
      if let authority = token.authority { json.member("authority", authority) }
      if let banner = token.banner { json.member("banner", banner) }
      if let portion = token.portion { json.member("portion", portion) }
      json.close()
    }
    json.close()
  }

  /// The member `ism`: attributes with their values as in XML.
  static func write(_ ism: ISMAttributes, to json: inout JSONText) {
    json.open(.object, "ism", inline: true)
    for attribute in ism.list { json.member(attribute.name, attribute.value) }
    json.close()
  }
}
