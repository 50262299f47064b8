import Reporting
import Testing

@Suite struct VisibleTextTests {
  /// A name can hold what stands for a byte that is no text in another.
  @Test func namesThatDifferAreShownDifferently() {
    let names: [[UInt8]] = [
      [0xFF], Array("\\xFF".utf8), Array("\\x5CxFF".utf8), Array("\\\\xFF".utf8), [0x1B], Array("\\u{1B}".utf8),
      Array("\\u{5C}u{1B}".utf8), Array("\u{85}".utf8), [0x85], Array("\\x85".utf8), Array("\\u{85}".utf8),
    ]
    #expect(Set(names.map { VisibleText.escaped($0) }).count == names.count)
  }

  @Test func otherBackslashesStayAsTheyAre() {
    #expect(VisibleText.escaped(Array(#"C:\cables\2009\a.txt"#.utf8)) == #"C:\cables\2009\a.txt"#)
  }
}
