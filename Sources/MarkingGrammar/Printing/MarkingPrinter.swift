package import MarkingModel

/// Writes a marking in canonical form, as a banner line or a portion mark (C16 p14–17, p27, p36–38).
///
/// It decides nothing about validity: what the marking says is written, in the order and the forms of the Register. Tokens
/// that are in no vocabulary stand last.
package struct MarkingPrinter: Sendable {
  package let vocabulary: Vocabulary
  package let style: MarkingStyle

  package init(vocabulary: Vocabulary, style: MarkingStyle = .ic) {
    self.vocabulary = vocabulary
    self.style = style
  }

  /// Which of the two forms is written.
  enum Form { case banner, portion }

  /// The banner line.
  package func banner(_ marking: Marking) -> String {
    let marking = marking.normalized(by: vocabulary)
    if marking.system == .cui, marking.isControlledAlone, !style.cuiBannerNamesCategories { return "CUI" }
    return text(marking, .banner, list: marking.releasableTo)
  }

  /// The portion mark with its parentheses. Where `banner` has the same list of REL TO or EYES ONLY, the mark has none: a
  /// bare REL means the banner's (C16 p151).
  package func portion(_ marking: Marking, under banner: Marking? = nil) -> String {
    let marking = marking.normalized(by: vocabulary)
    var list = marking.releasableTo
    if let banner = banner?.normalized(by: vocabulary), banner.releasableTo == list,
      banner.dissemination.contains("REL") == marking.dissemination.contains("REL")
    {
      list = []
    }
    return "(" + text(marking, .portion, list: list) + ")"
  }

  private func text(_ marking: Marking, _ form: Form, list: [String]) -> String {
    var line = Line(text: head(marking, form))
    let controls = style.isRendering ? rendered(marking) : loose(marking)
    line.add(systems(marking.sci) + controls.withSystems)
    line.add(programs(marking, form), separator: style.programs == .repeated ? "/SAR-" : "/", prefix: "SAR-")
    line.add(atomicEnergy(marking.atomicEnergy, form) + controls.withEnergy)
    line.add(controls.alone)
    switch marking.foreign {
    case .none: break
    case .concealed: line.add(["FGI"])
    case .open(let owners): line.add(["FGI " + names(owners).joined(separator: " ")])
    }
    if let cui = marking.cui {
      if !marking.isControlledAlone { line.add(["CUI"]) }
      line.add(cui.specified.map { "SP-" + $0 } + cui.basic)
    }
    line.add(dissemination(marking, form, list: list))
    line.add(nonIC(marking, form))
    line.add(marking.unknown)
    return line.text
  }

  /// A line that grows category by category.
  private struct Line {
    var text: String

    mutating func add(_ members: [String], separator: String = "/", prefix: String = "") {
      guard !members.isEmpty else { return }
      if !text.isEmpty { text += "//" }
      text += prefix
      text += members.joined(separator: separator)
    }
  }

  // MARK: NATO's controls

  /// Where NATO's control markings stand.
  private struct Controls {
    var withSystems: [String] = []
    var withEnergy: [String] = []
    var alone: [String] = []
  }

  /// In a line of NATO they are a category of their own. In a U.S. line BALK and BOHEMIA stand with SCI, ATOMAL with the
  /// markings of atomic energy (C16 p195; ODNI's rendering), and alone where there is none.
  private func loose(_ marking: Marking) -> Controls {
    guard marking.system != .nonUS else { return Controls(alone: marking.foreignControls) }
    var controls = Controls()
    for control in marking.foreignControls {
      if control == "ATOMAL", !marking.atomicEnergy.isEmpty {
        controls.withEnergy.append(control)
      } else if control != "ATOMAL", !marking.sci.isEmpty {
        controls.withSystems.append(control)
      } else {
        controls.alone.append(control)
      }
    }
    return controls
  }

  /// The same in ODNI's rendering, which leaves out what has no place.
  private func rendered(_ marking: Marking) -> Controls {
    var controls = loose(marking)
    if marking.system != .nonUS { controls.alone = [] }
    return controls
  }

  // MARK: Names

  /// Codes of countries and organisations as they are written: `NATO ISAF` for NATO:ISAF.
  func names(_ codes: [String]) -> [String] {
    var codes = codes
    if style.isRendering, codes.contains(where: { $0.hasPrefix("NATO:") }) { codes.removeAll { $0 == "NATO" } }
    return codes.map(\.asWritten)
  }
}

extension String {
  /// A code with blanks for the marks that join its words in an attribute.
  var asWritten: String {
    guard utf8.contains(where: { $0 == 0x3A || $0 == 0x5F }) else { return self }
    return String(decoding: utf8.map { $0 == 0x3A || $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
  }
}
