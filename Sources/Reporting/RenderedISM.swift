package import MarkingGrammar

/// The texts that one set of ISM attributes stands for.
package struct RenderedISM: Sendable {
  private let ism: ISMAttributes
  private let banner: [String]
  private let portion: String
  /// The mark of a portion that has the same list as its banner: REL stands there without it.
  private let overallPortion: String
  private let authority: [String]

  package init(_ ism: ISMAttributes, _ rendering: ISMRendering) {
    self.ism = ism
    banner = rendering.banner(ism)
    portion = rendering.portion(ism)
    overallPortion = rendering.portion(ism, under: ism)
    authority = rendering.authority(ism)
  }

  /// One line of JSON; the lines of a text have `|` between them, as in ODNI's rendering.
  package var json: [UInt8] {
    var json = JSONText()
    json.open(.object, inline: true)
    MarkingJSON.write(ism, to: &json)
    json.member("banner", banner.joined(separator: "|"))
    json.member("portion", portion)
    if overallPortion != portion { json.member("overallPortion", overallPortion) }
    json.member("authority", authority.joined(separator: "|"))
    json.close()
    return json.take()
  }

  /// A line for each line of a text, with what it is before it.
  package var text: [UInt8] {
    let overall = overallPortion == portion ? [] : [("overall portion", overallPortion)]
    let lines =
      banner.map { ("banner", $0) } + [("portion", portion)] + overall + authority.map { ("authority", $0) }
    return Array(lines.map { $0.0 + ": " + VisibleText.escaped($0.1) + "\n" }.joined().utf8)
  }
}
