extension Span<UInt8> {
  /// Whether the first line that is not blank names the columns of a listing: it may quote whole documents and is none.
  /// A line of more than 4,096 bytes names no columns, so that no more is looked at.
  func isListing(from start: Int) -> Bool {
    let first = skipBlanks(start, count)
    let limit = Swift.min(count, first + 4096)
    var end = first
    while end < limit, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
    return (end < limit || limit == count) && first < end && isTableHead(first, trimmedEnd(first, end))
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
