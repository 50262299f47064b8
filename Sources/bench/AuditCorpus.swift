import Glibc
import TestSupport

/// Cables for an audit: a TAR archive of as many as are asked for, of which every third has something wrong.
struct AuditCorpus {
  private var cables = FictionalCables(seed: 11)
  private var numbers = Dice(seed: 12)
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
    corpus.put(TAR.end)
    corpus.flush()
  }

  private mutating func write(_ number: Int) {
    var text = cables.cable(size: 4600)
    if number % 3 == 0 {
      let (old, new) = Self.faults[numbers.next(Self.faults.count)]
      text = text.replacing(old, with: new, maxReplacements: 1)
    }
    put(TAR.member("cables/\(number / 1000)/\(number).txt", Array(text.utf8)))
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
