extension Ledger {
  /// The record of a copy. `head` lacks nothing but the disposition.
  package init(
    of copy: ReleasedCopy, _ head: Head, original source: Span<UInt8>, key: DigestKey?, reviewer: String? = nil
  ) {
    self.head = head
    self.head.disposition = copy.disposition.words
    additions = copy.additions
    for cut in copy.cuts {
      let withholding = copy.withholdings[cut.withholding]
      entries.append(
        Entry(
          number: entries.count + 1, withholding: cut.withholding + 1, range: cut.range, position: cut.position,
          copied: cut.copied, source: withholding.source.word, detail: withholding.source.detail,
          name: withholding.name, confidence: withholding.confidence, exemptions: withholding.exemptions.map(\.text),
          label: cut.label, valueDigest: key?.digest(of: source.bytes(cut.range)), reviewer: reviewer))
    }
    chainUp()
  }
}
