/// Addresses of networks.
enum NetworkAddresses {
  /// Four numbers from 0 to 255 without leading zeros, dots between them. Blanks do not count.
  static func isIPv4(_ value: Span<UInt8>) -> Bool {
    var (dots, digits, number) = (0, 0, 0)
    for at in value.indices {
      switch value[at] {
      case UInt8(ascii: " "): break
      case UInt8(ascii: "."):
        if digits == 0 { return false }
        (dots, digits, number) = (dots + 1, 0, 0)
      case 0x30..<0x3A:
        // A zero has no digit behind it.
        if digits > 0, number == 0 { return false }
        (digits, number) = (digits + 1, number * 10 + Int(value[at] &- 0x30))
        if number > 255 { return false }
      default: return false
      }
    }
    return dots == 3 && digits > 0
  }

  /// The text form of RFC 4291, section 2.2: eight groups, or fewer and one `::`.
  static func isIPv6(_ value: Span<UInt8>) -> Bool {
    var text = (0..<value.count).map { value[$0] }
    if let zone = text.firstIndex(of: UInt8(ascii: "%")) { text.removeSubrange(zone...) }
    let halves = parts(text, of: [0x3A, 0x3A])
    guard halves.count <= 2 else { return false }
    var groups: [ArraySlice<UInt8>] = []
    for half in halves where !half.isEmpty { groups += half.split(separator: 0x3A, omittingEmptySubsequences: false) }
    var count = groups.count
    if let last = groups.last, last.contains(UInt8(ascii: ".")) {
      guard isIPv4(Array(last).span) else { return false }
      groups.removeLast()
      count += 1
    }
    guard groups.allSatisfy({ (1...4).contains($0.count) }) else { return false }
    if halves.count == 1 { return count == 8 }
    // Two groups of letters alone stand in programs: `std::face`.
    let isAddress = count > 2 || count > groups.count || groups.contains { $0.contains { $0 &- 0x30 < 10 } }
    return count < 8 && isAddress
  }

  private static func parts(_ text: [UInt8], of separator: [UInt8]) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var (start, at) = (0, 0)
    while at + 1 < text.count {
      if text[at] == separator[0], text[at + 1] == separator[1] {
        parts.append(text[start..<at])
        start = at + 2
        at = start
      } else {
        at += 1
      }
    }
    return parts + [text[start...]]
  }

  /// Twelve hexadecimal digits of more than two kinds.
  static func isMAC(_ value: Span<UInt8>) -> Bool {
    let characters = value.lettersAndDigits
    return characters.count == 12 && Set(characters).count > 2
  }
}
