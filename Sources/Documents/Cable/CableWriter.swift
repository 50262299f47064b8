import MarkingGrammar
import MarkingModel

// Makes the marking document of what was read.
extension CableReader {
  /// The marking document of the telegram, which takes `range`. `position` is that of its first byte.
  ///
  /// - Parameter outer: what a release made of the telegram that repeats this one.
  mutating func document(
    _ range: ByteRange, _ position: Position, outer: ReleaseState? = nil, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    let release = [outer, releaseState()].compactMap(\.self).max()
    let repeated = quotedDocuments(under: release, in: source, vocabulary)
    var document = DocumentWriter(reservingNodes: 96, attributes: 768, texts: 64)
    let day = day()
    document.add(.document, to: -1, at: range, position)
    writeRoot(into: &document, day: day, in: source)
    document.set(.releaseState, release?.word)
    let whole = text.isWholeWithheld ? expectedLevel().rank : 0
    let withheldRank = max(
      text.withheldRank, whole, subjects.map { $0.withheldRank(in: source) }.max() ?? 0,
      repeated.lazy.compactMap { $0.number(.withheldRank, of: 0) }.max() ?? 0)
    if withheldRank > 0 { document.set(.withheldRank, withheldRank) }
    let quotedRank =
      repeated.lazy.map { max($0.number(.rank, of: 0) ?? 0, $0.number(.portionRank, of: 0) ?? 0) }.max() ?? 0
    if quotedRank > 0 { document.set(.quotedRank, quotedRank) }
    for index in transmissions.indices {
      let reference = reference(for: index)
      transmissions[index].write(into: &document, number: index + 1, reference: reference, in: source, vocabulary)
    }
    writeClassifications(into: &document)
    if !designations.isEmpty {
      let expected = expectedLevel()
      let levels = releasedLevels()
      for designation in designations { designation.write(into: &document, expected: expected, release: levels) }
    }
    writeCaptions(into: &document, day: day?.day, in: source)
    for passing in passings {
      document.add(.passing, to: 0, at: passing.place.range, passing.place.position)
      document.set(.kind, passing.kind.word)
    }
    for order in executiveOrders { order.write(into: &document, day: day?.day, in: source, vocabulary) }
    writePages(into: &document, in: source, vocabulary)
    writeText(into: &document, in: source, vocabulary)
    for stamp in stamps { stamp.write(into: &document) }
    if !records.isEmpty {
      let names = captions.filter { $0.spot != .record }.map(\.match.caption.name)
      for record in records { record.write(into: &document, names: names, in: source) }
    }
    for repair in repairs.counts {
      document.add(.repair, to: 0, at: repair.place.range, repair.place.position)
      document.set(.kind, repair.kind.word)
      document.set(.count, repair.count)
    }
    var finished = document.finish()
    finished.quoted = repeated
    return finished
  }

