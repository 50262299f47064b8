import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// What is written is read back as the same, whatever the parts are.
@Suite struct RoundTripTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(Vocabulary.project) }

  private func read(_ text: String, _ kind: WrittenMarking.Kind) -> Marking {
    let bytes = Array(text.utf8)
    let written = MarkingParser.parse(bytes.span, ByteRange(0, bytes.count), kind: kind, vocabulary)
    return written.meaning(in: bytes.span, vocabulary).normalized(by: vocabulary)
  }

  @Test func readingWhatWasWrittenIsTheIdentity() {
    var markings = GeneratedMarkings(seed: 2016_12_31, vocabulary: vocabulary)
    let printer = MarkingPrinter(vocabulary: vocabulary)
    for _ in 0..<6_000 {
      let marking = markings.next()
      let banner = printer.banner(marking)
      let portion = printer.portion(marking)
      let again = read(banner, .banner)
      if again != marking { Issue.record("\(banner): \(again.ism.line), not \(marking.ism.line)") }
      let third = read(portion, .portion)
      if third != marking { Issue.record("\(portion): \(third.ism.line), not \(marking.ism.line)") }
    }
  }

  /// Found by the fuzzer.
  @Test(arguments: ["(S//SAR- -A/SAR-B)", "SECRET//SAR---A/SAR--", "SECRET//SAR-\u{F7}/-"])
  func anyTextIsRead(text: String) {
    let marking = read(text, .banner)
    #expect(marking.normalized(by: vocabulary) == marking)
  }

  @Test func attributesSayTheSameAsTheMarking() {
    var markings = GeneratedMarkings(seed: 7, vocabulary: vocabulary)
    for _ in 0..<3_000 {
      let marking = markings.next()
      let again = Marking(ism: marking.ism).normalized(by: vocabulary)
      if again != marking { Issue.record("\(marking.ism.line): \(again.ism.line)") }
    }
  }
}
