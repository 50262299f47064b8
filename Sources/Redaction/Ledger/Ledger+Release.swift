internal import MarkingModel
package import RuleEngine

extension Ledger {
  /// The record of a copy. `head` lacks nothing but the disposition.
  package init(
    of copy: ReleasedCopy, _ head: Head, original source: [UInt8], key: DigestKey?, reviewer: String? = nil
  ) {
    self.head = head
    self.head.disposition = copy.disposition.words
    additions = copy.additions
    for cut in copy.cuts {
      let withholding = copy.withholdings[cut.withholding]
      entries.append(
        Entry(
          number: entries.count + 1, withholding: cut.withholding + 1, range: cut.range, part: cut.part,
          position: cut.position, copied: cut.copied, source: withholding.source.word,
          detail: withholding.source.detail,
          name: withholding.name, confidence: withholding.confidence, exemptions: withholding.exemptions.map(\.text),
          label: cut.label, valueDigest: key?.digest(of: Array(source[cut.range.start..<cut.range.end])),
          reviewer: reviewer))
    }
  }
}

extension Ledger.Account {
  init(file: [UInt8], text: [UInt8]) {
    digest = Digest.hex(of: file.span)
    bytes = file.count
    textDigest = text == file ? digest : Digest.hex(of: text.span)
    textBytes = text.count
  }
}

extension Ledger.Entry {
  /// Where it stands, for a sentence: a plain text has no parts.
  var place: String { part == "text" ? "line \(position.line)" : "line \(position.line) of the \(part)" }
}
