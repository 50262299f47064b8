package import MarkingGrammar
package import MarkingModel

/// A reason for classification: `Reasons: 1.4 (b) and (d)`.
package struct Reason: Sendable {
  package var place: Place
  /// "1.4" or "1.5" as read; empty where no number stands.
  package var paragraph: String
  /// Its letters, small, with their places.
  package var letters: [(letter: UInt8, place: Place)]
  /// Whether it gives a control (SBU, FOUO, LOU) as the reason.
  package var isControl: Bool

  func write(into document: inout DocumentWriter, parent: Int) {
    // Number and letters are markings; words in place of them are not.
    let shown = letters.isEmpty && paragraph.isEmpty ? ByteRange(0, 0) : place.range
    let node = document.add(.reason, to: parent, at: place.range, place.position, excerpt: shown)
    document.set(.paragraph, paragraph)
    document.set(.letters, letters.count)
    document.set(.control, isControl)
    for category in letters {
      document.add(
        .category, to: node, at: category.place.range, category.place.position, excerpt: category.place.range)
      document.set(.letter, letter: category.letter)
    }
  }
}

/// The Classified-By block.
package struct AuthorityPart: Sendable {
  package var place: Place
  /// The words CLASSIFIED BY, DERIVED FROM, REASON … that it begins with.
  var label: ByteRange
  /// Whether Classified By stands in it.
  package var hasBy = false
  package var hasName = false
  /// Whether a position or title stands with the name.
  package var hasPosition = false
  package var isDerived = false
  /// What stands after Declassify On; nil where it is not given.
  package var declassifyOn: Place?
  package var hasReason = false
  package var reasons: [Reason] = []
  /// Its number, where it is a numbered paragraph.
  package var number: Int?
  package var isBeforeText: Bool
  package var mark: PortionMark?
  package var section: Int

  package func write(into document: inout DocumentWriter) {
    let node = document.add(.authority, to: 0, at: place.range, place.position, excerpt: label)
    document.set(.kind, isDerived ? Word.derivative : Word.original)
    document.set(.by, hasBy)
    document.set(.name, hasName)
    document.set(.position, hasPosition)
    document.set(.derivedFrom, isDerived)
    document.set(.declassifyOn, declassifyOn != nil)
    document.set(.hasReason, hasReason)
    document.set(.numbered, number != nil)
    document.set(.beforeText, isBeforeText)
    document.set(.marked, mark != nil)
    document.set(.rank, mark?.level.rank ?? 0)
    document.set(.section, section)
    for reason in reasons { reason.write(into: &document, parent: node) }
  }
}
