import Documents
import MarkingModel

/// Text without a mark in the elements of a page that hold text together, where the mark of another text leads.
///
/// A list that a colon leads to, or that stands within an item with a mark, goes by the mark above it, as it does in plain
/// text; so does a line behind the first one of a cell. Other text in an item or a cell, below a term, or in a list or a
/// quotation below a portion is set in: it is withheld with what stands above it, and needs a mark of its own to stay.
struct BoxPortions {
  fileprivate struct Open {
    var box: TextBox
    /// What the mark says that leads the text in it.
    var lead: PortionStatement?
    /// Whether the mark is of all text in it.
    var isCovered = false
    /// Whether its first text was seen.
    var isSettled = false
    /// How far it was looked for a blank line, and whether there is one.
    var seen: Int
    var isParted = false
  }

  private var open: [Open] = []
  /// What the last text says, where it has a mark or goes by one.
  private var above: PortionStatement?

  /// Takes the portions of a part, in order, in time that grows with them and the boxes.
  static func cover(_ portions: inout [ReleasePortion], in boxes: ArraySlice<TextBox>, _ source: Span<UInt8>) {
    guard !boxes.isEmpty, portions.contains(where: { $0.mark != nil }) else { return }
    let marked = portions.filter { $0.mark != nil || $0.hasUnreadableMark }.map(\.range.start)
    var reader = BoxPortions()
    var waiting = boxes
    for index in portions.indices {
      let at = portions[index].range.start
      reader.open.removeAll { $0.box.range.end <= at }
      while let box = waiting.first, box.range.start <= at {
        waiting.removeFirst()
        if box.range.end > at { reader.begin(box, isMarked: Self.any(of: marked, in: box.range), source) }
      }
      reader.take(&portions[index], source)
    }
  }

  private mutating func begin(_ box: TextBox, isMarked: Bool, _ source: Span<UInt8>) {
    var opened = Open(box: box, seen: box.range.start)
    if box.kind != .entry {
      opened.lead = above
      opened.isSettled = true
      // Where some items have marks, the others need theirs.
      let isOfItem = open.last.map { $0.box.kind == .entry && $0.lead != nil } ?? false
      opened.isCovered =
        box.kind == .list && !isMarked && (isOfItem || HangingItems.leads(box.range.start, in: source))
    }
    open.append(opened)
  }

  private mutating func take(_ portion: inout ReleasePortion, _ source: Span<UInt8>) {
    if portion.mark != nil || portion.hasUnreadableMark {
      above = portion.hasUnreadableMark ? nil : portion.mark
      for index in open.indices where !open[index].isSettled {
        open[index].lead = portion.range.start < open[index].box.lead.end ? above : nil
        open[index].isSettled = true
      }
      return
    }
    for index in open.indices { open[index].isSettled = true }
    // A row of cells is no part of its first one.
    let end = portion.text.last?.end ?? portion.range.end
    guard let index = open.lastIndex(where: { $0.lead != nil && $0.box.range.end >= end }), let lead = open[index].lead
    else {
      above = nil
      return
    }
    above = lead
    let goesOn =
      open[index].box.kind == .entry && open[index].box.range == open.last?.box.range
      && open[index].isOneBlock(to: portion.range.start, in: source)
    if open[index].isCovered || goesOn {
      portion.mark = portion.inner.map { lead.joined(with: $0) } ?? lead
      portion.inner = nil
    } else {
      portion.inner = portion.inner.map { lead.joined(with: $0) } ?? lead
    }
  }

  private static func any(of places: [Int], in range: ByteRange) -> Bool {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < range.start { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] < range.end
  }
}

extension BoxPortions.Open {
  /// Whether nothing but ends of lines parts the text up to a place. The text of a box is looked at once.
  mutating func isOneBlock(to end: Int, in source: Span<UInt8>) -> Bool {
    while !isParted, seen < end {
      let stop = source.lineEnd(from: seen)
      let next = source.nextLine(behind: stop)
      isParted = seen > box.range.start && source.skipBlanks(seen, stop) >= stop && stop < end
      seen = max(next, seen + 1)
    }
    return !isParted
  }
}
