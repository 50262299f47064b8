import FoundationEssentials
import MarkingModel
import Reporting
import RuleEngine
import TestSupport
import Testing
import XMLKit

/// The other half of `Tests/oracle/compare-random.py`: judges the marking documents that it made.
///
/// It runs only where `CAVEAT_ORACLE` names the folder with them. For each `NAME.xml` it writes `NAME.svrl`,
/// `NAME.json` and, as `NAME.again`, the marking document as `caveat parse` would print it.
@Suite struct OracleExchange {
  private static let folder = ProcessInfo.processInfo.environment["CAVEAT_ORACLE"]

  @Test(.enabled(if: folder != nil)) func judgeWhatAnotherEngineJudges() throws {
    let folder = try #require(Self.folder)
    let rules = try StandardRuleFiles.cableRules()
    var evaluator = CompiledEvaluator(rules)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted()
    for name in names {
      let stem = folder + "/" + name.dropLast(4)
      let document = Self.document(try XMLElement.parse([UInt8](Data(contentsOf: URL(filePath: stem + ".xml")))))
      let result = try evaluator.check(document, recordingJudgements: true)
      let checked = CheckedDocument(
        file: name, digest: String(repeating: "0", count: 64), bytes: 0, document: document, result: result)
      try write(SVRLReport(), checked, rules, to: stem + ".svrl")
      try write(JSONReport(), checked, rules, to: stem + ".json")
      try Data(MarkingDocumentXML.bytes(document)).write(to: URL(filePath: stem + ".again"))
    }
    #expect(!names.isEmpty)
  }

  private func write(
    _ writer: some ReportWriter, _ document: CheckedDocument, _ rules: RuleSet, to path: String
  ) throws {
    var writer = writer
    writer.begin(RunHeader(tool: "caveat", version: "test", rules: rules))
    writer.add(document, bytes: [UInt8]().span)
    writer.end()
    try Data(writer.takeOutput()).write(to: URL(filePath: path))
  }

  /// The marking document that an XML element stands for; names outside of the contract are left out.
  private static func document(_ root: XMLElement) -> MarkingDocument {
    var document = MarkingDocument()
    add(root, to: -1, of: &document)
    return document
  }

  private static func add(_ element: XMLElement, to parent: Int, of document: inout MarkingDocument) {
    guard let name = ElementName(rawValue: element.name) else { return }
    func number(_ name: String) -> Int { element.attribute(name).flatMap { Int($0) } ?? 0 }
    let start = number("at")
    let node = document.add(
      name, to: parent, at: ByteRange(start, start + number("length")),
      Position(line: number("line"), column: number("column")))
    for attribute in element.attributes {
      guard let name = AttributeName(rawValue: attribute.name) else { continue }
      switch attribute.value {
      case "true": document.set(name, true)
      case "false": document.set(name, false)
      default:
        if let number = Int(attribute.value), String(number) == attribute.value {
          document.set(name, number)
        } else {
          document.set(name, attribute.value)
        }
      }
    }
    for child in element.children where child.name != "document" { add(child, to: node, of: &document) }
    if parent == -1 { document.quoted = element.children.filter { $0.name == "document" }.map(self.document) }
  }
}
