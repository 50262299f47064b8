import MarkingModel
import Repair

/// A unified diff without context that shows only what may be shown: a line appears where nothing but markings stands in
/// it, before and after.
struct FixDiff {
  /// Lines that are exchanged: both ranges are whole lines.
  struct Hunk {
    var old: ByteRange
    var new: ByteRange
  }

  private let repaired: Repaired
  private let showsText: Bool
  /// What is shown as lines.
  private(set) var shown: [Hunk] = []
  /// What is not, because its lines hold text.
  private(set) var hidden: [Hunk] = []

  init(_ repaired: Repaired, showsText: Bool) {
    self.repaired = repaired
    self.showsText = showsText
    let hunks = Self.hunks(repaired)
    if hunks.isEmpty { return }
    let (old, new) = (Self.shownBytes(repaired.original), Self.shownBytes(repaired.reading))
    for hunk in hunks {
      if mayBeShown(hunk.old, repaired.original, old), mayBeShown(hunk.new, repaired.reading, new) {
        shown.append(hunk)
      } else {
        hidden.append(hunk)
      }
    }
  }

  /// Whether a byte of the original stands in a line that is not shown. O(log hunks).
  func hides(_ offset: Int) -> Bool {
    var (low, high) = (0, hidden.count)
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle].old.end < offset { low = middle + 1 } else { high = middle }
    }
    return low < hidden.count && hidden[low].old.start <= offset
  }

  // MARK: Hunks

  private static func hunks(_ repaired: Repaired) -> [Hunk] {
    let bytes = repaired.original.bytes
    var spans: [ByteRange] = []
    for edit in repaired.edits.list {
      let start = lineStart(edit.range.start, bytes)
      let end = lineEnd(edit.range.isEmpty ? edit.range.end : edit.range.end - 1, bytes)
      if let last = spans.last, start <= last.end {
        spans[spans.count - 1].end = max(last.end, end)
      } else {
        spans.append(ByteRange(start, end))
      }
    }
    var hunks: [Hunk] = []
    for span in spans {
      let end = repaired.edits.map(span.end, isBehind: span.end == bytes.count)
      hunks.append(trimmed(Hunk(old: span, new: ByteRange(repaired.edits.map(span.start), end)), repaired))
    }
    return hunks
  }

  private static func lineStart(_ offset: Int, _ bytes: [UInt8]) -> Int {
    (bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A) ?? -1) + 1
  }

  /// The offset after the line, its end with it.
  private static func lineEnd(_ offset: Int, _ bytes: [UInt8]) -> Int {
    (bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
  }

  /// Without the lines at both ends that are the same.
  private static func trimmed(_ hunk: Hunk, _ repaired: Repaired) -> Hunk {
    var old = lines(hunk.old, repaired.original.bytes)[...]
    var new = lines(hunk.new, repaired.reading.bytes)[...]
    func isSame(_ a: ByteRange, _ b: ByteRange) -> Bool {
      repaired.original.bytes[a.start..<a.end].elementsEqual(repaired.reading.bytes[b.start..<b.end])
    }
    while let a = old.first, let b = new.first, isSame(a, b) { (old, new) = (old.dropFirst(), new.dropFirst()) }
    while let a = old.last, let b = new.last, isSame(a, b) { (old, new) = (old.dropLast(), new.dropLast()) }
    let end = { (range: ByteRange) in ByteRange(range.end, range.end) }
    let whole = { (rest: ArraySlice<ByteRange>, all: ByteRange, count: Int, bytes: [UInt8]) -> ByteRange in
      if let first = rest.first, let last = rest.last { return ByteRange(first.start, last.end) }
      let lines = lines(all, bytes)
      return rest.startIndex < lines.count
        ? ByteRange(lines[rest.startIndex].start, lines[rest.startIndex].start) : end(all)
    }
    return Hunk(
      old: whole(old, hunk.old, old.count, repaired.original.bytes),
      new: whole(new, hunk.new, new.count, repaired.reading.bytes))
  }

  /// The lines of a range, each with its end.
  private static func lines(_ range: ByteRange, _ bytes: [UInt8]) -> [ByteRange] {
    var lines: [ByteRange] = []
    var at = range.start
    while at < range.end {
      let end = min(lineEnd(at, bytes), range.end)
      lines.append(ByteRange(at, end))
      at = end
    }
    return lines
  }

  // MARK: What may be shown

  /// By byte: whether it belongs to a marking.
  private static func shownBytes(_ reading: Reading) -> [Bool] {
    var shown = Array(repeating: false, count: reading.bytes.count)
    for node in reading.document.nodes where node.name != .document {
      for at in node.excerpt.start..<min(node.excerpt.end, shown.count) { shown[at] = true }
    }
    return shown
  }

  private func mayBeShown(_ range: ByteRange, _ reading: Reading, _ shown: [Bool]) -> Bool {
    let bytes = reading.bytes
    // A control character would change what a terminal shows.
    for at in range.start..<range.end where bytes[at] < 0x20 && bytes[at] != 0x0A && bytes[at] != 0x09 {
      guard bytes[at] == 0x0D, at + 1 < range.end, bytes[at + 1] == 0x0A else { return false }
    }
    if showsText { return true }
    return (range.start..<range.end).allSatisfy { bytes[$0] <= 0x20 || shown[$0] }
  }

  // MARK: Text

  /// The diff of a file; empty where nothing can be shown.
  func text(_ name: String) -> [UInt8] {
    guard !shown.isEmpty else { return [] }
    // `git apply` takes no name that begins with the folder it runs in.
    let name = name.hasPrefix("./") ? String(name.dropFirst(2)) : name
    // A tab ends a name that has blanks.
    var out = Array("--- \(name)\t\n+++ \(name)\t\n".utf8)
    var shift = 0
    // The line of the hunk before, and where it begins.
    var (at, place) = (1, 0)
    for hunk in shown {
      let old = Self.lines(hunk.old, repaired.original.bytes)
      let new = Self.lines(hunk.new, repaired.reading.bytes)
      at += repaired.original.bytes[place..<hunk.old.start].count { $0 == 0x0A }
      place = hunk.old.start
      out += "@@ -\(Self.range(at, old.count)) +\(Self.range(at + shift, new.count)) @@\n".utf8
      for line in old { put("-", line, repaired.original.bytes, &out) }
      for line in new { put("+", line, repaired.reading.bytes, &out) }
      shift += new.count - old.count
    }
    return out
  }

  /// "12", "12,2"; of no lines the number of the line before them.
  private static func range(_ line: Int, _ count: Int) -> String {
    count == 1 ? "\(line)" : count == 0 ? "\(line - 1),0" : "\(line),\(count)"
  }

  private func put(_ sign: String, _ line: ByteRange, _ bytes: [UInt8], _ out: inout [UInt8]) {
    out += sign.utf8
    out += bytes[line.start..<line.end]
    if out.last != 0x0A { out += "\n\\ No newline at end of file\n".utf8 }
  }
}
