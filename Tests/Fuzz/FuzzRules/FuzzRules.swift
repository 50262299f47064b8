import MarkingModel
import RuleEngine
import TestSupport

private let contract: Contract? = try? Contract.read(
  RuleSource(file: "marking-document.rng", bytes: try Golden.bytes("Rules/marking-document.rng"))
) { try? Golden.bytes("Rules/vocabulary/" + $0) }

/// Any bytes are a rule file that loads or one whose problems have a place in it; and what loads can be written in the
/// compact form and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let contract else { preconditionFailure("the contract does not load") }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do throws(RuleError) {
    let library = try RuleLibrary(loading: [RuleSource(file: "cable/AAA-001.sch", bytes: bytes)], contract: contract)
    let table = Array(RuleTable.encode(library).utf8)
    let again = RuleTable.decode(table.span)
    precondition(again?.rules.map(\.clauses) == library.rules.map(\.clauses), "the compact form says something else")
  } catch {
    guard case .problems(let problems) = error else { preconditionFailure("a rule file has problems, nothing else") }
    let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") }
    precondition(!problems.isEmpty && problems.allSatisfy { (1...lines).contains($0.position.line) })
  }
  return 0
}
