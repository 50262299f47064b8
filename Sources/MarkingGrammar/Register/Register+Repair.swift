import MarkingModel

extension Register {
  /// The entry that a range is with its letters spaced out, a digit that looks like a letter, or one slip of the hand;
  /// nil where none or more than one is near. Words of less than five letters have neighbours that are words: they are
  /// not guessed at.
  func repaired(_ text: Span<UInt8>, _ range: ByteRange) -> (entry: Int, kind: MarkingDefect.Kind)? {
    let compact = text.compact(range.start, range.end)
    guard compact.count >= 5, compact.count <= 60 else { return nil }
    var found: (Int, MarkingDefect.Kind)?
    for (index, entry) in entries.enumerated() where entry.category != .sci {
      for form in [entry.title, entry.abbreviation, entry.portion] where form.utf8.count >= 5 {
        let letters = Array(form.utf8.filter { $0 != 0x20 && $0 != 0x2D })
        guard letters.count >= 5, abs(letters.count - compact.count) <= 1 else { continue }
        guard let kind = Self.likeness(compact, letters) else { continue }
        if let other = found, other.0 != index { return nil }
        if found?.1 != .spacedLetters { found = (index, kind) }
      }
    }
    return found.map { (entry: $0.0, kind: $0.1) }
  }

  private static func likeness(_ found: [UInt8], _ letters: [UInt8]) -> MarkingDefect.Kind? {
    if found == letters { return .spacedLetters }
    if found.count == letters.count, zip(found, letters).allSatisfy({ $0 == $1 || isLookAlike($0, $1) }) {
      return .slip
    }
    if letters.count >= 6, found.span.isSlip(of: String(decoding: letters, as: UTF8.self), 0, found.count) {
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
