import MarkingModel
import Repair
import Reporting
import RuleEngine
import XMLKit

/// The audit trail of a run: what was changed where, for which rule, with the digests before and after, in XML
/// (`Reports/caveat-fix.rng`). It holds markings, numbers and places, no text of a document.
struct FixTrail {
  static let namespace = "urn:caveat:fix:1"

  private final class Box {
    var file: PrivateFile?
    init(_ path: FilePath) throws(SystemError) { file = try PrivateFile(at: path) }
  }

  private let path: FilePath
  private let box: Box
  private var out = XMLWriter()

  /// Begins one; the file appears when it is complete.
  init(at path: FilePath, timestamp: Int?, writes: Bool) throws(SystemError) {
    self.path = path
    box = try Box(path)
    out.start("trail")
    out.attribute("xmlns", Self.namespace)
    out.attribute("made", timestamp.map(WrittenTime.text))
    out.attribute("mode", writes ? "write" : "dry-run")
    out.start("tool")
    out.attribute("name", "caveat")
    out.attribute("version", Version.number)
    out.end()
  }

  mutating func add(_ repaired: Repaired, _ name: String, _ rules: RuleSet, isWritten: Bool) {
    let (before, after) = (repaired.original.bytes, repaired.reading.bytes)
    out.start("document")
    out.attribute("file", name)
    out.attribute("profile", rules.profile)
    out.attribute("rules-sha256", rules.digest)
    out.attribute("bytes-before", before.count)
    out.attribute("sha256-before", Digest.hex(of: before.span))
    out.attribute("bytes-after", after.count)
    out.attribute("sha256-after", Digest.hex(of: after.span))
    out.attribute("written", isWritten ? "true" : "false")
    let places = (old: Places(before), new: Places(after))
    for change in repaired.changes { add(change, places) }
    for left in repaired.left {
      let place = left.finding.position
      out.start("left")
      out.attribute("rule", left.finding.rule)
      out.attribute("assertion", left.finding.assertion)
      out.attribute("line", place.line)
      out.attribute("column", place.column)
      out.attribute("reason", left.reason.word)
      if case .brings(let rule) = left.reason { out.attribute("brings", rule) }
      out.end()
    }
    out.end()
  }

  private mutating func add(_ change: Change, _ places: (old: Places, new: Places)) {
    out.start("change")
    for finding in change.findings {
      out.start("finding")
      out.attribute("rule", finding.rule)
      out.attribute("assertion", finding.assertion)
      out.attribute("severity", finding.severity.rawValue)
      out.attribute("repair", finding.repair?.rawValue ?? "")
      out.end()
    }
    for edit in change.edits {
      out.start("edit")
      write("before", edit.before, places.old)
      write("after", edit.after, places.new)
      out.element("old", text: VisibleText.escaped(edit.old))
      out.element("new", text: VisibleText.escaped(edit.new))
      out.end()
    }
    out.end()
  }

  private mutating func write(_ name: String, _ offset: Int, _ places: Places) {
    let place = places.position(of: offset)
    out.start(name)
    out.attribute("offset", offset)
    out.attribute("line", place.line)
    out.attribute("column", place.column)
    out.end()
  }

  mutating func addUnread(_ name: String, _ sentence: String) {
    out.start("unread")
    out.attribute("file", name)
    out.attribute("problem", sentence)
    out.end()
  }

  /// Completes it; what went wrong where something did.
  mutating func finish() -> String? {
    out.end()
    let bytes = out.takeOutput()
    do throws(SystemError) {
      guard let file = box.file.take() else { return nil }
      try file.write(bytes)
      try file.finish(replacing: true)
      return nil
    } catch {
      return Surroundings.unwritten(path.shown, error)
    }
  }
}

extension RepairRefusal {
  /// As the grammar names it.
  fileprivate var word: String {
    switch self {
    case .uncertain: "uncertain"
    case .leftAsItIs: "left-as-it-is"
    case .notCleared: "not-cleared"
    case .brings: "brings"
    case .lowers: "lowers"
    case .otherForm: "other-form"
    case .notTried: "not-tried"
    }
  }
}
