import MarkingModel

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

  /// The fields that give again what the block gave above: a second instruction, and who classified it, why or from what
  /// in other words.
  var repeatedFields: [Field] {
    fields.indices.dropFirst().lazy.filter { index in
      let field = fields[index]
      guard let first = fields[..<index].first(where: { $0.label == field.label }) else { return false }
      return field.label == .declassifyOn || first.value.bytes != field.value.bytes
    }.map { fields[$0] }
  }

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
