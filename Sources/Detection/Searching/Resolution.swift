internal import MarkingModel
internal import TextKit

/// What becomes of values that overlap: one remains. One whose form would do without a word beside it goes before one that
/// needs the word; of two that need it, that whose word is nearer, or longer; then the surer, the longer, the first, and the first by
/// id. It takes over what of the others lies outside it, because all of it
/// is data. Parts of the same entity that touch are one.
enum Resolution {
  static func resolve(_ candidates: [Search.Candidate], in text: FoldedText, of set: DetectorSet) -> [Detection] {
    let ordered = candidates.sorted { a, b in
      if a.range.start != b.range.start { return a.range.start < b.range.start }
      return isSurer(a, b)
    }
    var kept: [Search.Candidate] = []
    for candidate in ordered {
      guard var last = kept.last else {
        kept.append(candidate)
        continue
      }
      let entities = (entity(last, set), entity(candidate, set))
      let isPart = entities.0 == entities.1 && candidate.range.start == last.range.end
      if candidate.range.start < last.range.end || isPart {
        let whole = ByteRange(last.range.start, max(last.range.end, candidate.range.end))
        if isSurer(candidate, last) { last = candidate }
        last.range = whole
        kept[kept.count - 1] = last
      } else {
        kept.append(candidate)
      }
    }
    return kept.map { candidate in
      let detector = set.compiled[set.forms[candidate.form].detector].detector
      return Detection(
        detector: detector.id, entity: detector.entity, range: text.original(of: candidate.range),
        folded: candidate.range, confidence: candidate.confidence, reasons: candidate.reasons)
    }
  }

  private static func entity(_ candidate: Search.Candidate, _ set: DetectorSet) -> String {
    set.compiled[set.forms[candidate.form].detector].detector.entity
  }

  private static func isSurer(_ a: Search.Candidate, _ b: Search.Candidate) -> Bool {
    if a.standsAlone != b.standsAlone { return a.standsAlone }
    if !a.standsAlone, a.distance != b.distance { return a.distance < b.distance }
    if !a.standsAlone, a.wordLength != b.wordLength { return a.wordLength > b.wordLength }
    if a.confidence != b.confidence { return a.confidence > b.confidence }
    if a.distance != b.distance { return a.distance < b.distance }
    if a.range.count != b.range.count { return a.range.count > b.range.count }
    if a.range.start != b.range.start { return a.range.start < b.range.start }
    return a.form < b.form
  }
}
