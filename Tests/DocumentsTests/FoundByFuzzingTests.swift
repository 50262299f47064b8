import Documents
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// Documents that once crashed the reader, made small.
@Suite struct FoundByFuzzingTests {
  @Test(arguments: ["A", "AB", "1. A", "\n"])
  func aSignatureOfOneLetterAtTheVeryEnd(_ end: String) throws {
    let vocabulary = try #require(Vocabulary.project)
    let text = "FM AMEMBASSY LISBON\nUNCLAS LISBON 000907\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: X\n\n1. One.\n" + end
    let bytes = Array(text.utf8)
    for form in Form.allCases {
      let document = DocumentReader.read(bytes.span, form: form, vocabulary: vocabulary)
      #expect(document.nodes.allSatisfy { $0.range.end <= bytes.count })
    }
  }
}
