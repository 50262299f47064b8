import MarkingModel

extension MarkingPrinter {
  /// The dissemination controls with their lists. `list` is that of REL TO or EYES ONLY, empty where the banner has it.
  func dissemination(_ marking: Marking, _ form: Form, list: [String]) -> [String] {
    var members: [String] = []
    for token in marking.dissemination {
      switch token {
      // A statement about discovery that no line shows (ICD 501).
      case "EXEMPT_FROM_ICD501_DISCOVERY": continue
      case "REL": members.append(release(marking, form, list))
      case "EYES":
        let names = names(list).joined(separator: "/")
        // The portion form is EYES (C16 p158); ODNI's rendering writes both words there too.
        let word = form == .banner || (style.isRendering && !names.isEmpty) ? "EYES ONLY" : "EYES"
        members.append(names.isEmpty ? word : names + " " + word)
      case "DISPLAYONLY":
        let names = names(marking.displayOnlyTo).joined(separator: ", ")
        members.append(names.isEmpty ? "DISPLAY ONLY" : "DISPLAY ONLY " + names)
      default: members.append(written(token, form))
      }
    }
    return members
  }

  /// `REL TO USA, GBR`. NATO writes RELEASABLE TO in its own banners (ODNI's rendering).
  private func release(_ marking: Marking, _ form: Form, _ list: [String]) -> String {
    guard !list.isEmpty else { return form == .banner ? "REL TO" : "REL" }
    let isNATO = form == .banner && marking.system == .nonUS && marking.owners == ["NATO"]
    return (isNATO ? "RELEASABLE TO " : "REL TO ") + names(list).joined(separator: ", ")
  }

  /// The abbreviation in a banner, the portion form in a portion.
  func written(_ token: String, _ form: Form) -> String {
    if style.isRendering, token.utf8.contains(0x5F) { return token }
    guard let entry = vocabulary.register.entry(token) else { return token }
    return form == .banner ? entry.abbreviation : entry.portion
  }

  /// The non-IC controls. Nicknames of ACCM stand after LIMDIS and before all others (ODNI's rendering); the first has the
  /// prefix.
  func nonIC(_ marking: Marking, _ form: Form) -> [String] {
    var members: [String] = []
    let nicknames = marking.accm.enumerated().map { ($0 == 0 ? "ACCM-" : "") + $1 }
    var isOpen = !nicknames.isEmpty
    for token in marking.nonIC {
      if isOpen, token != "DS" {
        members += nicknames
        isOpen = false
      }
      members.append(written(token, form))
    }
    return isOpen ? members + nicknames : members
  }
}
