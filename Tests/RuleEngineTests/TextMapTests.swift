import Testing

@testable import RuleEngine

/// What is found under a text is what was put there: as with Swift's own dictionary, but by bytes, and in groups.
@Suite struct TextMapTests {
  @Test func itHoldsWhatADictionaryHolds() {
    var map = TextMap<Int>()
    var dictionary: [[UInt8]: Int] = [:]
    var state: UInt64 = 7
    for number in 0..<5_000 {
      var text: [UInt8] = []
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      // Few letters and lengths about the eight bytes that are looked at together.
      for shift in 0..<(state >> 60) { text.append(0x61 + UInt8(state >> (shift * 3 + 8) & 1)) }
      #expect(map.value(of: text.span) == dictionary[text])
      guard dictionary[text] == nil else { continue }
      map.add(text.span, number)
      dictionary[text] = number
    }
    #expect(map.count == dictionary.count && map.count > 1_000)
    for (text, number) in dictionary { #expect(map.value(of: text.span) == number) }
  }

  @Test func groupsAreApart() {
    var map = TextMap<Int>()
    for group in -1..<300 { map.add("portion", in: group, group) }
    for group in -1..<300 { #expect(map.value(of: "portion", in: group) == group) }
    #expect(map.value(of: "portion", in: 300) == nil && map.value(of: "banner", in: 0) == nil)
  }

  /// Swift takes these for equal, and XPath does not.
  @Test func charactersCount() {
    var map = TextMap<Int>()
    map.add("caf\u{E9}", 1)
    map.add("cafe\u{301}", 2)
    #expect(map.value(of: "caf\u{E9}") == 1 && map.value(of: "cafe\u{301}") == 2)
  }
}

/// Expressions have the same meaning where they say the same, wherever it stands.
@Suite struct ExpressionMeaningTests {
  private func meaning(_ text: String) throws -> [UInt8] { try XPathParser.parse(text).meaning }

  @Test(arguments: [
    ("@a = 'b'", "  @a='b'"), ("@a = 'b'", "@a = \"b\""), ("(@a)", "@a"), ("a/b", "a / b"), ("not(@a)", "not( @a )"),
    ("1 + 2 * 3", "1 + (2 * 3)"), ("child::a", "a"), ("a[1]", "a[ 1 ]"),
  ])
  func blanksAndPlacesDoNotCount(_ pair: (String, String)) throws {
    #expect(try meaning(pair.0) == meaning(pair.1))
  }

  @Test func differentOnesDiffer() throws {
    let texts = [
      "a", "@a", "'a'", "$a", "a()", "a('')", "a/b", "/a/b", "a//b", "a[b]", "a[b][c]", "a[b[c]]", "a[b]/c", "a/b[c]",
      "(a)[b]", "(a)/b", "f(a, b)", "f(a)", "f(f(a), b)", "f(f(a, b))", "a = b", "a != b", "b = a", "a = b = a",
      "a = (b = a)", "a | b", "a and b", "a or b", "1", "1.0", "-1", "- -1", "'1'", "*", "@*", ".", "..", "node()",
      "text()",
      "comment()", "processing-instruction()", "parent::a", "ancestor::a", "f('a', 'b')", "f('ab', '')",
      "f('a', 'b', '')",
    ]
    let meanings = try texts.map(meaning)
    #expect(Set(meanings).count == texts.count)
  }
}
