extension Span<UInt8> {
  /// Whether the first line that is not blank names the columns of a listing: it may quote whole documents and is none.
  /// A line of more than 4,096 bytes names no columns, so that no more is looked at.
  func isListing(from start: Int) -> Bool {
    let first = skipBlanks(start, count)
    guard let end = lineEnd(first), first < end, isTableHead(first, trimmedEnd(first, end)) else { return false }
    return !isRecordHead(first, end)
  }

  /// Whether the names of columns have one row below them, a blank line and then something else: the record of one
  /// document, the first line of which follows, as copies from databases have it.
  private func isRecordHead(_ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end, !self[at].isOne(of: ",", ";", "\t") { at += 1 }
    guard at < end else { return false }
    let separator = self[at]
    let row = nextLine(after: end)
    guard row < count, let rowEnd = lineEnd(row),
      occurrences(of: separator, row, rowEnd) == occurrences(of: separator, start, end),
      occurrences(of: UInt8(ascii: "\""), row, rowEnd) == 0
    else { return false }
    var below = nextLine(after: rowEnd)
    guard below < count, self[below] == 0x0A || self[below] == 0x0D else { return false }
    while below < count, self[below] <= 0x20 { below += 1 }
    guard below < count, let belowEnd = lineEnd(below) else { return false }
    return occurrences(of: separator, below, belowEnd) == 0 && opensTelegram(below, belowEnd)
  }

  /// Whether a line is the first of a header, or has a level and a number.
  private func opensTelegram(_ start: Int, _ end: Int) -> Bool {
    let key = LineKey(self, start, end)
    return CableReader.isHeaderLine(key, start, end, in: self) || mayBeLevel(start, end) && hasDigit(start, end)
      || key.second == 0x20 && has("FM ", at: nextLine(after: end), end: count)
  }

  private func occurrences(of byte: UInt8, _ start: Int, _ end: Int) -> Int {
    var found = 0
    for i in start..<end where self[i] == byte { found += 1 }
    return found
  }

  /// The end of the line that begins at an offset; nil where it is longer than 4,096 bytes.
  private func lineEnd(_ start: Int) -> Int? {
    let limit = Swift.min(count, start + 4096)
    var end = start
    while end < limit, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    return end < limit || limit == count ? end : nil
  }

  /// Whether a line names the columns of a listing: five fields or more, a comma, semicolon or tab between each two,
  /// letters and blanks in them and a letter at the start of each. Prose and TAGS have a blank after a comma. O(line).
  func isTableHead(_ start: Int, _ end: Int) -> Bool {
    var separator: UInt8 = 0
    var fields = 1
    var isAtStart = true
    for at in start..<end {
      let byte = self[at]
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: ";"), 0x09:
        if separator == 0 { separator = byte }
        if byte != separator || isAtStart { return false }
        fields += 1
        isAtStart = true
      case UInt8(ascii: "\""): break
      case _ where (byte | 0x20) &- 0x61 < 26: isAtStart = false
      case 0x20, UInt8(ascii: "_"), UInt8(ascii: "-"):
        if isAtStart { return false }
      default: return false
      }
    }
    return fields >= 5 && !isAtStart
  }
}
