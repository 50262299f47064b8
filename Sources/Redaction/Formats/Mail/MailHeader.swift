import MailKit

/// Which header fields a copy keeps, and how they are read. All others are left out and counted: they say which way a
/// message went, from which machine and program, and to which others it belongs.
enum MailHeader {
  static let kept = HeaderField.allCases.map(\.rawValue)

  static func isAddresses(_ name: String) -> Bool { name != "Subject" && name != "Date" }

  /// Fields that the copy writes anew.
  static func isStructure(_ name: String) -> Bool {
    ["mime-version", "content-type", "content-transfer-encoding", "content-disposition"].contains(name.lowercased())
  }

  /// As records count it. A signature does not hold for the copy.
  static func droppedName(_ name: String) -> String {
    let name = name.lowercased()
    let isSignature = name.hasSuffix("-signature") || name.hasPrefix("arc-") || name == "autocrypt"
    return isSignature ? "signature" : "header field"
  }

  struct Item {
    /// The displayed name of a mailbox, or the text of what is none.
    var name: String
    var address: String?
  }

  /// What of a field is read, and whether there was more: comments beside addresses, addresses that are broken.
  static func items(of field: MailField) -> (texts: [Item], hasRemarks: Bool) {
    let value = clean(field.value)
    // What is not certainly a list of addresses is text.
    guard !field.addresses.isEmpty, field.addresses.allSatisfy(isPlain) else {
      let text = field.isNamed("Date") ? field.date ?? value : value
      return (text.isEmpty ? [] : [Item(name: text)], false)
    }
    let items = field.addresses.flatMap(items)
    let shown = items.reduce(0) { $0 + letters($1.name) + letters($1.address ?? "") }
    return (items, shown < letters(value))
  }

  private static func items(_ address: MailAddress) -> [Item] {
    switch address {
    case .group(let name, let members):
      let name = clean(name)
      return (name.isEmpty ? [] : [Item(name: name)]) + members.flatMap(items)
    case .mailbox(let name, let address): return [Item(name: clean(name), address: address)]
    }
  }

  private static func letters(_ text: String) -> Int {
    text.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  private static func isPlain(_ address: MailAddress) -> Bool {
    switch address {
    case .group(_, let members): members.allSatisfy(isPlain)
    case .mailbox(_, let address): isPlain(address)
    }
  }

  /// Whether an address needs no quoting.
  private static func isPlain(_ address: String) -> Bool {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !address.contains("=?") else { return false }
    let signs = Array(".!#$%&'*+/=?^_`{|}~-".utf8)
    return parts[0].allSatisfy { isLetterOrDigit($0) || signs.contains($0) }
      && parts[1].allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }

  /// On one line: blanks and characters that are not shown become one blank, and none is at an end.
  static func clean(_ text: String) -> String {
    text.unicodeScalars.split { $0 == " " || $0.properties.generalCategory == .control }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}
