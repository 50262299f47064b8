import MarkingModel

/// A character that stands in a text by its number or name: `&#160;`, `&#xA0;`, `&nbsp;`.
///
/// Of the names those are known whose characters can stand beside or in a marking, a label or a number: blanks, signs of
/// ASCII, dashes, bullets, quotation marks. Letters of other alphabets stay as they are.
struct CharacterReference {
  var scalar: Unicode.Scalar
  var range: ByteRange

  /// The longest that is read, in bytes.
  private static let longest = 24

  /// The one that begins at `at`; nil where none does.
  static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> CharacterReference? {
    let end = min(end, at + longest)
    guard at + 3 < end, source[at] == 0x26 else { return nil }
    if source[at + 1] == 0x23 { return number(at, end, in: source) }
    var stop = at + 1
    while stop < end, source[stop].isLetterOrDigit { stop += 1 }
    let isClosed = stop < end && source[stop] == 0x3B
    for (name, scalar) in names
    where name.utf8.count == stop - at - 1 && source.has(name, at: at + 1, end: stop) {
      // Pages of old leave the semicolon out of a few.
      guard isClosed || open.contains(scalar) else { return nil }
      return CharacterReference(scalar: scalar, range: ByteRange(at, isClosed ? stop + 1 : stop))
    }
    return nil
  }

  /// `&#160;`, `&#xA0;`
  private static func number(_ at: Int, _ end: Int, in source: Span<UInt8>) -> CharacterReference? {
    let isHexadecimal = source[at + 2] | 0x20 == 0x78
    let first = isHexadecimal ? at + 3 : at + 2
    var stop = first
    var value: UInt32 = 0
    while stop < end, stop - first < 8, let digit = source[stop].hexadecimalDigit, isHexadecimal || digit < 10 {
      value = value &* (isHexadecimal ? 16 : 10) &+ digit
      stop += 1
    }
    guard stop > first, stop < end, source[stop] == 0x3B else { return nil }
    // Numbers of the control characters that no text has are those of Windows, as browsers read them.
    guard let scalar = value < 0x100 ? StrayByte(UInt8(value)).scalar : Unicode.Scalar(value),
      scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" || scalar == "\r"
    else { return nil }
    return CharacterReference(scalar: scalar, range: ByteRange(at, stop + 1))
  }

  private static let open: Set<Unicode.Scalar> = [
    "\u{A0}", "&", "<", ">", "\"", "\u{AD}", "\u{B7}", "\u{A7}", "\u{B6}",
  ]

  private static let names: [(String, Unicode.Scalar)] = [
    ("nbsp", "\u{A0}"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"), ("emsp13", "\u{2004}"), ("emsp14", "\u{2005}"),
    ("numsp", "\u{2007}"), ("puncsp", "\u{2008}"), ("thinsp", "\u{2009}"), ("ThinSpace", "\u{2009}"),
    ("hairsp", "\u{200A}"), ("VeryThinSpace", "\u{200A}"), ("MediumSpace", "\u{205F}"), ("NonBreakingSpace", "\u{A0}"),
    ("Tab", "\t"), ("NewLine", "\n"), ("ZeroWidthSpace", "\u{200B}"), ("zwnj", "\u{200C}"), ("zwj", "\u{200D}"),
    ("lrm", "\u{200E}"), ("rlm", "\u{200F}"), ("NoBreak", "\u{2060}"), ("shy", "\u{AD}"),
    ("amp", "&"), ("AMP", "&"), ("lt", "<"), ("LT", "<"), ("gt", ">"), ("GT", ">"), ("quot", "\""), ("QUOT", "\""),
    ("apos", "'"), ("lpar", "("), ("rpar", ")"), ("lsqb", "["), ("lbrack", "["), ("rsqb", "]"), ("rbrack", "]"),
    ("lcub", "{"), ("rcub", "}"), ("sol", "/"), ("bsol", "\\"), ("period", "."), ("comma", ","), ("colon", ":"),
    ("semi", ";"), ("num", "#"), ("ast", "*"), ("midast", "*"), ("lowbar", "_"), ("excl", "!"), ("quest", "?"),
    ("plus", "+"), ("equals", "="), ("percnt", "%"), ("dollar", "$"), ("commat", "@"), ("verbar", "|"), ("vert", "|"),
    ("grave", "`"), ("Hat", "^"), ("hyphen", "\u{2010}"), ("dash", "\u{2010}"), ("ndash", "\u{2013}"),
    ("mdash", "\u{2014}"), ("horbar", "\u{2015}"), ("minus", "\u{2212}"), ("lsquo", "\u{2018}"), ("rsquo", "\u{2019}"),
    ("ldquo", "\u{201C}"), ("rdquo", "\u{201D}"), ("hellip", "\u{2026}"), ("bull", "\u{2022}"), ("bullet", "\u{2022}"),
    ("middot", "\u{B7}"), ("centerdot", "\u{B7}"), ("para", "\u{B6}"), ("sect", "\u{A7}"),
  ]
}

extension UInt8 {
  fileprivate var hexadecimalDigit: UInt32? {
    if isDigit { return UInt32(self &- 0x30) }
    let letter = (self | 0x20) &- 0x61
    return letter < 6 ? UInt32(letter) &+ 10 : nil
  }
}
