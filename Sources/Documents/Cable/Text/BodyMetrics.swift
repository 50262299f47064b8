import MarkingGrammar
package import MarkingModel

/// What the root of a marking document says of the text as a whole.
package struct BodyMetrics: Sendable {
  /// Non-blank lines of text.
  package var textLines = 0
  /// The length of the longest line, in characters.
  package var longestLine = 0
  /// Lines as the handbook would wrap them: 55 characters (5 FAH-1 H-246.1).
  var wrappedLines = 0
  /// Numbered paragraphs, items of inner lists not counted.
  package var paragraphs = 0
  /// Paragraphs and sub-paragraphs with a legal mark.
  package var marked = 0
  /// The highest rank of the marks; 0 where there are none.
  package var portionRank = 0
  package var controlledPortions = 0
  package var nofornPortions = 0
  package var cuiPortions = 0
  /// How many different legal marks there are.
  package private(set) var markVariety = 0
  private var marks = InlineArray<32, Word>(repeating: .blank)
  /// Whether a mark says that it holds for the entire text.
  package var isEntireText = false
  /// Whether the text says that it was encrypted off-line.
  package var isOfflineEncrypted = false
  /// Whether it states that the level comes from the compilation of its parts.
  package var isCompilation = false

  /// Pages of 21 lines of 55 characters, a page begun counted whole.
  package var pages: Int { (wrappedLines + 20) / 21 }
  /// Whether the copy has lost its line ends. No teletype line was this long.
  package var isUnwrapped: Bool { longestLine > 160 }

  /// Counts a line of `characters`.
  mutating func count(line characters: Int) {
    textLines += 1
    longestLine = max(longestLine, characters)
    wrappedLines += Self.wrapped(characters)
  }

  /// Counts lines.
  mutating func count(_ run: PlainRun) {
    textLines += run.count
    longestLine = run.longest
    wrappedLines += run.wrapped
  }

  /// As how many lines the handbook would wrap one of so many characters. Copies with lines somewhat longer than 55 were
  /// wrapped by their drafters all the same: such a line counts once.
  @inline(__always)
  static func wrapped(_ characters: Int) -> Int { characters <= 80 ? 1 : (characters &+ 54) / 55 }

  /// Counts the marks of the paragraphs.
  mutating func count(_ list: [Paragraph], _ parts: [Subparagraph]) {
    for index in list.indices {
      if list[index].isNumbered, !list[index].isInner { paragraphs += 1 }
      if let mark = list[index].mark, mark.isLegal, !list[index].isListLike { count(mark) }
    }
    for index in parts.indices where parts[index].mark.isLegal { count(parts[index].mark) }
  }

  @inline(__always)
  private mutating func count(_ mark: PortionMark) {
    marked += 1
    portionRank = max(portionRank, mark.level.rank)
    if mark.level.isControlled { controlledPortions += 1 }
    if mark.isNoforn, !mark.exceedsLevel { nofornPortions += 1 }
    if mark.level == .cui { cuiPortions += 1 }
    if mark.isEntireText { isEntireText = true }
    for index in 0..<markVariety where marks[index] == mark.text { return }
    // No table has so many.
    guard markVariety < marks.count else { return }
    marks[markVariety] = mark.text
    markVariety += 1
  }

  /// Sets the attributes of the root, which must be the node that was added last.
  package func write(into document: inout DocumentWriter) {
    document.set(.paragraphs, paragraphs)
    document.set(.marked, marked)
    document.set(.portionRank, portionRank)
    document.set(.controlledPortions, controlledPortions)
    document.set(.nofornPortions, nofornPortions)
    document.set(.cuiPortions, cuiPortions)
    document.set(.markVariety, markVariety)
    document.set(.textLines, textLines)
    document.set(.pages, pages)
    document.set(.longestLine, longestLine)
    document.set(.unwrapped, isUnwrapped)
    document.set(.offlineEncrypted, isOfflineEncrypted)
    document.set(.compilation, isCompilation)
    if isEntireText { document.set(.entireText, true) }
  }
}
