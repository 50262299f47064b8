import MarkingModel

extension ReferencesPart {
  /// Adds the REF block. `isCited` says whether the text cites a letter; "" asks for REFTEL or REF alone.
  func write(into document: inout MarkingDocument, isCited: (String) -> Bool) {
    let parent = document.add(.references, to: 0, at: place.range, place.position)
    document.set(.order, order)
    document.set(.after, after)
    document.set(.count, items.count)
    document.set(.lettered, isLettered)
    document.set(.section, section)
    var previous: UInt8?
    for item in items {
      let letter = item.letter.utf8.first
      let expected = previous.map { $0 + 1 } ?? 0x41
      document.add(.reference, to: parent, at: item.place.range, item.place.position)
      document.set(.letter, item.letter)
      document.set(.expectedLetter, isLettered ? String(Unicode.Scalar(expected)) : "")
      document.set(.kind, item.kind.rawValue)
      document.set(.wellFormed, item.isWellFormed)
      document.set(.year, item.year)
      document.set(.serial, item.serial)
      document.set(.cited, isCited(item.letter) || (items.count == 1 && isCited("")))
      document.set(.notal, item.isNotal)
      previous = letter ?? expected
    }
  }
}
