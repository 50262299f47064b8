import MarkingModel

/// A label that the blocks of the first page are made of: `Classified By:`, `Controlled by:`.
enum BlockLabel: Sendable {
  case classifiedBy, reason, derivedFrom, declassifyOn
  case controlledBy, category, distribution, dissemination, contact, decontrolOn
  /// `Distribution/Dissemination Control:`: the one or the other.
  case distributionOrDissemination

  /// Whether it belongs to the classification authority block; else to the CUI designation indicator.
  var isAuthority: Bool {
    switch self {
    case .classifiedBy, .reason, .derivedFrom, .declassifyOn: true
    default: false
    }
  }

  /// As the contract names a line of the authority block.
  var word: String {
    switch self {
    case .classifiedBy: "classified-by"
    case .reason: "reason"
    case .derivedFrom: "derived-from"
    default: "declassify-on"
    }
  }

  /// How they are written, those of each label together; where several fit, the first one holds. Some are words of a text
  /// without their colon.
  private static let written: [(label: BlockLabel, words: [String])] = [
    (
      .classifiedBy,
      [
        "CLASSIFIED BY", "DERIVATIVELY CLASSIFIED BY", "ORIGINALLY CLASSIFIED BY", "CL BY", "CLASSIFIED-BY:",
        "CLASD BY:", "CLASSD BY:", "CLASS BY:", "CLAS BY:",
      ]
    ),
    (
      .reason, ["REASON FOR CLASSIFICATION", "CLASSIFICATION REASON", "REASON(S)", "REASONS", "REASON", "CL REASON"]
    ),
    (
      .derivedFrom,
      [
        "DERIVED FROM", "DRV FROM", "DRV FRM", "DERV FRM", "DERIVED FRM", "DERIVED-FROM:", "DERV FROM:", "DERV FM:",
        "DRV FM:",
      ]
    ),
    (.declassifyOn, ["DECLASSIFY ON", "DECL ON", "DECLASSIFICATION DATE", "DECLASSIFY-ON:", "DECLASSIFY"]),
    (.controlledBy, ["CONTROLLED BY"]),
    (.category, ["CUI CATEGORY(IES)", "CUI CATEGORIES", "CUI CATEGORY", "CATEGORY", "CATEGORIES"]),
    (
      .distributionOrDissemination,
      ["DISTRIBUTION/DISSEMINATION CONTROLS", "DISTRIBUTION/DISSEMINATION CONTROL"]
    ),
    (.distribution, ["DISTRIBUTION STATEMENT", "DISTRIBUTION"]),
    (
      .dissemination,
      [
        "LIMITED DISSEMINATION CONTROLS", "LIMITED DISSEMINATION CONTROL", "DISSEMINATION CONTROLS",
        "DISSEMINATION CONTROL", "LDC",
      ]
    ),
    (.contact, ["POC", "POINT OF CONTACT"]),
    (.decontrolOn, ["DECONTROL ON", "DECONTROL DATE", "DECONTROL"]),
  ]
  private static let phrases = PhraseList(written.flatMap(\.words))
  private static let labels = written.flatMap { entry in entry.words.map { _ in entry.label } }

  /// Whether a line that begins with these two bytes can begin with a label.
  @inline(__always)
  static func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first.capital {
    case 0x43: second.capital.isOne(of: "L", "O", "U", "A")
    case 0x44: second.capital.isOne(of: "E", "R", "I")
    case 0x52: second.capital == 0x45
    case 0x4C: second.capital.isOne(of: "I", "D")
    case 0x50: second.capital == 0x4F
    case 0x4F: second.capital == 0x52
    default: false
    }
  }

  /// The label at `at` and the offset after its colon.
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> (label: BlockLabel, next: Int)? {
    guard at + 1 < end, mayBegin(source[at], source[at + 1]) else { return nil }
    var index = 0
    while index < labels.count, let found = phrases.firstAnyCase(from: index, at: at, end: end, in: source) {
      let label = labels[found.index]
      index = found.index + 1
      if source[found.end - 1] == 0x3A { return (label, source.skipBlanks(found.end, end)) }
      let after = source.skipBlanks(found.end, end)
      if let colon = source.colon(after, end) { return (label, source.skipBlanks(colon + 1, end)) }
      if label.isAuthority, after > found.end, let value = source.behindDash(after, end) { return (label, value) }
      // Older documents have no colon, but capitals.
      guard label.isAuthority, end - at < 90, phrases.stands(found.index, at: at, in: source),
        label == .reason ? reasons.first(at: after, end: end, in: source) != nil : mayBeValue(after, end, in: source)
      else { continue }
      return (label, after)
    }
    return nil
  }

  /// What a reason begins with where no colon stands before it: `REASON 1.4(c)`.
  private static let reasons = PhraseList(["1.4", "1.5", "E.O.", "EO "])
  /// How a heading goes on that says why the whole is classified: `CLASSIFIED BY COMPILATION`.
  private static let wholes = PhraseList(["COMPILATION", "AGGREGATION", "ASSOCIATION"])

  /// Whether what stands behind a label without a colon may be its value.
  private static func mayBeValue(_ at: Int, _ end: Int, in source: Span<UInt8>) -> Bool {
    at >= end || source[at].isDigit
      || source[at].isCapital && wholes.first(at: at, end: end, in: source) == nil
  }

  /// The label of an authority block behind what may stand before it on its line, where it begins and the offset after its
  /// colon: `(U) Classified By:`, `• Derived From:`, `**Declassify On:**`.
  static func readBehindSigns(
    _ start: Int, _ end: Int, in source: Span<UInt8>
  ) -> (label: BlockLabel, start: Int, next: Int)? {
    let prefix = ItemPrefix.read(start, end, in: source)
    guard prefix.kind == .none || prefix.kind == .bullet else { return nil }
    var at = prefix.next
    // The block is unclassified: text with a higher mark is a portion.
    if source.has("(U", at: at, end: end) {
      while at < end, source[at] != 0x29 { at += 1 }
      at = source.skipBlanks(at + 1, end)
    }
    guard at > start, at < end, let (label, next) = read(at, end, in: source), label.isAuthority,
      source.hasColon(at, next)
    else { return nil }
    return (label, at, next)
  }
}

extension Span where Element == UInt8 {
  /// Where the colon of a label stands, before which points may lead to it: `Classified By.....:`.
  fileprivate func colon(_ start: Int, _ end: Int) -> Int? {
    var at = start
    while at < end, self[at] == 0x2E || self[at] == 0x20 { at += 1 }
    return at < end && self[at] == 0x3A ? at : nil
  }

  /// The offset after a dash between blanks, which stands for the colon: `Derived From - Guide 3`, `Derived From – Guide 3`.
  fileprivate func behindDash(_ at: Int, _ end: Int) -> Int? {
    for dash in ["-", "\u{2013}", "\u{2014}"] where has(dash, at: at, end: end) {
      let after = at + dash.utf8.count
      let value = skipBlanks(after, end)
      return value > after && value < end ? value : nil
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Whether a colon stands in a range: labels inside a line always have one.
  func hasColon(_ start: Int, _ end: Int) -> Bool {
    for i in start..<end where self[i] == 0x3A { return true }
    return false
  }
}
