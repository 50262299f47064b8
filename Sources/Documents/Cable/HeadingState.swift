import MarkingGrammar
import MarkingModel

/// Where the reader is in the heading of a section: the lines from the classification line to the first paragraph.
struct HeadingState: Sendable {
  /// A labelled line that further lines may continue.
  struct OpenBlock: Sendable {
    var kind: FieldLabel.Kind
    var label: Place
    var lines: [SourceLine]
    var after: Int
    /// Whether the label was damaged (E.O. line).
    var slip: Bool
    /// The number of the order (E.O. line).
    var number: Int?
    /// Whether a value stands in it yet.
    var hasValue: Bool
  }

  var section = 1
  /// Whether the text has begun before (a further section): then only what is certain is taken.
  var continues = false
  /// The highest order of the labelled lines so far.
  var order = 0
  /// Whether a labelled line stood in it.
  var hasLabel = false
  /// The number of the block of captions.
  var captionBlock = 0
  var block: OpenBlock?
  /// Whether the last line was a passing instruction, which the next may continue.
  var isPassing = false
  /// A passing instruction after the labels: a line of text looks the same until it is seen what follows.
  var held: (passing: PassingLine, line: SourceLine)?

  /// Begins the heading of a section.
  mutating func begin(section: Int, continues: Bool) {
    let block = captionBlock + 1
    self = HeadingState()
    self.section = section
    self.continues = continues
    captionBlock = block
  }
}
