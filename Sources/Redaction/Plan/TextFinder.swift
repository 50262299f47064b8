package import Detection
import Documents
import MarkingModel
internal import TextKit

/// Finds what a policy withholds besides portions and parts of the form: what detectors and term lists know.
///
/// It looks at the text as a reader sees it: over line ends and page headings, without invisible characters, in whatever
/// alphabet look-alikes come from.
package struct TextFinder: Sendable {
  let detectors: DetectorSet?
  private let options: DetectorSet.Options
  let terms: TermList
  private let ordinaryNames: Set<String>
  let withholdsSigner: ElementClause?

  /// - Parameters:
  ///   - detectors: those that exist; the policy takes its pick.
  ///   - terms: of the user's lists.
  ///   - ordinaryNames: surnames that are words too, and are not looked for alone.
  package init(
    _ policy: Policy, detectors: DetectorSet, terms: TermList, ordinaryNames: Set<String>
  ) throws(DetectorError) {
    let takesAll = policy.detections.contains { $0.detector == "all" }
    let named = policy.detections.map(\.detector).filter { $0 != "all" }
    self.detectors =
      takesAll ? detectors : named.isEmpty ? nil : try detectors.selecting(named)
    var options = DetectorSet.Options()
    // The planner asks each clause for its own confidence; less than the least of them is of no use.
    options.threshold = policy.detections.map(\.confidence).min() ?? 100
    for allowed in policy.allowed {
      do throws(FoldingError) { try options.allow(allowed) } catch { throw .folding(error) }
    }
    self.options = options
    self.terms = policy.terms == nil ? TermList([]) : terms
    self.ordinaryNames = ordinaryNames
    withholdsSigner = policy.elements.first { $0.element == .signature }
  }

  /// A finder of lists alone, whatever they are withheld by.
  package init(terms: TermList, ordinaryNames: Set<String>) {
    detectors = nil
    options = DetectorSet.Options()
    self.terms = TermList(
      terms.entries.map { entry in
        var plain = entry
        plain.exemption = nil
        return plain
      })
    self.ordinaryNames = ordinaryNames
    withholdsSigner = nil
  }

  /// Everything that is found in a document, in order of place.
  package func find(in marked: MarkedText) throws(Refusal) -> [FoundText] {
    if detectors == nil, terms.entries.isEmpty, withholdsSigner == nil { return [] }
    let bytes = marked.bytes
    let source = bytes.span
    let signs = MarkupSigns(source)
    let structure = marked.document.structure
    let finder = try termFinder(source, marked.markings)
    var found = try labelled(source, structure)
    let edits = Self.edits(marked) + Self.labels(source)
    found += try find(in: try folded(source, edits + signs.quotes), finder)
    // A program may show the text without its signs, or as it is: both are read. So are numbers with a raised sign and
    // without it.
    let raised = Self.raised(structure, source)
    if signs.isInWords || !raised.isEmpty {
      found += try find(in: try folded(source, edits + signs.quotes + signs.signs + raised), finder)
    }
    found += try foundAcrossPages(marked, source, finder)
    if let finder { found += try foundInHeadings(marked, source, finder) }
    if !structure.ruby.isEmpty {
      let edits = edits + signs.quotes
      found += try foundInRuby(structure.ruby, edits, source, finder)
      let ruby = structure.ruby.map(RubyReading.init)
      found = found.map { $0.withRuby(ruby) }
    }
    return found.map { $0.withoutInnerBlanks(in: source) }
  }

  func find(
    in text: FoldedText, _ names: (finder: TermFinder, entries: [TermList.Entry])?
  ) throws(Refusal) -> [FoundText] {
    var found = try detections(in: text).map { detection in
      FoundText(
        detector: detection.detector, pieces: text.pieces(of: detection.folded), confidence: detection.confidence)
    }
    if let names { found += try terms(in: text, names) }
    return found
  }

  func terms(
    in text: FoldedText, _ names: (finder: TermFinder, entries: [TermList.Entry])
  ) throws(Refusal) -> [FoundText] {
    var found: [FoundText] = []
    for match in names.finder.find(in: text) {
      let entry = names.entries[match.entry]
      found.append(
        FoundText(
          detector: nil, pieces: text.pieces(of: match.folded), confidence: 100,
          exemptions: try Self.exemptions(of: entry), subject: match.entry + 1))
    }
    return found
  }

  private func detections(in text: FoldedText) throws(Refusal) -> [Detection] {
    guard let detectors else { return [] }
    do throws(DetectorError) {
      return try detectors.find(in: text, options: options)
    } catch {
      if case .cannotRun(let id, _) = error { throw .detector(id) }
      throw .detector("\(error)")
    }
  }

  /// What has a label that does not stand beside it.
  private func labelled(_ source: Span<UInt8>, _ structure: TextStructure) throws(Refusal) -> [FoundText] {
    guard let detectors else { return [] }
    var words = KnownLabels { label in
      do throws(FoldingError) {
        return detectors.hasContext(in: try FoldedText(label.span))
      } catch {
        // Of what cannot be read nobody can say that no detector knows it: its column is looked at.
        return true
      }
    }
    let reading = LabelledReading(of: source, structure, &words)
    if reading.text.isEmpty { return [] }
    let signs = MarkupSigns(reading.text.span)
    let labels = Self.labels(reading.text.span)
    var found: [FoundText] = []
    for edits in signs.isInWords ? [labels, labels + signs.signs] : [labels] {
      let text = try folded(reading.text.span, edits)
      for detection in try detections(in: text) {
        let pieces = text.pieces(of: detection.folded).flatMap(reading.originals)
        if pieces.isEmpty { continue }
        found.append(FoundText(detector: detection.detector, pieces: pieces, confidence: detection.confidence))
      }
    }
    return found
  }

  /// Page headings are not read, and ends of lines as what they are.
  static func edits(_ marked: MarkedText) -> [FoldedText.Edit] {
    let headings = marked.markings.flatMap(\.nodes).filter { $0.name == .page || $0.name == .designation }
      .map { FoldedText.Edit($0.range) }
    return headings + marked.document.softGaps.map { FoldedText.Edit($0, reads: [0x0A]) }
  }

  /// What an earlier release left reads as a value that is not known: a word before it is about it, and not about the
  /// next number.
  static func labels(_ source: Span<UInt8>) -> [FoldedText.Edit] {
    WithheldLabel.all(in: source).map { FoldedText.Edit($0.range, reads: LabelGap.withheld) }
  }

  /// Raised digits right behind others read like those of Unicode: as a sign of a note, not as a part of the number.
  private static func raised(_ structure: TextStructure, _ source: Span<UInt8>) -> [FoldedText.Edit] {
    structure.raised.filter {
      $0.start > 0 && source[$0.start - 1].isDigit && source[$0.start].isLetterOrDigit
    }.map { FoldedText.Edit($0, reads: [UInt8(ascii: "^")] + source.bytes($0)) }
  }

  func folded(_ source: Span<UInt8>, _ edits: [FoldedText.Edit]) throws(Refusal) -> FoldedText {
    let text: FoldedText
    do throws(FoldingError) {
      text = try FoldedText(source, edits: Self.apart(edits))
    } catch {
      throw .detector("\(error)")
    }
    var counter = LineCounter()
    if let place = text.undecodable { throw .undecodable(counter.position(of: place.start, in: source)) }
    if let place = text.reordered { throw .reordered(counter.position(of: place.start, in: source)) }
    return text
  }

  /// In order and without those that overlap one before.
  private static func apart(_ edits: [FoldedText.Edit]) -> [FoldedText.Edit] {
    var apart: [FoldedText.Edit] = []
    let ordered = edits.sorted { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) }
    for edit in ordered where !edit.range.isEmpty {
      if let last = apart.last, last.range.end > edit.range.start { continue }
      apart.append(edit)
    }
    return apart
  }

  /// Terms of the lists, and the signer: who is withheld at the end of a telegram is withheld in its text too.
  func termFinder(
    _ source: Span<UInt8>, _ documents: [MarkingDocument]
  ) throws(Refusal) -> (finder: TermFinder, entries: [TermList.Entry])? {
    var list = terms
    if let withholdsSigner {
      let exemption = withholdsSigner.exemptions.isEmpty ? nil : withholdsSigner.exemptions.text
      let papers = documents.filter(PortionReader.isPaper).compactMap { $0.nodes.first?.range }
      var known: Set<String> = []
      for place in ElementReader.places(of: .signature, in: documents, source) {
        let name = String(decoding: source.bytes(place), as: UTF8.self)
        // Who signs each message of a mailbox is one person.
        guard known.insert(name).inserted else { continue }
        // A copy has its label there.
        if WithheldLabel.read(place.start, in: source) != nil { continue }
        // `Will`, under a message or a letter, is a word like others elsewhere.
        if !name.contains(" "), papers.contains(where: { $0.start <= place.start && place.end <= $0.end }) {
          continue
        }
        var spellings = [name]
        if isOrdinary(name) {
          spellings += GivenNames.of(name.lowercased(), in: source).map { "\($0) \(name)" }
        }
        list.entries.append(TermList.Entry(kind: .name, spellings: spellings, exemption: exemption))
      }
    }
    guard !list.entries.isEmpty else { return nil }
    return (try Self.finder(of: list, ordinaryNames), list.entries)
  }

  /// Whether a name is a single word that is an ordinary one as well.
  func isOrdinary(_ name: String) -> Bool { ordinaryNames.contains(name.lowercased()) }

  private static func finder(of list: TermList, _ ordinaryNames: Set<String>) throws(Refusal) -> TermFinder {
    var options = TermFinder.Options()
    options.ordinaryWords = ordinaryNames
    do throws(TermListError) {
      return try TermFinder(list, options: options)
    } catch {
      throw .terms("\(error)")
    }
  }

  /// The first line of a list whose exemption is none, and what is wrong with it.
  package static func exemptionMistake(in list: TermList) -> (line: Int, sentence: String)? {
    for entry in list.entries {
      do throws(ExemptionMistake) { _ = try readExemptions(of: entry) } catch { return (entry.line, error.sentence) }
    }
    return nil
  }

  private static func readExemptions(of entry: TermList.Entry) throws(ExemptionMistake) -> [Exemption] {
    try (entry.exemption ?? "").split(separator: ";").map { part throws(ExemptionMistake) in
      try Exemption(String(part.drop { $0 == " " }))
    }
  }

  private static func exemptions(of entry: TermList.Entry) throws(Refusal) -> [Exemption] {
    do throws(ExemptionMistake) { return try readExemptions(of: entry) } catch {
      throw .terms("line \(entry.line) of the list: \(error.sentence)")
    }
  }
}
