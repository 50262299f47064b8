package import MarkingGrammar
package import MarkingModel

/// Makes the edits that repair a finding. Nothing here is applied; whether it helps is judged afterwards.
package struct Proposer: Sendable {
  let vocabulary: Vocabulary

  package init(vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The edits for one finding of a reading; nil where nothing is certain.
  package func edits(for finding: Finding, in reading: Reading) -> Edits? {
    guard let kind = finding.repair, Self.repairs(reading), finding.node < reading.document.nodes.count
    else {
      return nil
    }
    let edits: [TextEdit]? =
      switch kind {
      case .fix: fix(finding, reading) ?? canonical(finding, reading)
      case .canonical: canonical(finding, reading)
      case .banner: banner(finding, reading)
      case .pageBanner: pageBanner(finding, reading)
      case .level: level(finding, reading)
      case .portionLevel: portionLevel(reading)
      case .levelSpacing: levelSpacing(finding, reading)
      case .sensitiveCaption: caption("SENSITIVE", reading)
      case .nofornCaption: caption("NOFORN", reading)
      case .captionOrder: captionOrder(finding, reading)
      case .captionLines: captionLines(finding, reading)
      case .captionRepeat: captionRepeat(finding, reading)
      case .headingTotal: headingTotal(finding, reading)
      case .sectionDigits: sectionDigits(finding, reading)
      case .mark: mark(finding, reading)
      case .classLetters: classLetters(finding, reading)
      case .tag: tag(finding, reading)
      }
    guard let edits, !edits.isEmpty else { return nil }
    let list = Edits(edits.filter { reading.text($0.range) != $0.text })
    guard !list.isEmpty, list.isConsistent, list.list.allSatisfy({ isSafe($0, reading) }) else { return nil }
    return list
  }

  /// Whether text of its kind is repaired at all.
  static func repairs(_ reading: Reading) -> Bool { reading.document.isEditable && isPlain(reading.bytes) }

  /// Text of one byte a letter: UTF-16 is left alone.
  private static func isPlain(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(2)
    return !start.elementsEqual([0xFF, 0xFE]) && !start.elementsEqual([0xFE, 0xFF])
      && !bytes.prefix(256).contains(0)
  }

  /// Markings and line ends alone: nothing of markup is taken out, and nothing but plain characters is put in.
  private func isSafe(_ edit: TextEdit, _ reading: Reading) -> Bool {
    let isMarkup = reading.text(edit.range).contains { $0 == 0x3C || $0 == 0x3E || $0 == 0x26 }
    return !isMarkup
      && edit.text.allSatisfy { byte in
        (0x20...0x7E).contains(byte) && byte != 0x3C && byte != 0x3E && byte != 0x26 || byte == 0x0A || byte == 0x0D
      }
  }

  /// The nodes of one name below the root, in order of place.
  func nodes(_ name: ElementName, _ document: MarkingDocument) -> [Int] {
    document.nodes(named: name).sorted { document.nodes[$0].range.start < document.nodes[$1].range.start }
  }
}
