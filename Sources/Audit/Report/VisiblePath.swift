/// Names as a reader can see them: anybody may have given them.
package enum VisiblePath {
  /// What could move a cursor, break a line or turn the writing around becomes `\u{…}`.
  package static func text(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      let isHidden =
        scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value || scalar.properties.isBidiControl
        || 0x2028...0x2029 ~= scalar.value
      if isHidden {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
