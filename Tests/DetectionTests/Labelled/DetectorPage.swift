import Detection

/// `docs/detectors.md`: every detector, how it recognises what it finds, and the figures that were measured.
struct DetectorPage {
  let set: DetectorSet
  let generated: Quality
  let handWritten: Quality

  var markdown: String { head + table + figures + recognition }

  private var head: String {
    """
    # Detectors

    Made by `make generate` from `Rules/detectors` and the figures of `Tests/DetectionTests`. Not to be edited.

    A detector finds one kind of personal or sensitive data. It is one file, `Rules/detectors/ID.xml`, in the form that
    `Rules/detector.rng` describes: expressions over folded text (what somebody reads, however it is written), where to try
    them, a check, words beside the value that speak for it or against it, and examples that are run as tests. A policy sets
    the threshold, 50 % where it says nothing: a form whose confidence alone is below it is found beside a word for it only.
    A word is about the next value, or about all of a list; the heading of a column is about all of the column.


    """
  }

  private var table: String {
    var text = "| detector | finds | as | checks | alone | with a word |\n|---|---|---|---|---|---|\n"
    for detector in set.detectors {
      let checks = Set(detector.forms.compactMap { $0.check?.rawValue }).sorted().joined(separator: ", ")
      let base = Self.range(detector.forms.map(\.confidence.base))
      let context = detector.context.raising.isEmpty ? "" : Self.range(detector.forms.map(\.confidence.context))
      text += "| `\(detector.id)` | \(detector.title) | \(detector.entity) | \(checks) | \(base) | \(context) |\n"
    }
    return text
  }

  private static func range(_ numbers: [Int]) -> String {
    guard let low = numbers.min(), let high = numbers.max() else { return "" }
    return low == high ? "\(low) %" : "\(low)–\(high) %"
  }

  private var figures: String {
    var text = """

      ## Figures

      Recall is the share of values that are found whole, by a detector of their entity; precision the share of what a
      detector finds that touches a value of its entity. The texts are made from a seed: values of every kind in sentences
      that speak of them or do not, values that fail their check, and what looks alike (telegram numbers, date-time groups,
      sections, prices, serial numbers), several in a text. Values and sentences are invented by those who made the
      detectors, so that the figures say how well these do what they are meant to do, and not how often an unknown document
      writes a value in another way.

      | detector | values | recall | found | precision |
      |---|---|---|---|---|

      """
    for detector in set.detectors {
      let it = generated.figures[detector.id] ?? Quality.Figures()
      text +=
        "| `\(detector.id)` | \(it.labels) | \(Quality.percent(it.recall)) | \(it.detections) | \(Quality.percent(it.precision)) |\n"
    }
    text += Self.row("all", generated.total)
    return text + """

      \(HandWritten.texts.count) texts were written by hand after the detectors, as letters, forms, notes and lists:

      | | values | recall | found | precision |
      |---|---|---|---|---|
      \(Self.row("written by hand", handWritten.total))

      """
  }

  private static func row(_ name: String, _ it: Quality.Figures) -> String {
    "| \(name) | \(it.labels) | \(Quality.percent(it.recall)) | \(it.detections) | \(Quality.percent(it.precision)) |\n"
  }

  private var recognition: String {
    var text = "## How each recognises what it finds\n"
    for detector in set.detectors {
      text +=
        "\n### \(detector.title) (`\(detector.id)`)\n\n\(detector.notes.joined(separator: " ")) Source: \(detector.authority).\n"
      if !detector.context.raising.isEmpty {
        text += "\nWords for it: \(detector.context.raising.sorted().joined(separator: ", ")).\n"
      }
      if !detector.context.lowering.isEmpty {
        text += "\nWords against it: \(detector.context.lowering.sorted().joined(separator: ", ")).\n"
      }
    }
    return text
  }
}
