import Guarding
import Testing

@Suite struct GuardedTests {
  private struct Failure: Error {}

  @Test func oneThreadAtATimeUsesTheValue() async {
    let counts = Guarded<[Int]>([0, 0])
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<2_000 {
            counts.withLock { counts in
              counts[0] += 1
              counts[1] = counts[0]
            }
          }
        }
      }
    }
    #expect(counts.withLock { $0 } == [16_000, 16_000])
  }

  @Test func anErrorLeavesItOpen() {
    let value = Guarded(1)
    #expect(throws: Failure.self) {
      try value.withLock { value throws(Failure) -> Int in
        value = 2
        throw Failure()
      }
    }
    #expect(value.withLock { $0 } == 2)
  }

  @Test func whatItHoldsGoesWithIt() {
    final class Thing: Sendable {}
    weak let thing: Thing?
    do {
      let only = Thing()
      thing = only
      let value = Guarded<[Thing]>([only])
      #expect(value.withLock { $0.count } == 1)
    }
    #expect(thing == nil)
  }
}
