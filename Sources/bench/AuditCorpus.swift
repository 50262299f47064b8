import Glibc

/// Cables for an audit: a TAR archive of as many as are asked for, of which every third has something wrong.
struct AuditCorpus {
  private var cables = FictionalCables(seed: 11)
  private var numbers = SeededNumbers(seed: 12)
  private var pending: [UInt8] = []

  /// What can be wrong: words of a cable, and what stands there instead.
  private static let faults: [(String, String)] = [
    ("\nSENSITIVE\n", "\n"), ("E.O. 12958: N/A\n", ""), ("TAGS: PREL EWWT EN", "TAGS: PREL EWWTX EN"),
    ("1. (SBU) SUMMARY", "2. (SBU) SUMMARY"), ("\n2. (", "\n2. (C) ("), ("\nBT\n#", "\n#"),
    ("UNCLAS TALLINN", "CONFIDENTIAL TALLINN"), ("P 121015Z MAR 09", "P 129915Z MAR 09"), ("REF: A.", "REF: B."),
    (" END SUMMARY.", ""), ("TO RUEHC/SECSTATE WASHDC PRIORITY", "TO RUEHC/SECSTATE WASHDC PRIORTY"),
  ]

  /// Writes the archive to standard output.
  static func write(count: Int) {
    var corpus = AuditCorpus()
    for number in 0..<count { corpus.write(number) }
    corpus.put([UInt8](repeating: 0, count: 1024))
    corpus.flush()
  }

  private mutating func write(_ number: Int) {
    var text = cables.cable(size: 4600)
    if number % 3 == 0 {
      let (old, new) = Self.faults[numbers.next(Self.faults.count)]
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    let bytes = Array(text.utf8)
    put(Self.header("cables/\(number / 1000)/\(number).txt", size: bytes.count))
    put(bytes)
    put([UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512))
  }

  /// The header of a member (POSIX.1-1988, ustar).
  private static func header(_ name: String, size: Int) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      for (offset, byte) in text.utf8.enumerated() { header[place + offset] = byte }
    }
    func octal(_ number: Int, _ digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(name, at: 0)
    put("0000644", at: 100)
    put(octal(size, 11), at: 124)
    put(octal(0, 11), at: 136)
    put("        0", at: 148)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\0 ", at: 148)
    return header
  }

  private mutating func put(_ bytes: [UInt8]) {
    pending += bytes
    if pending.count >= 1 << 20 { flush() }
  }

  private mutating func flush() {
    var written = 0
    while written < pending.count {
      let count = unsafe pending.withUnsafeBytes { buffer in
        unsafe Glibc.write(1, buffer.baseAddress?.advanced(by: written), buffer.count - written)
      }
      if count < 0 { exit(3) }
      written += count
    }
    pending.removeAll(keepingCapacity: true)
  }
}
