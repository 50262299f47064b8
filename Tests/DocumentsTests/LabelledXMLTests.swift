import Documents
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@Suite struct LabelledXMLTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try #require(Vocabulary.project) }

  private func read(_ text: String) -> MarkingDocument {
    let bytes = Array(text.utf8)
    return DocumentReader.read(bytes.span, vocabulary: vocabulary)
  }

  private static let report = """
    <?xml version="1.0" encoding="UTF-8"?>
    <r:report xmlns:r="urn:example:report" xmlns:ism="urn:us:gov:ic:ism"
      ism:resourceElement="true" ism:createDate="2023-03-14" ism:compliesWith="USGov USIC"
      ism:classification="S" ism:ownerProducer="USA" ism:disseminationControls="OC NF">
      <r:para ism:classification="U" ism:ownerProducer="USA">(U) The scale came on Tuesday.</r:para>
      <r:para ism:classification="S" ism:ownerProducer="USA" ism:disseminationControls="OC NF">(S//NF) It is heavy.</r:para>
      <r:para>No label.</r:para>
    </r:report>
    """

  @Test func elementsBecomeLabelsWithTheirPlaces() throws {
    let document = read(Self.report)
    #expect(document.word(.form, of: 0) == "ism-xml")
    #expect(document.number(.day, of: 0) == 2023_03_14)
    #expect(document.word(.level, of: 0) == "S")
    let labels = document.nodes(named: .label)
    #expect(labels.map { document.word(.kind, of: $0) } == ["resource", "portion", "portion"])
    #expect(labels.map { document.word(.shown, of: $0) } == ["none", "agrees", "differs"])
    let bytes = Array(Self.report.utf8)
    let text = { (node: Int) in
      let range = document.nodes[node].range
      return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    #expect(text(labels[1]) == "r:para ism:classification=\"U\" ism:ownerProducer=\"USA\">")
    #expect(document.nodes[labels[1]].position == Position(line: 5, column: 4))
    let tokens = document.nodes(named: .token).map(text)
    #expect(tokens == ["USGov", "USIC", "S", "USA", "OC", "NF", "U", "USA", "S", "USA", "OC", "NF"])
  }

  @Test func attributesAreReadAsMarkings() throws {
    let document = read(Self.report)
    let markings = try #require(document.quoted.first)
    #expect(markings.word(.form, of: 0) == "rollup" && document.quoted.count == 1)
    #expect(markings.number(.day, of: 0) == 2023_03_14)
    let nodes = markings.nodes(named: .marking)
    #expect(nodes.map { markings.word(.kind, of: $0) } == ["portion", "portion", "banner"])
    #expect(nodes.map { markings.word(.level, of: $0) } == ["U", "S", "S"])
    // Each stands where its label does.
    let labels = document.nodes(named: .label)
    let places = [labels[1], labels[2], labels[0]].map { document.nodes[$0].range }
    #expect(nodes.map { markings.nodes[$0].range } == places)
    #expect(markings.nodes.allSatisfy { $0.excerpt.isEmpty })
    let controls = markings.nodes(named: .control).map { markings.word(.name, of: $0) }
    #expect(controls == ["OC", "NF", "OC", "NF"])
    #expect(markings.nodes(named: .defect).isEmpty)
  }

  @Test func thousandsOfTokensAreNoMarking() {
    let list = (0..<50_000).map { "A\($0)" }.joined(separator: " ")
    let document = read(
      "<r xmlns:ism=\"urn:us:gov:ic:ism\" ism:classification=\"S\" ism:ownerProducer=\"USA\" ism:SCIcontrols=\"" + list
        + "\"/>")
    #expect(document.quoted.isEmpty)
  }

  @Test(arguments: [
    ("<a xmlns:ism=\"urn:us:gov:ic:ism\"><b></a>", "malformed"),
    ("<!DOCTYPE a [<!ENTITY x \"y\">]>\n<a xmlns:ism=\"urn:us:gov:ic:ism\">&x;</a>", "document-type"),
    ("<a xmlns:ism=\"urn:us:gov:ic:ism\" ism:classification=\"S\"", "malformed"),
    ("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a xmlns:ism=\"urn:us:gov:ic:ism\"/>", "encoding"),
    (
      "<a xmlns:ism=\"urn:us:gov:ic:ism\">" + String(repeating: "<b>", count: 300)
        + String(repeating: "</b>", count: 300) + "</a>", "too-deep"
    ),
    (
      "<a xmlns:ism=\"urn:us:gov:ic:ism\"" + (0..<600).map { " a\($0)=\"x\"" }.joined() + "/>", "too-many-attributes"
    ),
    ("<a xmlns:ism=\"urn:us:gov:ic:ism\">\u{0}</a>", "malformed"),
  ])
  func whatIsNoXMLIsOneProblem(text: String, kind: String) throws {
    let document = read(text)
    #expect(document.word(.form, of: 0) == "ism-xml")
    let problem = try #require(document.nodes(named: .problem).first)
    #expect(document.word(.kind, of: problem) == kind)
    #expect(document.nodes.count == 2)
  }

  @Test func depthAndEntitiesDoNotMultiply() {
    let open = String(repeating: "<a>", count: 5000)
    let close = String(repeating: "</a>", count: 5000)
    let deep = read("<r xmlns:ism=\"urn:us:gov:ic:ism\">" + open + close + "</r>")
    #expect(deep.nodes(named: .problem).count == 1)
    let laughs = (1...9).map { "<!ENTITY a\($0) \"&a\($0 - 1);&a\($0 - 1);\">" }.joined()
    let bomb = read(
      "<!DOCTYPE r [<!ENTITY a0 \"ha\">" + laughs + "]><r xmlns:ism=\"urn:us:gov:ic:ism\">&a9;</r>")
    #expect(bomb.nodes(named: .problem).count == 1)
  }

  @Test func aLongListIsReadOnce() {
    let list = Array(repeating: "USA", count: 100_000).joined(separator: " ")
    let document = read(
      "<r xmlns:ism=\"urn:us:gov:ic:ism\" ism:classification=\"S\" ism:ownerProducer=\"" + list + "\"/>")
    #expect(document.nodes(named: .token).count == 100_001)
  }

  @Test func otherXMLIsNotLabelled() {
    #expect(read("<?xml version=\"1.0\"?><a><b>SECRET</b></a>").word(.form, of: 0) != "ism-xml")
    #expect(read("The namespace urn:us:gov:ic:ism is ODNI's.").word(.form, of: 0) != "ism-xml")
  }

  @Test func aLabelOfNATOIsRead() throws {
    let document = read(
      """
      <m xmlns="urn:example:m"><originatorConfidentialityLabel ReviewDateTime="2031-01-01T00:00:00Z"
        xmlns="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0"><ConfidentialityInformation>
        <PolicyIdentifier URI="urn:oid:1.3.26.1.3.1">NATO</PolicyIdentifier><Classification>TOP SECRET</Classification>
        <Category Type="PERMISSIVE" TagName="Releasable To"><GenericValue>SWE</GenericValue></Category>
        </ConfidentialityInformation><CreationDateTime>2023-03-14T09:00:00Z</CreationDateTime>
        </originatorConfidentialityLabel><head>COSMIC TOP SECRET</head></m>
      """)
    #expect(document.word(.form, of: 0) == "nato-xml")
    #expect(document.word(.level, of: 0) == "TS")
    #expect(document.number(.day, of: 0) == 2023_03_14)
    let label = try #require(document.nodes(named: .natoLabel).first)
    #expect(document.flag(.nato, of: label) && document.flag(.hasReview, of: label))
    #expect(document.word(.shown, of: label) == "cosmic")
    let category = try #require(document.nodes(named: .natoCategory).first)
    #expect(document.word(.type, of: category) == "permissive")
    let inner = try #require(document.quoted.first)
    let marking = try #require(inner.nodes(named: .marking).first)
    #expect(inner.word(.level, of: marking) == "TS" && inner.flag(.nato, of: marking))
    // Whom NATO releases to is no REL TO list of the United States.
    #expect(inner.nodes(named: .country).compactMap { inner.word(.code, of: $0) } == ["NATO"])
  }
}
