import MarkingGrammar
import MarkingModel

// The marking document of what was read.
extension MarkedReader {
  /// What a letterhead names, then the Department of Defense and its components, the Department of State and its posts,
  /// and what belongs to a President.
  private static let offices = PhraseList(
    [
      "DEPARTMENT OF", "AGENCY", "OFFICE OF", "BUREAU OF", "EMBASSY OF", "COMMAND", "DIRECTORATE",
      "DEPARTMENT OF DEFENSE", "DEPARTMENT OF THE ARMY", "DEPARTMENT OF THE NAVY", "DEPARTMENT OF THE AIR FORCE",
      "SECRETARY OF DEFENSE", "JOINT STAFF", "MARINE CORPS", "DEFENSE INTELLIGENCE AGENCY",
      "DEPARTMENT OF STATE", "EMBASSY OF THE UNITED STATES", "AMERICAN EMBASSY", "U.S. EMBASSY",
      "AMERICAN CONSULATE", "U.S. CONSULATE", "U.S. MISSION", "UNITED STATES MISSION",
    ] + Surrounding.presidency)
  /// AGENCY, OFFICE OF, COMMAND and DIRECTORATE: words of any text, and what every agency has.
  private static let common: Set<Int> = [1, 2, 5, 6]
  private static let ofDefense = 7..<15
  private static let ofState = 15..<23

  /// What the other parts are compared with.
  struct Facts {
    var form: Form
    var day: CalendarDay?
    var released: CalendarDay?
    var isScan = false
    /// Whether it is judged by the orders of today: dated since E.O. 13526 took effect, or undated and no scan.
    var isCurrent = true
    var level: Classification?
    var portionLevel: Classification?
    /// Whether the first lines name an office, and one of the Department of Defense.
    var hasLetterhead = false
    var isOfDefense = false
    /// Whether they name the Department of State or one of its posts.
    var isOfState = false
    /// Whether they name an office of the President.
    var isPresidential = false
  }

