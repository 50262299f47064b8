import MarkingGrammar
package import MarkingModel
package import RuleEngine

/// A document, what was read in it, and what the rules say of that.
package struct Reading: Sendable {
  package var bytes: [UInt8]
  package var document: MarkingDocument
  package var result: CheckResult

  package init(bytes: [UInt8], document: MarkingDocument, result: CheckResult) {
    self.bytes = bytes
    self.document = document
    self.result = result
  }

  /// A range of the bytes; empty where it is none of them.
  func text(_ range: ByteRange) -> [UInt8] {
    guard range.start >= 0, range.start <= range.end, range.end <= bytes.count else { return [] }
    return Array(bytes[range.start..<range.end])
  }

  /// The range of the line that a byte stands in, without what ends it.
  func line(at offset: Int) -> ByteRange {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A, bytes[start - 1] != 0x0D { start -= 1 }
    var end = min(offset, bytes.count)
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return ByteRange(start, end)
  }

  /// What ends the line that ends at `offset`; empty at the end of the document.
  func lineEnd(at offset: Int) -> ByteRange {
    guard offset < bytes.count else { return ByteRange(offset, offset) }
    let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
    return ByteRange(offset, offset + (isPair ? 2 : 1))
  }

  /// The line end that the document uses: that of the first line that has one.
  var usualLineEnd: [UInt8] {
    guard let first = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return [0x0A] }
    return text(lineEnd(at: first))
  }

  func isBlank(_ range: ByteRange) -> Bool { text(range).allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// A marking that is written in a range, as the grammar reads it.
  func marking(
    _ range: ByteRange, _ kind: WrittenMarking.Kind, _ vocabulary: borrowing Vocabulary
  ) -> (written: WrittenMarking, meaning: Marking) {
    let span = bytes.span
    let written = MarkingParser.parse(span, range, kind: kind, vocabulary)
    return (written, written.meaning(in: span, vocabulary))
  }
}

/// What judges a changed document as the first one was judged.
package protocol RepairJudge {
  associatedtype Failure: Error
  mutating func judge(_ bytes: [UInt8]) throws(Failure) -> Reading
}
