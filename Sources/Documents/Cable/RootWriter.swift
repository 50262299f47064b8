import MarkingGrammar
import MarkingModel

// The attributes of the document itself.
extension CableReader {
  /// The date of the telegram and where it was read.
  mutating func day() -> (day: CalendarDay, source: String)? {
    for transmission in transmissions { if let day = transmission.dtg?.day { return (day, "dtg") } }
    if let day = smart.day ?? edited.day { return (day, "text") }
    for record in records { if let day = record.day { return (day, "record") } }
    return nil
  }

  /// The level of the first legal classification line; a SMART banner or a source note stands for it, the marks of the
  /// pages where that line has lost its level, and the record where the archive has nothing else of the telegram. A SMART banner that is a control of unclassified information
  /// alone (`SBU`) says what it is without the word.
  mutating func level() -> Level {
    for entry in classifications where entry.line.legal { return entry.line.level }
    guard classifications.isEmpty else { return .none }
    for designation in designations
    where (designation.spot == .smart || form == .frus) && designation.level != .none {
      return designation.level
    }
    if designations.contains(where: { $0.spot == .smart && $0.control != .none }) { return .unclassified }
    if isLevelLost, form.isScan { return levelOfPages() }
    guard !body.hasBegun, transmissions.isEmpty else { return .none }
    return records.lazy.compactMap(\.original).first ?? .none
  }

  /// The level that the marks of its pages and the archive's record give a print whose classification line has lost its
  /// own (reference section 9).
  private mutating func levelOfPages() -> Level {
    var level = records.lazy.compactMap(\.original).first ?? .none
    for designation in designations where designation.level.rank > level.rank {
      switch designation.spot {
      case .pageTop, .pageBottom, .print: level = designation.level
      case .banner where designation.isOnPage: level = designation.level
      default: break
      }
    }
    return level
  }

  /// The level that its other lines are compared with: that of the first classification line, legal or not.
  mutating func expectedLevel() -> Level { classifications.first?.line.level ?? level() }

  /// Whether it carries a release record, stamp or overlay.
  mutating func isReleased() -> Bool { !records.isEmpty || !stamps.isEmpty }

  /// What the release may have added to the levels of the copy.
  mutating func releasedLevels() -> Designation.Release {
    guard isReleased() else { return .none }
    return form == .naraAAD && stamps.allSatisfy { $0.kind.isArchival } ? .record : .stamped
  }

  /// The level that the release gives it.
  mutating func currentLevel() -> Level? {
    if let level = records.lazy.compactMap(\.current).first { return level }
    return stamps.lazy.compactMap(\.level).first
  }

  /// The place of the first thing that was read, for a telegram inside another.
  mutating func firstPlace() -> Place? {
    var first: Place?
    func look(_ place: Place?) {
      guard let place else { return }
      if first.map({ place.range.start < $0.range.start }) ?? true { first = place }
    }
    look(transmissions.first?.lines.first?.place)
    look(classifications.first?.line.place)
    look(executiveOrders.first?.place)
    look(captions.first?.match.place)
    return first
  }

  mutating func writeRoot(
    into document: inout DocumentWriter, day: (day: CalendarDay, source: String)?, in source: Span<UInt8>
  ) {
    let level = level()
    let count = captionCount()
    document.set(.form, form.word)
    document.set(.day, day?.day.number)
    document.set(.dateSource, day?.source)
    document.set(.level, level.word)
    document.set(.rank, level.rank)
    document.set(.classified, level.isClassified)
    document.set(.originalLevel, records.lazy.compactMap(\.original).first?.word)
    document.set(.currentLevel, currentLevel()?.word)
    document.set(.released, isReleased())
    document.set(.ocr, form.isScan || form == .smart && isReleased())
    document.set(.header, form != .smart && transmissions.contains { $0.has(1...8) })
    document.set(.firstSection, sections.first)
    document.set(.sections, sections.total)
    document.set(.sectionsFound, sections.foundCount)
    document.set(.sensitive, count.isSensitive)
    document.set(.captions, count.all)
    document.set(.channels, count.channels)
    document.set(.restrictions, count.restrictive)
    text.searchCompilation(above: level, in: source)
    text.metrics.write(into: &document)
    document.set(.hasEO, !executiveOrders.isEmpty)
    document.set(.hasTags, !tags.isEmpty)
    document.set(.hasSubject, !subjects.isEmpty)
    document.set(.correctedCopy, count.isCorrected)
  }

  /// Captions by what they are, each counted once; unknown ones one by one.
  private struct CaptionCount {
    var all = 0
    var channels = 0
    var restrictive = 0
    var isSensitive = false
    var isCorrected = false
  }

  private mutating func captionCount() -> CaptionCount {
    var count = CaptionCount()
    for (index, entry) in captions.enumerated() {
      let isFirst =
        entry.match.caption.kind == .unknown
        || !captions[..<index].contains { $0.match.caption.name == entry.match.caption.name }
      guard isFirst else { continue }
      count.all += 1
      if entry.match.caption.kind == .channel { count.channels += 1 }
      if entry.match.caption.isRestrictive { count.restrictive += 1 }
      if entry.match.caption.name == "SENSITIVE" { count.isSensitive = true }
      if entry.match.caption.name == "CORRECTED COPY" { count.isCorrected = true }
    }
    return count
  }
}
