import Detection
import MarkingModel
import Redaction
import RuleEngine

/// Any bytes are a policy, a ledger, decisions or a detector that loads, or one whose problems have a place in it. A ledger
/// and decisions that load are written as they were read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let lines = 1 + bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
  let source = RuleSource(file: "fuzz.xml", bytes: bytes)
  load(lines) { () throws(RuleError) in
    let policy = try Policy.load(source, detectors: ["us-ssn"], profiles: ["release"])
    precondition(policy.readsPortions || !policy.elements.isEmpty || !policy.detections.isEmpty || policy.terms != nil)
  }
  load(lines) { () throws(RuleError) in
    let ledger = try LedgerReader.read(source)
    guard Verification.chainDoubts(ledger).isEmpty else { return }
    let again = try? LedgerReader.read(RuleSource(file: "again.xml", bytes: ledger.xml()))
    precondition(again == ledger, "the ledger is written as another one")
  }
  load(lines) { () throws(RuleError) in _ = try DecisionsReader.read(source) }
  do throws(DetectorError) {
    _ = try DetectorSet.loadProving([DetectorSource(file: "fuzz.xml", bytes: bytes)])
  } catch {
    if case .problems(let problems) = error {
      precondition(!problems.isEmpty && problems.allSatisfy { (1...lines).contains($0.position.line) })
    }
  }
  return 0
}

private func load(_ lines: Int, _ read: () throws(RuleError) -> Void) {
  do throws(RuleError) {
    try read()
  } catch {
    guard case .problems(let problems) = error else { return }
    precondition(!problems.isEmpty && problems.allSatisfy { (1...lines).contains($0.position.line) })
  }
}
