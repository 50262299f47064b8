internal import MarkingModel

/// Folds a text from its start to its end; `FoldedText` says what folding is.
struct Folder {
  private(set) var out: [UInt8] = []
  private(set) var segments: [Segment] = []
  private(set) var wraps: [Int] = []
  private(set) var undecodable: ByteRange?
  private(set) var reordered: ByteRange?
  private(set) var isASCII = true
  private let byRuns: Bool
  private var page: FoldingTable.Page?
  /// White space that has been read and not written: what it becomes depends on all of it.
  private var gap: Gap?
  /// A soft hyphen right before this place: at the end of a line it is seen.
  private var softHyphen: ByteRange?
  /// Whether the last byte written is a raised digit.
  private var isRaised = false

  private struct Gap {
    var range: ByteRange
    var breaks: Int
    var lastWasReturn = false
  }

  init(byRuns: Bool, capacity: Int) {
    self.byRuns = byRuns
    out.reserveCapacity(capacity)
  }

  mutating func fold(_ source: Span<UInt8>, edits: [FoldedText.Edit]) throws(FoldingError) {
    var at = 0
    for edit in edits {
      precondition(edit.range.start >= at && edit.range.end <= source.count)
      try fold(source, from: at, to: edit.range.start, standingFor: nil)
      if !edit.text.isEmpty { try fold(edit.text.span, from: 0, to: edit.text.count, standingFor: edit.range) }
      at = edit.range.end
    }
    try fold(source, from: at, to: source.count, standingFor: nil)
    closeGap()
  }

  /// Folds a part of the source, or a text that stands for other bytes of it.
  private mutating func fold(
    _ source: Span<UInt8>, from start: Int, to end: Int, standingFor whole: ByteRange?
  ) throws(FoldingError) {
    var at = start
    while at < end {
      // A space beside anything that is not plain is for `widenGap`.
      if byRuns, whole == nil, gap == nil || source[at] != 0x20 {
        var stop = source.endOfPlainRun(from: at, to: end)
        if stop > at, source[stop - 1] == 0x20 { stop -= 1 }
        if stop > at {
          copy(source, ByteRange(at, stop), standingFor: whole)
          at = stop
          if at == end { return }
        }
      }
      let byte = source[at]
      if byte < 0x80 {
        foldASCII(source, at, standingFor: whole)
        at += 1
      } else {
        isASCII = false
        let (scalar, length) = CaseFolding.decode(source, at, end)
        let place = whole ?? ByteRange(at, at + length)
        if let scalar {
          try fold(scalar, source.extracting(at..<(at + length)), at: place, isSource: whole == nil)
        } else {
          undecodable = undecodable ?? place
          emit([0xEF, 0xBF, 0xBD], for: place)
        }
        at += length
      }
    }
  }

  private mutating func foldASCII(_ source: Span<UInt8>, _ at: Int, standingFor whole: ByteRange?) {
    let place = whole ?? ByteRange(at, at + 1)
    switch source[at] {
    case 0x0A, 0x0D: widenGap(place, isBreak: true, isReturn: source[at] == 0x0D)
    case 0x20, 0x09, 0x0B, 0x0C: widenGap(place, isBreak: false)
    case 0..<0x20, 0x7F: drop(place)
    default: copy(source, ByteRange(at, at + 1), standingFor: whole)
    }
  }

  private mutating func fold(
    _ scalar: UInt32, _ itself: Span<UInt8>, at place: ByteRange, isSource: Bool
  ) throws(FoldingError) {
    let page = try page(of: scalar)
    switch page.kind(scalar) {
    case .invisible:
      drop(place)
      if scalar == 0xAD { softHyphen = place }
    case .order:
      reordered = reordered ?? place
      drop(place)
    case .mark: drop(place)
    case .blank: widenGap(place, isBreak: false)
    case .lineBreak: widenGap(place, isBreak: true)
    case .paragraph:
      widenGap(place, isBreak: true)
      gap?.breaks += 1
    case .raised:
      // 7793² is a number and a note, and all of ⁷⁷⁹³ is a number.
      if gap == nil, !isRaised, let last = out.last, last &- 0x30 < 10 { emit([0x5E], for: place) }
      emit(page.text(scalar), for: place)
      isRaised = true
    case .text:
      let text = page.text(scalar)
      if isSource, isSame(text, as: itself) {
        closeGap()
        copyBytes(itself, at: place.start)
      } else {
        emit(text, for: place)
      }
    }
  }

