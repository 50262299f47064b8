import MarkingGrammar
import MarkingModel

/// A line that is a marking, where it stands among the lines of text.
struct BannerEntry: Sendable {
  enum Spot: Sendable {
    case header, footer
    /// Between lines of text, but what a header or footer says: a page whose end is lost.
    case line

    /// As the contract names it.
    var word: Word {
      switch self {
      case .header: .header
      case .footer: .footer
      case .line: .line
      }
    }
  }

  /// Its number among the marks of the document, and where its text begins.
  var mark: Int
  var start: Int
  /// Whether it is lined through: `~~SECRET~~`, `-SECRET-`, strokes over the letters.
  var isStruck: Bool
  var line: SourceLine
  /// How many lines of text stand before it.
  var text: Int
  /// Set when the pages are known: nil for a line that is no banner.
  var spot: Spot?
  var page = 1
}

/// The beginning of a portion, marked or not.
struct PortionEntry: Sendable {
  enum Kind: Sendable {
    case paragraph, subject, title, item, cell, caption, link
    /// What a paper says of who may have it: text that needs no mark.
    case statement

    /// As the contract names it.
    var word: Word {
      switch self {
      case .paragraph: .paragraph
      case .subject: .subject
      case .title: .title
      case .item: .item
      case .cell: .cell
      case .caption: .caption
      case .link: .link
      case .statement: .statement
      }
    }
  }

  /// A capital letter in parentheses that stands in the place of its mark and is none.
  enum Stranger: Sendable {
    case none
    /// Text follows it that has to be marked.
    case beforeText
    /// But for the letter nothing would have to be marked there: a few words.
    case alone
  }

  var kind: Kind
  var depth: Int
  var line: SourceLine
  /// Where it begins, its number or bullet left out.
  var start: Int
  /// Its mark; nil where it has none.
  var mark: PortionStart?
  var stranger = Stranger.none
  /// Whether it is a bullet without a mark and of a few words: a portion only where others beside it have marks.
  var isShort = false
  /// Whether it is a line that no sentence ends on, with its mark: a title above the text.
  var isTitle = false
  /// Whether its mark is damaged and one only among others: `{U}`, `(u)`.
  var isDamaged = false
  /// Whether its mark stands behind its text: `Subject: Traffic (CUI)`.
  var isBehind = false
  /// The same of another portion: `The plan (S)`.
  var isBehindText = false
  /// Whether its mark stands further on in a line of text.
  var isInner = false
  /// Whether it stands there behind a label: `Background: (U)`.
  var isLabelled = false
  /// How deep its first number or letter hangs: 1 of `2. (a)`.
  var outerDepth = 0
  /// How many blanks stand before it on its line.
  var indent = 0
  /// Whether the text above it ends with a colon.
  var isBelowColon = false
  var page = 1

  /// Whether the mark is one letter, which might be a word's.
  var isLetter: Bool { mark?.isLetter ?? false }
}

/// Where a page begins, as far as the document says so.
struct PageBreak: Sendable {
  var offset: Int
  /// How many lines of text stand before it.
  var text: Int
}
