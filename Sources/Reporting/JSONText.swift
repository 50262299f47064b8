/// JSON as it is written: members in the order in which they are given, so that a report of any length needs no tree
/// and the same calls give the same bytes.
package struct JSONText {
  package enum Container {
    case object
    case array
  }

  private struct Level {
    var container: Container
    /// Whether its members stand on one line.
    var isInline: Bool
    var isEmpty: Bool
  }

  private var out = ReportBuffer()
  private var levels: [Level] = []

  package init() {}

  /// Hands over what was written since the last call.
  package mutating func take() -> [UInt8] { out.take() }

  /// Opens an object or array, as a member of the object that is open (`key`) or an element of the array.
  package mutating func open(_ container: Container, _ key: String? = nil, inline: Bool = false) {
    place(key)
    levels.append(Level(container: container, isInline: inline || (levels.last?.isInline ?? false), isEmpty: true))
    out.write(container == .object ? "{" : "[")
  }

  /// Closes what was opened last; the outermost one ends the text.
  package mutating func close() {
    let level = levels.removeLast()
    if !level.isInline, !level.isEmpty { newLine() }
    out.write(level.container == .object ? "}" : "]")
    if levels.isEmpty { out.write("\n") }
  }

  package mutating func member(_ key: String?, _ value: String) {
    place(key)
    write(quoted: value)
  }

  /// A member that is null where there is no value.
  package mutating func memberOrNull(_ key: String, _ value: String?) {
    place(key)
    if let value { write(quoted: value) } else { out.write("null") }
  }

  package mutating func member(_ key: String?, _ value: Int) {
    place(key)
    out.write(String(value))
  }

  package mutating func member(_ key: String?, _ value: Bool) {
    place(key)
    out.write(value ? "true" : "false")
  }

  /// An array of strings on one line.
  package mutating func member(_ key: String?, _ values: [String]) {
    open(.array, key, inline: true)
    for value in values { member(nil, value) }
    close()
  }

  /// A member that is JSON already.
  package mutating func member(_ key: String? = nil, json: [UInt8]) {
    place(key)
    out.write(json)
  }

  private mutating func place(_ key: String?) {
    if let level = levels.last {
      if !level.isEmpty { out.write(level.isInline ? ", " : ",") }
      levels[levels.count - 1].isEmpty = false
      if !level.isInline { newLine() }
    }
    if let key {
      write(quoted: key)
      out.write(": ")
    }
  }

  private mutating func newLine() {
    out.write("\n")
    for _ in levels { out.write("  ") }
  }

  /// A string as RFC 8259 wants it. What a terminal could take for more than a character is escaped too.
  private mutating func write(quoted text: String) {
    out.write("\"")
    if text.utf8.allSatisfy(Self.isPlain) {
      out.write(text)
    } else {
      for scalar in text.unicodeScalars { write(escaped: scalar) }
    }
    out.write("\"")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private mutating func write(escaped scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": out.write("\\\"")
    case "\\": out.write("\\\\")
    case "\n": out.write("\\n")
    case "\r": out.write("\\r")
    case "\t": out.write("\\t")
    case _ where VisibleText.isHidden(scalar):
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        out.write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      }
    default: out.write(String(scalar))
    }
  }
}