  private func isSame(_ text: ArraySlice<UInt8>, as other: Span<UInt8>) -> Bool {
    text.count == other.count && other.indices.allSatisfy { text[text.startIndex + $0] == other[$0] }
  }

  private mutating func page(of scalar: UInt32) throws(FoldingError) -> FoldingTable.Page {
    if let page, page.number == scalar >> 8 { return page }
    guard FoldingTable.isReady else { throw .unavailable }
    let page = FoldingTable.page(of: scalar)
    self.page = page
    return page
  }

  // MARK: Writing

  private mutating func copy(_ source: Span<UInt8>, _ range: ByteRange, standingFor whole: ByteRange?) {
    closeGap()
    if let whole {
      emit((range.start..<range.end).map { source[$0] }, for: whole)
    } else {
      copyBytes(source.extracting(range.start..<range.end), at: range.start)
    }
  }

  private mutating func copyBytes(_ text: Span<UInt8>, at original: Int) {
    extendCopy(from: original, to: original + text.count)
    unsafe text.withUnsafeBufferPointer { unsafe out.append(contentsOf: $0) }
    softHyphen = nil
    isRaised = false
  }

  /// Notes that original bytes are about to be written as they are.
  private mutating func extendCopy(from original: Int, to end: Int) {
    if let last = segments.last, last.isCopy, last.originalEnd == original {
      segments[segments.count - 1].originalEnd = end
    } else {
      segments.append(Segment(folded: out.count, original: original, originalEnd: end, isCopy: true))
    }
  }

  private mutating func emit(_ text: some Collection<UInt8>, for place: ByteRange) {
    closeGap()
    segments.append(Segment(folded: out.count, original: place.start, originalEnd: place.end, isCopy: false))
    out.append(contentsOf: text)
    softHyphen = nil
    isRaised = false
  }

  /// Drops bytes that are not seen: they belong to the character before them, if there is one right there.
  private mutating func drop(_ place: ByteRange) {
    if gap != nil { return }
    guard let last = segments.last, last.originalEnd == place.start else { return }
    if !last.isCopy {
      segments[segments.count - 1].originalEnd = place.end
      return
    }
    // The last character of the copied ones becomes a segment of its own.
    var length = 1
    while length < out.count - last.folded, out[out.count - length] & 0xC0 == 0x80 { length += 1 }
    let rest = last.originalEnd - length
    if rest > last.original {
      segments[segments.count - 1].originalEnd = rest
    } else {
      segments.removeLast()
    }
    segments.append(
      Segment(folded: out.count - length, original: rest, originalEnd: place.end, isCopy: false))
  }

  // MARK: White space

  private mutating func widenGap(_ place: ByteRange, isBreak: Bool, isReturn: Bool = false) {
    if var open = gap {
      // A return and a line feed are one end of a line.
      if isBreak, !(open.lastWasReturn && !isReturn && open.range.end == place.start) { open.breaks += 1 }
      open.range.end = max(open.range.end, place.end)
      open.lastWasReturn = isReturn
      gap = open
      return
    }
    if isBreak, let hyphen = softHyphen { emit([0x2D], for: hyphen) }
    gap = Gap(range: place, breaks: isBreak ? 1 : 0, lastWasReturn: isReturn)
  }

  private mutating func closeGap() {
    guard let open = gap else { return }
    gap = nil
    softHyphen = nil
    isRaised = false
    if open.breaks > 1 {
      segments.append(
        Segment(folded: out.count, original: open.range.start, originalEnd: open.range.end, isCopy: false))
      out.append(0x0A)
      out.append(0x0A)
      return
    }
    if open.breaks == 1 { wraps.append(out.count) }
    if open.range.count == 1 {
      extendCopy(from: open.range.start, to: open.range.end)
    } else {
      segments.append(
        Segment(folded: out.count, original: open.range.start, originalEnd: open.range.end, isCopy: false))
    }
    out.append(0x20)
  }
}
