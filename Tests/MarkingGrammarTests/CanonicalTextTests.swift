import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// What the printer writes is written well: it is read without a defect, as the kind that it is, and written again the
/// same.
@Suite struct CanonicalTextTests {
  @Test func whatIsWrittenHasNoDefect() throws {
    let vocabulary = try #require(Vocabulary.project)
    let printer = MarkingPrinter(vocabulary: vocabulary)
    var markings = GeneratedMarkings(seed: 1, vocabulary: vocabulary)
    for _ in 0..<3_000 {
      let marking = markings.next()
      for (text, kind) in [
        (printer.banner(marking), WrittenMarking.Kind.banner), (printer.portion(marking), .portion),
      ] {
        let bytes = Array(text.utf8)
        let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), vocabulary)
        let found = written.meaning(in: bytes.span, vocabulary)
        let again = kind == .banner ? printer.banner(found) : printer.portion(found)
        if written.kind != kind || again != text { Issue.record("\(text): \(again)") }
        if !written.defects.isEmpty { Issue.record("\(text): \(written.defects.map(\.kind))") }
      }
    }
  }
}
