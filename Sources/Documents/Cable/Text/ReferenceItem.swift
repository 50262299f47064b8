import MarkingGrammar
import MarkingModel

/// One reference: is it a telegram, and has its MRN the right shape?
enum ReferenceItem {
  /// O(bytes of the piece).
  static func read(
    _ piece: ReferencesReader.Piece, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary, _ ruler: inout Ruler
  ) -> ReferencesPart.Item {
    let place = ruler.place(ByteRange(piece.start, piece.end), on: piece.line, in: source)
    var item = ReferencesPart.Item(
      place: place, letter: piece.letter.map { String(Unicode.Scalar($0)) } ?? "", kind: .other, isWellFormed: true,
      year: nil, serial: nil, isNotal: source.mentions("NOTAL", piece.text, piece.end))
    var at = source.skipEllipsis(piece.text, piece.end)
    if let year = source.year(at, piece.end) {
      item.year = year.value
      at = year.end
    }
    guard let mrn = source.postAndSerial(at, piece.end) else {
      // A post's name without a serial after it, or behind it, is an MRN out of shape.
      if namesPost(at, piece.end, in: source, vocabulary) {
        item.kind = .telegram
        item.isWellFormed = false
      }
      return item
    }
    item.kind = .telegram
    item.serial = mrn.serial
    item.isWellFormed = mrn.digits <= 6 && (item.year == nil || mrn.hasPost)
    return item
  }

  /// Whether nothing stands there but the name of a known post and numbers (`744 LISBON`, `LISBON`).
  private static func namesPost(
    _ from: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var at = from
    while at < end, source[at].isDigit || source.blank(at: at, end: end) > 0 { at += 1 }
    guard let post = vocabulary.posts.longest(in: source, at: at, end: end) else { return false }
    var rest = post.end
    while rest < end, source[rest].isDigit || source[rest] == 0x2E || source.blank(at: rest, end: end) > 0 { rest += 1 }
    return rest == end
  }
}

extension Span where Element == UInt8 {
  /// A year before the post: `08` or `2008`, and a blank.
  fileprivate func year(_ at: Int, _ end: Int) -> (value: Int, end: Int)? {
    let number = number(at: at, end: end)
    guard number.digits == 2 || (number.digits == 4 && (1900...2099).contains(number.value)),
      blank(at: number.end, end: end) > 0
    else { return nil }
    let next = skipBlanks(number.end, end)
    guard next < end, self[next].isLetter else { return nil }
    return (number.value % 100, next)
  }

  /// Words of a post's name, then its serial; nothing but the ways to end a reference follows.
  fileprivate func postAndSerial(_ from: Int, _ end: Int) -> (serial: Int, digits: Int, hasPost: Bool)? {
    var at = from
    var words = 0
    while at < end {
      at = skipBlanks(at, end)
      guard at < end else { return nil }
      if self[at].isDigit {
        let number = number(at: at, end: end)
        guard words > 0, endsReference(number.end, end) else { return nil }
        return (number.value, number.digits, words > 0)
      }
      guard self[at].isLetter, words < 5 else { return nil }
      while at < end, self[at].isLetter || self[at] == 0x2E || self[at] == 0x27 || self[at] == 0x2D || self[at] == 0x2F
      {
        // `A-62` is an airgram, not a telegram.
        if self[at] == 0x2D, at + 1 < end, self[at + 1].isDigit { return nil }
        at += 1
      }
      words += 1
    }
    return nil
  }

  /// What may follow a serial: punctuation, a parenthesis, `NOTAL`, `AND PREVIOUS`, `PARA 3`, `OF` a date.
  private func endsReference(_ at: Int, _ end: Int) -> Bool {
    let next = skipBlanks(at, end)
    if next >= end { return true }
    if next == at { return ".,;:()".utf8.contains(self[at]) }
    return self[next].isLetter || "(-.,;:".utf8.contains(self[next])
  }

  /// The offset after the dots that stand between label and value in some copies (`REF… LONDON 20903`).
  fileprivate func skipEllipsis(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end {
      if self[i] == 0x2E {
        i += 1
      } else if i + 2 < end, self[i] == 0xE2, self[i + 1] == 0x80, self[i + 2] == 0xA6 {
        i += 3
      } else {
        break
      }
    }
    return skipBlanks(i, end)
  }

  /// Whether a word (in capitals) stands in a range as a whole word.
  fileprivate func mentions(_ word: String, _ from: Int, _ end: Int) -> Bool {
    var at = from
    while at < end {
      if (at == from || !self[at - 1].isLetterOrDigit) && hasWordAnyCase(word, at: at, end: end) { return true }
      at += 1
    }
    return false
  }
}
