/// How many attributes the tags of a page have at most: the parser compares each attribute of a tag with all before it.
///
/// Where a comment or a script ends, nobody can tell without parsing. So a tag may begin at every `<`, and all that may be
/// open are followed at once; of two in the same state, the one with more attributes.
struct AttributeBound {
  /// As the HTML standard has it (13.2.5), from the name of a tag on.
  private enum State: Int, CaseIterable {
    case tagName, beforeName, name, afterName, beforeValue, doubleQuoted, singleQuoted, unquoted
  }

  /// The most that any tag has.
  private(set) var most = 0

  /// O(page).
  init(of bytes: [UInt8]) {
    // Attributes so far, by state; -1 where no tag is in it.
    let none = [Int](repeating: -1, count: State.allCases.count)
    var open = none
    var isOpen = false
    for at in bytes.indices {
      let byte = bytes[at]
      if isOpen {
        var next = none
        isOpen = false
        for state in State.allCases where open[state.rawValue] >= 0 {
          var count = open[state.rawValue]
          guard let to = Self.step(state, byte, &count) else { continue }
          next[to.rawValue] = max(next[to.rawValue], count)
          isOpen = true
          most = max(most, count)
        }
        open = next
      }
      let isEnd = at > 1 && bytes[at - 1] == UInt8(ascii: "/")
      let beginsTag = at > 0 && bytes[isEnd ? at - 2 : at - 1] == UInt8(ascii: "<")
      if beginsTag, (byte | 0x20) &- 0x61 < 26 {
        open[State.tagName.rawValue] = max(open[State.tagName.rawValue], 0)
        isOpen = true
      }
    }
  }

  /// The state behind a byte; nil behind the end of the tag.
  private static func step(_ state: State, _ byte: UInt8, _ count: inout Int) -> State? {
    let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    switch state {
    case .doubleQuoted: return byte == UInt8(ascii: "\"") ? .beforeName : state
    case .singleQuoted: return byte == UInt8(ascii: "'") ? .beforeName : state
    case _ where byte == UInt8(ascii: ">"): return nil
    case .unquoted: return isBlank ? .beforeName : state
    case .tagName: return isBlank || byte == UInt8(ascii: "/") ? .beforeName : state
    case .beforeValue:
      if isBlank { return state }
      return byte == UInt8(ascii: "\"") ? .doubleQuoted : byte == UInt8(ascii: "'") ? .singleQuoted : .unquoted
    case .name, .afterName:
      if byte == UInt8(ascii: "=") { return .beforeValue }
      if byte == UInt8(ascii: "/") { return .beforeName }
      if isBlank { return .afterName }
      if state == .afterName { count += 1 }
      return .name
    case .beforeName:
      if isBlank || byte == UInt8(ascii: "/") { return state }
      count += 1
      return .name
    }
  }
}
