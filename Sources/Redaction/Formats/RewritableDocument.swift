package import MarkingGrammar
package import MarkingModel

/// A document as a release works on it: one text of everything that anyone can read of it, and the way back to a file.
///
/// Markings, portions, detectors and term lists, labels and records know the text only. What is in the file besides is
/// either written anew by the format or left out and counted.
package protocol RewritableDocument: Sendable {
  var format: DocumentFormat { get }
  /// UTF-8: part after part.
  var text: [UInt8] { get }
  /// In order of place, apart from each other.
  var parts: [TextPart] { get }
  /// The parts as a person finds them again: a header and the text below it are two.
  var places: [TextPart] { get }
  /// Places in the text that stand for a border of the file, as between two cells of a table; no label runs across one.
  /// In order, apart from each other; what lies between two parts is one of them.
  var gaps: [ByteRange] { get }
  /// Those that a reader may take for the end of a line: a number goes on behind it.
  var softGaps: [ByteRange] { get }
  /// What the structure of the file says of the text.
  var structure: TextStructure { get }
  /// Where the lines of a policy are put: around the text of a page, around each alternative of a message.
  var frames: [LineFrame] { get }
  /// What no copy has, whatever the policy says.
  var dropped: [DroppedKind] { get }

  /// The portions that the format marks itself; nil where they are to be read from the text.
  func portions(_ vocabulary: borrowing Vocabulary) throws(Refusal) -> [ReleasePortion]?

  /// Writes the file with changes made to the text.
  func rewritten(_ changes: TextChanges) throws(Refusal) -> [UInt8]
}

extension RewritableDocument {
  package var places: [TextPart] { parts }
  package var softGaps: [ByteRange] { [] }
  package var structure: TextStructure { TextStructure() }
  package var dropped: [DroppedKind] { [] }
  package func portions(_ vocabulary: borrowing Vocabulary) throws(Refusal) -> [ReleasePortion]? { nil }
}

/// A stretch of a reading text with a name.
package struct TextPart: Sendable, Hashable {
  /// What a policy that reads portion marks makes of it.
  package enum Kind: Sendable, Hashable {
    /// Markings are read in it, as in a document of its own.
    case document
    /// A portion of its own, with or without a mark: a title.
    case line
    /// It goes with what is withheld around this place: the target of a link, a code of an element.
    case attached(to: Int)
    /// Words of their own at this place, as for a picture: under the mark of the portion in whose block they stand. Where
    /// nothing else stands in the block, or no portion is there, they have none.
    case words(at: Int, isAlone: Bool)
    /// It belongs to the form, as an address does.
    case form
    /// Words that stand for what cannot be read. A policy withholds it, or there is no copy.
    case unread(PartProblem)
  }

  /// What a part is to a message.
  package enum MessageText: Sendable, Hashable {
    case none
    /// It begins with the header.
    case header
    /// The same text in another form, as a page beside the plain text; the header stands in another part.
    case alternative
  }

  /// "body", "title", "text of link 3": as records name it, never words of the document.
  package var name: String
  package var kind: Kind
  package var range: ByteRange
  package var message = MessageText.none

  package init(_ name: String, _ kind: Kind, _ range: ByteRange) {
    self.name = name
    self.kind = kind
    self.range = range
  }
}

/// A stretch of a reading text that the lines of a policy are put around.
package struct LineFrame: Sendable, Hashable {
  package enum Style: Sendable, Hashable {
    /// Lines among other lines.
    case lines
    /// A paragraph of its own, parted from the text by an empty line.
    case paragraph
    /// Beside the document's own text, all together before it: an instruction of XML.
    case stamp
  }

  package var range: ByteRange
  package var style: Style

  package init(_ range: ByteRange, _ style: Style) {
    self.range = range
    self.style = style
  }
}

/// Something that is left out of every copy of a format, and how often it was there: "comment", "script".
package struct DroppedKind: Sendable, Hashable {
  package var name: String
  package var count: Int

  package init(_ name: String, _ count: Int) {
    self.name = name
    self.count = count
  }
}
