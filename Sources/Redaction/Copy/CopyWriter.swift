import Documents
package import MarkingModel

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
  ///   - withholdings: in order of place, apart from each other.
  ///   - portions: of the document.
  ///   - banners: the banner lines to be lined through, in order, where the policy wants it.
  ///   - subjects: the lines that say what the document is about.
  package func copy(
    of source: Span<UInt8>, withholding withholdings: [Withholding], portions: [ReleasePortion] = [],
    banners: [ByteRange] = [], subjects: [ByteRange] = []
  ) throws(Refusal) -> ReleasedCopy {
    if key == nil, withholdings.contains(where: { $0.replacement == .keyed }) {
      throw .missing("keyed digests", option: "--key")
    }
    var copy = ReleasedCopy()
    copy.withholdings = withholdings
    let earlier = WithheldLabel.all(in: source)
    copy.earlier = earlier.count
    copy.exemptions = (withholdings.flatMap(\.exemptions) + earlier.flatMap(\.label.exemptions)).inOrder
    let remainder = Remainder(
      of: source, withholding: withholdings, portions: portions, banners: banners, subjects: subjects)
    copy.disposition =
      withholdings.isEmpty && earlier.isEmpty ? .full : remainder.isNothing ? .denied : .part
    let ending = Self.lineEnding(of: source)
    var lines = try lines(for: copy, ending)
    let start = source.count >= 3 && source[0] == 0xEF && source[1] == 0xBB && source[2] == 0xBF ? 3 : 0
    // A copy of a copy has the lines already.
    if !lines.top.isEmpty, source.begins(with: Array(lines.top.utf8), at: start) { lines.top = "" }
    if !lines.bottom.isEmpty, source.ends(with: Array(lines.bottom.utf8)) { lines.bottom = "" }
    copy.append(source, 0, start)
    copy.add(lines.top, .top, at: start)
    fill(
      &copy, with: source, from: start, striking: policy.copy.strikesBanners ? banners : [],
      slips: policy.copy.slipsPages ? slips(for: remainder.withheldPages, from: start, ending, in: source) : [])
    if !lines.bottom.isEmpty, source.count > start, source[source.count - 1] != 0x0A, source[source.count - 1] != 0x0D {
      lines.bottom = ending + lines.bottom
    }
    copy.add(lines.bottom, .bottom, at: source.count)
    return copy
  }

  /// What is done at one place: a label is put, a stroke begins or ends, a slip stands before a page.
  private enum Change {
    case cut(ByteRange, withholding: Int)
    case stroke
    case slip(String)
  }

  /// The lines that say of a page that all of it is withheld; a copy of a copy has them already.
  private func slips(
    for pages: [Remainder.WithheldPage], from start: Int, _ ending: String, in source: Span<UInt8>
  ) -> [(offset: Int, change: Change)] {
    pages.compactMap { page in
      let label = WithheldLabel(exemptions: page.exemptions, detail: WithheldLabel.slip(page: page.number))
      if WithheldLabel.read(page.start, in: source)?.label == label { return nil }
      return (max(page.start, start), .slip(label.text + ending))
    }
  }

  /// Copies what stays and puts the labels; lines banners through as Markdown does.
  private func fill(
    _ copy: inout ReleasedCopy, with source: Span<UInt8>, from start: Int, striking banners: [ByteRange],
    slips: [(offset: Int, change: Change)]
  ) {
    var changes = slips
    for (index, withholding) in copy.withholdings.enumerated() {
      changes += withholding.pieces.map { ($0.start, .cut($0, withholding: index)) }
    }
    for banner in banners { changes += [(banner.start, .stroke), (banner.end, .stroke)] }
    changes.sort { $0.offset < $1.offset }
    var names = Pseudonyms()
    var counter = LineCounter()
    var at = start
    for (offset, change) in changes {
      // A banner within something withheld goes with it.
      guard offset >= at else { continue }
      copy.append(source, at, offset)
      at = offset
      let (range, index): (ByteRange, Int)
      switch change {
      case .cut(let piece, let withholding): (range, index) = (piece, withholding)
      case .stroke:
        copy.add("~~", .strike, at: offset)
        continue
      case .slip(let text):
        copy.add(text, .slip, at: offset)
        continue
      }
      let withholding = copy.withholdings[index]
      let label = WithheldLabel(
        exemptions: withholding.exemptions, detail: detail(of: withholding, range, in: source, &names)
      ).text
      let place = copy.bytes.count
      copy.bytes += label.utf8
      copy.cuts.append(
        ReleasedCopy.Cut(
          withholding: index, range: range, copied: ByteRange(place, copy.bytes.count), label: label,
          position: counter.position(of: range.start, in: source)))
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

  /// The lines of the policy, filled in.
  private func lines(
    for copy: ReleasedCopy, _ ending: String
  ) throws(Refusal) -> (top: String, bottom: String) {
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
    let top = block([.top, .both])
    let bottom = block([.bottom, .both])
    return (
      top.isEmpty ? "" : top.joined(separator: ending) + ending + ending,
      bottom.isEmpty ? "" : ending + bottom.joined(separator: ending) + ending
    )
  }

  /// How the text ends its lines.
  private static func lineEnding(of source: Span<UInt8>) -> String {
    for i in source.indices {
      if source[i] == 0x0A { return "\n" }
      if source[i] == 0x0D { return i + 1 < source.count && source[i + 1] == 0x0A ? "\r\n" : "\r" }
    }
    return "\n"
  }
}

extension ReleasedCopy {
  fileprivate mutating func append(_ source: Span<UInt8>, _ from: Int, _ to: Int) {
    bytes.reserveCapacity(bytes.count + to - from)
    for i in from..<max(from, to) { bytes.append(source[i]) }
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
  fileprivate func begins(with text: [UInt8], at offset: Int) -> Bool {
    guard count - offset >= text.count else { return false }
    return text.indices.allSatisfy { self[offset + $0] == text[$0] }
  }

  fileprivate func ends(with text: [UInt8]) -> Bool {
    count >= text.count && begins(with: text, at: count - text.count)
  }

  package func bytes(_ range: ByteRange) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for i in range.start..<range.end { bytes.append(self[i]) }
    return bytes
  }
}

extension [String] {
  /// Each once, in order of first appearance.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
