import MarkingGrammar
import Testing

/// Sets of portions as bits, held against sets of numbers.
@Suite struct PortionSetTests {
  @Test func itIsASet() {
    var state: UInt64 = 7
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for bound in [4, 64, 65, 300, 5000] {
      for _ in 0..<300 {
        let a = Set((0..<next(6)).map { _ in next(bound) })
        let b = Set((0..<next(6)).map { _ in next(bound) })
        let (x, y) = (PortionSet(a), PortionSet(b))
        #expect(Array(x) == a.sorted() && x.count == a.count && x.isEmpty == a.isEmpty && x.min() == a.min())
        #expect(x.union(y) == PortionSet(a.union(b)) && x.subtracting(y) == PortionSet(a.subtracting(b)))
        #expect(x.union(y).hashValue == y.union(x).hashValue)
        #expect((0..<bound).filter(x.contains) == a.sorted())
        #expect((x == y) == (a == b))
      }
    }
  }

  @Test func manyPortionsAreNamedByTheFirst() {
    #expect(PortionList.words([]) == nil)
    #expect(PortionList.words([3]) == "portion 3")
    #expect(PortionList.words([7, 3]) == "portions 3 and 7")
    #expect(PortionList.words(PortionSet(1...8)) == "portions 1, 2, 3, 4, 5, 6, 7 and 8")
    #expect(PortionList.words(PortionSet(100...200)) == "portions 100, 101, 102, 103, 104, 105 and 95 more")
  }
}
