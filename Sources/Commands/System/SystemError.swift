import Glibc

/// An error number of the system.
package struct SystemError: Error, Sendable, Hashable {
  package var code: Int32

  package init(code: Int32) { self.code = code }

  /// That of the call that failed just now in this thread.
  static var last: SystemError { SystemError(code: errno) }

  /// What the system calls it ("No space left on device"), in English whatever the locale: none was set.
  package var text: String { unsafe String(cString: strerror(code)) }
}
