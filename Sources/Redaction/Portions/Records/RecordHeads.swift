import Documents
import MarkingGrammar
import MarkingModel

/// The marks of the heads of columns in records of values: what stands below `Source (S)` goes by it.
enum RecordHeads {
  /// A portion for each value below such a head. Where a record has marks of its own, that is what they say.
  static func portions(
    _ rows: [ValueRow], in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    guard rows.count > 1, let head = rows.first, head.isTight, areHeads(head.values, in: source) else { return [] }
    let marks = CellMark.read(head.values, in: source, vocabulary).map { $0?.statement }
    guard marks.contains(where: { ($0?.level ?? .unclassified) > .unclassified }) else { return [] }
    let all = marks.compactMap(\.self).reduce(nil as PortionStatement?) { $0?.joined(with: $1) ?? $1 }
    var portions: [ReleasePortion] = []
    for row in rows.dropFirst() {
      // Of a record with other values than heads nobody can tell which belongs to which.
      let isWhole = row.values.count == head.values.count
      for (index, value) in row.values.enumerated() where PortionReader.holdsLetters(value, in: source) {
        guard let statement = isWhole ? marks[index] : all, statement.level > .unclassified else { continue }
        portions.append(
          ReleasePortion(
            mark: statement, range: value, text: [value], name: "a value below a marked head",
            position: Position(line: 1, column: 1)))
      }
    }
    return portions
  }

  /// Short words that are no sentences.
  private static func areHeads(_ values: [ByteRange], in source: Span<UInt8>) -> Bool {
    values.allSatisfy { value in
      value.isEmpty
        || (source[value.start].isLetter || source[value.start] == UInt8(ascii: "(")) && value.count <= 80
          && TableLine.words(source, value) <= 8
          && !source[value.end - 1].isOne(of: ".", ":", ";", ",", "?", "!")
    }
  }
}
