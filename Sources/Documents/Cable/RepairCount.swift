import MarkingModel

/// What was read by repairing it, counted by kind; the place of the first of each.
struct RepairCount: Sendable {
  enum Kind: Sendable, CaseIterable {
    case anchor, ocr, glued, encoding
    case spacedLetters
    case wrappedLabel
    case controlCharacters

    /// As the contract names it.
    var word: Word {
      switch self {
      case .anchor: .anchor
      case .ocr: .ocr
      case .glued: .glued
      case .encoding: .encoding
      case .spacedLetters: .spacedLetters
      case .wrappedLabel: .wrappedLabel
      case .controlCharacters: .controlCharacters
      }
    }
  }

  var counts: [(kind: Kind, place: Place, count: Int)] = []

  mutating func add(_ kind: Kind, at place: Place, count: Int = 1) {
    guard count > 0 else { return }
    if let index = counts.firstIndex(where: { $0.kind == kind }) {
      counts[index].count += count
    } else {
      counts.append((kind, place, count))
    }
  }

  func count(of kind: Kind) -> Int { counts.first { $0.kind == kind }?.count ?? 0 }
}
