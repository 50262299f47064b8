/// How the place of a finding is put right, as a rule file names it (`cv:repair`). A rule names one only where what belongs
/// there is certain; `Sources/Repair` makes the edits.
public enum RepairKind: String, Sendable, Hashable, CaseIterable {
  /// The value of `@fix` in the place of the element.
  case fix
  /// The whole marking in canonical form, where that says the same.
  case canonical
  /// The banner that the portions require in the place of one that is less restrictive, wherever it stands.
  case banner
  /// The banner of a page that says less than the others of the document or of the page.
  case pageBanner = "page-banner"
  /// The level of the classification line in the place of a lower one.
  case level
  /// The level of the highest portion in the classification line and wherever its level is repeated.
  case portionLevel = "portion-level"
  /// The letters of the level word spaced or not, as the level has them.
  case levelSpacing = "level-spacing"
  /// The caption SENSITIVE, on a line of its own.
  case sensitiveCaption = "sensitive-caption"
  /// The caption NOFORN, on a line of its own.
  case nofornCaption = "noforn-caption"
  /// The captions of a block in their order.
  case captionOrder = "caption-order"
  /// Each caption on a line of its own.
  case captionLines = "caption-lines"
  /// The line of a caption that is a repeat, taken out.
  case captionRepeat = "caption-repeat"
  /// The total of sections in a page heading.
  case headingTotal = "heading-total"
  /// The numbers of SECTION nn OF mm in two digits.
  case sectionDigits = "section-digits"
  /// The portion mark as State writes it.
  case mark
  /// The class letter of format line 4, five times.
  case classLetters = "class-letters"
  /// A TAGS that is written together with another one, or as an ISO code.
  case tag
}

/// Bytes that take the place of others in a document.
public struct TextEdit: Sendable, Hashable {
  /// What is taken out; empty where something is put in.
  public var range: ByteRange
  public var text: [UInt8]

  public init(_ range: ByteRange, _ text: [UInt8]) {
    self.range = range
    self.text = text
  }
}
