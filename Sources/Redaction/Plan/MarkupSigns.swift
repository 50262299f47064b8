internal import Documents
import MarkingModel
internal import TextKit

/// Signs in a plain text that a program leaves out when it shows the text: those of Markdown, character references, tags,
/// the marks before lines of a quotation or a comment, and signs for a terminal.
///
/// `514-**38**-7793`, `514-<b>38</b>-7793` and `514&#45;38-7793` are one number for who reads the page that is made of them.
struct MarkupSigns {
  /// Marks before lines of a quotation or a comment, where the line before has one too.
  private(set) var quotes: [FoldedText.Edit] = []
  /// Everything else, in order and apart from each other.
  private(set) var signs: [FoldedText.Edit] = []
  /// Whether a sign stands within a word or a number: elsewhere the text reads the same with them.
  private(set) var isInWords = false
  private var commentEnd = NextPlace("-->")
  private var tagEnd = NextPlace(">")
  private var linkEnd = NextPlace(")")

  /// O(text).
  init(_ source: Span<UInt8>) {
    let classes = Self.classes
    let classOf = classes.span
    var wasQuoted = takeQuote(source, 0, wasQuoted: false)
    var at = Self.next(source, classOf, from: 0)
    while at < source.count {
      if classOf[Int(source[at])] == Self.lineEnd {
        at += 1
        wasQuoted = takeQuote(source, at, wasQuoted: wasQuoted)
      } else if let sign = sign(source, at) {
        signs += sign.edits
        isInWords = isInWords || sign.edits.contains { Self.isInWord($0, source) }
        at = sign.end
      } else {
        at += 1
      }
      at = Self.next(source, classOf, from: at)
    }
  }

  /// The next place where a sign may begin, or a line ends. Letters, digits and spaces are passed eight together.
  private static func next(_ source: Span<UInt8>, _ classOf: Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at &+ 8 <= source.count {
      let block = source.block(at)
      var others = ~(block.lettersOrDigits | block.highBits(of: 0x20)) & UInt64.highBits
      while others != 0 {
        let place = at &+ others.trailingZeroBitCount &>> 3
        if classOf[Int(source[place])] != nothing { return place }
        others &= others &- 1
      }
      at &+= 8
    }
    while at < source.count, classOf[Int(source[at])] == nothing { at &+= 1 }
    return at
  }

  private static let nothing: UInt8 = 0
  private static let lineEnd: UInt8 = 1
  /// What each byte may begin: a sign (2), or the next line.
  private static let classes: [UInt8] = (0..<256).map {
    "*_~`\\&<[]".utf8.contains(UInt8($0)) || HiddenSigns.starts.contains(UInt8($0)) ? 2 : $0 == 0x0A ? lineEnd : nothing
  }

  /// Takes the mark at the start of a line; whether there is one.
  private mutating func takeQuote(_ source: Span<UInt8>, _ start: Int, wasQuoted: Bool) -> Bool {
    guard let mark = LineMark.read(source, start) else { return false }
    if wasQuoted, !mark.mayBeBullet || LineMark.isCutOff(source, before: start) {
      quotes.append(FoldedText.Edit(ByteRange(start, mark.end)))
    }
    return true
  }

  private mutating func sign(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    switch source[at] {
    case UInt8(ascii: "\\"): Self.escape(source, at)
    case UInt8(ascii: "&"): Self.reference(source, at)
    case UInt8(ascii: "<"): tag(source, at)
    case UInt8(ascii: "["): ([Self.hidden(at, at + 1)], at + 1)
    case UInt8(ascii: "]"): link(source, at)
    case 0x1B, 0xC2, 0xF3: HiddenSigns.read(source, at)
    default: Self.emphasis(source, at)
    }
  }

  private static func hidden(_ start: Int, _ end: Int) -> FoldedText.Edit {
    FoldedText.Edit(ByteRange(start, end), reads: [], isPart: true)
  }

  /// `&#45;`, `&shy;`, `&eacute;`, in a text that was a page once.
  private static func reference(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    guard let reference = CharacterReference.read(at, source.count, in: source) else { return nil }
    // A dot in the middle stands for one in numbers and addresses.
    let text = reference.scalar == "\u{B7}" ? "." : String(reference.scalar)
    return ([FoldedText.Edit(reference.range, reads: Array(text.utf8), isPart: true)], reference.range.end)
  }

  /// `**`, `_`, `~~`, `` ` ``: not a bullet.
  private static func emphasis(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    var end = at
    while end < source.count, source[end] == source[at] { end += 1 }
    return isBlank(source, at - 1) && isBlank(source, end) ? nil : ([hidden(at, end)], end)
  }

  /// A backslash before punctuation, or at the end of a line.
  private static func escape(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    guard at + 1 < source.count else { return nil }
    let next = source[at + 1]
    let isEnd = next == 0x0A || next == 0x0D
    guard isEnd || next > 0x20 && next < 0x7F && !next.isLetterOrDigit else { return nil }
    return ([hidden(at, at + 1)], at + (isEnd ? 1 : 2))
  }

  /// Elements that stand within a line.
  private static let elements: Set<String> = [
    "a", "abbr", "b", "bdi", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "s",
    "samp", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
  ]

  private mutating func tag(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    var name = at + 1
    if name < source.count, source[name] == UInt8(ascii: "!") {
      guard let end = commentEnd.end(in: source, from: at, before: at + 4000) else { return nil }
      return ([Self.hidden(at, end)], end)
    }
    if name < source.count, source[name] == UInt8(ascii: "/") { name += 1 }
    var end = name
    while end < source.count, end - name < 8, source[end].isLetterOrDigit { end += 1 }
    let element = String(decoding: source.bytes(ByteRange(name, end)), as: UTF8.self).lowercased()
    guard Self.elements.contains(element), let close = tagEnd.end(in: source, from: end, before: end + 400) else {
      return nil
    }
    let reads: [UInt8] = element == "br" ? [0x0A] : []
    return ([FoldedText.Edit(ByteRange(at, close), reads: reads, isPart: true)], close)
  }

  /// `](target)` behind the text of a link.
  private mutating func link(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    guard at + 1 < source.count, source[at + 1] == UInt8(ascii: "("),
      let end = linkEnd.end(in: source, from: at, before: at + 400)
    else { return ([Self.hidden(at, at + 1)], at + 1) }
    return ([Self.hidden(at, end)], end)
  }

  private static func isBlank(_ source: Span<UInt8>, _ at: Int) -> Bool {
    at < 0 || at >= source.count || source[at] <= 0x20
  }

  /// Whether a sign has letters or digits on both sides, or beside a digit what a number may have in it.
  private static func isInWord(_ sign: FoldedText.Edit, _ source: Span<UInt8>) -> Bool {
    if !sign.text.isEmpty { return true }
    if source[sign.range.start] == UInt8(ascii: "\\") { return true }
    // A tag parts words as no other sign does: "<b>Peter</b> Thorndike".
    if source[sign.range.start] == UInt8(ascii: "<") { return true }
    let (before, behind) = (sign.range.start - 1, sign.range.end)
    guard before >= 0, behind < source.count else { return false }
    let (a, b) = (source[before], source[behind])
    if a.isDigit || b.isDigit { return true }
    return isOfWord(a) && isOfWord(b)
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte >= 0x80 || "-.@\\*_~`<>&;\u{1B}".utf8.contains(byte)
  }
}
