extension Verification {
  /// One reason to hold the copy back.
  package enum Doubt: Sendable, Hashable {
    case otherOriginal, otherCopy
    /// The original reads otherwise than when the ledger was made.
    case otherText
    /// One of the files cannot be read again.
    case unreadable(Refusal)
    case brokenChain(entry: Int)
    case brokenSeal
    /// The bytes between two labels are not those of the original.
    case changed(offset: Int)
    case noLabel(entry: Int)
    /// A withheld text can still be found.
    case residue(entry: Int)
    /// A sentence of a withheld portion stands elsewhere.
    case repeated(entry: Int)
    case term(line: Int)
    /// A rule of the profile that the policy names calls the copy wrong.
    case unfit(rule: String, line: Int)
    case unjudged

    /// A sentence without its stop. Entries are named by number: their texts are withheld.
    package var sentence: String {
      switch self {
      case .otherOriginal: "the original is not the one that the ledger was made of"
      case .otherCopy: "the copy is not the one that the ledger was made for"
      case .otherText: "the original is read in another way than when the ledger was made; use the version it names"
      case .unreadable(let refusal): "it cannot be read again: \(refusal.sentence)"
      case .brokenChain(let entry): "entry \(entry) of the ledger was changed after it was written"
      case .brokenSeal: "the seal of the ledger does not fit its entries"
      case .changed(let offset): "byte \(offset) of the copy is not what the original has there"
      case .noLabel(let entry): "the label of entry \(entry) is not where the ledger says"
      case .residue(let entry): "what entry \(entry) withholds can still be found in the copy"
      case .repeated(let entry): "a sentence that entry \(entry) withholds is repeated in the copy"
      case .term(let line): "the term on line \(line) of the list can be found in the copy"
      case .unfit(let rule, let line):
        "line \(line) of the copy is not fit to go out (\(rule); caveat rule \(rule) says why)"
      case .unjudged: "the rules of the policy's profile could not be evaluated over the copy"
      }
    }
  }
}
