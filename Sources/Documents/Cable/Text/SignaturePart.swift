import MarkingGrammar
package import MarkingModel

/// The signature line.
package struct SignaturePart: Sendable {
  /// Whether anything in the telegram speaks for or against the signer.
  package enum Plausibility: Sendable {
    case yes
    case no
    case unknown

    /// As the contract names it.
    package var word: Word {
      switch self {
      case .yes: .isTrue
      case .no: .isFalse
      case .unknown: .unknown
      }
    }
  }

  package var place: Place
  /// Capitals, one surname.
  package var isWellFormed: Bool
  package var plausibility: Plausibility

  package func write(into document: inout DocumentWriter) {
    document.add(.signature, to: 0, at: place.range, place.position)
    document.set(.wellFormed, isWellFormed)
    document.set(.plausible, plausibility.word)
  }
}

extension SignaturePart {
  /// Words that belong to a surname.
  private static let particles = [
    "DE", "LA", "DEL", "DER", "VAN", "VON", "DI", "DU", "LE", "EL", "AL", "ST", "ST.", "MC", "MAC", "DOS", "DA", "SAN",
  ]

  /// Whether a line can be a signature: up to three words of letters and no more than 32 bytes.
  static func isCandidate(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    guard range.count >= 2, range.count <= 32, source[range.start].isCapital else { return false }
    var words = 1
    for i in range.start..<range.end {
      let byte = source[i]
      if byte == 0x20 {
        if source[i - 1] != 0x20 { words += 1 }
      } else if byte == 0x2E {
        // A point closes an initial; at the end it closes a sentence.
        guard i + 1 < range.end else { return false }
      } else if !byte.isLetter, byte != 0x27, byte != 0x2D, byte < 0x80 {
        return false
      }
    }
    return words <= 3
  }

  /// A surname in capitals that follows the last sentence on its line, or the label for it: `… THAT AREA. CHRISTOPHER`.
  static func tail(_ range: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    var start = range.end
    while start > range.start, range.end - start < 24, source[start - 1].isCapital { start -= 1 }
    let before = source.trimmedEnd(range.start, start)
    guard range.end - start >= 3, before > range.start + 1,
      source[before - 1] == 0x2E && source[before - 2].isLetter || source[before - 1] == UInt8(ascii: "]")
    else {
      return nil
    }
    // A word of two sentences in capitals is none: U.S., END.
    return source.equals(ByteRange(start, range.end), "END") ? nil : ByteRange(start, range.end)
  }

  /// Whether it is one surname in capitals.
  static func isWellFormed(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    for i in range.start..<range.end where source[i].isSmall { return false }
    var start = range.start
    for i in range.start..<range.end where source[i] == 0x20 {
      let word = ByteRange(start, i)
      if !word.isEmpty, source.hasMore(behind: i, range.end), !isParticle(word, in: source) { return false }
      start = i + 1
    }
    return true
  }

  private static func isParticle(_ word: ByteRange, in source: Span<UInt8>) -> Bool {
    particles.contains { $0.utf8.count == word.count && source.has($0, at: word.start, end: word.end) }
  }

  /// The surname in it: the last word, but for ACTING and the like.
  static func surname(_ range: ByteRange, in source: Span<UInt8>) -> ByteRange {
    var last = range
    while true {
      var start = last.end
      while start > last.start, source[start - 1] != 0x20 { start -= 1 }
      let word = ByteRange(start, last.end)
      guard start > range.start, source.equals(word, "ACTING") || source.equals(word, "JR") else { return word }
      last.end = source.trimmedEnd(range.start, start)
    }
  }

  /// Bytes of the text that are looked through for the name; a telegram is seldom longer.
  private static let reach = 65_536

  /// What the text says of the signer.
  static func plausibility(
    of name: ByteRange, text: ByteRange, authorities: [ByteRange], isSecretary: Bool, in source: Span<UInt8>
  ) -> Plausibility {
    if isSecretary { return .yes }
    let text = ByteRange(text.start, min(text.end, text.start + reach))
    if source.hasName(name, in: text) || authorities.contains(where: { source.hasName(name, in: $0) }) { return .yes }
    let namesChief = source.namesChief(in: text) || authorities.contains { source.namesChief(in: $0) }
    return namesChief ? .no : .unknown
  }
}

extension Span where Element == UInt8 {
  /// Whether another byte than a space stands behind `at`.
  fileprivate func hasMore(behind at: Int, _ end: Int) -> Bool {
    for i in at..<end where self[i] != 0x20 { return true }
    return false
  }

  /// Whether a name stands in a range as a whole word, capital or small.
  fileprivate func hasName(_ name: ByteRange, in range: ByteRange) -> Bool {
    // One letter, perhaps the last byte of all, is no name to look for.
    guard name.count >= 2 else { return false }
    let letters = ThreeBytes(
      .anyCase(self[name.start]), .anyCase(self[name.start + 1]), .anyCase(self[name.end - 1]), at: name.count - 1)
    var i = range.start
    while let found = first(letters, from: i, to: range.end) {
      let after = found + name.count
      if found == range.start || !self[found - 1].isLetter, isSame(name, at: found),
        after >= range.end || !self[after].isLetter
      {
        return true
      }
      i = found + 1
    }
    return false
  }

  private func isSame(_ name: ByteRange, at: Int) -> Bool {
    for i in 0..<name.count where self[at + i].capital != self[name.start + i].capital { return false }
    return true
  }

  /// Whether a chief of mission is named (`Ambassador Doe`). Only mixed case shows a name, and only behind a word in
  /// small letters it is not another country's ambassador.
  fileprivate func namesChief(in range: ByteRange) -> Bool {
    // Am or Ch, and a few others that are told apart below.
    let letters = ThreeBytes(.either(0x41, 0x43), .either(0x6D, 0x68), .either(0x41, 0x62), at: 2)
    var i = range.start
    while let found = first(letters, from: i, to: range.end) {
      if namesChief(self[found] == 0x41 ? "AMBASSADOR" : "CHARGE", at: found, in: range) { return true }
      i = found + 1
    }
    return false
  }

  private func namesChief(_ title: String, at start: Int, in range: ByteRange) -> Bool {
    let end = start + title.utf8.count
    return end + 2 < range.end && self[end] == 0x20 && self[end + 1].isCapital && self[end + 2].isSmall
      && self[start + 1].isSmall && hasAnyCase(title, at: start, end: end) && isWordStart(start, in: range)
      && isBehindSmall(start, in: range)
  }

  /// Whether a word begins with the letter at `at`: no letter stands before it, digits left out.
  private func isWordStart(_ at: Int, in range: ByteRange) -> Bool {
    var i = at
    while i > range.start, self[i - 1].isDigit { i -= 1 }
    return i == range.start || !self[i - 1].isLetter
  }

  /// Whether the word before `at` begins with a small letter; true where there is none.
  private func isBehindSmall(_ at: Int, in range: ByteRange) -> Bool {
    var i = at
    while i > range.start, !self[i - 1].isLetter { i -= 1 }
    var first: UInt8?
    while i > range.start, self[i - 1].isLetterOrDigit {
      i -= 1
      if self[i].isLetter { first = self[i] }
    }
    return first?.isSmall ?? true
  }
}
