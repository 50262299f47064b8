import MarkingGrammar
import MarkingModel

/// Who classified: whether a name and a position stand there.
///
/// Both are open lists, and a wrong word here is an error in a report. So nobody is named only where each word is
/// understood as part of a position, and a position is missing only where nothing but a name can stand there.
struct ClassifierName {
  private(set) var hasName = false
  private(set) var hasPosition = false
  /// Whether an office stands there, which is no position.
  private var hasOffice = false
  /// Whether the last title is one that a bureau belongs to (`A/S`).
  private var asksForBureau = false
  /// Whether a comma, or what stands for one, has come.
  private var isAfterComma = false
  /// Whether it has come after the name: what follows is a position.
  private var isAfterName = false
  /// Whether a word of the name has come, or the initial of one.
  private var hasBegun = false
  /// Words that are taken for the name, particles left out.
  private var nameWords = 0
  /// Whether a label of SMART's stands before what is read: what follows `Position:` is one, and what follows `Name:` none.
  private var field = ClassifierField.none
  /// Words that were taken, of whatever kind.
  private var words = 0
  /// Whether capitals tell an abbreviation from a word.
  private let isMixed: Bool

  /// Words that belong to neither.
  private static let others: Set<String> = [
    "FOR", "BY", "OF", "THE", "AND", "A", "AT", "IN", "TO", "US", "PER", "AS", "EMBASSY", "CONSULATE", "MISSION",
    "ACTING", "AMERICAN", "AI", "I", "JR", "SR", "II", "III", "EO", "E", "O", "S", "U", "THIS", "UNDER", "SECTION",
    "SEC",
  ]

