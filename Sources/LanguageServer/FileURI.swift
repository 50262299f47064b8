/// The file that a client's URI names.
enum FileURI {
  /// The path as bytes; empty for what is no file, such as a text that was never saved.
  static func path(_ uri: String) -> [UInt8] {
    let scheme = "file://"
    guard uri.hasPrefix(scheme) else { return [] }
    // Behind the name of the host, which is empty or this machine.
    let rest = Array(uri.utf8.dropFirst(scheme.utf8.count).drop { $0 != UInt8(ascii: "/") })
    var path: [UInt8] = []
    var at = 0
    while at < rest.count {
      if rest[at] == UInt8(ascii: "%"), at + 2 < rest.count, let high = digit(rest[at + 1]),
        let low = digit(rest[at + 2])
      {
        path.append(high << 4 | low)
        at += 3
      } else {
        path.append(rest[at])
        at += 1
      }
    }
    return path
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
