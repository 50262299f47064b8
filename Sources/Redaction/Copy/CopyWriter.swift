import Documents
package import MarkingModel
package import RuleEngine

/// Makes the released copy of a text: labels in the place of what is withheld, and the lines that the policy adds.
package struct CopyWriter {
  private let policy: Policy
  private let key: DigestKey?
  /// What the user gives for the lines: case, document number, date.
  private let given: [CopyText.Placeholder: String]

  package init(_ policy: Policy, key: DigestKey? = nil, given: [CopyText.Placeholder: String] = [:]) {
    self.policy = policy
    self.key = key
    self.given = given
  }

  /// - Parameters:
  ///   - withholdings: in order of place, apart from each other, none across a gap of the document.
  ///   - portions: of the document.
  ///   - banners: the banner lines to be lined through, in order, where the policy wants it.
  ///   - subjects: the lines that say what the document is about.
  package func copy(
    of document: borrowing any RewritableDocument, withholding withholdings: [Withholding],
    portions: [ReleasePortion] = [], banners: [ByteRange] = [], subjects: [ByteRange] = []
  ) throws(Refusal) -> ReleasedCopy {
    if key == nil, withholdings.contains(where: { $0.replacement == .keyed }) {
      throw .missing("keyed digests", option: "--key")
    }
    var copy = ReleasedCopy()
    copy.withholdings = withholdings
    let text = document.text
    let source = text.span
    let earlier = WithheldLabel.all(in: source)
    copy.earlier = earlier.count
    copy.exemptions = (withholdings.flatMap(\.exemptions) + earlier.flatMap(\.label.exemptions)).inOrder
    let remainder = Remainder(
      of: source, withholding: withholdings, portions: portions, banners: banners, subjects: subjects)
    copy.disposition =
      withholdings.isEmpty && earlier.isEmpty ? .full : remainder.isNothing ? .denied : .part
    var added: [ReleasedCopy.Addition] = []
    for frame in document.frames {
      added += try additions(for: copy, around: frame, in: source)
      if policy.copy.slipsPages, frame.style == .lines {
        added += slips(for: remainder.withheldPages, in: frame.range, source)
      }
    }
    fill(&copy, with: source, of: document, adding: added, striking: policy.copy.strikesBanners ? banners : [])
    return copy
  }

  /// What is done at one place: a label is put, or something is added.
  private enum Change {
    case cut(ByteRange, withholding: Int)
    case add(String, ReleasedCopy.Addition.Kind)
  }

  /// The lines that say of a page that all of it is withheld; a copy of a copy has them already.
  private func slips(
    for pages: [Remainder.WithheldPage], in frame: ByteRange, _ source: Span<UInt8>
  ) -> [ReleasedCopy.Addition] {
    let ending = Self.lineEnding(of: frame, in: source)
    return pages.compactMap { page in
      let label = WithheldLabel(exemptions: page.exemptions, detail: WithheldLabel.slip(page: page.number))
      if page.start >= frame.end || WithheldLabel.read(page.start, in: source)?.label == label { return nil }
      return ReleasedCopy.Addition(kind: .slip, offset: max(page.start, frame.start), text: label.text + ending)
    }
  }

  /// Copies what stays, puts the labels and adds lines; lines banners through as Markdown does.
  private func fill(
    _ copy: inout ReleasedCopy, with source: Span<UInt8>, of document: borrowing any RewritableDocument,
    adding added: [ReleasedCopy.Addition], striking banners: [ByteRange]
  ) {
    // In the order of one place: what opens a text or a page, labels, strokes, what closes it.
    var changes: [(offset: Int, change: Change)] = added.filter { $0.kind != .bottom }.map {
      ($0.offset, .add($0.text, $0.kind))
    }
    for (index, withholding) in copy.withholdings.enumerated() {
      changes += withholding.pieces.map { ($0.start, .cut($0, withholding: index)) }
    }
    let pieces = copy.withholdings.flatMap(\.pieces).sorted { $0.start < $1.start }
    // A banner within something withheld goes with it.
    for banner in banners
    where Pieces.between(banner.start, banner.end, leavingOutApart: pieces, in: source) == [banner] {
      changes += [(banner.start, .add("~~", .strike)), (banner.end, .add("~~", .strike))]
    }
    changes += added.filter { $0.kind == .bottom }.map { ($0.offset, .add($0.text, $0.kind)) }
    let ordered = changes.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
    var names = Pseudonyms()
    var counter = PartCounter(document.parts)
    var at = 0
    for (offset, change) in ordered.map(\.element) {
      guard offset >= at else { continue }
      copy.append(source, at, offset)
      at = offset
      guard case .cut(let range, let index) = change else {
        if case .add(let text, let kind) = change { copy.add(text, kind, at: offset) }
        continue
      }
      let withholding = copy.withholdings[index]
      let label = WithheldLabel(
        exemptions: withholding.exemptions, detail: detail(of: withholding, range, in: source, &names)
      ).text
      let place = copy.bytes.count
      copy.bytes += label.utf8
      let (part, position) = counter.place(of: range.start, in: source)
      copy.cuts.append(
        ReleasedCopy.Cut(
          withholding: index, range: range, copied: ByteRange(place, copy.bytes.count), label: label, part: part,
          position: position))
      at = range.end
    }
    copy.append(source, at, source.count)
  }

  private func detail(
    of withholding: Withholding, _ piece: ByteRange, in source: Span<UInt8>, _ names: inout Pseudonyms
  ) -> String {
    switch withholding.source {
    case .portion, .unmarked: return WithheldLabel.amount(policy.label.amount, of: [piece], in: source)
    case .element, .reviewer: return ""
    case .detector, .term:
      switch withholding.replacement {
      case .label: return ""
      case .pseudonym: return names.name(for: source.bytes(piece), of: withholding.subject, foundBy: withholding.source)
      case .keyed: return key.map { "key \($0.shown(for: source.bytes(piece)))" } ?? ""
      }
    }
  }

  /// The lines of the policy, filled in, around one text; none where a copy of a copy has them already.
  private func additions(
    for copy: ReleasedCopy, around frame: LineFrame, in source: Span<UInt8>
  ) throws(Refusal) -> [ReleasedCopy.Addition] {
    for placeholder in CopyText.needed(policy.copy.lines) where given[placeholder] == nil {
      if let option = placeholder.option { throw .missing("{\(placeholder.rawValue)}", option: option) }
    }
    var values = given
    values[.disposition] = copy.disposition.words
    values[.exemptions] = copy.exemptions.text
    let text = CopyText(values)
    func block(_ places: Set<CopyMarks.Place>) -> [String] {
      policy.copy.lines.filter { places.contains($0.place) }.map { text.fill($0.text) }.filter { !$0.isEmpty }
    }
    let (start, end) = (frame.range.start, frame.range.end)
    if frame.style == .stamp {
      let lines = block([.top, .both]) + block([.bottom])
      let stamp = lines.joined(separator: "\n") + "\n\n"
      return lines.isEmpty ? [] : [.init(kind: .top, offset: start, text: stamp)]
    }
    let ending = frame.style == .lines ? Self.lineEnding(of: frame.range, in: source) : "\n"
    var added: [ReleasedCopy.Addition] = []
    let top = block([.top, .both])
    if !top.isEmpty {
      let text = top.joined(separator: ending) + ending + ending
      if !source.has(Array(text.utf8), at: start, to: end) {
        added.append(.init(kind: .top, offset: start, text: text))
      }
    }
    let bottom = block([.bottom, .both])
    if !bottom.isEmpty {
      let lines = bottom.joined(separator: ending)
      var text = frame.style == .lines ? ending + lines + ending : ending + ending + lines
      let there = Array(text.utf8)
      let isCut = end > start && source[end - 1] != 0x0A && source[end - 1] != 0x0D
      if frame.style == .lines, isCut { text = ending + text }
      if !source.has(there, at: max(start, end - there.count), to: end) {
        added.append(.init(kind: .bottom, offset: end, text: text))
      }
    }
    return added
  }

  /// How a text ends its lines.
  private static func lineEnding(of range: ByteRange, in source: Span<UInt8>) -> String {
    for i in range.start..<range.end {
      if source[i] == 0x0A { return "\n" }
      if source[i] == 0x0D { return i + 1 < source.count && source[i + 1] == 0x0A ? "\r\n" : "\r" }
    }
    return "\n"
  }
}

extension ReleasedCopy {
  fileprivate mutating func append(_ source: Span<UInt8>, _ from: Int, _ to: Int) {
    if from < to { bytes += source.bytes(ByteRange(from, to)) }
  }

  fileprivate mutating func add(_ text: String, _ kind: Addition.Kind, at offset: Int) {
    guard !text.isEmpty else { return }
    additions.append(Addition(kind: kind, offset: offset, text: text))
    bytes += text.utf8
  }
}

extension CopyText.Placeholder {
  /// The option that gives it; nil for what the run knows itself.
  fileprivate var option: String? {
    switch self {
    case .disposition, .exemptions: nil
    case .case: "--case"
    case .document: "--document"
    case .date: "--date"
    }
  }
}

extension Span<UInt8> {
  fileprivate func has(_ text: [UInt8], at offset: Int, to end: Int) -> Bool {
    guard end - offset >= text.count else { return false }
    return text.indices.allSatisfy { self[offset + $0] == text[$0] }
  }

  package func bytes(_ range: ByteRange) -> [UInt8] {
    let part = extracting(range.start..<range.end)
    return unsafe part.withUnsafeBufferPointer { unsafe Array($0) }
  }
}

extension [String] {
  /// Each once, in order of first appearance.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
