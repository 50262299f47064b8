/// One place in a document where one rule does not hold.
public struct Finding: Sendable, Hashable {
  /// The rule's id ("CAP-003").
  public var rule: String
  /// The id of the assertion in it ("CAP-003-a").
  public var assertion: String
  public var severity: Severity
  /// One sentence. It repeats markings and numbers only, never the document's text.
  public var message: String
  /// The paragraph of the authority that it rests on.
  public var authority: String
  public var range: ByteRange
  public var position: Position
  /// The part of `range` that is a marking and may be shown; empty where nothing may.
  public var excerpt: ByteRange
  /// The node of the marking document that it is about.
  public var node: Int
  /// What belongs in the place of `range`, where that is certain and `range` may be shown.
  public var fix: String?
  /// How it is put right; nil where its rule names nothing that is certain.
  public var repair: RepairKind?
  /// The edits that do so, in order of place; empty where none were made or asked for.
  public var edits: [TextEdit] = []

  public init(
    rule: String, assertion: String, severity: Severity, message: String, authority: String, range: ByteRange,
    position: Position, excerpt: ByteRange, node: Int, fix: String? = nil, repair: RepairKind? = nil
  ) {
    self.rule = rule
    self.assertion = assertion
    self.severity = severity
    self.message = message
    self.authority = authority
    self.range = range
    self.position = position
    self.excerpt = excerpt
    self.node = node
    self.fix = fix
    self.repair = repair
  }
}
