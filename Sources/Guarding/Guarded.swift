internal import Glibc

/// A value that one thread at a time may use.
///
/// `Mutex` of Swift's library is the same, but waits in the kernel in a way that the sanitizer for threads does not see: what
/// it guards looks unguarded, and the reports that have to be ignored hide those that matter. A lock of POSIX is seen.
@safe
package final class Guarded<Value>: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  // Not a field: one that takes no room, as of a lock around nothing, lies where another does.
  private let value = UnsafeMutablePointer<Value>.allocate(capacity: 1)

  package init(_ value: sending Value) {
    unsafe self.value.initialize(to: value)
    // Without attributes it cannot fail.
    unsafe pthread_mutex_init(lock, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
    unsafe value.deinitialize(count: 1)
    unsafe value.deallocate()
  }

  /// Waits until no other thread uses the value. `body` must not ask for it again.
  package func withLock<Result, Failure>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return try unsafe body(&value.pointee)
  }
}
