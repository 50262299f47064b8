import MarkingModel

/// A label that the blocks of the first page are made of: `Classified By:`, `Controlled by:`.
enum BlockLabel: Sendable {
  case classifiedBy, reason, derivedFrom, declassifyOn
  case controlledBy, category, distribution, dissemination, contact, decontrolOn
  /// `Distribution/Dissemination Control:`: the one or the other.
  case distributionOrDissemination

  /// Whether it belongs to the classification authority block; else to the CUI designation indicator.
  var isAuthority: Bool {
    switch self {
    case .classifiedBy, .reason, .derivedFrom, .declassifyOn: true
    default: false
    }
  }

  /// As the contract names a line of the authority block.
  var word: String {
    switch self {
    case .classifiedBy: "classified-by"
    case .reason: "reason"
    case .derivedFrom: "derived-from"
    default: "declassify-on"
    }
  }

  /// How they are written, those of each label together; where several fit, the first one holds. Some are words of a text
  /// without their colon.
  private static let written: [(label: BlockLabel, words: [String])] = [
    (
      .classifiedBy,
      [
        "CLASSIFIED BY", "DERIVATIVELY CLASSIFIED BY", "ORIGINALLY CLASSIFIED BY", "CL BY", "CLASSIFIED-BY:",
        "CLASD BY:", "CLASSD BY:", "CLASS BY:", "CLAS BY:",
      ]
    ),
    (
      .reason, ["REASON FOR CLASSIFICATION", "CLASSIFICATION REASON", "REASON(S)", "REASONS", "REASON", "CL REASON"]
    ),
    (
      .derivedFrom,
      [
        "DERIVED FROM", "DRV FROM", "DRV FRM", "DERV FRM", "DERIVED FRM", "DERIVED-FROM:", "DERV FROM:", "DERV FM:",
        "DRV FM:",
      ]
    ),
    (.declassifyOn, ["DECLASSIFY ON", "DECL ON", "DECLASSIFICATION DATE", "DECLASSIFY-ON:", "DECLASSIFY"]),
    (.controlledBy, ["CONTROLLED BY"]),
    (.category, ["CUI CATEGORY(IES)", "CUI CATEGORIES", "CUI CATEGORY", "CATEGORY", "CATEGORIES"]),
    (
      .distributionOrDissemination,
      ["DISTRIBUTION/DISSEMINATION CONTROLS", "DISTRIBUTION/DISSEMINATION CONTROL"]
    ),
    (.distribution, ["DISTRIBUTION STATEMENT", "DISTRIBUTION"]),
    (
      .dissemination,
      [
        "LIMITED DISSEMINATION CONTROLS", "LIMITED DISSEMINATION CONTROL", "DISSEMINATION CONTROLS",
        "DISSEMINATION CONTROL", "LDC",
      ]
    ),
    (.contact, ["POC", "POINT OF CONTACT"]),
    (.decontrolOn, ["DECONTROL ON", "DECONTROL DATE", "DECONTROL"]),
  ]
  private static let phrases = PhraseList(written.flatMap(\.words))
  private static let labels = written.flatMap { entry in entry.words.map { _ in entry.label } }

  /// Whether a line that begins with these two bytes can begin with a label.
  @inline(__always)
  static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first.capital {
    case 0x43: second.capital.isOne(of: "L", "O", "U", "A")
    case 0x44: second.capital.isOne(of: "E", "R", "I")
    case 0x52: second.capital == 0x45
    case 0x4C: second.capital.isOne(of: "I", "D")
    case 0x50: second.capital == 0x4F
    case 0x4F: second.capital == 0x52
    default: false
    }
  }

  /// The label at `at` and the offset after its colon.
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (label: BlockLabel, next: Int)? {
    guard at + 1 < end, mayBegin(source[at], source[at + 1]) else { return nil }
    var index = 0
    while index < labels.count, let found = phrases.firstAnyCase(from: index, at: at, end: end, in: source) {
      let label = labels[found.index]
      index = found.index + 1
      if source[found.end - 1] == 0x3A { return (label, source.skipBlanks(found.end, end)) }
      let after = source.skipBlanks(found.end, end)
      if let colon = source.colon(after, end) { return (label, source.skipBlanks(colon + 1, end)) }
      if label.isAuthority, after > found.end, let value = source.behindDash(after, end) { return (label, value) }
      // Older documents have no colon, but capitals.
      guard label.isAuthority, end - at < 90, phrases.stands(found.index, at: at, in: source),
        label == .reason ? reasons.first(at: after, end: end, in: source) != nil : mayBeValue(after, end, in: source)
      else { continue }
      return (label, after)
    }
    return nil
  }

  /// What a reason begins with where no colon stands before it: `REASON 1.4(c)`.
  private static let reasons = PhraseList(["1.4", "1.5", "E.O.", "EO "])
  /// How a heading goes on that says why the whole is classified: `CLASSIFIED BY COMPILATION`.
  private static let wholes = PhraseList(["COMPILATION", "AGGREGATION", "ASSOCIATION"])

  /// Whether what stands behind a label without a colon may be its value.
  private static func mayBeValue(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    at >= end || source[at].isDigit
      || source[at].isCapital && wholes.first(at: at, end: end, in: source) == nil
  }

  /// The label of an authority block behind what may stand before it on its line, where it begins and the offset after its
  /// colon: `(U) Classified By:`, `• Derived From:`, `**Declassify On:**`.
  static func readBehindSigns(
    _ start: Int, _ end: Int, in source: Span<UInt8>
  ) -> (label: BlockLabel, start: Int, next: Int)? {
    let prefix = ItemPrefix.read(start, end, in: source)
    guard prefix.kind == .none || prefix.kind == .bullet else { return nil }
    var at = prefix.next
    // The block is unclassified: text with a higher mark is a portion.
    if source.has("(U", at: at, end: end) {
      while at < end, source[at] != 0x29 { at += 1 }
      at = source.skipBlanks(at + 1, end)
    }
    guard at > start, at < end, let (label, next) = read(at, end, in: source), label.isAuthority,
      source.hasColon(at, next)
    else { return nil }
    return (label, at, next)
  }
}

