import MarkingModel
import RuleEngine

/// Makes a baseline of what a run finds.
package struct BaselineReport: ReportWriter {
  package enum Change: Sendable {
    /// It holds what was found, and nothing else.
    case write
    /// It holds what it held before, without what is not found any more.
    case prune
  }

  package static var needsFingerprints: Bool { true }

  private let change: Change
  private let before: Baseline
  private let exists: (String) -> Bool
  private var found: Set<Baseline.Entry> = []
  private var checked: Set<String> = []
  /// Entries about rules that were not asked this time.
  private var unasked: Set<Baseline.Entry> = []
  private let known: [String: [Baseline.Entry]]
  private var unread: Set<String> = []
  private var out: [UInt8] = []

  /// - Parameters:
  ///   - before: the baseline as it was.
  ///   - exists: whether a document is still there.
  package init(_ change: Change, before: Baseline, exists: @escaping (String) -> Bool) {
    self.change = change
    self.before = before
    self.exists = exists
    known = Dictionary(grouping: before.entries, by: \.path)
  }

  package mutating func takeOutput() -> [UInt8] {
    defer { out = [] }
    return out
  }

  package mutating func begin(_ run: RunHeader) {}

  /// A finding that is suppressed needs no baseline.
  package mutating func add(_ document: CheckedDocument, bytes: Span<UInt8>) {
    checked.insert(document.path)
    if let unselected = document.rules?.unselected, !unselected.isEmpty {
      unasked.formUnion((known[document.path] ?? []).filter { unselected.contains($0.rule) })
    }
    for reported in document.reported {
      guard let standing = reported.standing, standing.suppression == nil else { continue }
      found.insert(
        Baseline.Entry(fingerprint: standing.fingerprint, rule: reported.finding.rule, path: document.path))
    }
  }

  package mutating func add(_ unread: UnreadInput) { self.unread.insert(unread.path) }

  /// What could not be read stays as it was; pruned, what was not looked for as well.
  package mutating func end() {
    var after = Baseline(scheme: before.scheme)
    switch change {
    case .write: after.entries = found.union(before.entries.filter { unread.contains($0.path) })
    case .prune:
      after.entries = before.entries.filter { entry in
        checked.contains(entry.path)
          ? found.contains(entry) || unasked.contains(entry) : unread.contains(entry.path) || exists(entry.path)
      }
    }
    out = after.bytes
  }
}
