import MarkingGrammar
import MarkingModel

/// The pages of a document: where they begin, and which of its marking lines are their headers and footers.
struct MarkedPages: Sendable {
  /// How many lines of text may stand above a header or below a footer: a letterhead, a stamp, a number.
  private static let margin = 3

  /// Where each page after the first begins, ascending.
  private(set) var starts: [Int] = []
  /// How many lines of text stand before the end of each page.
  private var ends: [Int] = []
  /// How many stand before the beginning of each.
  private var begins: [Int] = [0]

  var count: Int { starts.count + 1 }

  /// The page that a byte stands on, from 1. O(log pages).
  func page(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// Finds the pages and gives each banner its place; one that has none is no banner.
  /// - Parameter total: how many lines of text there are.
  init(_ breaks: [PageBreak], _ banners: inout [BannerEntry], total: Int) {
    add(breaks, banners, total: total)
    for index in banners.indices {
      let page = page(of: banners[index].line.start)
      banners[index].page = page
      let text = banners[index].text
      let above = text - begins[page - 1]
      let below = ends[page - 1] - text
      let isFirst = index == 0 || banners[index - 1].page != page
      let isLast = index == banners.count - 1 || self.page(of: banners[index + 1].line.start) != page
      if above <= Self.margin, isFirst, above <= below || !isLast {
        banners[index].spot = .header
      } else if below <= Self.margin, isLast {
        banners[index].spot = .footer
      } else if above == 0 || below == 0 {
        banners[index].spot = above == 0 ? .header : .footer
      }
    }
  }

  /// Page breaks that are there, and those between a footer and the header below it.
  private mutating func add(_ breaks: [PageBreak], _ banners: [BannerEntry], total: Int) {
    var all = breaks
    var nextBreak = 0
    for index in banners.indices.dropFirst() {
      let (a, b) = (banners[index - 1], banners[index])
      while nextBreak < breaks.count, breaks[nextBreak].offset <= a.line.start { nextBreak += 1 }
      let isBroken = nextBreak < breaks.count && breaks[nextBreak].offset <= b.line.start
      guard a.text == b.text, a.text > 0, a.text < total, b.line.number - a.line.number <= 12, !isBroken else {
        continue
      }
      all.append(PageBreak(offset: b.line.start, text: b.text))
    }
    all.sort { $0.offset < $1.offset }
    var nextBanner = 0
    for found in all {
      while nextBanner < banners.count, banners[nextBanner].line.start < found.offset { nextBanner += 1 }
      // Nothing at all before it: the break that a page marker makes at the very beginning.
      if found.text == 0, starts.isEmpty, banners.first.map({ $0.line.start >= found.offset }) ?? true { continue }
      // A form feed and the marker of the same page are one break.
      if let last = starts.last, found.text == begins[begins.count - 1],
        nextBanner == 0 || banners[nextBanner - 1].line.start < last
      {
        continue
      }
      starts.append(found.offset)
      ends.append(found.text)
      begins.append(found.text)
    }
    ends.append(total)
  }
}
