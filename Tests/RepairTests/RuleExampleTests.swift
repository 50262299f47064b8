import MarkingModel
import Repair
import RepairTestSupport
import RuleEngine
import StandardRules
import Testing

/// The examples of the rules, repaired: what a rule says is wrong and can be put right ends right.
@Suite struct RuleExampleTests {
  static let library: Result<RuleLibrary, RuleError> = {
    do throws(RuleError) {
      let sources = StandardRules.paths.filter { $0.hasSuffix(".sch") }.compactMap { path in
        StandardRules.file(path).map { RuleSource(file: path, bytes: $0) }
      }
      return .success(try RuleLibrary(loading: sources, contract: try StandardRules.contract()))
    } catch {
      return .failure(error)
    }
  }()

  @Test func rejectedExamplesAreRepaired() throws {
    let library = try Self.library.get()
    var wards: [String: Ward] = [:]
    var counts: [String: (repaired: Int, left: Int)] = [:]
    for rule in library.rules where rule.clauses.flatMap(\.assertions).contains(where: { $0.repair != nil }) {
      let folder = String(rule.file.prefix { $0 != "/" })
      if wards[folder] == nil {
        wards[folder] = try Ward(RuleSet(rules: library.rules.filter { $0.file.hasPrefix(folder + "/") }, profile: folder, digest: ""))
      }
      for example in rule.examples where !example.isAccepted {
        wards[folder]?.form = example.form.flatMap(Form.init(rawValue:))
        guard var ward = wards[folder] else { continue }
        let repaired = try ward.repair(Array(example.text.utf8))
        let faults = try RepairProperties(repaired, by: &ward).faults
        #expect(faults.isEmpty, "\(rule.id) “\(example.name)”: \(faults)\n\(String(decoding: repaired.reading.bytes, as: UTF8.self))")
        let own = repaired.original.result.findings.filter { $0.rule == rule.id && $0.repair != nil }
        let left = repaired.left.filter { $0.finding.rule == rule.id }
        counts[rule.id, default: (0, 0)].repaired += own.count - left.count
        counts[rule.id, default: (0, 0)].left += left.count
        for one in left { print("LEFT", rule.id, example.name, one.reason, one.finding.message, String(decoding: repaired.reading.text2(one.finding.range), as: UTF8.self)) }
      }
    }
    for (id, count) in counts.sorted(by: { $0.key < $1.key }) { print("COUNT", id, count) }
  }
}
extension Reading { func text2(_ r: ByteRange) -> [UInt8] { Array(bytes[r.start..<min(r.end,r.start+60)]) } }
