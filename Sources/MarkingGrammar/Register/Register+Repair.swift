import MarkingModel

extension Register {
  /// The entry that a range is with its letters spaced out, a digit that looks like a letter, or one slip of the hand;
  /// nil where none or more than one is near. Words of less than five letters have neighbours that are words: they are
  /// not guessed at, but for digits in the place of letters, from `fewest` characters on.
  func repaired(
    _ text: Span<UInt8>, _ range: ByteRange, fewest: Int
  ) -> (entry: Int, kind: MarkingDefect.Kind)? {
    guard range.count <= 120 else { return nil }
    let compact = text.compact(range.start, range.end)
    guard compact.count >= 2, compact.count <= 60 else { return nil }
    if compact.count < 5 { return short(compact, isSpaced: text.isSpacedOut(range), fewest: fewest) }
    var found: (Int, MarkingDefect.Kind)?
    for (index, letters) in words where abs(letters.count - compact.count) <= 1 {
      guard let kind = Self.likeness(compact, letters) else { continue }
      if let other = found, other.0 != index { return nil }
      if found?.1 != .spacedLetters { found = (index, kind) }
    }
    return found.map { (entry: $0.0, kind: $0.1) }
  }

  /// `N F`, `F0UO`.
  private func short(
    _ compact: [UInt8], isSpaced: Bool, fewest: Int
  ) -> (entry: Int, kind: MarkingDefect.Kind)? {
    if isSpaced { return find(compact.span, 0, compact.count).map { ($0, .spacedLetters) } }
    guard compact.count >= fewest else { return nil }
    let letters = compact.map { $0 == 0x30 ? UInt8(ascii: "O") : $0 == 0x35 ? UInt8(ascii: "S") : $0 }
    guard letters != compact else { return nil }
    return find(letters.span, 0, letters.count).map { ($0, .slip) }
  }

  private static func likeness(_ found: [UInt8], _ letters: [UInt8]) -> MarkingDefect.Kind? {
    if found == letters { return .spacedLetters }
    if found.count == letters.count, zip(found, letters).allSatisfy({ $0 == $1 || isLookAlike($0, $1) }) {
      return .slip
    }
    if letters.count >= 6 || found.count == letters.count,
      found.span.isSlip(of: letters, 0, found.count)
    {
      return .slip
    }
    if letters.count >= 6, found.count == letters.count - 1,
      letters.indices.contains(where: { skipped in
        found.indices.allSatisfy { found[$0] == letters[$0 < skipped ? $0 : $0 + 1] }
      })
    {
      return .slip
    }
    return nil
  }

  /// What scanners take for each other.
  private static func isLookAlike(_ a: UInt8, _ b: UInt8) -> Bool {
    switch (a, b) {
    case (0x30, UInt8(ascii: "O")), (0x31, UInt8(ascii: "I")), (0x31, UInt8(ascii: "L")), (0x35, UInt8(ascii: "S")),
      (0x38, UInt8(ascii: "B")), (UInt8(ascii: "L"), UInt8(ascii: "I")), (UInt8(ascii: "Q"), UInt8(ascii: "O")):
      true
    default: false
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether a range is single characters with a blank between two.
  fileprivate func isSpacedOut(_ range: ByteRange) -> Bool {
    guard range.count >= 3, range.count % 2 == 1 else { return false }
    for i in range.start..<range.end where (self[i] == 0x20) != ((i - range.start) % 2 == 1) { return false }
    return true
  }
}
