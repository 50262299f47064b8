import MarkingModel
import Repair
import Reporting

/// What `caveat fix` prints of a document.
struct FixText {
  /// Whether a diff is printed, or else a line for each change.
  let isDiff: Bool
  let showsText: Bool

  func text(_ repaired: Repaired, _ name: String) -> [UInt8] {
    let places = Places(repaired.original.bytes)
    let diff = isDiff ? FixDiff(repaired, showsText: showsText) : nil
    var lines: [String] = []
    for change in repaired.changes {
      let rules = Self.rules(change)
      for edit in change.edits {
        if let diff, !diff.hides(edit.before) { continue }
        let place = places.position(of: edit.before)
        lines.append("\(diff == nil ? "" : "# ")\(name):\(place.line):\(place.column): \(Self.words(edit)) [\(rules)]")
      }
    }
    if !isDiff {
      for left in repaired.left {
        // As `check` says it: the bytes may be of another encoding.
        let place = left.finding.position
        lines.append("\(name):\(place.line):\(place.column): left: \(left.reason.sentence) [\(left.finding.assertion)]")
      }
    }
    let text = lines.map { $0 + "\n" }.joined()
    return Array(text.utf8) + (diff?.text(name) ?? [])
  }

  /// The rules that a change is for, each once.
  static func rules(_ change: Change) -> String {
    var names: [String] = []
    for finding in change.findings where !names.contains(finding.rule) { names.append(finding.rule) }
    return names.joined(separator: ", ")
  }

  private static func words(_ edit: Change.Edit) -> String {
    let old = shown(edit.old)
    let new = shown(edit.new)
    if edit.old.isEmpty { return "“\(new)” is put in" }
    if edit.new.isEmpty { return "“\(old)” is taken out" }
    return "“\(old)” becomes “\(new)”"
  }

  /// A marking without the line ends around it, safe to print.
  private static func shown(_ bytes: [UInt8]) -> String {
    var rest = bytes[...]
    while let last = rest.last, last == 0x0A || last == 0x0D { rest = rest.dropLast() }
    while let first = rest.first, first == 0x0A || first == 0x0D { rest = rest.dropFirst() }
    return VisibleText.escaped(rest)
  }
}

/// Lines and columns of the bytes of a text.
struct Places {
  private let bytes: [UInt8]
  /// Where each line begins.
  private var starts = [0]

  /// O(bytes). Lines end with LF, CRLF or CR.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for at in bytes.indices {
      let isEnd = bytes[at] == 0x0A || bytes[at] == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A)
      if isEnd { starts.append(at + 1) }
    }
  }

  /// The place of a byte; columns count characters. O(log lines + length of the line).
  func position(of offset: Int) -> Position {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let column = bytes[starts[low]..<max(starts[low], min(offset, bytes.count))].count { $0 & 0xC0 != 0x80 }
    return Position(line: low + 1, column: column + 1)
  }
}
