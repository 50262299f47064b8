internal import TextKit

// Names with signs in them that look like letters, as a scanner reads them or somebody writes them who hides a name.
extension Words {
  /// The text with 0 for O and 1 for I or L within words of letters ("J0nes", "1ndigo"), with an l that can only be an I at
  /// the start of one ("lndigo") and an I that can only be an l within one ("WaIsh") as the letters that are meant. Nil
  /// where no word has any.
  ///
  /// - Parameter one: the small letter that a 1 stands for.
  func misread(_ text: borrowing FoldedText, one: UInt8) -> Words? {
    var result = self
    result.words = []
    var (isOther, next) = (false, 0)
    for (index, word) in words.enumerated() where index >= next {
      next = index + 1
      while next < words.count, words[next].start == words[next - 1].end { next += 1 }
      let place = (start: word.start, end: words[next - 1].end)
      let isMeant =
        next - index > 1 ? Self.holdsFewSigns(text.bytes, place) : Self.holdsOtherLetter(text.bytes, place)
      guard isMeant else {
        result.words += words[index..<next]
        continue
      }
      isOther = true
      var hash = Self.seed
      for at in place.start..<place.end {
        hash = Self.add(Self.letter(text.bytes, text.lowered, at, place, one: one), to: hash)
      }
      result.words.append(Word(start: place.start, end: place.end, hash: hash))
    }
    return isOther ? result : nil
  }

  /// Whether letters have no other digits among them than 0 and 1, and fewer of these than letters.
  private static func holdsFewSigns(_ bytes: [UInt8], _ place: (start: Int, end: Int)) -> Bool {
    var digits = 0
    for at in place.start..<place.end where bytes[at] &- 0x30 < 10 {
      if bytes[at] &- 0x30 > 1 { return false }
      digits += 1
    }
    return place.end - place.start > 2 * digits
  }

  private static func holdsOtherLetter(_ bytes: [UInt8], _ place: (start: Int, end: Int)) -> Bool {
    place.end - place.start > 3
      && (isCapital(bytes, place) || (place.start + 1..<place.end - 1).contains { isSmall(bytes, at: $0) })
  }

  /// Whether the small l at the start of a word is an I: no word begins with l and such a consonant.
  private static func isCapital(_ bytes: [UInt8], _ place: (start: Int, end: Int)) -> Bool {
    bytes[place.start] == UInt8(ascii: "l") && place.start + 1 < place.end
      && "bcdfgknmqrstvz".utf8.contains(bytes[place.start + 1])
  }

  /// Whether an I stands between two small letters.
  private static func isSmall(_ bytes: [UInt8], at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "I") && bytes[place - 1] &- 0x61 < 26 && bytes[place + 1] &- 0x61 < 26
  }

  private static func letter(
    _ bytes: [UInt8], _ lowered: [UInt8], _ at: Int, _ place: (start: Int, end: Int), one: UInt8
  ) -> UInt8 {
    switch bytes[at] {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"): one
    case UInt8(ascii: "l") where at == place.start && isCapital(bytes, place): UInt8(ascii: "i")
    case UInt8(ascii: "I") where at > place.start && at + 1 < place.end && isSmall(bytes, at: at): UInt8(ascii: "l")
    default: lowered[at]
    }
  }
}
