import Glibc

/// How many times the work for ten times the input is that for the input: some ten where it grows with the length, a
/// hundred where it grows with its square.
///
/// The processor's time of this thread is taken, so that neither the machine nor what else runs on it matters, and the
/// least of three, so that what is loaded once does not.
package func growth(ofTenfold length: Int, _ work: (Int) throws -> Void) rethrows -> Double {
  func cost(_ length: Int) throws -> Double {
    var least = Double.infinity
    for _ in 0..<3 {
      let start = processorTime()
      try work(length)
      least = min(least, processorTime() - start)
    }
    return least
  }
  return try cost(length * 10) / cost(length)
}

/// What ``growth(ofTenfold:_:)`` stays below where the work grows with the length.
package let linearGrowth = 40.0

/// The processor's time of this thread, in seconds.
private func processorTime() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
