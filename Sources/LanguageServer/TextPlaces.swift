/// Places in the text of an editor: offsets in bytes of its UTF-8 on our side, lines and characters on the client's.
package struct TextPlaces: Sendable {
  /// A place as the protocol has it, both from 0.
  package struct Place: Sendable, Hashable {
    package var line: Int
    /// In units of the encoding that was agreed on.
    package var character: Int

    package init(line: Int, character: Int) {
      self.line = line
      self.character = character
    }
  }

  /// Whether characters are counted in bytes of UTF-8; else in units of UTF-16.
  private let countsBytes: Bool
  private let bytes: [UInt8]
  /// Where each line begins.
  private var starts = [0]

  package init(_ bytes: [UInt8], countsBytes: Bool) {
    self.bytes = bytes
    self.countsBytes = countsBytes
    for at in bytes.indices {
      let isEnd = bytes[at] == 0x0A || bytes[at] == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A)
      if isEnd { starts.append(at + 1) }
    }
  }

  /// O(log lines + bytes of the line).
  package func place(of offset: Int) -> Place {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Place(line: low, character: units(starts[low]..<offset))
  }

  /// The byte at a place; behind the end of its line the end. Nil for a line that is not there.
  package func offset(of place: Place) -> Int? {
    guard starts.indices.contains(place.line) else { return nil }
    var end = place.line + 1 < starts.count ? starts[place.line + 1] : bytes.count
    while end > starts[place.line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    var at = starts[place.line]
    var left = place.character
    while at < end, left > 0 {
      left -= width(bytes[at])
      at += 1
      while at < end, bytes[at] & 0xC0 == 0x80 {
        left -= width(bytes[at])
        at += 1
      }
    }
    return at
  }

  /// The first line of a range: where a finding is about many, the client should not underline them all.
  func firstLine(of range: Range<Int>) -> Range<Int> {
    let end = (range.lowerBound..<min(range.upperBound, bytes.count)).first { bytes[$0] == 0x0A || bytes[$0] == 0x0D }
    return range.lowerBound..<(end ?? range.upperBound)
  }

  private func units(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + width(bytes[$1]) } }

  /// How many units begin with a byte.
  private func width(_ byte: UInt8) -> Int {
    if countsBytes { return 1 }
    return byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }
}
