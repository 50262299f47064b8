package import MarkingGrammar
package import MarkingModel

/// The TAGS line with its continuation.
package struct TagsPart: Sendable {
  package var place: Place
  /// The highest order of a labelled line before it.
  package var after: Int
  package var section: Int
  package var tags: [Tag]
  /// The codes that glued, ISO and repaired TAGS stand for (`Tag.meant`).
  var meant: [[String]]
  /// The geographic TAGS of the sending post's country; nil where the country is not known.
  package var country: String?
  /// Whether it, or another code of that country, is among them.
  package var hasCountry: Bool
  /// Links that were reduced to their text (`[PGOV](#)`): the place of the first, and how many.
  package var anchors: (first: Place, count: Int)?

  /// How many subject TAGS there are, present or historical, also inside glued and repaired ones.
  package func subjectCount(_ vocabulary: borrowing Vocabulary) -> Int {
    var count = 0
    for tag in tags {
      switch tag.kind {
      case .subject, .historical: count += 1
      case .glued, .iso, .repaired:
        for code in codes(of: tag) {
          guard let kind = vocabulary.tags.find(code)?.kind, kind == .subject || kind == .historical else { continue }
          count += 1
        }
      default: break
      }
    }
    return count
  }

  /// The codes that a glued, an ISO or a repaired one stands for.
  private func codes(of tag: Tag) -> [String] { tag.meant < 0 ? [] : meant[tag.meant] }

  /// Adds its node and those of the TAGS.
  package func write(
    into document: inout DocumentWriter, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let label = ByteRange(place.range.start, min(place.range.end, place.range.start + 5))
    let node = document.add(.tags, to: 0, at: place.range, place.position, excerpt: label)
    document.set(.order, 2)
    document.set(.after, after)
    document.set(.count, tags.count { $0.kind != .person })
    document.set(.subjects, subjectCount(vocabulary))
    if let country {
      document.set(.country, country)
      document.set(.countryPresent, hasCountry)
    }
    document.set(.section, section)
    for tag in tags { tag.write(into: &document, parent: node, meant: codes(of: tag), in: source) }
  }
}
