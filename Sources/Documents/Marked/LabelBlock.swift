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

  /// How they are written, those of each label together; where several fit, the first one holds.
  private static let written: [(label: BlockLabel, words: [String])] = [
    (.classifiedBy, ["CLASSIFIED BY", "DERIVATIVELY CLASSIFIED BY", "ORIGINALLY CLASSIFIED BY", "CL BY"]),
    (
      .reason, ["REASON FOR CLASSIFICATION", "CLASSIFICATION REASON", "REASON(S)", "REASONS", "REASON", "CL REASON"]
    ),
    (.derivedFrom, ["DERIVED FROM", "DRV FROM", "DERIVED FRM"]),
    (.declassifyOn, ["DECLASSIFY ON", "DECL ON", "DECLASSIFICATION DATE", "DECLASSIFY"]),
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
      let after = source.skipBlanks(found.end, end)
      if after < end, source[after] == 0x3A { return (label, source.skipBlanks(after + 1, end)) }
      // Older documents have no colon, but capitals.
      guard label == .classifiedBy || label == .derivedFrom || label == .declassifyOn, end - at < 90,
        phrases.stands(found.index, at: at, in: source),
        after >= end || source[after].isCapital || source[after].isDigit
      else { continue }
      return (label, after)
    }
    return nil
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

  /// Adds a label and what stands behind it on its line, where further labels may stand.
  mutating func add(
    _ label: BlockLabel, _ start: Int, _ value: Int, _ line: SourceLine, _ end: Int, in source: Span<UInt8>
  ) {
    var (label, start, value) = (label, start, value)
    while true {
      var next: (at: Int, label: BlockLabel, value: Int)?
      var i = value + 1
      while i < end, next == nil {
        if !source[i - 1].isLetterOrDigit,
          let (other, after) = BlockLabel.read(i, end, in: source), other != label,
          other.isAuthority == label.isAuthority, source.hasColon(i, after)
        {
          next = (i, other, after)
        }
        i += 1
      }
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

  /// Adds a line that continues the last field.
  mutating func add(_ range: ByteRange, on line: SourceLine, in source: Span<UInt8>) {
    fields[fields.count - 1].value.add(range, in: source)
    fields[fields.count - 1].parts.append(Part(range: range, line: line))
    lines += 1
    end = range.end
  }
}

extension Span where Element == UInt8 {
  /// Whether a colon stands in a range: labels inside a line always have one.
  fileprivate func hasColon(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end where self[i] == 0x3A { return true }
    return false
  }
}
