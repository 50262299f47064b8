internal import Documents
import MarkingModel
internal import TextKit

/// References to characters in a plain text that was a page once: `&#45;`, `&shy;`, `&eacute;`.
enum CharacterReference {
  /// The longest that is read, in bytes between its signs.
  private static let longest = 28

  /// What is called by name in numbers, addresses and names (HTML, named character references).
  private static let names: [String: String] = [
    "nbsp": " ", "ensp": " ", "emsp": " ", "emsp13": " ", "emsp14": " ", "thinsp": " ", "hairsp": " ", "numsp": " ",
    "puncsp": " ", "NonBreakingSpace": " ", "ThinSpace": " ", "VeryThinSpace": " ", "MediumSpace": " ", "Tab": " ",
    "NewLine": "\n",
    "ndash": "-", "mdash": "-", "minus": "-", "hyphen": "-", "dash": "-", "horbar": "-", "commat": "@", "period": ".",
    "num": "#", "lpar": "(", "rpar": ")", "lsqb": "[", "lbrack": "[", "rsqb": "]", "rbrack": "]", "sol": "/",
    "bsol": "\\", "colon": ":", "semi": ";", "comma": ",", "plus": "+", "lowbar": "_", "UnderBar": "_", "amp": "&",
    "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "apos": "'", "quot": "\"", "QUOT": "\"", "lsquo": "'",
    "rsquo": "'", "ldquo": "\"", "rdquo": "\"", "middot": ".", "percnt": "%", "equals": "=",
    "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "ZeroWidthSpace": "\u{200B}", "lrm": "\u{200E}",
    "rlm": "\u{200F}", "NoBreak": "\u{2060}", "af": "\u{2061}", "ApplyFunction": "\u{2061}", "it": "\u{2062}",
    "InvisibleTimes": "\u{2062}", "ic": "\u{2063}", "InvisibleComma": "\u{2063}",
    "NegativeThinSpace": "\u{200B}", "NegativeMediumSpace": "\u{200B}", "NegativeThickSpace": "\u{200B}",
    "NegativeVeryThinSpace": "\u{200B}",
    "szlig": "\u{DF}", "aelig": "\u{E6}", "AElig": "\u{C6}", "oelig": "\u{153}", "OElig": "\u{152}",
    "inodot": "i", "imath": "i", "jmath": "j",
  ]

  /// What stands behind the letter in the name of a letter with a mark: folding drops the mark.
  private static let marks: Set<String> = [
    "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "caron", "slash", "macr", "breve", "ogon", "dot",
    "strok", "dblac",
  ]

  static func read(_ source: Span<UInt8>, _ at: Int) -> (edits: [FoldedText.Edit], end: Int)? {
    var end = at + 1
    while end < source.count, end - at <= longest, source[end].isLetterOrDigit || source[end] == UInt8(ascii: "#") {
      end += 1
    }
    guard end > at + 1, end < source.count, source[end] == UInt8(ascii: ";") else { return nil }
    let name = String(decoding: source.bytes(ByteRange(at + 1, end)), as: UTF8.self)
    guard let text = name.hasPrefix("#") ? number(name.dropFirst()) : self.text(name) else { return nil }
    return ([FoldedText.Edit(ByteRange(at, end + 1), reads: Array(text.utf8), isPart: true)], end + 1)
  }

  private static func number(_ digits: Substring) -> String? {
    let value = digits.lowercased().hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }

  private static func text(_ name: String) -> String? {
    if let text = names[name] { return text }
    return marks.contains(String(name.dropFirst())) ? name.first.map { String($0) } : nil
  }
}
