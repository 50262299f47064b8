import MarkingGrammar
import MarkingModel

/// Reads the text of a telegram (reference sections 3, 6.6, 6.7 and 9): paragraphs and their marks, passages,
/// citations, the Classified-By block where it stands in the text, and the signature.
///
/// It takes the lines of the text one after the other; page headings and other furniture are only announced to it.
/// Each byte is looked at once, nothing is allocated before something is found, and the time is linear in the length
/// of the text whatever its bytes are.
package struct BodyReader: Sendable {
  var context: ReadingContext
  var ruler = Ruler()

  package internal(set) var paragraphs: [Paragraph] = []
  /// Those of all paragraphs, in their order.
  var subparagraphs: [Subparagraph] = []
  package internal(set) var citations: [Citation] = []
  package internal(set) var authorities: [AuthorityPart] = []
  package internal(set) var signature: SignaturePart?
  /// The rank of what a release took out behind marks within the text of paragraphs.
  var innerRank = 0
  package internal(set) var metrics = BodyMetrics()
  /// Whether no paragraph has a mark and a release took all of them out.
  var isWholeWithheld = false
  /// For each page heading that was announced, what it stands in the middle of.
  var splits: [PageSplit] = []
  /// Pilcrows that were links (`[1](#)`): the place of the first, and how many.
  package internal(set) var anchors: (first: Place, count: Int)?
  package var passages: [Passage] { tracker.passages }

  var tracker = PassageTracker()
  var fences = PaperFences()
  var sequence = ParagraphSequence()
  /// Marks without parentheses (`1. U`), by index of the paragraph: they count only beside others with them.
  var bareMarks: [(paragraph: Int, range: ByteRange)] = []
  /// The letter in parentheses at the start of the last paragraph or fresh line, for lists (A), (B), (C).
  var listLetter: (letter: UInt8, paragraph: Int?)?
  /// The last paragraph in which letters in parentheses stand behind bullets as those of a list.
  var bulletList: Int?
  /// A Classified-By block that is not complete yet.
  var openAuthority: OpenAuthority?
  /// BEGIN or END at the end of a line, whose other word comes with the next.
  var openEnd: OpenEnd?
  /// REF at the end of a line, whose letter may come with the next: the index of its citation.
  var openCitation: Int?
  var subparagraphCount = 0
  /// Letters of references that the text cites, and whether it cites one without a letter.
  var citedLetters = LetterSet()
  var citesWithoutLetter = false
  var state = State()

  /// Where in the text the reader is.
  struct State: Sendable {
    /// Blank lines and page headings since the last line of text.
    var blanks = 0
    var pages: [Int] = []
    /// The last line of text and the one before it, without blanks at their ends.
    var last: (line: SourceLine, text: ByteRange)?
    var previous: ByteRange?
    /// Where the text begins.
    var start: Int?
    /// Where the last short line with a rule below it begins.
    var underlined: Int?
    /// Where on this line a paragraph begins that is glued to the end of a passage (`END SUMMARY.1. (S)`).
    var glued: Int?
    /// How often the surroundings of a word were searched.
    var searches = 0
  }

  /// A Classified-By block while its lines come.
  struct OpenAuthority: Sendable {
    var text = JoinedText(limit: 2000)
    var place: Place
    var isBeforeText: Bool
    var section: Int
  }

  /// BEGIN or END at the end of a line, or with the first part of a word that a hyphen breaks (END SUM-).
  struct OpenEnd: Sendable {
    var place: Place
    /// BEGIN or END.
    var word: String
    var fragment: [UInt8]
  }

  /// More paragraphs, sub-paragraphs or citations than any telegram has. In a text that consists of such words the
  /// rest is left out, so that the result stays in proportion.
  static let limit = 20_000

  package init(_ context: ReadingContext) { self.context = context }

  /// Whether the surroundings of a word may be searched once more: not for ever in a text that consists of such words.
  mutating func maySearch() -> Bool {
    state.searches += 1
    return state.searches <= Self.limit
  }

  /// The number of the paragraph that is being read; 0 before the first.
  var paragraph: Int { sequence.last }

  /// Takes a blank line.
  package mutating func takeBlank() { state.blanks += 1 }

  /// Takes notice of a page heading, which is no text, and returns its index in `splits`.
  package mutating func takePage() -> Int {
    splits.append(.none)
    if state.last != nil { state.pages.append(splits.count - 1) }
    return splits.count - 1
  }

  /// Takes notice of a new section.
  package mutating func beginSection(_ section: Int) {
    context.section = section
    sequence.beginSection(section)
  }

  /// Takes notice of a Classified-By block that was read as a part of the heading; a number that it has is not missed.
  package mutating func take(_ authority: AuthorityPart) {
    if let number = authority.number { sequence.skip(to: number) }
  }

  /// The place of a range of a line.
  mutating func place(_ range: ByteRange, on line: SourceLine, in source: Span<UInt8>) -> Place {
    ruler.place(range, on: line, in: source)
  }
}
