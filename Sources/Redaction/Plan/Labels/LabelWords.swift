import Documents

/// The words of a name of a column, an element or a field: `dateOfBirth`, `passport-no`, `SSN_NO` read "date Of Birth",
/// "passport no", "SSN NO".
enum LabelWords {
  /// The label as it is written and, where it is put together, in words. Digits are left out: they would pass for a part
  /// of the value.
  static func reading(_ label: [UInt8]) -> [UInt8] {
    let plain = label.map { $0 < 0x20 || $0.isDigit || $0 == UInt8(ascii: ":") ? 0x20 : $0 }
    let parted = self.parted(plain)
    return parted == plain ? plain : plain + [0x20] + parted
  }

  private static func parted(_ label: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    for (at, byte) in label.enumerated() {
      let next = at + 1 < label.count ? label[at + 1] : 0x20
      if byte.isCapital, at > 0 {
        let before = label[at - 1]
        let isSmallBefore = before.isLetter && !before.isCapital
        let beginsWord = before.isCapital && next.isLetter && !next.isCapital
        if isSmallBefore || beginsWord { words.append(0x20) }
      }
      words.append(byte.isOne(of: "_", "-", ".") ? 0x20 : byte)
    }
    return words
  }
}
