package import MarkingGrammar
package import MarkingModel

/// A numbered paragraph, or one that only a mark begins.
package struct Paragraph: Sendable {
  /// How its number was repaired.
  package enum Repair: Sendable {
    case none, pilcrow, anchor, ocr

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .none: .nothing
      case .pilcrow: .pilcrow
      case .anchor: .anchor
      case .ocr: .ocr
      }
    }
  }
  /// Where its mark stands: after the number, before it, or behind a heading.
  package enum MarkPlace: Sendable {
    case none, after, before, inside

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .none: .nothing
      case .after: .after
      case .before: .before
      case .inside: .inside
      }
    }
  }
  /// What is unusual about its mark.
  package enum MarkDefect: Sendable {
    case none, spacing, doubled, brackets
    case lookAlike
    case letterCase
    case missingPeriod

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .none: .nothing
      case .spacing: .spacing
      case .doubled: .doubled
      case .brackets: .brackets
      case .lookAlike: .lookAlike
      case .letterCase: .letterCase
      case .missingPeriod: .missingPeriod
      }
    }
  }

  /// From its number to the end of its text.
  package var place: Place
  /// Number and mark.
  package var label: ByteRange
  /// After repair; 0 for an unnumbered one.
  package var number: Int
  package var written: Int
  package var expected: Int
  package var isNumbered: Bool
  package var restarts = false
  package var isInner = false
  package var restartsSection = false
  package var repair = Repair.none
  package var section: Int
  /// What looks like a mark; `isLegal` says whether it is one.
  package var mark: PortionMark?
  package var markPlace = MarkPlace.none
  package var markDefect = MarkDefect.none
  package var isListLike = false
  /// How many sub-paragraphs it has.
  package var subparagraphCount = 0
  /// Whether a release took its text out, up to its first sub-paragraph. Known when the text has ended.
  var isWithheld = false

  /// Whether its mark is a legal one.
  var hasLegalMark: Bool { !isListLike && mark?.isLegal == true }
  /// The legal mark that it carries.
  var legalMark: PortionMark? { hasLegalMark ? mark : nil }

  /// Where its text begins, behind number and mark.
  var textStart: Int { max(label.end, markPlace == .before ? 0 : legalMark?.range.end ?? 0) }

  /// Whether nothing but codes of exemptions stand behind its mark, and further marks.
  func holdsOnlyLabels(to end: Int, in source: Span<UInt8>, _ marks: MarkTable?) -> Bool {
    WithheldText.isAll(from: textStart, to: end, in: source, marks)
  }

  /// Whether nothing stands behind its mark.
  func isEmpty(in source: Span<UInt8>) -> Bool {
    !(textStart..<max(textStart, place.range.end)).contains { source[$0].isLetterOrDigit || source[$0] >= 0x80 }
  }

  /// Adds its node and returns its index; those of its sub-paragraphs follow.
  package func write(into document: inout DocumentWriter) -> Int {
    let node = document.add(.paragraph, to: 0, at: place.range, place.position, excerpt: label)
    document.set(.n, number)
    document.set(.written, written)
    document.set(.expected, expected)
    document.set(.numbered, isNumbered)
    document.set(.restart, restarts)
    document.set(.inner, isInner)
    document.set(.restartsSection, restartsSection)
    document.set(.repaired, repair.word)
    document.set(.section, section)
    let isMarked = hasLegalMark
    document.set(mark: isMarked ? mark : nil, looksMarked: mark != nil && !isListLike)
    document.set(.markPlace, isMarked ? markPlace.word : MarkPlace.none.word)
    document.set(.markDefect, isMarked ? markDefect.word : MarkDefect.none.word)
    document.set(.listLike, isListLike)
    if isWithheld { document.set(.withheld, true) }
    return node
  }
}

/// A lettered or bulleted sub-paragraph that carries a mark.
package struct Subparagraph: Sendable {
  /// From its letter to the end of its mark.
  package var place: Place
  /// Its letter or number; empty for a bullet.
  package var label: ByteRange
  package var mark: PortionMark
  /// Whether a release took its text out. Known when the text has ended.
  var isWithheld = false

  var legalMark: PortionMark? { mark.isLegal ? mark : nil }

  func write(into document: inout DocumentWriter, parent: Int, rank: Int, in source: Span<UInt8>) {
    document.add(
      .subparagraph, to: parent, at: place.range, place.position,
      excerpt: mark.isLegal ? mark.range : ByteRange(0, 0))
    source.set(.label, nameOf: label, in: &document)
    document.set(mark: legalMark, looksMarked: true)
    if mark.isLegal, mark.defect == .lookAlike { document.set(.markDefect, Word.lookAlike) }
    if mark.isLegal, mark.defect == .brackets { document.set(.markDefect, Word.brackets) }
    document.set(.parentRank, rank)
    if isWithheld { document.set(.withheld, true) }
  }
}

extension DocumentWriter {
  /// Sets what a portion mark says.
  fileprivate mutating func set(mark: PortionMark?, looksMarked: Bool) {
    guard let mark else {
      setUnmarked(looksMarked: looksMarked)
      return
    }
    set(.marked, true)
    set(.mark, mark.text)
    if looksMarked { set(.markLegal, !mark.exceedsLevel && !mark.contradictsItself) }
    set(.style, mark.style.word)
    set(.rank, mark.level.rank)
    set(.controlled, mark.level.isControlled)
    // NF on an unclassified level is a fault of the mark, and asks for no caption.
    set(.noforn, mark.isNoforn && !mark.exceedsLevel)
    set(.level, mark.level.word)
  }

  private mutating func setUnmarked(looksMarked: Bool) {
    set(.marked, false)
    if looksMarked { set(.markLegal, false) }
    set(.style, PortionMark.Style.state.word)
    set(.rank, 0)
    set(.controlled, false)
    set(.noforn, false)
    set(.level, PortionLevel.none.word)
  }
}
