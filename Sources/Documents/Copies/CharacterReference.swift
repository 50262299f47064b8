package import MarkingModel
internal import XMLKit

/// A character that stands in a text by its number or name: `&#160;`, `&#xA0;`, `&nbsp;`, `&eacute;`.
///
/// The names of HTML 4 are libxml2's. Of those of HTML 5 it knows the ones whose characters can stand in a marking, a label, a
/// number or a name, or show nothing.
package struct CharacterReference {
  package var scalar: Unicode.Scalar
  package var range: ByteRange

  /// The longest that is read, in bytes.
  private static let longest = 28

  /// The one that begins at `at`; nil where none does.
  package static func read(_ at: Int, _ end: Int, in source: Span<UInt8>) -> CharacterReference? {
    let end = min(end, at + longest)
    guard at + 2 < end, source[at] == 0x26 else { return nil }
    if source[at + 1] == 0x23 { return number(at, end, in: source) }
    var stop = at + 1
    while stop < end, source[stop].isLetterOrDigit { stop += 1 }
    guard stop > at + 1 else { return nil }
    var name = ""
    for place in (at + 1)..<stop { name.unicodeScalars.append(Unicode.Scalar(source[place])) }
    if stop < end, source[stop] == 0x3B, let scalar = scalar(named: name) {
      return CharacterReference(scalar: scalar, range: ByteRange(at, stop + 1))
    }
    // Browsers read the oldest names without a semicolon, whatever follows: `514&nbsp38`.
    while name.utf8.count > 1 {
      if let scalar = HTMLEntity.scalar(named: name), scalar.value <= 0xFF {
        return CharacterReference(scalar: scalar, range: ByteRange(at, at + 1 + name.utf8.count))
      }
      name.removeLast()
    }
    return nil
  }

  /// `&#160;`, `&#xA0;`; what comes behind the digits need be no semicolon.
  private static func number(_ at: Int, _ end: Int, in source: Span<UInt8>) -> CharacterReference? {
    let isHexadecimal = source[at + 2] | 0x20 == 0x78
    let first = isHexadecimal ? at + 3 : at + 2
    var stop = first
    var value: UInt32 = 0
    while stop < end, let digit = source[stop].hexadecimalDigit, isHexadecimal || digit < 10 {
      // Zeros may stand before it, as many as there is room for.
      guard value < 0x110000 else { return nil }
      value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
      stop += 1
    }
    // More digits than there is room for.
    guard stop > first, stop < end || end == source.count else { return nil }
    // Numbers of the control characters that no text has are those of Windows, as browsers read them.
    guard let scalar = value < 0x100 ? StrayByte(UInt8(value)).scalar : Unicode.Scalar(value),
      scalar.value >= 0x20 || scalar == "\n" || scalar == "\t" || scalar == "\r"
    else { return nil }
    let isClosed = stop < end && source[stop] == 0x3B
    return CharacterReference(scalar: scalar, range: ByteRange(at, isClosed ? stop + 1 : stop))
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if let scalar = names[name] ?? HTMLEntity.scalar(named: name) { return scalar }
    // A letter with a mark that Latin-1 has not: the letter is what can be compared.
    guard let letter = name.unicodeScalars.first, marks.contains(String(name.dropFirst())) else { return nil }
    return letter
  }

  private static let names: [String: Unicode.Scalar] = [
    "emsp13": "\u{2004}", "emsp14": "\u{2005}", "numsp": "\u{2007}", "puncsp": "\u{2008}", "ThinSpace": "\u{2009}",
    "hairsp": "\u{200A}", "VeryThinSpace": "\u{200A}", "MediumSpace": "\u{205F}", "NonBreakingSpace": "\u{A0}",
    "Tab": "\t", "NewLine": "\n", "ZeroWidthSpace": "\u{200B}", "NegativeThinSpace": "\u{200B}",
    "NegativeMediumSpace": "\u{200B}", "NegativeThickSpace": "\u{200B}", "NegativeVeryThinSpace": "\u{200B}",
    "NoBreak": "\u{2060}", "af": "\u{2061}", "ApplyFunction": "\u{2061}", "it": "\u{2062}",
    "InvisibleTimes": "\u{2062}", "ic": "\u{2063}", "InvisibleComma": "\u{2063}", "AMP": "&", "LT": "<", "GT": ">",
    "QUOT": "\"", "lpar": "(", "rpar": ")", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]", "lcub": "{",
    "rcub": "}", "sol": "/", "bsol": "\\", "period": ".", "comma": ",", "colon": ":", "semi": ";", "num": "#",
    "ast": "*", "midast": "*", "lowbar": "_", "UnderBar": "_", "excl": "!", "quest": "?", "plus": "+", "equals": "=",
    "percnt": "%", "dollar": "$", "commat": "@", "verbar": "|", "vert": "|", "grave": "`", "Hat": "^",
    "hyphen": "\u{2010}", "dash": "\u{2010}", "horbar": "\u{2015}", "bullet": "\u{2022}", "centerdot": "\u{B7}",
    "inodot": "\u{131}", "imath": "\u{131}", "jmath": "\u{237}",
  ]

  /// What stands behind the letter in the name of one with a mark.
  private static let marks: Set<String> = [
    "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "slash", "macr", "breve", "ogon", "dot",
    "strok", "dblac",
  ]
}
