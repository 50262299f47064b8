package import MarkingModel

extension WrittenMarking {
  /// What the marking says. `source` is the text that it was read from.
  package func meaning(in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Marking {
    var marking = Marking()
    marking.system = system
    marking.classification = classification
    switch system {
    case .us: marking.owners = ["USA"]
    case .nonUS: marking.owners = isConcealedOwner ? ["FGI"] : names(owners, source, vocabulary)
    case .joint: marking.owners = names(owners, source, vocabulary)
    case .cui, .none: break
    }
    for token in tokens { add(token, to: &marking, source, vocabulary) }
    return marking
  }

  private func add(
    _ token: Token, to marking: inout Marking, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    switch token.category {
    case .sci: Self.add(name(token, source, vocabulary), token.depth, to: &marking.sci)
    case .sap:
      if token.depth == 0, Self.text(token.range, source) == "MULTIPLE PROGRAMS" {
        marking.hasMultiplePrograms = true
      } else {
        Self.add(Self.text(token.range, source), token.depth, to: &marking.sap)
      }
    case .aea where token.entry < 0 && !token.isCriticalDesign:
      // SIGMA numbers that are of RD or of FRD, nobody knows.
      marking.unknown.append(Self.text(token.range, source))
    case .aea: add(atomic: token, to: &marking.atomicEnergy, vocabulary)
    case .foreign: marking.foreignControls.append(code(token, vocabulary) ?? Self.text(token.range, source))
    case .fgi:
      let list = names(list(of: token), source, vocabulary)
      if list.isEmpty {
        marking.foreign = .concealed
      } else if case .open(let others) = marking.foreign {
        marking.foreign = .open(others + list)
      } else if marking.foreign == .none {
        marking.foreign = .open(list)
      }
    case .cui: marking.cui = marking.cui ?? ControlledInformation()
    case .cuiCategory:
      var cui = marking.cui ?? ControlledInformation()
      let name = categoryName(token, source, vocabulary)
      if isSpecified(token, vocabulary) { cui.specified.append(name) } else { cui.basic.append(name) }
      marking.cui = cui
    case .dissem: add(dissemination: token, to: &marking, source, vocabulary)
    case .nonic:
      if token.depth == 1 {
        marking.accm.append(Self.text(token.range, source))
      } else {
        marking.nonIC.append(code(token, vocabulary) ?? Self.text(token.range, source))
      }
    case .declassification, .unknown: marking.unknown.append(Self.text(token.range, source))
    }
  }

  private func add(
    dissemination token: Token, to marking: inout Marking, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let code = code(token, vocabulary) ?? Self.text(token.range, source)
    marking.dissemination.append(code)
    let list = names(list(of: token), source, vocabulary)
    if code == "DISPLAYONLY" { marking.displayOnlyTo += list } else { marking.releasableTo += list }
  }

  private func add(atomic token: Token, to atomic: inout AtomicEnergy, _ vocabulary: borrowing Vocabulary) {
    switch code(token, vocabulary) {
    case "RD":
      atomic.isRestrictedData = true
      if token.isCriticalDesign { atomic.isCriticalDesign = true }
      atomic.sigmas += sigmas(of: token)
    case "FRD":
      atomic.isFormerlyRestrictedData = true
      if token.isCriticalDesign { atomic.isCriticalDesignUnderFormerly = true }
      atomic.formerlySigmas += sigmas(of: token)
    case "DCNI": atomic.isDefenseUnclassified = true
    case "UCNI": atomic.isEnergyUnclassified = true
    case "TFNI": atomic.isTransclassified = true
    default: if token.isCriticalDesign { atomic.isCriticalDesign = true }
    }
  }

  private static func add(_ name: String, _ depth: Int, to systems: inout [ControlSystem]) {
    switch depth {
    case 0: systems.append(ControlSystem(name))
    case 1:
      if systems.isEmpty { systems.append(ControlSystem("")) }
      systems[systems.count - 1].compartments.append(ControlSystem.Compartment(name))
    default:
      guard !systems.isEmpty else { return }
      let last = systems.count - 1
      if systems[last].compartments.isEmpty {
        systems[last].compartments.append(ControlSystem.Compartment(name))
      } else {
        systems[last].compartments[systems[last].compartments.count - 1].subcompartments.append(name)
      }
    }
  }

  /// The ISM token of a token that the register has.
  package func code(_ token: Token, _ vocabulary: borrowing Vocabulary) -> String? {
    guard token.entry >= 0, token.category != .cuiCategory else { return nil }
    return vocabulary.register.entries[token.entry].code
  }

  /// The name of a system or compartment: its abbreviation, or its text where it is not published.
  private func name(_ token: Token, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> String {
    guard let code = code(token, vocabulary) else { return Self.text(token.range, source) }
    guard token.depth > 0, let dash = code.utf8.firstIndex(of: 0x2D) else { return code }
    return String(code[code.index(after: dash)...])
  }

  /// Whether a category is a specified one: the registry says so where it is always or never one, and `SP-` else.
  private func isSpecified(_ token: Token, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard token.entry >= 0 else { return token.isSpecified }
    switch vocabulary.categories.rows[token.entry].kind {
    case .specified: return true
    case .basic: return false
    case .both: return token.isSpecified
    }
  }

  private func categoryName(_ token: Token, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> String {
    if token.entry >= 0 { return vocabulary.categories.rows[token.entry].code }
    let text = Self.text(token.range, source)
    return token.isSpecified ? String(text.dropFirst(3)) : text
  }

  private func names(
    _ list: ArraySlice<Country>, _ source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [String] {
    var names: [String] = []
    for country in list {
      if country.isActivity {
        names.append(vocabulary.activities.token(of: country.range, in: source))
        continue
      }
      names.append(
        country.entry >= 0
          ? vocabulary.countries.rows[country.entry].code
          : vocabulary.countries.code(ofAlias: source, country.range.start, country.range.end)
            ?? Self.text(country.range, source))
    }
    return names
  }

  /// A range as the grammar reads it: capitals, ASCII, one blank between words.
  package static func text(_ range: ByteRange, _ source: Span<UInt8>) -> String {
    let folded = FoldedText(source, range)
    return folded.isSource
      ? source.words(range.start, range.end) : folded.bytes.span.words(0, folded.bytes.count)
  }
}
