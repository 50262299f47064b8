import MarkingGrammar
import MarkingModel

// One marking, written as it must be.
extension Proposer {
  /// What the reader says belongs in the place.
  func fix(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    finding.fix.map { [TextEdit(finding.range, Array($0.utf8))] }
  }

  /// The marking that the finding stands in, in canonical form, where that says the same.
  func canonical(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    var node = finding.node
    while node >= 0, document.nodes[node].name != .marking { node = document.nodes[node].parent }
    guard node > 0 else { return nil }
    let found = document.nodes[node]
    guard found.excerpt == found.range, document.word(.place, of: node) != "behind-text" else { return nil }
    let kind: WrittenMarking.Kind = document.word(.kind, of: node) == "portion" ? .portion : .banner
    let (written, meaning) = reading.marking(found.range, kind, vocabulary)
    guard written.mayBeShown, written.system != .none else { return nil }
    let printer = MarkingPrinter(vocabulary: vocabulary, style: style(document))
    let text = Array((kind == .portion ? printer.portion(meaning) : printer.banner(meaning)).utf8)
    guard says(text, kind, meaning) else { return nil }
    return [TextEdit(found.range, text)]
  }

  /// Whether a text is a marking that says this.
  func says(_ text: [UInt8], _ kind: WrittenMarking.Kind, _ meaning: Marking) -> Bool {
    let span = text.span
    let again = MarkingParser.parse(span, ByteRange(0, text.count), kind: kind, vocabulary)
    return again.meaning(in: span, vocabulary).normalized(by: vocabulary) == meaning.normalized(by: vocabulary)
  }

  /// Whose way of writing the banner of a document follows.
  func style(_ document: MarkingDocument) -> MarkingStyle {
    for node in document.nodes(named: .rollup) {
      switch document.word(.scheme, of: node) {
      case "dod": return .dod
      case "nara": return .isoo
      default: return .ic
      }
    }
    return document.word(.agency, of: 0) == "dod" ? .dod : .ic
  }
}
