import MarkingModel
import Reporting

/// Charts as SVG within a page. Each says in its title what it shows; the tables below have the same figures.
enum AuditChart {
  struct Bar {
    var label: String
    /// Side by side, each with the name of what it counts.
    var parts: [(name: String, count: Int)]

    var sum: Int { parts.reduce(0) { $0 + $1.count } }
  }

  private static let row = 26
  private static let labelWidth = 92
  private static let width = 560
  private static let barWidth = 390

  /// Horizontal bars, one for each row.
  static func bars(_ title: String, _ bars: [Bar], to page: inout HTMLPage) {
    guard let most = bars.map(\.sum).max(), most > 0 else { return }
    let height = bars.count * row + 6
    begin(title, height: height, to: &page)
    for (index, bar) in bars.enumerated() {
      let top = index * row + 4
      text(bar.label, x: labelWidth - 8, y: top + 15, anchor: "end", to: &page)
      var left = labelWidth
      for part in bar.parts where part.count > 0 {
        let size = max(1, part.count * barWidth / most)
        page.start(
          "rect",
          [
            "class": "part \(part.name)", "x": String(left), "y": String(top), "width": String(size), "height": "20",
          ])
        page.element("title", "\(bar.label): \(part.count.grouped) \(part.name)")
        page.end()
        left += size
      }
      text(bar.sum.grouped, x: left + 6, y: top + 15, anchor: "start", to: &page)
    }
    end(bars, to: &page)
  }

  /// Which captions stand at which level: a square for each, the darker the more.
  static func matrix(_ title: String, _ matrix: AuditSummary.CaptionMatrix, to page: inout HTMLPage) {
    let rows = matrix.rows.prefix(24)
    guard let most = rows.flatMap(\.counts).max(), most > 0 else { return }
    let left = 170
    let cell = 62
    begin(title, height: (rows.count + 1) * row + 6, to: &page)
    for (column, level) in matrix.levels.enumerated() {
      text(level.isEmpty ? "none" : level, x: left + column * cell + cell / 2, y: 18, anchor: "middle", to: &page)
    }
    for (index, entry) in rows.enumerated() {
      let top = (index + 1) * row
      text(String(entry.caption.prefix(22)), x: left - 8, y: top + 16, anchor: "end", to: &page)
      for (column, count) in entry.counts.enumerated() where count > 0 {
        // Five steps, each a hundredth part of what is most at the least.
        let share = count * 100 / most
        let step = share >= 60 ? 5 : share >= 25 ? 4 : share >= 8 ? 3 : share >= 2 ? 2 : 1
        let x = left + column * cell
        page.start(
          "rect",
          [
            "class": "heat\(step)", "x": String(x + 1), "y": String(top + 1), "width": String(cell - 2),
            "height": String(row - 2),
          ])
        page.end()
        text(
          count.grouped, x: x + cell / 2, y: top + 17, anchor: "middle", class: "on\(step)", to: &page)
      }
    }
    page.end()
    page.end()
    page.end()
  }

  private static func begin(_ title: String, height: Int, to page: inout HTMLPage) {
    let id = "chart-" + title.lowercased().replacing(" ", with: "-")
    page.start("figure")
    page.element("figcaption", title, ["id": id])
    page.start("div", ["class": "scroll", "tabindex": "0", "role": "region", "aria-labelledby": id])
    page.start(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)", "role": "img",
        "aria-labelledby": id,
      ])
  }

  private static func end(_ bars: [Bar], to page: inout HTMLPage) {
    page.end()
    page.end()
    let names = bars.first?.parts.map(\.name) ?? []
    if names.count > 1 {
      page.start("p", ["class": "legend"])
      for name in names {
        page.start("span", ["class": "key \(name)"])
        page.end()
        page.text(" \(name) ")
      }
      page.end()
    }
    page.end()
  }

  private static func text(
    _ text: String, x: Int, y: Int, anchor: String, class name: String = "", to page: inout HTMLPage
  ) {
    page.element(
      "text", VisibleText.escaped(text), ["x": String(x), "y": String(y), "text-anchor": anchor, "class": name])
  }
}
