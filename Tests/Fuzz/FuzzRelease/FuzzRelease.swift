import Detection
import Documents
import MarkingGrammar
import MarkingModel
import Redaction
import RuleEngine
import TestSupport

/// A name and a number planted in the middle of any text are gone from its copy, or there is no copy; and a copy of the
/// copy is the copy.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let vocabulary = Vocabulary.project, let redactor = Secret.redactor else {
    preconditionFailure("the policy or the vocabulary does not load")
  }
  var bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  bytes.insert(contentsOf: " \(Secret.name) has 514-38-7793 ".utf8, at: bytes.count / 2)
  guard let once = release(bytes, redactor, vocabulary) else { return 0 }
  precondition(!holds(once, "7793"), "the number is left")
  precondition(!holds(once, "quimby"), "the name is left")
  guard let twice = release(once, redactor, vocabulary) else { return 0 }
  precondition(twice == once, "a copy of the copy is another one")
  return 0
}

private func release(_ bytes: [UInt8], _ redactor: Redactor, _ vocabulary: Vocabulary) -> [UInt8]? {
  guard let text = try? MarkedText(bytes.span, vocabulary) else { return nil }
  return try? redactor.release(text, of: bytes.span, head: Ledger.Head(), vocabulary).file
}

private func holds(_ bytes: [UInt8], _ word: String) -> Bool {
  let small = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  let word = Array(word.utf8)
  guard small.count >= word.count else { return false }
  return (0...(small.count - word.count)).contains { small[$0..<($0 + word.count)].elementsEqual(word) }
}

private enum Secret {
  static let name = "Sar Quimby-Kheng"

  /// What is planted is found by a detector of its own: the shipped ones may take it for a part of something else.
  static let redactor: Redactor? = {
    let policy = """
      <policy name="fuzz" xmlns="urn:caveat:policy"><title>Fuzz</title>
      <exemption code="(b)(6)"><justification>a</justification><harm>b</harm></exemption>
      <detect detector="number" exemption="(b)(6)"/><terms exemption="(b)(6)"/></policy>
      """
    let detector = Detector(id: "number", entity: "NUMBER", expression: "514-38-7793", confidence: 100)
    guard let detectors = try? DetectorSet([detector]),
      let loaded = try? Policy.load(RuleSource(file: "fuzz.xml", bytes: Array(policy.utf8)), detectors: ["number"]),
      let terms = try? TermList(reading: Array(name.utf8), kind: .name),
      let finder = try? TextFinder(loaded, detectors: detectors, terms: terms, ordinaryNames: [])
    else { return nil }
    return Redactor(loaded, finder: finder)
  }()
}
