import MarkingModel
import Testing
import TextKit

/// Expressions are matched as PCRE2 does, and one that cannot be matched to the end is an error.
@Suite struct PatternTests {
  private func match(
    _ expression: String, _ text: String, from: Int = 0, to: Int? = nil, _ options: Pattern.Options = []
  ) throws -> ByteRange? {
    var room = try MatchRoom()
    return try Pattern(expression, options).firstMatch(in: Array(text.utf8).span, from: from, to: to, using: &room)
  }

  @Test func finds() throws {
    #expect(try match("b+", "abbc") == ByteRange(1, 3))
    #expect(try match("x", "abc") == nil)
    #expect(try match("", "") == ByteRange(0, 0))
    #expect(try match("b", "abb", from: 2) == ByteRange(2, 3))
    #expect(try match("c", "abc", to: 2) == nil)
    #expect(try match("(?<=a)b", "ab", from: 1) == ByteRange(1, 2))
    #expect(try match("b", "ab", .anchored) == nil)
    #expect(try match("b", "ab", from: 1, .anchored) == ByteRange(1, 2))
    #expect(try match("B", "ab", .ignoringCase) == ByteRange(1, 2))
  }

  /// Swift's own `\b` is Unicode's boundary of words, which does not see this one: a name would be left standing.
  @Test func knowsWordsAsReadersDo() throws {
    #expect(try match(#"\bCambodia\b"#, "of Cambodia's coast") == ByteRange(3, 11))
    #expect(try match(#"\bжуков\b"#, "(Жуков)", .ignoringCase) == ByteRange(1, 11))
  }

  @Test func givesGroups() throws {
    let pattern = try Pattern(#"(a)|(?<second>b)"#)
    var room = try MatchRoom()
    #expect(try pattern.firstMatch(in: Array("b".utf8).span, using: &room) == ByteRange(0, 1))
    #expect(pattern.group(named: "second") == 2 && pattern.group(named: "third") == nil)
    #expect(room.group(1) == nil && room.group(2) == ByteRange(0, 1) && room.group(40) == nil)
  }

  @Test func aLimitIsNotNothing() throws {
    let text = String(repeating: "a", count: 40)
    #expect(throws: PatternError.limit) { try match("(a*)*b|(a|aa)+$x", text) }
  }

  @Test func saysWhatIsWrong() throws {
    #expect(throws: PatternError.malformed(reason: "missing closing parenthesis", offset: 2)) { try match("(a", "") }
    do {
      _ = try match("a(?<n", "")
    } catch {
      #expect("\(error)".hasPrefix("not a regular expression: "))
    }
  }
}