  /// The telegrams that it repeats.
  private mutating func quotedDocuments(
    under release: ReleaseState?, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [MarkingDocument] {
    var documents: [MarkingDocument] = []
    for index in quoted.indices {
      guard let first = quoted[index].firstPlace() else { continue }
      documents.append(quoted[index].document(first.range, first.position, outer: release, in: source, vocabulary))
    }
    return documents
  }

  /// What a transmission is compared with.
  private mutating func reference(for index: Int) -> Transmission.Reference {
    // A header whose own classification line is missing belongs to the telegram all the same.
    let own = transmissions[index].classification
    var reference = Transmission.Reference(serial: mrn.serial, originatorSerial: transmissions[index].serial)
    if let own {
      reference.level = classifications[own].line.level
      reference.efto = classifications[own].line.efto
      reference.section = classifications[own].line.section?.section
    }
    let line = own ?? (classifications.isEmpty ? nil : 0)
    if let line, let serial = classifications[line].line.serial { reference.serial = serial }
    reference.post = line.flatMap { classifications[$0].line.post?.name } ?? mrn.post?.name
    return reference
  }

  private mutating func writeClassifications(into document: inout DocumentWriter) {
    let expected = classifications.first?.line.level ?? .none
    for (index, entry) in classifications.enumerated() {
      let line = entry.line
      document.add(
        .classification, to: 0, at: line.place.range, line.place.position,
        excerpt: line.mayBeShown ? line.place.range : ByteRange(0, 0))
      document.set(.transmission, entry.transmission)
      document.set(.level, line.level.word)
      document.set(.rank, line.level.rank)
      document.set(.expectedLevel, expected.word)
      document.set(.legal, line.legal)
      document.set(.defect, line.defect.word)
      document.set(.spaced, line.spaced)
      document.set(.efto, line.efto)
      document.set(.noforn, line.noforn)
      if let section = line.section {
        document.set(.section, section.section)
        document.set(.sections, section.sections)
        document.set(.sectionDigits, section.sectionDigits)
        document.set(.sectionsDigits, section.sectionsDigits)
        if index == 0 {
          document.set(.sectionsFound, sections.foundCount)
        } else {
          document.set(.expectedSections, classifications[0].line.section?.sections)
          document.set(.expectedSerial, mrn.serial)
          document.set(.expectedPost, mrn.post?.name)
        }
      }
      document.set(.repeat, entry.isRepeat)
      if let post = line.post {
        document.set(.post, post.name)
        document.set(.postKnown, post.isKnown || post.name == mrn.sender?.name)
      }
      document.set(.serial, line.serial)
      if line.serial != nil { document.set(.serialDigits, line.serialDigits) }
    }
  }

  private mutating func writePages(
    into document: inout DocumentWriter, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var previous: PageHeading?
    // An MRN without its post is the sender's.
    let own = mrn.post ?? mrn.sender
    let indicators = pages.contains { $0.heading.style == .nineteenSeventies } ? originators(in: source) : []
    var repeats = classifications.lazy.filter(\.isRepeat).map(\.line.place.range.start).makeIterator()
    var restart = repeats.next()
    for entry in pages {
      let heading = entry.heading
      // A transmission that stands here again begins with its first pages.
      while let start = restart, start < heading.place.range.start {
        previous = nil
        restart = repeats.next()
      }
      let post = post(of: heading, from: indicators, in: source, vocabulary)
      let isKnown = post == own?.name || vocabulary.posts.find(post) != nil
      document.add(
        .page, to: 0, at: heading.place.range, heading.place.position,
        excerpt: isKnown ? heading.place.range : ByteRange(0, 0))
      document.set(.style, heading.style.word)
      document.set(.post, post)
      document.set(.expectedPost, own?.name)
      document.set(.serial, heading.serial)
      document.set(.expectedSerial, mrn.serial)
      document.set(.section, heading.section)
      if heading.section != nil { document.set(.previousSection, previous?.section ?? sections.first) }
      document.set(.sections, heading.sections)
      document.set(.expectedSections, classifications.first?.line.section?.sections)
      document.set(.page, heading.page)
      if let previous, previous.section == heading.section { document.set(.previousPage, previous.page) }
      document.set(.splits, (entry.bodyIndex.map { text.splits[$0] } ?? PageSplit.none).word)
      document.set(.repaired, heading.repaired)
      // One that cannot be says nothing about the next.
      if heading.isSectionPossible { previous = heading }
    }
  }

  /// The canonical name of the post in a page heading. The 1970s cut names down to six letters, later headings to ten
  /// (`KUALA LUMP 00000907  002 OF 002`).
  ///
  /// - Parameter indicators: those of format line 3, which some stations put there in its place.
  private mutating func post(
    of heading: PageHeading, from indicators: Set<String>, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> String {
    var end = heading.post.end
    while end > heading.post.start, !source[end - 1].isLetterOrDigit { end -= 1 }
    if let own = mrn.post ?? mrn.sender, vocabulary.posts.isName(of: own, source, heading.post.start, end) {
      return own.name
    }
    let written = source.name(ByteRange(heading.post.start, end))
    if let own = mrn.post ?? mrn.sender {
      let name = ByteRange(heading.post.start, end)
      if heading.style == .nineteenSeventies,
        isCut(name, in: source, vocabulary) || indicators.contains(written)
      {
        return own.name
      }
      let cut = written.utf8.count
      if heading.style == .nineteenSeventies ? cut >= 5 : cut == 9 || cut == 10, own.name.hasPrefix(written) {
        return own.name
      }
      if form.isScan, EditDistance.isOne(written, own.name) { return own.name }
    }
    return vocabulary.posts.post(mrn: source, heading.post.start, end, sender: mrn.sender).name
  }

  /// The routing indicators of format line 3, in capitals.
  private func originators(in source: Span<UInt8>) -> Set<String> {
    var found: Set<String> = []
    for transmission in transmissions {
      for line in transmission.lines {
        guard case .originator(let originator) = line.content, let written = originator.written else { continue }
        found.insert(source.name(written))
      }
    }
    return found
  }

  /// Whether a name is one of the telegram's cut down: as it is written in the classification line or in the FM line,
  /// which need not be the name of the table (`DUSSEL` for DUSSELDORF).
  private func isCut(_ name: ByteRange, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard name.count >= 5 else { return false }
    if let own = mrn.written, source.isSame(name, asStartOf: own) { return true }
    guard var sender = mrn.writtenSender else { return false }
    if let office = vocabulary.posts.office(in: source, at: sender.start, end: sender.end) {
      sender.start = source.skipBlanks(office.end, sender.end)
    }
    return source.isSame(name, asStartOf: sender)
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes of a range are those that another one begins with.
  fileprivate func isSame(_ range: ByteRange, asStartOf whole: ByteRange) -> Bool {
    guard range.count <= whole.count else { return false }
    for i in 0..<range.count where self[range.start + i].capital != self[whole.start + i].capital { return false }
    return true
  }
}
