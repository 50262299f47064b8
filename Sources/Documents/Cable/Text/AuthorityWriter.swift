import MarkingModel

extension AuthorityPart {
  /// Adds the Classified-By block. `isBeforeText` says whether it stands before paragraph 1.
  func write(into document: inout MarkingDocument, isBeforeText: Bool) {
    let parent = document.add(.authority, to: 0, at: place.range, place.position)
    document.set(.kind, isDerived ? "derivative" : "original")
    document.set(.by, isBy)
    document.set(.name, hasName)
    document.set(.position, hasPosition)
    document.set(.derivedFrom, isDerived)
    document.set(.declassifyOn, saysDeclassifyOn)
    document.set(.hasReason, hasReason)
    document.set(.numbered, isNumbered)
    document.set(.beforeText, isBeforeText)
    document.set(.marked, isMarked)
    document.set(.rank, rank)
    document.set(.section, section)
    for reason in reasons {
      let node = document.add(.reason, to: parent, at: reason.place.range, reason.place.position)
      document.set(.paragraph, reason.paragraph)
      document.set(.letters, reason.categories.count)
      document.set(.control, reason.isControl)
      for category in reason.categories {
        document.add(
          .category, to: node, at: category.place.range, category.place.position, excerpt: category.place.range)
        document.set(.letter, category.letter)
      }
    }
  }
}
