internal import CLibXML2

/// Collects what libxml2 reports while one call runs.
///
/// A handler gets it as an opaque pointer, so it must outlive the call: `extendLifetime` after every use.
final class ErrorLog {
  private(set) var problems: [XMLProblem] = []
  /// The limit that the first of them is about.
  private var limit: XMLLimit?
  /// Where a document type declaration was met.
  var documentType: XMLProblem?
  /// What the document type gives to elements.
  var defaults = DefaultValues()

  /// What is wrong with a document: the first problem. Nil where there is none.
  var error: XMLError? {
    guard let problem = problems.first else { return nil }
    return limit.map { .limit($0, problem) } ?? .malformed(problem)
  }

  /// What a C handler is given as its user data.
  var opaque: UnsafeMutableRawPointer { unsafe Unmanaged.passUnretained(self).toOpaque() }

  static func from(_ opaque: UnsafeMutableRawPointer?) -> ErrorLog? {
    guard let opaque = unsafe opaque else { return nil }
    return unsafe Unmanaged<ErrorLog>.fromOpaque(opaque).takeUnretainedValue()
  }

  /// How far the parser is, in bytes; nil where it cannot say, as when it converts from another encoding.
  static func offset(in parser: xmlParserCtxtPtr) -> Int? {
    let consumed = unsafe xmlByteConsumed(parser)
    return consumed < 0 ? nil : Int(consumed)
  }

  /// Notes one error; warnings are not kept.
  func note(_ error: UnsafeMutablePointer<xmlError>?, offset: Int? = nil) {
    guard let error = unsafe error, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    let message = unsafe error.pointee.message.map { unsafe String(cString: $0) } ?? "error \(error.pointee.code)"
    let folded = message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if problems.isEmpty { limit = XMLLimit(code: unsafe error.pointee.code, message: folded) }
    problems.append(XMLProblem(line: unsafe Int(error.pointee.line), offset: offset, message: folded))
  }

  /// The handler for calls that take the log itself as user data.
  static let handler: xmlStructuredErrorFunc = { context, error in
    unsafe ErrorLog.from(context)?.note(error)
  }
}
