import MarkingGrammar
import MarkingModel

// The captions of the marking document.
extension CableReader {
  mutating func writeCaptions(
    into document: inout DocumentWriter, day: CalendarDay?, in source: Span<UInt8>
  ) {
    var largest = 0
    var block = 0
    for index in captions.indices {
      let entry = captions[index]
      let caption = entry.match.caption
      if entry.block != block {
        block = entry.block
        largest = 0
      }
      document.add(
        .caption, to: 0, at: entry.match.place.range, entry.match.place.position,
        excerpt: entry.match.isKnown ? entry.match.place.range : ByteRange(0, 0))
      document.set(.name, caption.name)
      document.set(.type, caption.kind.word)
      document.set(.known, entry.match.isKnown)
      document.set(.order, caption.order)
      document.set(.after, isCompound(index, in: source) ? 0 : largest)
      document.set(.alone, caption.isAlone)
      document.set(.restrictive, caption.isRestrictive)
      document.set(.place, entry.spot.word)
      document.set(.companions, entry.companions)
      let isRepeated = captions[..<index].contains { $0.match.caption.name == caption.name }
      document.set(.duplicate, entry.match.isKnown && isRepeated)
      document.set(.section, entry.section)
      document.set(.obsolete, day.map { caption.period.isOver(on: $0.number) } ?? false)
      document.set(.tooEarly, day.map { caption.period.isYetToCome(on: $0.number) } ?? false)
      // SENSITIVE on a classification line is a wrong designation; the captions begin below it.
      if caption.order < 99, entry.spot != .line || caption.kind != .sensitivity {
        largest = max(largest, caption.order)
      }
    }
  }

  /// Whether a caption makes one with the one before it: `SENSITIVE NOFORN`, as controlled information that no foreigner
  /// sees is marked on one line.
  private func isCompound(_ index: Int, in source: Span<UInt8>) -> Bool {
    guard index > 0, captions[index].match.caption.kind == .dissemination,
      captions[index - 1].match.caption.kind == .sensitivity
    else { return false }
    let gap = ByteRange(captions[index - 1].match.place.range.end, captions[index].match.place.range.start)
    return gap.count > 0 && gap.count <= 3
      && (gap.start..<gap.end).allSatisfy { source[$0] == 0x20 || source[$0] == 0x2F }
  }
}
