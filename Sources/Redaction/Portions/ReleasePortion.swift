package import MarkingModel

/// A portion of a document as a release sees it: its mark, and the text that stands under it.
package struct ReleasePortion: Sendable, Hashable {
  /// What its mark says; nil for one without a mark.
  package var mark: PortionStatement?
  /// From its number or mark to its end.
  package var range: ByteRange
  /// What is withheld when it is: its text without number and mark, lines of the form within it left out.
  package var text: [ByteRange]
  /// "paragraph 3", "portion 2": how records name it.
  package var name: String
  /// Where it begins.
  package var position: Position
  /// The part that it begins in, of a document with parts.
  package var part: String?
  /// Whether something stands where a mark does, and nobody can say what it means.
  package var hasUnreadableMark = false
  /// Whether it is a part without any mark beside others that have them.
  package var isWholePart = false
  /// What a mark in the text of a portion without one says of what is behind it.
  package var inner: PortionStatement?
  /// What marks in its text say, where its own stands elsewhere: in the attributes of an element.
  package var written: Set<PortionStatement> = []
  /// Where no portion of the document has a mark: what the whole of it says, so that this one says no more. Nil where it
  /// says nothing.
  package var document: PortionStatement?
}

/// What a mark says, as far as a policy can ask.
package struct PortionStatement: Sendable, Hashable {
  package var level: ReleaseLevel
  /// Controls by their codes: `NF`, `OC`, `SI`, `RD`, `SBU`, `CUI`.
  package var controls: Set<String>
  /// CUI categories without `SP-`.
  package var categories: Set<String>

  package init(level: ReleaseLevel, controls: Set<String> = [], categories: Set<String> = []) {
    self.level = level
    self.controls = controls
    self.categories = categories
  }

  /// What a part that belongs to two portions says: all that either does.
  package func joined(with other: PortionStatement) -> PortionStatement {
    PortionStatement(
      level: max(level, other.level), controls: controls.union(other.controls),
      categories: categories.union(other.categories))
  }
}

extension PortionClause {
  /// Whether it withholds a portion of this mark.
  package func fits(_ mark: PortionStatement) -> Bool {
    if let above, mark.level <= above { return false }
    if let level, mark.level != level { return false }
    if let control, !mark.controls.contains(control) { return false }
    if let category, category == "any" ? !mark.controls.contains("CUI") : !mark.categories.contains(category) {
      return false
    }
    return true
  }
}
