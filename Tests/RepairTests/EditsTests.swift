import MarkingModel
import Repair
import TestSupport
import Testing

@Suite struct EditsTests {
  private func edit(_ start: Int, _ end: Int, _ text: String) -> TextEdit {
    TextEdit(ByteRange(start, end), Array(text.utf8))
  }

  @Test func applied() {
    let edits = Edits([edit(6, 6, "-"), edit(0, 2, ""), edit(3, 4, "xyz")])
    #expect(String(decoding: edits.applied(to: Array("abcdef".utf8)), as: UTF8.self) == "cxyzef-")
  }

  @Test func mapped() {
    let edits = Edits([edit(2, 4, "x"), edit(6, 6, "++")])
    #expect([0, 2, 3, 4, 5, 6, 7].map { edits.map($0) } == [0, 2, 2, 3, 4, 5, 8])
    #expect(edits.map(6, isBehind: true) == 7)
  }

  @Test func conflicts() {
    let one = Edits([edit(2, 4, "x")])
    #expect(one.conflicts(with: Edits([edit(3, 5, "")])))
    #expect(one.conflicts(with: Edits([edit(4, 4, "y")])))
    #expect(!one.conflicts(with: Edits([edit(4, 5, "y")])))
    #expect(!Edits([edit(2, 4, "x"), edit(3, 5, "y")]).isConsistent)
  }

  /// Bytes that no edit takes are found where the map says.
  @Test func mapFollowsBytes() {
    var dice = Dice(seed: 7)
    for _ in 0..<500 {
      let bytes = (0..<40).map { UInt8($0 + 65) }
      var list: [TextEdit] = []
      var at = 0
      while at < 40 {
        let start = at + dice.next(6)
        let end = min(40, start + dice.next(4))
        guard start < 40 else { break }
        list.append(TextEdit(ByteRange(start, end), Array(repeating: 46, count: dice.next(4))))
        at = end + 1
      }
      let edits = Edits(list)
      let after = edits.applied(to: bytes)
      for offset in bytes.indices where !list.contains(where: { $0.range.start <= offset && offset < $0.range.end }) {
        #expect(after[edits.map(offset, isBehind: true)] == bytes[offset])
      }
    }
  }
}
