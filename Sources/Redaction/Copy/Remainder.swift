import Documents
package import MarkingModel

/// What is left of a document when everything that a release withholds is taken out of it.
package struct Remainder {
  /// A page of which nothing is left but numbers, marks and lines of the form.
  package struct WithheldPage: Sendable, Hashable {
    /// From 1.
    package var number: Int
    /// Where it begins, behind its form feed.
    package var start: Int
    package var exemptions: [Exemption]
  }

  /// Whether there were portions, and no text of them is left.
  package private(set) var isNothing = false
  /// Pages are told apart by form feeds; none in a document of one page.
  package private(set) var withheldPages: [WithheldPage] = []

  /// - Parameters:
  ///   - withholdings: those of this release, in order of place.
  ///   - portions: of the whole document.
  ///   - banners: the lines of it that are banners.
  ///   - subjects: the lines that say what it is about.
  package init(
    of source: Span<UInt8>, withholding withholdings: [Withholding], portions: [ReleasePortion], banners: [ByteRange],
    subjects: [ByteRange]
  ) {
    let labels = WithheldLabel.all(in: source)
    var gone = withholdings.flatMap { withholding in withholding.pieces.map { Gone($0, withholding.exemptions) } }
    gone += labels.map { Gone($0.range, $0.label.exemptions) }
    gone.sort { $0.range.start < $1.range.start }
    let places = gone.map(\.range).joined
    let withheld = portions.filter { portion in
      !portion.text.isEmpty
        && portion.text.allSatisfy { !Self.isLeft($0, leavingOut: places, in: source) }
    }
    isNothing =
      !gone.isEmpty && !withheld.isEmpty && withheld.count == portions.count { !$0.text.isEmpty }
      && !subjects.contains { Self.isLeft($0, leavingOut: (places + withheld.map(\.range)).joined, in: source) }
    findPages(gone, besides: (places + withheld.map(\.range) + banners).joined, in: source)
  }

  private struct Gone {
    var range: ByteRange
    var exemptions: [Exemption]

    init(_ range: ByteRange, _ exemptions: [Exemption]) {
      self.range = range
      self.exemptions = exemptions
    }
  }

  private mutating func findPages(_ gone: [Gone], besides places: [ByteRange], in source: Span<UInt8>) {
    var start = 0
    var number = 1
    var next = 0
    let feeds = source.indices.filter { source[$0] == 0x0C }
    if feeds.isEmpty { return }
    for end in feeds + [source.count] {
      var exemptions: [Exemption] = []
      var isTouched = false
      while next < gone.count, gone[next].range.start < end {
        exemptions += gone[next].exemptions
        isTouched = true
        next += 1
      }
      if isTouched, !Self.isTextLeft(ByteRange(start, end), leavingOut: places, in: source) {
        withheldPages.append(WithheldPage(number: number, start: start, exemptions: exemptions.inOrder))
      }
      start = end + 1
      number += 1
    }
  }

  private static func isLeft(_ range: ByteRange, leavingOut places: [ByteRange], in source: Span<UInt8>) -> Bool {
    Pieces.between(range.start, range.end, leavingOutApart: places, in: source).contains { piece in
      (piece.start..<piece.end).contains { source[$0].isLetterOrDigit || source[$0] >= 0x80 }
    }
  }

  /// The same, where the number of a page is no text.
  private static func isTextLeft(_ page: ByteRange, leavingOut places: [ByteRange], in source: Span<UInt8>) -> Bool {
    for piece in Pieces.between(page.start, page.end, leavingOutApart: places, in: source) {
      var at = piece.start
      while at < piece.end {
        var end = at
        while end < piece.end, source[end] != 0x0A, source[end] != 0x0D { end += 1 }
        let line = Pieces.trimmed(ByteRange(at, end), in: source)
        at = end + 1
        if line.isEmpty { continue }
        if PageNumber.isLine(line, in: source) { continue }
        if isLeft(line, leavingOut: [], in: source) { return true }
      }
    }
    return false
  }
}

extension [ByteRange] {
  /// In order, and those that touch each other as one.
  fileprivate var joined: [ByteRange] {
    var joined: [ByteRange] = []
    for range in sorted(by: { $0.start < $1.start }) {
      if let last = joined.last, range.start <= last.end {
        joined[joined.count - 1] = ByteRange(last.start, Swift.max(last.end, range.end))
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
