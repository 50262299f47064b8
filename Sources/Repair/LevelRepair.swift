import MarkingGrammar
import MarkingModel

// The level of a telegram: its classification line and where it is repeated.
extension Proposer {
  /// A level word in a line.
  private struct LevelPlace {
    var range: ByteRange
    var level: Level
    var isSpaced: Bool
  }

  /// The one level word of a line; nil where there is none or more than one, or a slip in it.
  private func levelPlace(_ range: ByteRange, _ reading: Reading) -> LevelPlace? {
    let bytes = reading.bytes.span
    var found: LevelPlace?
    var at = range.start
    while at < range.end {
      let isStart = at == range.start || !Self.isLetter(bytes[at - 1])
      if isStart, let match = vocabulary.levels.longest(in: bytes, at: at, end: range.end), match.word.level != .none {
        guard found == nil, match.word.isDesignation || match.word.control == .none else { return nil }
        found = LevelPlace(range: ByteRange(at, match.end), level: match.word.level, isSpaced: match.isSpaced)
        at = match.end
      } else {
        at += 1
      }
    }
    return found
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// The word for a level as a telegram has it.
  private func word(_ level: Level, spaced: Bool, short: Bool) -> String? {
    let word: String? =
      switch level {
      case .unclassified: short ? "UNCLAS" : "UNCLASSIFIED"
      case .confidential: "CONFIDENTIAL"
      case .secret: "SECRET"
      case .topSecret: "TOP SECRET"
      case .limitedOfficialUse, .none: nil
      }
    guard let word, spaced else { return word }
    return word.split(separator: " ").map { $0.map(String.init).joined(separator: " ") }.joined(separator: " ")
  }

  /// The level of the classification line in the place of a lower one.
  func level(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let level = document.word(.level, of: 0).flatMap(Level.init),
      let rank = document.number(.rank, of: finding.node), rank < level.rank,
      document.nodes[finding.node].excerpt == finding.range || document.nodes[finding.node].name == .designation
    else { return nil }
    return raise(finding.node, to: level, reading)
  }

  private func raise(_ node: Int, to level: Level, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let place = levelPlace(document.nodes[node].range, reading) else { return nil }
    // Classification lines have their letters spaced out, banners and page furniture have not.
    let isLine = document.nodes[node].name == .classification
    let isSpaced = isLine ? level.rank > 1 && (place.isSpaced || place.level.rank == 1) : place.isSpaced
    return word(level, spaced: isSpaced, short: isLine).map { [TextEdit(place.range, Array($0.utf8))] }
  }

  /// The level of the highest portion wherever that of the telegram stands, the class letters of its format lines 4 with it.
  func portionLevel(_ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let old = document.number(.rank, of: 0), let rank = document.number(.portionRank, of: 0), rank > old,
      let level = [Level.confidential, .secret, .topSecret].first(where: { $0.rank == rank })
    else { return nil }
    var edits: [TextEdit] = []
    for node in document.nodes.indices {
      let found = document.nodes[node]
      switch found.name {
      case .classification where document.number(.rank, of: node) == old,
        .designation
      where document.number(.rank, of: node) == old && document.word(.place, of: node) != "body"
        && document.word(.control, of: node) == "none" && !document.flag(.current, of: node):
        guard let edit = raise(node, to: level, reading) else { return nil }
        edits += edit
      case .security:
        guard let group = classGroup(found.range, reading) else { return nil }
        let letter = UInt8(ascii: level.rank == 2 ? "C" : level.rank == 3 ? "S" : "T")
        edits.append(TextEdit(group, Array(repeating: letter, count: group.count)))
        // ZNR goes with UUUUU, ZNY with the others.
        if old == 1, let signal = word("ZNR", found.range, reading) {
          edits.append(TextEdit(signal, Array("ZNY".utf8)))
        }
      default: break
      }
    }
    return edits.isEmpty ? nil : edits
  }

  /// The letters of a level word spaced out or not.
  func levelSpacing(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    guard let place = levelPlace(finding.range, reading) else { return nil }
    let written = reading.text(place.range).filter { $0 != 0x20 }
    let words =
      place.level == .topSecret ? [Array(written.prefix(3)), Array(written.dropFirst(3))] : [written]
    guard place.level.rank > 1 else { return [TextEdit(place.range, written)] }
    let spaced = words.map { $0.map { [$0] }.joined(separator: [0x20]) }.joined(separator: [0x20])
    return [TextEdit(place.range, Array(spaced))]
  }

  /// The class letter five times, where it is that of the classification line.
  func classLetters(_ finding: Finding, _ reading: Reading) -> [TextEdit]? {
    let document = reading.document
    guard let group = classGroup(finding.range, reading),
      let letter = document.word(.letter, of: finding.node)?.utf8.first,
      let level = document.word(.level, of: document.nodes[finding.node].parent),
      level.utf8.first == letter, level != "LOU"
    else { return nil }
    return [TextEdit(group, Array(repeating: letter, count: 5))]
  }

  /// The group of class letters of format line 4: the word after the operating signal.
  private func classGroup(_ range: ByteRange, _ reading: Reading) -> ByteRange? {
    let words = words(range, reading)
    guard words.count >= 2, (3...8).contains(words[1].count),
      reading.text(words[1]).allSatisfy({ "UECSTR".utf8.contains($0) })
    else { return nil }
    return words[1]
  }

  private func word(_ text: String, _ range: ByteRange, _ reading: Reading) -> ByteRange? {
    words(range, reading).first { reading.text($0).elementsEqual(text.utf8) }
  }
}
