import Documents
import MarkingModel

/// The names of those who signed a paper or a message: under "Sincerely," or, below the last portion, alone in their block; in
/// a paper without marks at its end, above a title.
enum PaperSignatures {
  /// The lines with the names, in order. Titles and addresses below them say nothing that the head does not. O(text).
  static func names(in document: MarkingDocument, _ source: Span<UInt8>) -> [ByteRange] {
    guard PortionReader.isPaper(document), let root = document.nodes.first else { return [] }
    let lastMark =
      document.nodes(named: .marking).filter { document.word(.kind, of: $0) == "portion" }
      .map { document.nodes[$0].range.start }.max()
    let isMessage = document.word(.form, of: 0) == "email"
    let heads = isMessage ? MailHeads(in: root.range, isMail: true, source) : MailHeads()
    var blocks = TextBlocks(from: root.range.start, to: root.range.end)
    var names: [ByteRange] = []
    var isClosed = false
    var isSigned = false
    while let block = blocks.next(in: source) {
      if FormLine.isClose(block.range, in: source) {
        isClosed = true
        continue
      }
      let isBelow = !isSigned && lastMark.map { $0 < block.range.start } ?? false
      // Below "Regards," a first name is enough.
      let name = FormLine.name(of: block.range, isMessage: isMessage || isClosed, in: source)
      var isByHand = LetterClose.rest(of: block.firstLine, in: source).map { !$0.isEmpty } ?? false
      if let name, isClosed || isBelow || name.start > block.range.start {
        names.append(name)
        if let printed = SignedByHand.printedName(in: block.range, below: name, in: source) { names.append(printed) }
        isSigned = true
        isByHand = isByHand || BlockText.words(of: name, in: source).count == 1
      } else if let name, lastMark != nil, heads.endsMessage(block.range, in: source) {
        // Above the message that it answers.
        names.append(name)
      }
      // The name in print may stand below that of the hand, or below the first name.
      isClosed = isByHand
    }
    if isMessage, lastMark == nil { names = (names + MessageSigners.names(in: root.range, source)).uniqued }
    if !isMessage, lastMark == nil, names.isEmpty { names += TitledSigners.names(in: document, root.range, source) }
    return names
  }
}

extension [ByteRange] {
  /// In order, each once.
  fileprivate var uniqued: [ByteRange] {
    sorted { ($0.start, $0.end) < ($1.start, $1.end) }.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
