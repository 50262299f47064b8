import MarkingModel

/// Lines and columns for byte offsets that come in ascending order, or nearly so: each byte is counted once.
struct Placement {
  private let starts: [Int]
  private let end: Int
  private var ruler = Ruler()

  init(_ source: Span<UInt8>) {
    var starts = [0]
    for i in source.indices where source[i] == 0x0A { starts.append(i + 1) }
    self.starts = starts
    end = source.count
  }

  mutating func position(of offset: Int, in source: Span<UInt8>) -> Position {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    let next = low < starts.count ? starts[low] - 1 : end
    return ruler.position(
      of: offset, on: SourceLine(start: starts[low - 1], end: next, number: low), in: source)
  }
}
