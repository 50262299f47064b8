import Glibc

/// The paths that an audit is about: those of the command line, then those of a list.
final class AuditOperands {
  private var given: ArraySlice<[UInt8]>
  private var list: LineReader?
  private var descriptor: Int32 = -1
  /// Those of the command line; empty where there is a list as well, so that not all are known.
  let known: [[UInt8]]

  init(_ arguments: Arguments, _ surroundings: Surroundings) throws(UsageError) {
    given = arguments.operands[...]
    known = arguments.has(.filesFrom0) ? [] : arguments.operands
    guard let source = arguments.bytes(.filesFrom0) else { return }
    if source == [UInt8(ascii: "-")] {
      list = LineReader(surroundings.input, delimiter: 0)
    } else {
      let path = FilePath(source)
      descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY | O_CLOEXEC) }
      if descriptor < 0 { throw .unreadFile(path.shown, InputProblem(SystemError.last)) }
      list = LineReader(descriptor, delimiter: 0)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func next() -> [UInt8]? {
    if let operand = given.popFirst() { return operand }
    while let path = list?.next() {
      // A list may say "./-" for a file of that name.
      if !path.isEmpty { return path == [UInt8(ascii: "-")] ? Array("./-".utf8) : path }
    }
    return nil
  }

  /// Why the list could not be read to its end.
  var problem: SystemError? { list?.problem }
}
