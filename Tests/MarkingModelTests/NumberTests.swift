import MarkingModel
import Testing

@Suite struct NumberTests {
  @Test(arguments: [(0, "0 documents"), (1, "1 document"), (2, "2 documents"), (1_200, "1200 documents")])
  func oneIsSingular(_ number: Int, _ text: String) { #expect(number.counted("document") == text) }

  @Test func otherPluralsAreGiven() {
    #expect(1.counted("entry", "entries") == "1 entry")
    #expect(3.counted("entry", "entries") == "3 entries")
  }

  @Test(arguments: [
    (1, "1 finding"), (999, "999 findings"), (1_000, "1,000 findings"), (1_234_567, "1,234,567 findings"),
  ]
  )
  func thousandsAreParted(_ number: Int, _ text: String) { #expect(number.grouped("finding") == text) }
}
