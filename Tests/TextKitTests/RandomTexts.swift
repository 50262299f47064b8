import TestSupport

/// Texts made by chance from characters that folding treats in different ways.
struct RandomTexts {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(seed: seed) }

  mutating func next(_ bound: Int) -> Int { dice.next(bound) }

  private static let pieces: [String] = [
    "a", "b", "Smith", "514-38-7793", " ", "  ", "\t", "\n", "\r\n", "\r", "\n\n", "-", "-\n", "\u{AD}", "\u{AD}\n",
    "\u{200B}",
    "\u{FEFF}", "e\u{301}", "é", "\u{301}", "ﬁ", "½", "²", "٣", "７", "𝟕", "Ж", "ж", "К", "І", "ł", "ß", "İ", "–", "−",
    "\u{A0}",
    "\u{3000}", "\u{2028}", "\u{2029}", "\u{202E}", "\u{0}", "\u{7F}", "´", "“", "·", "東", "한", "👩‍👩‍👧", "\u{E0041}", "°",
    "″", "'s",
    "|", "1l", "@", ".",
  ]

  mutating func text(_ count: Int) -> String {
    (0..<count).map { _ in
      next(20) == 0
        ? Unicode.Scalar(UInt32(next(0x11_0000))).map { String($0) } ?? "x" : Self.pieces[next(Self.pieces.count)]
    }.joined()
  }
}
