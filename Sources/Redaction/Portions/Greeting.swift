import Documents
import MarkingModel

/// The line that a message begins with: whom it speaks to, not what it is about.
enum Greeting {
  /// `John,`, `Dear Ms. Roe:`, `All -`, `Good morning, Ann!`: few words with capitals, and a sign behind them.
  static func isLine(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    let words = BlockText.words(of: block, in: source).filter { PortionReader.holdsLetters($0, in: source) }
    guard (1...5).contains(words.count), block.count <= 60, BlockText.lines(of: block, in: source).count == 1,
      !(block.start..<block.end).contains(where: { source[$0].isDigit })
    else { return false }
    let first = source.bytes(words[0]).filter { $0.isLetter }.map(\.capital)
    let isNamed = words.dropFirst().allSatisfy {
      source[$0.start].isCapital || source[$0.start] >= 0x80 || links.contains(source.bytes($0))
    }
    if greetings.contains(first) { return isNamed || first == Array("GOOD".utf8) }
    // `Mr. Secretary:`
    if titles.contains(first), words.count <= 3, source[block.end - 1] == UInt8(ascii: ":") { return isNamed }
    // `Berths:` may be a title.
    if groups.contains(first) { return words.count == 1 && source[block.end - 1].isOne(of: ",", ":", "-") }
    return isNamed && words.count <= 3 && source[block.end - 1] == UInt8(ascii: ",") && source[words[0].start].isCapital
  }

  /// Whether a line in the head of a letter is such: `Ann,`, `Colleagues:`. No title ends with a comma.
  static func isSalutation(_ block: ByteRange, in source: Span<UInt8>) -> Bool {
    guard block.end > block.start, isLine(block, in: source) else { return false }
    if source[block.end - 1] == UInt8(ascii: ",") { return true }
    let words = BlockText.words(of: block, in: source)
    let first = words.first.map { source.bytes($0).filter { $0.isLetter }.map(\.capital) } ?? []
    return words.count == 1 && groups.contains(first)
      || titles.contains(first) && source[block.end - 1] == UInt8(ascii: ":")
  }

  private static let titles: Set<[UInt8]> = Set(
    ["MR", "MRS", "MS", "DR", "MADAM", "SIR", "SIRS"].map { Array($0.utf8) })
  private static let greetings: Set<[UInt8]> = Set(
    ["DEAR", "HI", "HELLO", "HEY", "GOOD", "GREETINGS"].map { Array($0.utf8) })
  private static let groups: Set<[UInt8]> = Set(
    ["ALL", "TEAM", "EVERYONE", "FOLKS", "COLLEAGUES", "LADIES", "GENTLEMEN", "FRIENDS"].map { Array($0.utf8) })
  private static let links: Set<[UInt8]> = Set(
    ["and", "all", "team", "everyone", "folks", "colleagues"].map { Array($0.utf8) })
}
