import Foundation
import MarkingModel
import Repair
import RepairTestSupport
import RuleEngine
import TestSupport

/// Any bytes are repaired without a crash, whatever they are read as and judged by. What holds of every
/// repair holds of these: a second one changes nothing, only markings were changed, and none of them says less.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  // The length chooses who judges.
  var ward = unsafe wards[count % wards.count]
  do {
    let repaired = try ward.repair(bytes)
    // What was not tried for want of time is tried the next time.
    if repaired.left.contains(where: { $0.reason == .notTried }) { return 0 }
    let faults = try RepairProperties(repaired, by: &ward).faults
    precondition(faults.isEmpty, faults.joined(separator: "; "))
  } catch {
    preconditionFailure("\(error)")
  }
  return 0
}

/// Those who judge: a profile, and the form that a document is read as where the profile is for one. libFuzzer has one thread.
private nonisolated(unsafe) let wards: [Ward] = {
  do {
    let library = try projectRules()
    let pairs: [(String, Form?)] = [
      ("state", nil), ("ic", nil), ("ic", .marked), ("ic", .marking), ("nara-cui", .marked), ("dod", .email),
      ("dod-cui", .marked), ("state-papers", .marked), ("nato", .marked), ("uk", .uk), ("au", .au), ("nz", .nz),
      ("ic", .rollup),
    ]
    return try pairs.map { name, form in
      let path = "profiles/\(name).xml"
      let profile = try Profile.load(RuleSource(file: path, bytes: try Golden.bytes("Rules/" + path)))
      return try Ward(CompiledRules(try RuleSet(profile: profile, library: library)), form: form)
    }
  } catch {
    preconditionFailure("the rules do not load: \(error)")
  }
}()

/// The rules of the project, read from their files: a fuzzer has none inside.
private func projectRules() throws -> RuleLibrary {
  let contract = try Contract.read(
    RuleSource(file: "marking-document.rng", bytes: try Golden.bytes("Rules/marking-document.rng"))
  ) { try? Golden.bytes("Rules/vocabulary/" + $0) }
  let paths = FileManager.default.subpaths(atPath: Golden.project + "/Rules") ?? []
  let sources = try paths.filter { $0.hasSuffix(".sch") }.sorted().map {
    RuleSource(file: $0, bytes: try Golden.bytes("Rules/" + $0))
  }
  return try RuleLibrary(loading: sources, contract: contract)
}
