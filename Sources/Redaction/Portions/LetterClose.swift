import Documents
import MarkingModel

/// What closes a letter or a message above the name of who signs it: "Sincerely,", `V/r,`, `/s/`.
enum LetterClose {
  /// Whether a line is one and nothing else.
  static func isLine(_ line: ByteRange, in source: Span<UInt8>) -> Bool {
    rest(of: line, in: source)?.isEmpty ?? false
  }

  /// What stands behind it in a line, which may be nothing: `Regards, Jane Roe`, `/s/ Jane Roe`. Nil where the line does not
  /// begin with one.
  static func rest(of line: ByteRange, in source: Span<UInt8>) -> ByteRange? {
    if let name = SignedByHand.rest(of: line, in: source) { return name }
    if isClose(line, in: source) { return ByteRange(line.end, line.end) }
    guard let sign = (line.start..<line.end).prefix(40).first(where: { source[$0].isOne(of: ",", ":") }) else {
      return nil
    }
    let close = ByteRange(line.start, sign)
    // `Best: Quay 9` is no close, `Signed: Jane Roe` is one.
    guard isClose(close, in: source),
      source[sign] == UInt8(ascii: ",")
        || BlockText.words(of: close, in: source).contains(where: {
          source.hasAnyCase("SIGNED", at: $0.start, end: $0.end)
        })
    else { return nil }
    return ByteRange(source.skipBlanks(sign + 1, line.end), line.end)
  }

  private static func isClose(_ range: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: range, in: source).map { source.bytes($0).map(\.capital) }
    // `R/` is "Respectfully,".
    if words == [[UInt8(ascii: "R")]] { return range.count < 4 && source.has("/", at: range.start + 1, end: range.end) }
    return closes.contains(Array(words.joined(separator: [0x20])))
  }

  private static let closes: Set<[UInt8]> = Set(
    [
      "SINCERELY", "SINCERELY YOURS", "YOURS SINCERELY", "MOST SINCERELY", "VERY SINCERELY", "RESPECTFULLY",
      "VERY RESPECTFULLY", "RESPECTFULLY YOURS", "MOST RESPECTFULLY", "RESPECTFULLY SUBMITTED", "VR", "V R",
      "BEST REGARDS", "REGARDS", "KIND REGARDS", "KINDEST REGARDS", "WARM REGARDS", "WARMEST REGARDS",
      "WITH BEST REGARDS", "WITH KIND REGARDS", "WITH WARM REGARDS", "WITH REGARDS", "BEST", "ALL THE BEST",
      "BEST WISHES", "WITH BEST WISHES", "CORDIALLY", "CORDIALLY YOURS", "WARMLY", "YOURS", "YOURS TRULY",
      "VERY TRULY YOURS", "TRULY YOURS", "YOURS FAITHFULLY", "FAITHFULLY YOURS", "FAITHFULLY", "CHEERS", "THANKS",
      "MANY THANKS", "THANKS AGAIN", "THANK YOU", "WITH APPRECIATION", "WITH THANKS", "SIGNED", "SIGNED BY",
      "ORIGINAL SIGNED", "ORIGINAL SIGNED BY",
    ].map { Array($0.utf8) })
}
