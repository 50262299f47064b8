import RuleEngine
import Testing

@Suite struct DigestTests {
  /// FIPS 180-4's own examples, and nothing at all.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isSHA256(_ text: String, _ expected: String) {
    #expect(Digest.hex(of: text.utf8.span) == expected)
    var pieces = Digest()
    for byte in text.utf8 { pieces.update([byte].span) }
    #expect(pieces.hex() == expected)
    #expect(pieces.hex() == expected)
  }
}
