import MarkingGrammar
import MarkingModel

/// A line that is a marking, where it stands among the lines of text.
struct BannerEntry: Sendable {
  enum Spot: String, Sendable {
    case header, footer
    /// Between lines of text, but what a header or footer says: a page whose end is lost.
    case line
  }

  var banner: BannerLine
  var line: SourceLine
  /// How many lines of text stand before it.
  var text: Int
  /// Set when the pages are known: nil for a line that is no banner.
  var spot: Spot?
  var page = 1

  var written: WrittenMarking { banner.written }
}

/// The beginning of a portion, marked or not.
struct PortionEntry: Sendable {
  enum Kind: String, Sendable { case paragraph, subject, title, item, cell, caption, link }

  var kind: Kind
  var depth: Int
  var line: SourceLine
  /// Where it begins, its number or bullet left out.
  var start: Int
  /// Nil where it has no mark.
  var mark: WrittenMarking?
  /// Whether the mark is one letter, which might be a word's.
  var isLetter = false
  /// Whether its mark stands behind its text: `Subject: Traffic (CUI)`.
  var isBehind = false
  /// The same of another portion: `The plan (S)`.
  var isBehindText = false
  var page = 1
}

/// Where a page begins, as far as the document says so.
struct PageBreak: Sendable {
  var offset: Int
  /// How many lines of text stand before it.
  var text: Int
}
