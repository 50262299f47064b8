import MarkingModel

// The storage of the lists, which is used again for the next document.
extension CableReader {
  /// Begins with the next document: as new, but for the storage.
  mutating func begin(form: Form, isGiven: Bool) {
    var fresh = CableReader(form: form, isGiven: isGiven)
    fresh.takeStorage(of: &self)
    swap(&self, &fresh)
  }

  private mutating func takeStorage(of old: inout CableReader) {
    swap(&words, &old.words)
    swap(&spareWords, &old.spareWords)
    transmissions.takeStorage(of: &old.transmissions)
    classifications.takeStorage(of: &old.classifications)
    designations.takeStorage(of: &old.designations)
    furniture.takeStorage(of: &old.furniture)
    captions.takeStorage(of: &old.captions)
    passings.takeStorage(of: &old.passings)
    executiveOrders.takeStorage(of: &old.executiveOrders)
    spareLines.takeStorage(of: &old.spareLines)
    tags.takeStorage(of: &old.tags)
    subjects.takeStorage(of: &old.subjects)
    references.takeStorage(of: &old.references)
    authorities.takeStorage(of: &old.authorities)
    pages.takeStorage(of: &old.pages)
    sections.takeStorage(of: &old.sections)
    repairs.takeStorage(of: &old.repairs)
    text.takeStorage(of: &old.text)
  }
}

extension SectionCount {
  fileprivate mutating func takeStorage(of old: inout SectionCount) {
    found.takeStorage(of: &old.found)
    lines.takeStorage(of: &old.lines)
  }
}

extension RepairCount {
  fileprivate mutating func takeStorage(of old: inout RepairCount) { counts.takeStorage(of: &old.counts) }
}

extension BodyReader {
  fileprivate mutating func takeStorage(of old: inout BodyReader) {
    paragraphs.takeStorage(of: &old.paragraphs)
    subparagraphs.takeStorage(of: &old.subparagraphs)
    citations.takeStorage(of: &old.citations)
    splits.takeStorage(of: &old.splits)
    bareMarks.takeStorage(of: &old.bareMarks)
    state.pages.takeStorage(of: &old.state.pages)
    tracker.takeStorage(of: &old.tracker)
  }
}

extension PassageTracker {
  fileprivate mutating func takeStorage(of old: inout PassageTracker) {
    passages.takeStorage(of: &old.passages)
    entries.takeStorage(of: &old.entries)
  }
}

extension Array {
  /// Takes the storage of another list, which is emptied. One that has grown very large is given back.
  fileprivate mutating func takeStorage(of old: inout [Element]) {
    guard old.capacity > 0, old.capacity <= 4096 else { return }
    swap(&self, &old)
    removeAll(keepingCapacity: true)
  }
}
