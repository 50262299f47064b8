internal import CLibXML2

/// A RELAX NG grammar that documents are validated against.
@safe
package struct RelaxNG: ~Copyable {
  private let schema: xmlRelaxNGPtr

  /// Reads a grammar in XML syntax. It must stand on its own (no `include` or `externalRef`).
  package init(grammar bytes: Span<UInt8>) throws(XMLError) {
    let tree = try XMLTree(parsing: bytes)
    let others = try XPath(
      "//rng:include | //rng:externalRef", namespaces: ["rng": "http://relaxng.org/ns/structure/1.0"])
    guard try !others.boolean(in: tree) else {
      throw .grammar([XMLProblem(line: 0, offset: nil, message: "it refers to another file")])
    }
    guard LibXML2.dataTypesReady, let parser = unsafe xmlRelaxNGNewDocParserCtxt(tree.raw) else {
      throw .outOfMemory
    }
    defer { unsafe xmlRelaxNGFreeParserCtxt(parser) }
    let log = ErrorLog()
    unsafe xmlRelaxNGSetParserStructuredErrors(parser, ErrorLog.handler, log.opaque)
    let parsed = unsafe xmlRelaxNGParse(parser)
    extendLifetime(log)
    guard let parsed = unsafe parsed else { throw .grammar(log.problems) }
    unsafe schema = unsafe parsed
  }

  deinit { unsafe xmlRelaxNGFree(schema) }

  /// What is wrong with a document; empty where it is valid.
  package borrowing func problems(in tree: borrowing XMLTree) throws(XMLError) -> [XMLProblem] {
    guard let validator = unsafe xmlRelaxNGNewValidCtxt(schema) else { throw .outOfMemory }
    defer { unsafe xmlRelaxNGFreeValidCtxt(validator) }
    let log = ErrorLog()
    unsafe xmlRelaxNGSetValidStructuredErrors(validator, ErrorLog.handler, log.opaque)
    let status = unsafe xmlRelaxNGValidateDoc(validator, tree.raw)
    extendLifetime(log)
    if status == 0 { return [] }
    if log.problems.isEmpty { return [XMLProblem(line: 0, offset: nil, message: "the document is not valid")] }
    return log.problems
  }
}
