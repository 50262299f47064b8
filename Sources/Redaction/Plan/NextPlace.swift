import MarkingModel

/// Where a text stands next, for questions that go forward through another: what one search found, or did not find, answers
/// those after it, so that all of them together cost what the other text is long.
struct NextPlace {
  private let text: [UInt8]
  /// From where it was searched last.
  private var from = Int.max
  private var found: Int?

  init(_ text: String) { self.text = Array(text.utf8) }

  /// The end of the first one that begins at `start` or behind it, and before `limit`; nil where there is none.
  mutating func end(in source: Span<UInt8>, from start: Int, before limit: Int) -> Int? {
    if start < from || found.map({ $0 < start }) ?? false {
      from = start
      found = search(source, from: start)
    }
    guard let found, found < limit else { return nil }
    return found + text.count
  }

  private func search(_ source: Span<UInt8>, from start: Int) -> Int? {
    var at = start
    while at + text.count <= source.count {
      if source[at] == text[0], text.indices.allSatisfy({ source[at + $0] == text[$0] }) { return at }
      at += 1
    }
    return nil
  }
}
