package import MarkingModel

/// The record of one release: what was withheld where, on what ground, and the digests that tie it to its documents.
/// It holds no words of the document.
package struct Ledger: Sendable, Hashable {
  /// One label in the copy.
  package struct Entry: Sendable, Hashable {
    package var number: Int
    /// Which withholding it is a part of; a portion with a page heading in it has two parts.
    package var withholding: Int
    /// In the reading text of the original.
    package var range: ByteRange
    /// The part of the document, and where in it.
    package var part: String
    package var position: Position
    /// In the reading text of the copy.
    package var copied: ByteRange
    package var source: String
    package var detail: String?
    package var name: String
    package var confidence: Int?
    /// Their texts.
    package var exemptions: [String]
    package var label: String
    /// HMAC of the bytes that are gone; nil without a key.
    package var valueDigest: String?
    package var reviewer: String?
    /// SHA-256 over the entry before and this one.
    package var chain = ""

    package init(
      number: Int, withholding: Int, range: ByteRange, part: String, position: Position, copied: ByteRange,
      source: String, detail: String?, name: String, confidence: Int?, exemptions: [String], label: String,
      valueDigest: String?,
      reviewer: String?
    ) {
      self.number = number
      self.withholding = withholding
      self.range = range
      self.part = part
      self.position = position
      self.copied = copied
      self.source = source
      self.detail = detail
      self.name = name
      self.confidence = confidence
      self.exemptions = exemptions
      self.label = label
      self.valueDigest = valueDigest
      self.reviewer = reviewer
    }
  }

  /// The head: which program, rules and documents.
  package struct Head: Sendable, Hashable {
    package var tool = ""
    package var version = ""
    package var policy = ""
    package var policyDigest = ""
    /// The profile by whose rules the copy had no error; nil where none judged it.
    package var profile: String?
    /// Over the detectors and term lists that were used.
    package var detectorsDigest = ""
    package var inputName = ""
    /// The word of the format that both files have.
    package var format = ""
    package var original = Account()
    package var copy = Account()
    package var disposition = ""
    package var unmarkedPortions = ""
    /// What a person decided; nil where nobody was asked.
    package var review: Review?
    package var timestamp: String?

    package init() {}
  }

  /// What a person decided about the proposals, in numbers.
  package struct Review: Sendable, Hashable {
    /// Nil where nobody gave a name.
    package var reviewer: String?
    package var accepted: Int
    package var rejected: Int
    /// Places and texts that were withheld besides.
    package var added: Int

    package init(reviewer: String?, accepted: Int, rejected: Int, added: Int) {
      self.reviewer = reviewer
      self.accepted = accepted
      self.rejected = rejected
      self.added = added
    }
  }

  /// One file of the release: its bytes, and its reading text.
  package struct Account: Sendable, Hashable {
    package var digest = ""
    package var bytes = 0
    package var textDigest = ""
    package var textBytes = 0

    package init() {}
  }

  package var head = Head()
  /// What no copy of the format has.
  package var dropped: [DroppedKind] = []
  package var additions: [ReleasedCopy.Addition] = []
  package var entries: [Entry] = []
  /// The last link of the chain.
  package var seal = ""

  package init() {}
}

extension Ledger {
  /// The links that the chain must have: one for each entry, and the seal.
  package var expectedChain: (entries: [String], seal: String) {
    var link = Self.link("", Self.fields(of: head))
    for kind in dropped { link = Self.link(link, ["dropped", kind.name, String(kind.count)]) }
    for addition in additions {
      link = Self.link(link, [addition.kind.rawValue, String(addition.offset), addition.text])
    }
    var links: [String] = []
    for entry in entries {
      link = Self.link(link, Self.fields(of: entry))
      links.append(link)
    }
    return (links, Self.link(link, ["end", String(entries.count)]))
  }

  /// Gives every entry its link.
  package mutating func chainUp() {
    let chain = expectedChain
    for index in entries.indices { entries[index].chain = chain.entries[index] }
    seal = chain.seal
  }

  private static func fields(of head: Head) -> [String] {
    [
      head.tool, head.version, head.policy, head.policyDigest, head.detectorsDigest, head.inputName, head.format,
      head.disposition, head.unmarkedPortions, head.timestamp ?? "", head.profile ?? "",
    ] + fields(of: head.original) + fields(of: head.copy) + (head.review.map(fields) ?? [])
  }

  private static func fields(of review: Review) -> [String] {
    ["review", review.reviewer ?? ""] + [review.accepted, review.rejected, review.added].map { String($0) }
  }

  private static func fields(of account: Account) -> [String] {
    [account.digest, String(account.bytes), account.textDigest, String(account.textBytes)]
  }

  private static func fields(of entry: Entry) -> [String] {
    [
      String(entry.number), String(entry.withholding), String(entry.range.start), String(entry.range.end),
      entry.part, String(entry.position.line), String(entry.position.column), String(entry.copied.start),
      String(entry.copied.end),
      entry.source, entry.detail ?? "", entry.name, entry.confidence.map(String.init) ?? "",
      entry.exemptions.joined(separator: "; "), entry.label, entry.valueDigest ?? "", entry.reviewer ?? "",
    ]
  }
}
