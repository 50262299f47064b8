import Glibc

/// Takes care that an interrupted run leaves no unfinished report.
enum Signals {
  private static let handled = [SIGINT, SIGTERM, SIGHUP]

  /// Writing to a closed pipe or beyond the size that a file may have becomes an error that is reported, not the end of
  /// the process.
  static func reportWhatCannotBeWritten() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  /// From now on a thread waits for the signals that end a process, removes the unfinished reports and lets the signal
  /// do its work. A signal that the parent had ignored (nohup) stays ignored. Call it once, before other threads.
  static func removeReportsWhenInterrupted() {
    var set = handledSet
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    var thread = pthread_t()
    _ = unsafe pthread_create(&thread, nil, { _ in unsafe Signals.wait() }, nil)
  }

  private static var handledSet: sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for number in handled where !isIgnored(number) { unsafe sigaddset(&set, number) }
    return set
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    unsafe sigaction(number, nil, &action)
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// The body of the thread.
  private static func wait() -> UnsafeMutableRawPointer? {
    var set = handledSet
    var number: Int32 = 0
    while unsafe sigwait(&set, &number) != 0 {}
    TemporaryFiles.removeAll {
      _ = signal(number, SIG_DFL)
      unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
      raise(number)
    }
    return nil
  }
}
