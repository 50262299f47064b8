/// What can go wrong with XML.
package enum XMLError: Error, Hashable {
  /// The bytes are no well-formed XML, or are not UTF-8.
  case malformed(XMLProblem)
  /// There is a document type declaration. It is where entity bombs and references to other files come from, and
  /// nothing that is read here needs one.
  case documentType(XMLProblem)
  /// It may be well-formed, and is more than is read.
  case limit(XMLLimit, XMLProblem)
  /// The grammar itself is wrong.
  case grammar([XMLProblem])
  /// The expression is no XPath 1.0, or it failed; the offset is in bytes of the expression, if known.
  case expression(code: Int, offset: Int?)
  case outOfMemory
}

/// One thing that is wrong, and where.
package struct XMLProblem: Sendable, Hashable {
  /// From 1; 0 where it is not known.
  package var line: Int
  /// In bytes from the start; nil where it is not known.
  package var offset: Int?
  /// A sentence without its stop.
  package var message: String
}

extension XMLError: CustomStringConvertible {
  /// A sentence without its stop.
  package var description: String {
    switch self {
    case .malformed(let problem): "not well-formed XML: \(problem.message)"
    case .documentType: "a document type declaration is not allowed"
    case .limit(let limit, _): limit.sentence
    case .grammar(let problems): "not a RELAX NG grammar: " + problems.map(\.message).joined(separator: "; ")
    case .expression(let code, _): "the XPath expression cannot be evaluated (libxml2 error \(code))"
    case .outOfMemory: "out of memory"
    }
  }
}
