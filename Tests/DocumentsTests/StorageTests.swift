import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@testable import Documents

/// The storage of a document serves the next one: nothing else of it may stay.
@Suite("A reader that begins anew is as a new one")
struct StorageTests {
  /// What is storage and nothing else.
  private static let storage: Set = ["words", "spareLines", "spareCaptions", "spareWords", "spareTransmission"]

  @Test("after any cable", arguments: Cables.all.indices)
  func begin(index: Int) throws {
    let vocabulary = try #require(Vocabulary.project)
    let text = Array(Cables.all[index].text.utf8)
    var used = CableReader(form: .wire, isGiven: false)
    var scanner = LineScanner()
    while let line = used.takeTextLines(&scanner, in: text.span, vocabulary) {
      used.take(line, in: text.span, vocabulary)
    }
    used.finish(in: text.span, vocabulary)
    used.begin(form: .drafted, isGiven: true)
    let fresh = CableReader(form: .drafted, isGiven: true)
    for (mine, other) in zip(Mirror(reflecting: used).children, Mirror(reflecting: fresh).children) {
      guard let label = mine.label, !Self.storage.contains(label) else { continue }
      #expect("\(mine.value)" == "\(other.value)", "\(label)")
    }
    if let spare = used.spareTransmission { #expect("\(spare)" == "\(Transmission())") }
  }
}
