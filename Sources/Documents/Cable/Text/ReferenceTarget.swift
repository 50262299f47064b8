import MarkingGrammar
import MarkingModel

/// What the words of one reference point at.
struct ReferenceTarget: Sendable {
  var kind: Reference.Kind
  var isWellFormed: Bool
  var year: Int?
  var serial: Int?
  var isNotal: Bool

  /// Reads `[yy] POST serial`. `text` is the reference without its letter.
  static func read(_ text: Span<UInt8>, _ vocabulary: borrowing Vocabulary) -> ReferenceTarget {
    let end = text.count
    var target = ReferenceTarget(
      kind: .other, isWellFormed: false, year: nil, serial: nil, isNotal: false)
    let words = ReferenceWords(text)
    target.isNotal = words.hasNotal
    if words.nameOtherPaper { return target }
    // Dots stand between label and value in some copies (`REF… LONDON 20903`).
    var at = 0
    while at < end, text[at] <= 0x20 || text[at] == 0x2E || text[at] >= 0x80 { at += 1 }
    let year = text.number(at: at, end: end)
    var startsWithSerial = false
    if year.digits == 2 || year.digits == 4 && (1900...2099).contains(year.value) {
      target.year = year.value % 100
      at = text.skipBlanks(year.end, end)
    } else if year.digits > 0 {
      startsWithSerial = true
      at = text.skipBlanks(year.end, end)
    }
    let isGlued = year.digits > 0 && at == year.end
    guard let post = post(text, at, end, vocabulary) else { return target }
    let serial = text.number(at: text.skipBlanks(post.end, end), end: end)
    if startsWithSerial {
      guard post.isKnown else { return target }
      return ReferenceTarget(
        kind: .telegram, isWellFormed: false, year: nil, serial: year.value, isNotal: target.isNotal)
    }
    guard (1...8).contains(serial.digits), !isDate(text, serial.end, end, vocabulary) else {
      // A post without a serial points at a telegram all the same.
      if post.isKnown, serial.digits == 0, text.skipBlanks(post.end, end) == end { target.kind = .telegram }
      return target
    }
    target.kind = .telegram
    target.serial = serial.value
    target.isWellFormed = !isGlued && (post.isKnown || serial.digits >= 2)
    return target
  }

  /// The post: one of the vocabulary, with the words of a series after it (TOSEC), else up to three words.
  private static func post(
    _ text: Span<UInt8>, _ at: Int, _ end: Int, _ vocabulary: borrowing Vocabulary
  ) -> (end: Int, isKnown: Bool)? {
    guard at < end, text[at].isLetter else { return nil }
    if let known = vocabulary.posts.longest(in: text, at: at, end: end) {
      let after = text.skipBlanks(known.end, end)
      if let series = vocabulary.captions.longest(in: text, at: after, end: end) { return (series.end, true) }
      if after >= end || text[after].isDigit || !text[after].isLetter { return (known.end, true) }
    }
    var words = 0
    var i = at
    while i < end, words < 4 {
      let word = i
      while i < end, text[i].isLetter || text[i].isOne(of: ".", "'", "-", "/") { i += 1 }
      // `A-62` is an airgram, not a telegram.
      guard i > word, text[i - 1] != 0x2D || i >= end || !text[i].isDigit else { return nil }
      words += 1
      let next = text.skipBlanks(i, end)
      if next < end, text[next].isDigit { return (i, false) }
      i = next
    }
    return nil
  }

  /// Whether what follows a number makes a date of it: `8 FEB`, `12/01/09`.
  private static func isDate(_ text: Span<UInt8>, _ at: Int, _ end: Int, _ vocabulary: borrowing Vocabulary) -> Bool {
    if at < end, text[at] == 0x2F { return true }
    let word = text.skipBlanks(at, end)
    return word > at && vocabulary.months.find(text, word, text.wordEnd(word, end)) != nil
  }
}

/// What single words of a reference say of it.
private struct ReferenceWords {
  var hasNotal = false
  /// Whether one of them names a paper that is no telegram, or an address of electronic mail stands there.
  var nameOtherPaper = false

  /// Words of references that are no telegrams.
  private static let others = [
    "EMAIL", "EMAILS", "MAIL", "MAILS", "LETTER", "LTR", "MEMO", "MEMORANDUM", "MEMCON", "TELCON", "TELECON",
    "PHONECON", "TELEPHONE", "FONECON", "CONVERSATION", "FAX", "TELEFAX", "WIRELESS", "AIRGRAM", "NOTE", "MEETING",
    "FAM", "FAH", "CFR", "WEBSITE", "ARTICLE", "REPORT", "MESSAGE",
  ]

  /// For each first letter of these words and of NOTAL a bit for each second one, by their low five bits.
  private static let seconds: [UInt32] = {
    var seconds = [UInt32](repeating: 0, count: 32)
    for word in others + ["NOTAL"] {
      let letters = Array(word.utf8.prefix(2))
      seconds[Int(letters[0] & 0x1F)] |= 1 << UInt32(letters[1] & 0x1F)
    }
    return seconds
  }()

  private static func mayMatter(_ first: UInt8, _ second: UInt8) -> Bool {
    seconds[Int(first & 0x1F)] >> UInt32(second & 0x1F) & 1 == 1
  }

  init(_ text: Span<UInt8>) {
    var i = 0
    while i < text.count {
      let end = text.wordEnd(i, text.count)
      if end == i {
        if text[i] == 0x40 { nameOtherPaper = true }
        i += 1
        continue
      }
      // The names of most posts and their serials need no look: the words begin with other letters.
      if end - i >= 3, Self.mayMatter(text[i], text[i + 1]) {
        if text.hasWordAnyCase("NOTAL", at: i, end: end) {
          hasNotal = true
        } else if Self.others.contains(where: { text.equals(ByteRange(i, end), $0) }) {
          nameOtherPaper = true
        }
      }
      i = end
    }
  }
}