  /// Reads what follows the label Classified By, which begins at `label`. A title is one of the vocabulary; what
  /// follows a comma after a name is a position too (an office symbol).
  static func read(
    _ joined: JoinedText, label: Int, _ range: Range<Int>, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> ClassifierName {
    var found = ClassifierName(isMixed: isMixed(joined, label, range, in: source))
    let bytes = joined.bytes
    let text = bytes.span
    var at = range.lowerBound
    while at < range.upperBound {
      if !text.isOfName(at) {
        found.pass(at, range.upperBound, joined, in: source, vocabulary)
        at += 1
      } else if let end = vocabulary.titles.longest(in: text, at: at, end: range.upperBound) {
        found.hasPosition = true
        found.words += 1
        found.asksForBureau = (at..<end).contains { bytes[$0] == 0x2F }
        at = end
      } else {
        at = found.take(at..<text.titleEnd(at, range.upperBound), range.upperBound, joined, in: source, vocabulary)
      }
    }
    return found
  }

  private init(isMixed: Bool) { self.isMixed = isMixed }

  /// Whether small letters stand in the range; where there are none, whether they stand in the label and no word is
  /// longer than abbreviations are (`Classified By: A/S, EUR`).
  private static func isMixed(
    _ joined: JoinedText, _ label: Int, _ range: Range<Int>, in source: Span<UInt8>
  ) -> Bool {
    for i in range where joined.isSmall(i, in: source) { return true }
    guard (label..<range.lowerBound).contains(where: { joined.isSmall($0, in: source) }) else { return false }
    var letters = 0
    for i in range {
      letters = joined.bytes[i].isLetter ? letters + 1 : 0
      if letters > 5 { return false }
    }
    return true
  }

  /// Passes over a sign between words.
  private mutating func pass(
    _ at: Int, _ end: Int, _ joined: JoinedText, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let bytes = joined.bytes
    let text = bytes.span
    let isApart = at + 1 < end && text[at + 1] == 0x20
    guard text[at].isOne(of: ",", ";", ":", "(") || text[at] == 0x2D && isApart else { return }
    isAfterComma = true
    // `Roe, Jane`: the comma behind a surname that stands first.
    if text[at] == 0x2C, isMixed, hasName, words == 1, GivenName.stands(at + 1, end, joined, in: source, vocabulary) {
      return
    }
    isAfterName = hasName && field != .name
  }

  /// Takes a word that begins no title; the offset after what is taken with it.
  private mutating func take(
    _ word: Range<Int>, _ end: Int, _ joined: JoinedText, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Int {
    let bytes = joined.bytes
    let text = bytes.span
    let letters = text.text(word.lowerBound, word.upperBound)
    if let label = ClassifierField(label: letters), word.upperBound < end, text[word.upperBound] == 0x3A {
      field = label
      isAfterName = false
      return word.upperBound + 1
    }
    if let place = ClassifierPlace.end(behind: letters, text, word.upperBound, end, vocabulary) { return place }
    if Self.others.contains(letters) {
      let opens = (letters == "FOR" || letters == "OF") && (hasPosition || hasOffice)
      if opens, let field = Self.affairsEnd(text, word.upperBound, end) { return field }
      return word.upperBound
    }
    words += 1
    if field == .position {
      hasPosition = true
      return word.upperBound
    }
    let isInitial = word.count == 1 && word.upperBound < end && text[word.upperBound] == 0x2E
    if isAfterName, !isInitial { hasPosition = true }
    if word.count >= 7, PositionWord.isCompound(word, joined, in: source) {
      hasPosition = true
      return word.upperBound
    }
    if letters.utf8.contains(0x2F) {
      takeOffice(word, text, vocabulary)
      return word.upperBound
    }
    let next = Self.next(text, word.upperBound, end, vocabulary)
    let isFollowed = next == .position
    if vocabulary.titles.isPart(text, word.lowerBound, word.upperBound) {
      if isFollowed { return word.upperBound }
      // `Deputy Jane Doe`, but not `J. Q. Public`.
      if !hasBegun, next == .word { hasPosition = true }
    } else if isAbbreviation(word, joined, in: source), isFollowed || asksForBureau && isAfterComma && !hasName {
      hasOffice = true
      return word.upperBound
    } else if !hasBegun, next == .word, PositionWord.isAbbreviation(word, joined, in: source) {
      hasPosition = true
      return word.upperBound
    }
    takeName(word, joined, in: source)
    return word.upperBound
  }

  /// An office symbol (`EUR/RPM`), or the position that one of its parts is (`AA/S`, where S is a secretary).
  private mutating func takeOffice(_ word: Range<Int>, _ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) {
    hasOffice = true
    var start = word.lowerBound
    while start < word.upperBound {
      var end = start
      while end < word.upperBound, text[end] != 0x2F { end += 1 }
      let isSecretary = end == word.upperBound && end == start + 1 && text[start] == 0x53
      if isSecretary || vocabulary.titles.longest(in: text, at: start, end: end) == end { hasPosition = true }
      start = end + 1
    }
  }

  /// A word of the name, or of a position that is not known: one that is written small before all others, or one of
  /// more words than a name has.
  private mutating func takeName(_ word: Range<Int>, _ joined: JoinedText, in source: Span<UInt8>) {
    hasBegun = true
    guard word.count > 1 else { return }
    if isMixed, !hasName, word.count > 3, joined.isSmall(word.lowerBound, in: source) { hasPosition = true }
    hasName = true
    if word.count > 3 { nameWords += 1 }
    if nameWords > 4 { hasPosition = true }
  }

  private func isAbbreviation(_ word: Range<Int>, _ joined: JoinedText, in source: Span<UInt8>) -> Bool {
    guard isMixed, (2...5).contains(word.count) else { return false }
    for i in word where !joined.bytes[i].isLetter || joined.isSmall(i, in: source) { return false }
    return true
  }

  private enum Next { case none, word, position }

  /// What follows with no comma before it, and whether it goes on with a position.
  private static func next(
    _ text: Span<UInt8>, _ from: Int, _ end: Int, _ vocabulary: borrowing Vocabulary
  ) -> Next {
    var at = from
    while at < end, !text.isOfName(at) {
      guard text[at] == 0x20 || text[at] == 0x2E || text[at] == 0x26 else { return .none }
      at += 1
    }
    guard at < end else { return .none }
    let next = text.titleEnd(at, end)
    let isPosition =
      vocabulary.titles.longest(in: text, at: at, end: end) != nil || vocabulary.titles.isPart(text, at, next)
      || text.isWord("OF", at, next) || text.isWord("FOR", at, next) || text.isWord("AND", at, next)
    return isPosition ? .position : .word
  }

  /// The end of `Political Affairs` after FOR or OF: the field of a position, whatever it is.
  private static func affairsEnd(_ text: Span<UInt8>, _ from: Int, _ end: Int) -> Int? {
    var at = from
    var words = 0
    while at < end, words < 6, text[at] != 0x2C {
      guard text.isOfName(at) else {
        at += 1
        continue
      }
      let next = text.titleEnd(at, end)
      if text.isWord("AFFAIRS", at, next) { return next }
      words += 1
      at = next
    }
    return nil
  }
}

extension Span where Element == UInt8 {
  /// Whether a byte can begin a name or a title.
  func isOfName(_ at: Int) -> Bool { self[at].isLetter || self[at] >= 0x80 }

  /// The end of the word at `at`, with the signs that stand within names and office symbols.
  func titleEnd(_ at: Int, _ end: Int) -> Int {
    var i = at + 1
    while i < end, self[i].isLetterOrDigit || self[i] >= 0x80 || self[i].isOne(of: "'", "/", "-") { i += 1 }
    return i
  }

  fileprivate func isWord(_ word: String, _ from: Int, _ to: Int) -> Bool {
    to - from == word.utf8.count && hasAnyCase(word, at: from, end: to)
  }

  /// The text of a short range; a byte sequence that is not UTF-8 becomes U+FFFD.
  fileprivate func text(_ from: Int, _ to: Int) -> String {
    var bytes: [UInt8] = []
    for i in from..<to { bytes.append(self[i]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
