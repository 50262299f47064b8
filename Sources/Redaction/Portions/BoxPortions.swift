import MarkingModel

/// Text without a mark in the elements of a page that hold text together, where the mark of another text leads.
///
/// A list that a colon leads to, or that stands within an item with a mark, goes by the mark above it, as it does in plain
/// text; so does a line behind the first one of a cell. Other text in an item or a cell, below a term, or in a list or a
/// quotation below a portion is set in: it is withheld with what stands above it, and needs a mark of its own to stay.
struct BoxPortions {
  private struct Open {
    var box: TextBox
    /// What the mark says that leads the text in it.
    var lead: PortionStatement?
    /// Whether the mark is of all text in it.
    var isCovered = false
    /// Whether its first text was seen.
    var isSettled = false
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
    var opened = Open(box: box)
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
    guard let around = open.last(where: { $0.lead != nil && $0.box.range.end >= end }), let lead = around.lead else {
      above = nil
      return
    }
    above = lead
    let goesOn =
      around.box.kind == .entry && around.box.range == open.last?.box.range
      && Self.isOneBlock(ByteRange(around.box.range.start, portion.range.start), in: source)
    if around.isCovered || goesOn {
      portion.mark = portion.inner.map { lead.joined(with: $0) } ?? lead
      portion.inner = nil
    } else {
      portion.inner = portion.inner.map { lead.joined(with: $0) } ?? lead
    }
  }

  /// Whether nothing but ends of lines parts a text.
  private static func isOneBlock(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    var isEmpty = false
    for at in range.start..<range.end {
      if source[at] == 0x0A {
        if isEmpty { return false }
        isEmpty = true
      } else if source[at] > 0x20 {
        isEmpty = false
      }
    }
    return true
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
