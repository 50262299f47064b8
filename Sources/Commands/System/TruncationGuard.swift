import Glibc
import Synchronization

/// Keeps the program alive when a mapped file is cut short by another program.
///
/// Reading behind the new end raises SIGBUS. The handler puts zeros there and makes a note, and the input is reported
/// as changed. One file is mapped at a time.
enum TruncationGuard {
  // What the handler reads: whole words, so that no lock is needed in it.
  private static let start = Atomic<UInt>(0)
  private static let end = Atomic<UInt>(0)
  private static let hit = Atomic<Bool>(false)
  private static let isInstalled = Atomic<Bool>(false)

  /// Whether the file that is mapped now was found cut short.
  static var wasHit: Bool { hit.load(ordering: .acquiring) }

  static func enter(_ address: UInt, count: Int) {
    hit.store(false, ordering: .releasing)
    end.store(address + UInt(count), ordering: .releasing)
    start.store(address, ordering: .releasing)
    if !isInstalled.exchange(true, ordering: .acquiringAndReleasing) { install() }
  }

  static func leave(_ address: UInt) {
    _ = start.compareExchange(expected: address, desired: 0, ordering: .acquiringAndReleasing)
  }

  private static func install() {
    var action = sigaction()
    unsafe action.__sigaction_handler.sa_sigaction = { signal, info, _ in
      TruncationGuard.handle(signal, at: unsafe UInt(bitPattern: info?.pointee._sifields._sigfault.si_addr))
    }
    action.sa_flags = SA_SIGINFO
    _ = unsafe sigaction(SIGBUS, &action, nil)
  }

  private static func handle(_ signal: Int32, at address: UInt) {
    let from = start.load(ordering: .acquiring)
    let to = end.load(ordering: .acquiring)
    let page = address & ~UInt(4095)
    if from != 0, address >= from, address < to,
      let place = unsafe UnsafeMutableRawPointer(bitPattern: page),
      unsafe mmap(place, Int(to - page), PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) != MAP_FAILED
    {
      hit.store(true, ordering: .releasing)
    } else {
      // Not ours: let it end the program as it would have.
      _ = Glibc.signal(signal, SIG_DFL)
    }
  }
}
