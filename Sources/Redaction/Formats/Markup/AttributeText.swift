import MarkingModel

/// The text of an attribute that is a part of its own, while a page is read.
struct AttributeText {
  var name: String
  var bytes: [UInt8]
  /// Whether it has words of its own, and is no target of a link.
  var isWords: Bool
  /// A piece of the text in its block; nil where there is none.
  var piece: Int?
  /// Where it stands in the text that was read before.
  var place: Int

  /// - Parameter pieces: those of the page; blanks that ended a block are gone.
  func kind(in pieces: [ByteRange]) -> TextPart.Kind {
    let piece = piece.map { pieces[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    let place = piece?.start ?? place
    return isWords ? .words(at: place, isAlone: piece == nil) : .attached(to: place)
  }
}
