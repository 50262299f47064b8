import LanguageServer
import TestSupport
import Testing

@Suite struct TextPlacesTests {
  private static let pieces = ["a", "\u{E9}", "\u{2022}", "\u{1F600}", "\n", "\r\n", "\r", " ", "(S)"]

  /// Texts made by chance.
  private static func text(_ dice: inout Dice) -> String {
    (0..<dice.next(40)).map { _ in pieces[dice.next(pieces.count)] }.joined()
  }

  /// The place of every character, by Swift's own counting.
  @Test(arguments: [true, false])
  func placesAreThoseThatCountingGives(countsBytes: Bool) {
    var dice = Dice(seed: 7)
    for _ in 0..<300 {
      let text = Self.text(&dice)
      let places = TextPlaces(Array(text.utf8), countsBytes: countsBytes)
      var line = 0
      var character = 0
      var offset = 0
      // "\r\n" is one character in Swift: scalars are counted, and a return ends a line where no new line follows.
      let scalars = Array(text.unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        #expect(places.place(of: offset) == .init(line: line, character: character))
        let isEnd = scalar == "\n" || scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n")
        if scalar != "\n" && scalar != "\r" {
          #expect(places.offset(of: .init(line: line, character: character)) == offset)
        }
        offset += UTF8.width(scalar)
        character += countsBytes ? UTF8.width(scalar) : UTF16.width(scalar)
        if isEnd {
          line += 1
          character = 0
        }
      }
      #expect(places.place(of: offset) == .init(line: line, character: character))
      #expect(places.offset(of: .init(line: line + 1, character: 0)) == nil)
    }
  }

  @Test func aPlaceBehindTheLineIsItsEnd() {
    let places = TextPlaces(Array("ab\r\ncd".utf8), countsBytes: false)
    #expect(places.offset(of: .init(line: 0, character: 99)) == 2)
    #expect(places.offset(of: .init(line: 1, character: 99)) == 6)
    #expect(places.place(of: 99) == .init(line: 1, character: 2))
  }

  /// A client may name the middle of a letter that is two units for it.
  @Test func halfACharacterIsItsEnd() {
    let places = TextPlaces(Array("\u{1F600}x".utf8), countsBytes: false)
    #expect(places.offset(of: .init(line: 0, character: 1)) == 4)
    #expect(places.offset(of: .init(line: 0, character: 2)) == 4)
  }
}
