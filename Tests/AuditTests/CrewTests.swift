import Audit
import CommandTestSupport
import Commands
import FoundationEssentials
import Glibc
import TestSupport
import Testing

/// Documents that end their worker or never come to an end, with a worker of the test's own between the audit and the real
/// one (crashing_worker.py).
@Suite("Workers", .serialized) struct CrewTests {
  let folder = AuditFolder()

  /// Documents from memory.
  struct Source: AuditSource {
    var left: [(path: String, text: String)]
    var id = 0

    mutating func fill(_ batch: AuditBatch) throws(AuditError) -> Bool {
      while !batch.isFull, !left.isEmpty {
        let (path, text) = left.removeFirst()
        id += 1
        batch.append(Array(text.utf8).span)
        batch.addDocument(id: id, path: Array(path.utf8))
      }
      return !left.isEmpty
    }
  }

  /// What no document takes, in seconds, however slow the machine and the build: twice what one took with the start of its
  /// worker and the making of its rules.
  private func patience() throws -> Double {
    let crew = Crew([AuditFolder.program, "worker"].map { Array($0.utf8) }, count: 1, patience: 600)
    var source = Source(left: [("first", Cable.wrong)])
    let time = try ContinuousClock().measure {
      try crew.run(&source, pause: { () throws(AuditError) in }, store: { _ throws(AuditError) in })
    }
    return max(3, 2 * (time / .seconds(1)))
  }

  @Test func oneDocumentCostsItselfAlone() throws {
    var texts: [(path: String, text: String)] = []
    for number in 0..<40 {
      let extra = number == 5 || number == 6 ? "CRASH-THE-WORKER" : number == 20 ? "HANG-THE-WORKER" : ""
      texts.append((String(number), Cable.wrong + extra))
    }
    let file = folder.path + "/a.sqlite"
    let writer = try AuditWriter(Array(file.utf8), settings: ["paths": "memory"])
    try writer.beginRun(version: "test", evaluator: "test", jobs: 2, at: "")
    let command = [
      "/usr/bin/env", "python3", Golden.project + "/Tests/AuditTests/crashing_worker.py", AuditFolder.program, "worker",
    ]
    let crew = Crew(command.map { Array($0.utf8) }, count: 2, patience: try patience())
    crew.announced = writer.announce
    var source = Source(left: texts)
    try crew.run(&source, pause: { () throws(AuditError) in }, store: writer.store)
    try writer.endRun(excluded: 0, at: "")
    #expect(
      try folder.rows(file, "SELECT path, status FROM documents WHERE status <> 'checked'") == [
        "5|crashed", "6|crashed", "20|timed-out",
      ])
    #expect(try folder.rows(file, "SELECT count(*) FROM documents") == ["40"])
    #expect(try folder.rows(file, "SELECT count(*) FROM findings WHERE severity = 'error'") == ["74"])
  }

  @Test func aProgramThatIsNoWorkerIsAnError() throws {
    let crew = Crew([Array("/bin/true".utf8)], count: 1, patience: 3)
    var source = Source(left: [("a", Cable.clean)])
    #expect(throws: AuditError.noWorkers) {
      try crew.run(&source, pause: { () throws(AuditError) in }, store: { _ throws(AuditError) in })
    }
  }

  /// A rule of a user's that takes ages where libxml2 evaluates it (compiled, it takes none): the command says so of the document and ends.
  @Test func aRuleThatHangsIsTimedOut() throws {
    let many = "1. (U) \(String(repeating: "x ", count: 20))\n\n"
    try folder.write("in/long.txt", (Cable.clean + String(repeating: many, count: 4000)).utf8)
    try folder.write("in/short.txt", Cable.clean.utf8)
    try folder.write("rules/TST-001.sch", Self.slowRule.utf8)
    let file = folder.path + "/a.sqlite"
    let run = folder.run(
      "audit", "--into", file, "--rules", folder.path + "/rules", "--timeout-per-document", "\(Int(try patience()))",
      "--evaluator", "libxml2", folder.path + "/in")
    #expect(run.code == .incomplete, "\(run.errors)")
    #expect(try folder.rows(file, "SELECT status FROM documents ORDER BY path") == ["timed-out", "checked"])
  }

  /// Looks at all paragraphs for every paragraph of every paragraph.
  static let slowRule = """
    <?xml version="1.0" encoding="UTF-8"?>
    <pattern id="TST-001" xmlns="http://purl.oclc.org/dsdl/schematron" xmlns:cv="urn:caveat:rule">
      <title>A document of thousands of paragraphs takes ages</title>
      <p class="why">It is for a test of the limit of time.</p>
      <rule context="/document">
        <assert id="TST-001-a" role="warning" see="none"
          test="count(paragraph[count(/document/paragraph[count(/document/paragraph[@n &gt; 0]) &gt; 0]) &gt; 0]) != 1">
          There are paragraphs.
        </assert>
      </rule>
      <cv:accept name="two paragraphs" form="drafted"><![CDATA[
    UNCLAS TALLINN 000123

    1. (U) One.

    2. (U) Two.
    ]]></cv:accept>
      <cv:reject name="one paragraph" form="drafted"><![CDATA[
    ↓UNCLAS TALLINN 000123

    1. (U) One.
    ]]></cv:reject>
    </pattern>
    """
}
