/// Words and the like: what stands between bytes of another kind.
extension Span where Element == UInt8 {
  /// The runs of bytes that belong to something, in order. O(bytes).
  package func runs(where belongs: (UInt8) -> Bool) -> [ByteRange] {
    var runs: [ByteRange] = []
    var at = 0
    while at < count {
      let start = at
      while at < count, belongs(self[at]) { at += 1 }
      if at > start { runs.append(ByteRange(start, at)) } else { at += 1 }
    }
    return runs
  }
}
