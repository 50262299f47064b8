import Documents
package import MarkingGrammar
package import MarkingModel

/// Cuts a document into its portions, by what the reader found in it.
///
/// What belongs to no portion and is no line of the form either is a portion without a mark: it may not pass unseen.
package struct PortionReader {
  let document: MarkingDocument
  /// Places that belong to the form, in order.
  var form: [ByteRange] = []
  /// What the reader took those for that are its own, by their starts.
  var formNames: [Int: ElementName] = [:]
  /// Those of them that stay where the portion around them is withheld.
  var kept: [ByteRange] = []
  /// Those that hold words which no line of the form has.
  var doubtful: [ByteRange] = []
  /// Where heads of tables begin that go with the portion above.
  var tableHeads: Set<Int> = []
  /// The fields that SMART prints below the text of a telegram, from who drafted it on.
  var trailer: ByteRange?
  /// Where those begin that belong to the page, not to its text.
  var ofPages: Set<Int> = []
  var starts: [Start] = []
  /// The headers of messages in an e-mail.
  var heads = MailHeads()
  /// The line of the last mark: many may stand on one.
  var line = MarkLine()
  /// Whether a paragraph of the telegram with a number was taken.
  var isNumbered = false

  init(document: MarkingDocument) { self.document = document }

  struct Start {
    /// Where its number or mark begins, or the line on which they stand.
    var range: ByteRange
    /// Where its text begins.
    var text: Int
    var mark: ByteRange?
    var name: String
    var position: Position
    /// Its end where the reader knows it.
    var end: Int?
    /// Whether the text stands before the mark: `Subject: Traffic (CUI)`.
    var isBehind = false
    /// Whether it stands in a telegram's heading: the subject, the authority.
    var isOfHeading = false
    /// Whether it is the subject of a paper or a message.
    var isSubject = false
    /// Whether its mark stands in the text of the portion before: what is behind it says all that either does.
    var isInner = false
    /// The last place that is known of it.
    var reach: Int { max(text, range.end) }
    /// What the marks say beside which it stands, where they are those of a telegram's text: they hold beside the mark of
    /// its portion alone. Of a text without a mark what the portion says below which it is set in.
    var inner: PortionStatement?
    /// What its mark says where it is written in another way than marks are.
    var statement: PortionStatement?
    /// Whether it is the rest of a portion behind the heading of a telegram's next section.
    var continues = false
    /// Whether it is an item or a quoted paragraph within the paragraph before.
    var isItem = false
    /// Whether it is one without number or letter: nothing shows that a block behind its own belongs to it.
    var isUnnumbered = false
  }

  /// The portions in order. Where none of them has a mark, all text is in them: nobody can tell one from another.
  ///
  /// - Parameter part: where the document stands in the text; nil for all of it.
  package static func portions(
    of document: MarkingDocument, at part: ByteRange? = nil, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    let portions = marked(of: document, in: source, vocabulary)
    if portions.contains(where: { $0.mark != nil || $0.hasUnreadableMark }) {
      return isPaper(document) ? unclassified(portions, of: document, in: source, vocabulary) : portions
    }
    let statement = DocumentStatement.read(document, in: source, vocabulary)
    var all =
      portions.isEmpty || isPaper(document)
      ? unmarked(in: document, at: part ?? ByteRange(0, source.count), source, vocabulary) : portions
    if let marked = allMarked(all, in: source, vocabulary) { return marked }
    for index in all.indices { all[index].document = statement }
    return all
  }

  static func isPaper(_ document: MarkingDocument) -> Bool {
    document.word(.form, of: 0) == "marked" || document.word(.form, of: 0) == "email"
  }

  /// Those that the document parts itself; none for a text without a form.
  private static func marked(
    of document: MarkingDocument, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var reader = PortionReader(document: document)
    guard let root = document.nodes.first, document.word(.form, of: 0) != "unknown" else { return [] }
    let isPaper = isPaper(document)
    if isPaper {
      reader.heads = MailHeads(in: root.range, isMail: document.word(.form, of: 0) == "email", source)
    }
    for index in document.nodes.indices.dropFirst() { reader.take(index, isPaper: isPaper, in: source, vocabulary) }
    reader.starts.sort { $0.range.start < $1.range.start }
    reader.addWithheldSignatures(in: root.range, source)
    reader.addMailHeads(source)
    if !isPaper { reader.addTelegramLines(in: root.range, source, vocabulary) }
    if !isPaper { reader.addContinuations(in: source, vocabulary) }
    reader.settleForm(isPaper: isPaper, in: source)
    if isPaper { reader.addMarkedRows(in: root.range, source, vocabulary) }
    if isPaper { reader.addMarkedBlocks(in: root.range, source, vocabulary) }
    if isPaper { reader.addTextBelowSubjects(in: root.range, source, vocabulary) }
    if isPaper { reader.addUnmarkedBlocks(in: root.range, source, vocabulary) }
    if isPaper {
      reader.addStrayMarks(
        in: root.range, isClassified: document.flag(.classified, of: 0), source, vocabulary)
    }
    if isPaper { reader.addColumns(in: root.range, source) }
    if isPaper { reader.addReturns(in: root.range, source, vocabulary) }
    if isPaper { reader.addClosingMarks(in: root.range, source, vocabulary) }
    if !isPaper { reader.addTextMarks(to: root.range.end, in: source, vocabulary) }
    reader.addLevelRows(to: root.range.end, in: source, vocabulary)
    var portions = reader.cut(root.range.end, isPaper: isPaper, in: source, vocabulary)
    for quoted in document.quoted { portions += marked(of: quoted, in: source, vocabulary) }
    if !isPaper { portions += reader.headingText(in: source, vocabulary) }
    let loose = reader.loose(beside: portions, isPaper: isPaper, in: source)
    portions = (portions + loose).sorted { $0.range.start < $1.range.start }
    return portions
  }

  mutating func take(
    _ index: Int, isPaper: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let node = document.nodes[index]
    switch node.name {
    case .paragraph: takeParagraph(index, in: source)
    case .record: takeRecord(index, in: source, vocabulary)
    case .subparagraph:
      let text = mark(of: index, in: source)
      let number = document.number(.n, of: node.parent) ?? 0
      starts.append(
        Start(
          range: ByteRange(Self.itemStart(node.range.start, in: source), node.range.end), text: text.end,
          mark: text.mark, name: number > 0 ? "sub-paragraph of \(number)" : "sub-paragraph",
          position: node.position, end: document.nodes[node.parent].range.end, isItem: true))
    case .subject:
      guard document.flag(.marked, of: index), !node.excerpt.isEmpty else {
        return takeUnmarkedSubject(index, in: source)
      }
      let isBehind = source.trimmedEnd(node.excerpt.end, node.range.end) == node.excerpt.end
      starts.append(
        Start(
          range: node.range,
          text: isBehind ? Self.afterLabel(node.range, in: source) : node.excerpt.end, mark: node.excerpt,
          name: "subject", position: node.position, end: isBehind ? node.excerpt.start : node.range.end,
          isBehind: isBehind, isOfHeading: true))
    case .marking where document.word(.kind, of: index) == "portion": takePortion(index, in: source)
    case .unmarked where isPaper: takeUnmarked(index, in: source)
    case .authority where document.flag(.marked, of: index):
      let text = mark(of: index, in: source)
      starts.append(
        Start(
          range: node.range, text: text.end, mark: text.mark, name: "classification authority",
          position: node.position, end: node.range.end, isOfHeading: true))
    case .transmissionID, .routing, .originator, .security, .dtg, .from, .addressee, .separator, .validation, .end,
      .classification, .designation, .caption, .passing, .executiveOrder, .tags, .references, .authority, .page,
      .signature, .stamp, .marking, .authorityBlock, .authorityLine, .designationIndicator, .distribution,
      .notice:
      addForm(index, in: source)
    // Parts of others, sums, and nodes that hold text of portions: what is not named above may not pass as form.
    default: break
    }
  }

  /// Makes portions of the starts.
  private func cut(
    _ end: Int, isPaper: Bool, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> [ReleasePortion] {
    var portions: [ReleasePortion] = []
    var titles: [(place: ByteRange, above: Int, below: Int, isFirst: Bool)] = []
    let places = kept
    var first = 0
    // The portion in the text of which marks stand.
    var owner: ReleasePortion?
    // Where the portion at hand ends, as far as the reader knows it: marks in its text reach no further.
    var ending: Int?
    for (index, start) in starts.enumerated() {
      while first < places.count, places[first].end <= start.text { first += 1 }
      // The node of a telegram within another does not reach over its last paragraph.
      let next = index + 1 < starts.count ? starts[index + 1].range.start : max(end, start.end ?? start.range.end)
      let own = start.isInner && start.end == nil ? ending : start.end
      if !start.isBehind { ending = own }
      var limit = start.isBehind ? own ?? next : max(start.text, min(own ?? end, next))
      if !isPaper, index + 1 < starts.count, !starts[index + 1].isInner,
        let title = title(
          in: Pieces.between(start.text, next, leavingOut: places[first...], in: source), in: source,
          mayBeAll: start.continues)
      {
        // The heading of a section may stand between a title and what it is about.
        let isAboveHeading = starts[index + 1].isOfHeading && !start.isOfHeading
        let below =
          isAboveHeading
          ? starts[(index + 1)...].firstIndex { !$0.isOfHeading && !$0.continues } ?? index + 1 : index + 1
        titles.append((title, index, below, start.isOfHeading))
        limit = min(limit, title.start)
      }
      if isPaper { limit = max(start.text, Self.textEnd(start.text, limit, in: source)) }
      let pieces = Pieces.between(
        start.text, limit, leavingOut: places[first...], in: source)
      var mark = start.statement ?? start.mark.flatMap { MarkStatement.read($0, in: source, vocabulary) }
      if mark == nil, start.isInner { mark = start.mark.flatMap { TextMark.unknownWords($0, in: source) } }
      var isUnreadable = start.mark != nil && mark == nil
      // What is set in below a portion goes with it where nobody asks for its own mark.
      var inner = start.mark == nil ? start.inner : nil
      if start.isInner, let around = start.inner == nil ? portions.last : owner {
        mark = start.inner ?? mark
        inner = around.mark == nil ? mark : nil
        mark = around.mark.flatMap { above in mark.map { above.joined(with: $0) } }
        isUnreadable = isUnreadable || around.hasUnreadableMark
      }
      portions.append(
        ReleasePortion(
          mark: mark, range: ByteRange(start.range.start, max(limit, start.range.end)), text: pieces,
          name: start.name, position: start.position, hasUnreadableMark: isUnreadable, inner: inner))
      if !start.isInner, !(start.isOfHeading && owner != nil) { owner = portions.last }
    }
    // `(C - ENTIRE TEXT)`: those without a mark have that one.
    if document.flag(.entireText, of: 0), let whole = portions.first(where: { $0.mark != nil && !isHeading($0) }) {
      for index in portions.indices where portions[index].mark == nil && !portions[index].hasUnreadableMark {
        portions[index].mark = whole.mark.map { mark in portions[index].inner.map { mark.joined(with: $0) } ?? mark }
      }
    }
    for (title, above, below, isFirst) in titles {
      var portion = portions[below]
      // Where the reader of the text cannot tell whose line it is, it goes with either.
      portion.mark = portions[above].mark.flatMap { above in portion.mark.map { above.joined(with: $0) } }
      // Above the first paragraph it may be any text that nobody marked.
      if isFirst, portion.mark?.level == .unclassified { portion.mark = nil }
      portion.hasUnreadableMark = portion.hasUnreadableMark || portions[above].hasUnreadableMark
      portion.range = title
      portion.text = [title]
      portion.name = "title above \(portion.name)"
      portions.append(portion)
    }
    return portions
  }

  private func isHeading(_ portion: ReleasePortion) -> Bool {
    starts.contains { $0.isOfHeading && $0.range.start == portion.range.start }
  }
}
