import MarkingModel

/// The texts that the attributes of one element stand for, as ODNI's published rendering writes them (ISM-v2022-DEC): the
/// banner, the portion mark and the classification authority block. Where something is missing that no text can be made
/// without, a sentence stands in its place, in ODNI's words, so that both show the same.
package struct ISMRendering: Sendable {
  private let printer: MarkingPrinter

  package init(vocabulary: Vocabulary, style: MarkingStyle = .ic) {
    printer = MarkingPrinter(vocabulary: vocabulary, style: style.rendering)
  }

  package var style: MarkingStyle { printer.style }
  package var vocabulary: Vocabulary { printer.vocabulary }

  /// The style that attributes themselves ask for: DoD's where the document complies with DoD's rules or names one of
  /// its programs.
  package static func style(of ism: ISMAttributes) -> MarkingStyle {
    let isDefense =
      ism.has("compliesWith", "USDOD")
      || ism.tokens("SARIdentifier").contains { $0.hasPrefix("SAR-DOD:") || $0.hasPrefix("DOD:") }
    return isDefense ? .dod : .ic
  }

  /// The lines of the banner: the marking, then the second banner line where there is one.
  package func banner(_ ism: ISMAttributes) -> [String] {
    // A list of one is none in a banner: it names USA, or someone without USA.
    let marking = complete(Marking(ism: ism), least: 2)
    let text = replaceMissing(printer.banner(marking), marking, ism, isPortion: false)
    let second = secondLine(ism)
    return second.isEmpty ? [text] : [text, second]
  }

  /// The portion mark. `banner` is what the resource is marked with, if the portion belongs to one.
  package func portion(_ ism: ISMAttributes, under banner: ISMAttributes? = nil) -> String {
    let marking = complete(Marking(ism: ism), least: 1)
    let text = printer.portion(marking, under: banner.map { Marking(ism: $0) })
    return "(" + replaceMissing(String(text.dropFirst().dropLast()), marking, ism, isPortion: true) + ")"
  }

  /// `ATTORNEY-CLIENT PRIVILEGED INFO/HANDLE VIA … CHANNELS ONLY`, by alphabet of the tokens.
  private func secondLine(_ ism: ISMAttributes) -> String {
    ism.tokens("secondBannerLine").sorted().map { token in
      let text = vocabulary.secondLines.text(of: token) ?? token
      guard let star = text.firstIndex(of: "*") else { return text }
      return text[..<star] + (ism["handleViaChannels"] ?? "") + text[text.index(after: star)...]
    }.joined(separator: "/")
  }

  // MARK: What is missing

  /// A list that REL, EYES or DISPLAYONLY need and that is not there is said in its place.
  private func complete(_ marking: Marking, least: Int) -> Marking {
    var marking = marking
    if marking.releasableTo.count < least {
      marking.dissemination = marking.dissemination.map {
        $0 == "REL" ? "UNABLE TO DETERMINE RELEASABILITY" : $0 == "EYES" ? "UNABLE TO DETERMINE EYES ONLY MARKINGS" : $0
      }
    }
    if marking.dissemination.contains("DISPLAYONLY"), marking.displayOnlyTo.isEmpty {
      marking.displayOnlyTo = ["UNABLE TO DETERMINE DISPLAY ONLY"]
    }
    return marking
  }

  /// A line whose level or owner cannot be told begins with a sentence instead.
  private func replaceMissing(
    _ text: String, _ marking: Marking, _ ism: ISMAttributes, isPortion: Bool
  ) -> String {
    if marking.isControlledAlone || (marking.cui != nil && ism["classification"] == nil) { return text }
    let sentence: String
    if ism["classification"] == nil {
      sentence = "MISSING CLASSIFICATION MARKING"
    } else if ism["ownerProducer"] == nil {
      sentence = "UNABLE TO DETERMINE CLASSIFICATION MARKING - MISSING OWNER/PRODUCER"
    } else if marking.classification == nil || (isPortion && !isPossible(marking)) {
      sentence = "UNABLE TO DETERMINE CLASSIFICATION MARKING"
    } else {
      return text
    }
    let head = printer.head(marking.normalized(by: vocabulary), isPortion ? .portion : .banner)
    let rest = text.hasPrefix(head) ? text.dropFirst(head.count) : Substring(text)
    return rest.isEmpty || rest.hasPrefix("//") ? sentence + rest : sentence + "//" + rest
  }

  /// The United States has no level R, and owns nothing together with others that is not JOINT.
  private func isPossible(_ marking: Marking) -> Bool {
    switch marking.system {
    case .us: marking.classification != .restricted
    case .nonUS: !marking.owners.contains("USA")
    case .joint, .cui, .none: true
    }
  }
}
