/// A fictional cable as named parts, so that a mutation can say which of them it breaks and where the finding stands.
struct Cable: Sendable {
  /// One line of the cable, or one paragraph with its line ends.
  struct Part: Sendable {
    /// Its name ("fl3", "tags", "p2"); empty for a blank line. Parts of a second transmission begin with "s2.".
    var key: String
    var text: String
    /// The width at which it is wrapped; nil leaves it as it stands.
    var width: Int?

    var lines: [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrap(String($0)) }
    }

    private func wrap(_ line: String) -> [String] {
      guard let width, line.count > width else { return [line] }
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !current.isEmpty, current.count + 1 + word.count > width {
          lines.append(current)
          current = String(word)
        } else {
          current += lines.isEmpty && current.isEmpty ? String(word) : " " + word
        }
      }
      return lines + [current]
    }
  }

  /// Where a finding is expected: in a part, at the line with a word of it where one is given.
  enum Place: Sendable {
    case document
    case at(String, word: String? = nil)
  }

  /// A mutation names a part or words that the cable does not have.
  struct Missing: Error {
    var what: String
  }

  var parts: [Part]

  var text: String { parts.flatMap(\.lines).joined(separator: "\n") + "\n" }

  /// The line (from 1) of a place.
  func line(of place: Place) throws(Missing) -> Int {
    guard case .at(let key, let word) = place else { return 1 }
    var line = 1
    for part in parts {
      if part.key == key {
        guard let word else { return line }
        guard let offset = part.lines.firstIndex(where: { $0.contains(word) }) else { throw Missing(what: word) }
        return line + offset
      }
      line += part.lines.count
    }
    throw Missing(what: key)
  }
}

/// The edits that mutations are made of.
extension Cable {
  func has(_ key: String) -> Bool { parts.contains { $0.key == key } }

  func index(_ key: String) throws(Missing) -> Int {
    guard let index = parts.firstIndex(where: { $0.key == key }) else { throw Missing(what: key) }
    return index
  }

  /// Replaces words in one part and gives the place of the part.
  @discardableResult
  mutating func replace(_ key: String, _ old: String, _ new: String) throws(Missing) -> Place {
    let part = try index(key)
    guard let range = parts[part].text.firstRange(of: old) else { throw Missing(what: "\(old) in \(key)") }
    parts[part].text.replaceSubrange(range, with: new)
    return .at(key)
  }

  @discardableResult
  mutating func set(_ key: String, _ text: String) throws(Missing) -> Place {
    parts[try index(key)].text = text
    return .at(key)
  }

  mutating func remove(_ key: String) throws(Missing) {
    parts.remove(at: try index(key))
  }

  /// Adds a line after a part.
  @discardableResult
  mutating func insert(_ key: String, _ text: String, after other: String) throws(Missing) -> Place {
    parts.insert(Part(key: key, text: text, width: nil), at: try index(other) + 1)
    return .at(key)
  }

  /// Adds a line before a part.
  @discardableResult
  mutating func insert(_ key: String, _ text: String, before other: String) throws(Missing) -> Place {
    parts.insert(Part(key: key, text: text, width: nil), at: try index(other))
    return .at(key)
  }

  mutating func swap(_ key: String, _ other: String) throws(Missing) {
    parts.swapAt(try index(key), try index(other))
  }
}