/// Labelled lines that stand together, with what follows each.
struct LabelBlock: Sendable {
  struct Field: Sendable {
    var label: BlockLabel
    /// Where the label begins.
    var start: Int
    var line: SourceLine
    var value: FoldedWords
    /// What stands behind it on its line and on those that continue it.
    var parts: [Part]
  }

  /// What stands on one line.
  struct Part: Sendable {
    var range: ByteRange
    var line: SourceLine
  }

  var fields: [Field] = []
  /// How many lines of text stand before it.
  var text: Int
  var lines = 0
  /// Whether a blank line followed the last line.
  var isAfterBlank = false
  var end: Int

  var isAuthority: Bool { fields[0].label.isAuthority }

  /// The first value of a label.
  func value(of label: BlockLabel) -> FoldedWords? {
    for index in fields.indices where fields[index].label == label { return fields[index].value }
    return nil
  }

  func values(of label: BlockLabel) -> [FoldedWords] { fields.filter { $0.label == label }.map(\.value) }
  func has(_ label: BlockLabel) -> Bool { fields.contains { $0.label == label } }

  /// Whether another block has the same values.
  func says(the other: LabelBlock) -> Bool {
    fields.map(\.label) == other.fields.map(\.label) && fields.map(\.value.bytes) == other.fields.map(\.value.bytes)
  }

  /// Whether it ends with an instruction that is complete, and the line below it is a sentence or has a label of its own:
  /// `Declassify On: 20410503` above `The harbor is open.`
  func isWhole(above line: ByteRange, in source: Span<UInt8>) -> Bool {
    guard isAuthority, let last = fields.last, last.label == .declassifyOn, let value = last.parts.last?.range,
      !value.isEmpty, source[value.end - 1].isDigit, source[line.start].isCapital,
      !source.hasAnyCase("DATE OF", at: line.start, end: line.end)
    else { return false }
    return (line.start..<line.end).contains { source[$0].isSmall }
  }

  /// Adds a label and what stands behind it on its line, where further labels may stand.
  mutating func add(
    _ label: BlockLabel, _ start: Int, _ value: Int, _ line: SourceLine, _ end: Int, in source: Span<UInt8>
  ) {
    var (label, start, value) = (label, start, value)
    while true {
      let next = Self.label(within: value + 1, end, besides: label, in: source)
      let part = ByteRange(value, max(value, next?.at ?? end))
      var words = FoldedWords(limit: 500)
      words.add(part, in: source)
      fields.append(
        Field(label: label, start: start, line: line, value: words, parts: [Part(range: part, line: line)]))
      guard let found = next else { break }
      (label, start, value) = (found.label, found.at, found.value)
    }
    lines += 1
    self.end = end
    isAfterBlank = false
  }

  /// The first label of the same kind of block that stands inside a line, behind another one: it always has a colon.
  private static func label(
    within start: Int, _ end: Int, besides label: BlockLabel, in source: Span<UInt8>
  ) -> (at: Int, label: BlockLabel, value: Int)? {
    var i = start
    while i < end {
      if !source[i - 1].isLetterOrDigit, let (other, after) = BlockLabel.read(i, end, in: source), other != label,
        other.isAuthority == label.isAuthority, source.hasColon(i, after)
      {
        return (i, other, after)
      }
      i += 1
    }
    return nil
  }

  /// Adds a line that continues the last field, up to a reason that stands in it: `E.O. 13526, Reasons: 1.4(b) and (d)`.
  mutating func add(_ range: ByteRange, on line: SourceLine, in source: Span<UInt8>) {
    if isAuthority, !has(.reason), let last = fields.last?.label,
      let inner = Self.label(within: range.start + 1, range.end, besides: last, in: source), inner.label == .reason
    {
      fields[fields.count - 1].value.add(ByteRange(range.start, inner.at), in: source)
      return add(inner.label, inner.at, inner.value, line, range.end, in: source)
    }
    fields[fields.count - 1].value.add(range, in: source)
    fields[fields.count - 1].parts.append(Part(range: range, line: line))
    lines += 1
    end = range.end
  }
}

extension Span where Element == UInt8 {
  /// Where the colon of a label stands, before which points may lead to it: `Classified By.....:`.
  fileprivate func colon(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, self[at] == 0x2E || self[at] == 0x20 { at += 1 }
    return at < end && self[at] == 0x3A ? at : nil
  }

  /// The offset after a dash between blanks, which stands for the colon: `Derived From - Guide 3`, `Derived From – Guide 3`.
  fileprivate func behindDash(_ at: Int, _ end: Int) -> Int? {
    for dash in ["-", "\u{2013}", "\u{2014}"] where has(dash, at: at, end: end) {
      let after = at + dash.utf8.count
      let value = skipBlanks(after, end)
      return value > after && value < end ? value : nil
    }
    return nil
  }

  /// Whether a colon stands in a range: labels inside a line always have one.
  fileprivate func hasColon(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end where self[i] == 0x3A { return true }
    return false
  }
}
