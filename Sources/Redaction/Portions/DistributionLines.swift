import Documents
import MarkingModel

/// The lines above a section in a print of the 1970s: its page, its number and to which offices it went. Those of the first
/// section stand in the heading; those of the next ones between two paragraphs.
///
///     PAGE 01
///     LIMA    04411  02 OF 02  142215Z
///     ACTION ARA-15
///     INFO OCT-01 ADS-00 AID-05 /021 W
///     ------------------060431 142233Z /14
enum DistributionLines {
  /// Whether all lines of a block are such.
  static func isBlock(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let lines = BlockText.lines(of: block, in: source)
    let words = lines.map { line in
      source.bytes(line).split { $0 == 0x20 || $0 == 0x09 }
    }
    return words.allSatisfy { isLine($0[...]) }
      && words.contains { line in
        guard let first = line.first else { return false }
        return first.elementsEqual("ACTION".utf8) || first.elementsEqual("INFO".utf8)
      }
  }

  /// Those directly below a page heading: what is above the text of the next section, and no part of it.
  static func below(_ page: ByteRange, to end: Int, in source: Span<UInt8>) -> [ByteRange] {
    var lines: [ByteRange] = []
    var at = source.lineEnd(from: page.end) + 1
    while at < end {
      let stop = min(source.lineEnd(from: at), end)
      let line = Pieces.trimmed(ByteRange(at, stop), in: source)
      at = stop + 1
      if line.isEmpty { continue }
      guard isLine(source.bytes(line).split { $0 == 0x20 || $0 == 0x09 }[...]) else { break }
      lines.append(line)
    }
    return lines
  }

  private static func isLine(_ words: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    if words.allSatisfy(isWord) { return true }
    // `PAGE 01 LA PAZ 02230 02 OF 02 171501Z`: a post, and then numbers.
    let post = words.drop { isWord($0) && !$0.elementsEqual("OF".utf8) }.prefix { $0.allSatisfy(\.isCapital) }
    let numbers = words[post.endIndex...]
    return (1...3).contains(post.count) && (4...5).contains(numbers.count) && numbers.allSatisfy(isWord)
      && numbers.contains { $0.elementsEqual("OF".utf8) }
  }

  private static let names: Set<[UInt8]> = Set(["ACTION", "INFO", "PAGE", "OF", "ISO"].map { Array($0.utf8) })

  /// `ACTION`, `ARA-15`, `02`, `142215Z`, `/021`, `W`, a row of dashes with a number behind it.
  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    if names.contains(Array(word)) || word.count == 1 && word.allSatisfy(\.isCapital) { return true }
    let rest = word.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") }
    if rest.count < word.count || rest.first?.isDigit == true {
      let behind = rest.drop(while: \.isDigit)
      return rest.count - behind.count <= 7 && (behind.isEmpty || behind.elementsEqual("Z".utf8))
    }
    let office = word.prefix { $0.isCapital }
    let number = word.dropFirst(office.count + 1)
    return (1...6).contains(office.count) && word.dropFirst(office.count).first == UInt8(ascii: "-")
      && number.count == 2 && number.allSatisfy(\.isDigit)
  }
}