  /// Reads a document; nil where it is none that is marked.
  ///
  /// `marks` are those of documents before, and of this one after it.
  static func document(
    from start: Int, form: Form?, _ marks: inout KnownMarks, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument? {
    // A listing holds the markings of others.
    if form == nil, source.isListing(from: start) { return nil }
    marks.begin()
    var reader = MarkedReader()
    swap(&reader.marks, &marks)
    defer { swap(&reader.marks, &marks) }
    reader.read(from: start, in: source, vocabulary)
    reader.dropWords(in: source)
    reader.takeWordyBanners(in: source, vocabulary)
    let pages = reader.settle(in: source)
    guard form != nil || reader.isMarked(in: source) else { return nil }
    return reader.document(pages, form: form ?? (reader.mail.isMail ? .email : .marked), in: source, vocabulary)
  }

  private mutating func document(
    _ pages: MarkedPages, form: Form, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> MarkingDocument {
    let marked = portions.count { $0.mark != nil }
    let markings = banners.count + marked
    var document = DocumentWriter(
      reservingNodes: 32 + 2 * markings, attributes: 256 + 16 * markings, texts: 64)
    document.add(.document, to: -1, at: ByteRange(0, source.count), Position(line: 1, column: 1))
    let facts = facts(form, in: source)
    writeRoot(facts, pages, in: source, to: &document)
    writeMarkings(facts, to: &document, in: source, vocabulary)
    writeSheets(pages, facts, to: &document, in: source, vocabulary)
    if marked > 0 { writeUnmarked(to: &document, in: source) }
    // What a scan garbles, and what older orders required otherwise, is not rolled up.
    if marked > 0, facts.isCurrent, !facts.isScan { writeRollUps(facts, to: &document, in: source, vocabulary) }
    writeBlocks(facts, pages, to: &document, in: source, vocabulary)
    writeNotices(facts, to: &document, in: source)
    writeRelease(facts, to: &document, in: source)
    return document.finish()
  }

  private func facts(_ form: Form, in source: Span<UInt8>) -> Facts {
    var facts = Facts(form: form, day: dates.day)
    facts.released = releases.lazy.compactMap(\.day).first
    facts.isScan = isScan(in: source)
    facts.isCurrent = dates.day.map { $0.number >= 20_100_627 } ?? (!facts.isScan && looksCurrent(in: source))
    facts.portionLevel = portions.lazy.compactMap { level(of: $0) }.max()
    facts.level = overallBanner.map { marks[$0.mark].classification } ?? facts.portionLevel
    let head = head(in: source)
    let named = Self.offices.found(in: head.bytes.span)
    facts.isOfDefense = named.contains { Self.ofDefense.contains($0) }
    facts.isOfState = named.contains { Self.ofState.contains($0) }
    facts.hasLetterhead =
      Letterhead.namesInstitution(in: source)
      || Self.offices.found(in: headBesidesBlocks(in: source).bytes.span).contains { namesAgency($0, in: source) }
    facts.isPresidential = named.contains { $0 >= Self.ofState.upperBound }
    return facts
  }

  private func writeRoot(
    _ facts: Facts, _ pages: MarkedPages, in source: Span<UInt8>, to document: inout DocumentWriter
  ) {
    var root = MarkedRoot(form: facts.form, day: facts.day?.number, level: facts.level)
    root.dateSource = "text"
    root.banners = banners.count
    root.portions = portions.count { $0.mark != nil }
    root.write(to: &document)
    document.set(.pages, pages.count)
    document.set(.era, facts.isCurrent ? Word.current : .historic)
    document.set(.ocr, facts.isScan)
    document.set(.released, releases.contains { $0.isRelease })
    let isOfDefense = facts.isOfDefense || !statements.isEmpty
    document.set(.agency, isOfDefense ? Word.dod : facts.isOfState ? .state : .other)
    document.set(.letterhead, facts.hasLetterhead)
    document.set(.portionRank, facts.portionLevel?.rank ?? 0)
    document.set(.textRank, textLevel(in: source)?.rank ?? 0)
    document.set(.cui, overallBanner.map { marks[$0.mark].isCUI } ?? isControlled(facts))
    document.set(.struck, overallBanner?.isStruck ?? false)
    document.set(.waiver, has(.waiver))
    document.set(.compilation, has(.compilation))
    document.set(.sourceList, has(.sources) || blocks.contains { $0.listsSources(in: source) })
    document.set(.decontrolled, has(.decontrolled))
    document.set(.enclosures, has(.enclosure))
    document.set(.textLines, text)
    if releases.contains(where: { $0.kind == .denied }) {
      document.set(.clearWords, SlipSheet.clearWords(in: source))
    }
    document.set(.old, isOld(facts))
    document.set(.envelope, Surrounding.isEnvelope(text, in: source))
    document.set(.presidential, facts.isPresidential)
  }

  /// Whether the head of the document names an agency, one of its offices or one of the President.
  func namesOffice(in source: Span<UInt8>) -> Bool {
    Self.offices.found(in: head(in: source).bytes.span).contains { index in
      index >= Self.ofState.upperBound || namesAgency(index, in: source)
    }
  }

  /// Whether an office that the head names shows whose document it is. `FROM: Office of the General Counsel` does not: every
  /// agency has one.
  private func namesAgency(_ index: Int, in source: Span<UInt8>) -> Bool {
    if !Self.common.contains(index) { return index < Self.ofState.upperBound }
    return Self.offices.found(in: letterhead(in: source).bytes.span).contains(index)
  }

  func has(_ kind: Notice.Kind) -> Bool { notices.contains { $0.kind == kind } }

  /// Whether it was 25 years old when it was released.
  private func isOld(_ facts: Facts) -> Bool {
    guard let day = facts.day, let released = facts.released else { return false }
    return AuthorityBlock.years(from: day, to: released) > 25
  }
}
