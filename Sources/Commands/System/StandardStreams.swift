import Glibc

/// The three descriptors that every program expects to be open: standard input, output and error output.
enum StandardStreams {
  /// Gives each that the caller has closed something that can be neither read nor written. The next file that is opened, a
  /// report or an audit file, would get its number otherwise, and what is printed would be written into that file.
  static func holdClosed() {
    for (number, access) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)] {
      guard fcntl(number, F_GETFD) < 0, errno == EBADF else { continue }
      // The lowest free number is this one. Without it there is nobody to tell, and nothing is safe to open.
      guard unsafe open("/dev/null", access) == number else { _exit(ExitCode.incomplete.rawValue) }
    }
  }
}
