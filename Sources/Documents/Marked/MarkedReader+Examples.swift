import MarkingGrammar
import MarkingModel

// Marks that a text shows as examples, and texts that are about markings.
extension MarkedReader {
  /// Whether marking lines stand between the lines of an unclassified text that speaks of markings or is for training:
  /// they are examples, and so are the marks below them.
  func showsExamples(in source: Span<UInt8>) -> Bool {
    guard let overall = overallBanner.flatMap({ marks[$0.mark].classification }), !overall.isClassified else {
      return false
    }
    let higher = banners.contains { $0.spot == nil && marks[$0.mark].classification?.isClassified == true }
    return higher && source.names(["MARKING", "EXAMPLE", "TRAINING", "EXERCISE"], within: 16_000) > 0
  }

  /// Drops the examples of a text about markings. Three lines in a row that say different things are a list: a footer and
  /// the header below it are two. Where text stands above the first of its marks, and it speaks of banners and portion
  /// marks, nothing in it is its own.
  mutating func dropExamples(in source: Span<UInt8>) {
    var index = 0
    let all = banners.count
    while index < banners.count {
      var end = index + 1
      var different = 1
      while end < banners.count, banners[end].text == banners[index].text {
        if !isSame(banners[end], banners[end - 1], in: source) { different += 1 }
        end += 1
      }
      if different > 2 { banners.removeSubrange(index..<end) } else { index = end }
    }
    guard !banners.isEmpty || !portions.isEmpty, banners.first?.text != 0,
      speaksOfMarkings(in: source) || explainsMarkings(besides: all - banners.count, in: source)
    else { return }
    banners.removeAll()
    portions.removeAll()
    notices.removeAll()
    blocks.removeAll { $0.isAuthority }
  }

  /// Whether a text names the parts of a marking twice, near its beginning.
  func speaksOfMarkings(in source: Span<UInt8>) -> Bool {
    source.names(
      ["BANNER LINE", "PORTION MARK", "AUTHORITY BLOCK", "CLASSIFICATION MARKING", "OVERALL MARKING"], within: 16_000)
      > 1
  }

  /// Whether a text without a block or a date explains levels or marks: its marking lines, one or many, all say different
  /// things. `list` is how many stand in lists of them.
  private func explainsMarkings(besides list: Int, in source: Span<UInt8>) -> Bool {
    guard !banners.isEmpty, dates.day == nil, !blocks.contains(where: { $0.fields.count > 1 }),
      Set(banners.map(\.mark)).count == banners.count
    else { return false }
    if list > 0 || banners.count > 3, !portions.contains(where: { $0.mark != nil }) { return true }
    return banners.count < 3 && source.names(["MARKING", "DISSEMINATION CONTROL", "PORTION"], within: 16_000) > 2
  }
}

extension Span where Element == UInt8 {
  /// How often phrases of three letters or more begin at words near the beginning.
  fileprivate func names(_ phrases: [String], within limit: Int) -> Int {
    let end = Swift.min(count, limit)
    var count = 0
    for phrase in phrases {
      let letters = phrase.utf8.span
      let last = letters.count - 1
      let sought = ThreeBytes(.anyCase(letters[0]), .anyCase(letters[1]), .anyCase(letters[last]), at: last)
      var from = 0
      while let at = first(sought, from: from, to: end) {
        from = at + 1
        if at > 0, self[at - 1].isLetterOrDigit { continue }
        var same = 0
        while same <= last, self[at + same].capital == letters[same] { same += 1 }
        if same > last { count += 1 }
      }
    }
    return count
  }
}
