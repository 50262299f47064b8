import Documents
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// Labelled XML with bytes changed by chance: whatever comes out, a document does, and its places are places in the bytes.
@Suite struct LabelledXMLMutationTests {
  private static let seeds = [
    """
    <r xmlns:ism="urn:us:gov:ic:ism" ism:resourceElement="true" ism:createDate="2023-03-14" ism:classification="S"
     ism:ownerProducer="USA" ism:compliesWith="USGov USIC" ism:SCIcontrols="SI SI-G" ism:disseminationControls="OC NF"
     ism:SARIdentifier="SAR-DNI:S:PROM_TUX-JR" ism:nonICmarkings="ACCM-TEA_LEAF DS"><banner>SECRET//NOFORN</banner>
     <p ism:classification="R" ism:ownerProducer="NATO:ISAF" ism:releasableTo="GBR NATO:PfP">(//NIR) Text &amp; more.</p>
     <![CDATA[ <p ism:classification="U"> ]]><!-- - --></r>
    """,
    """
    <m xmlns="urn:nato:stanag:4774:confidentialitymetadatalabel:1:0" xmlns:b="urn:nato:stanag:4778:bindinginformation:1:0">
     <originatorConfidentialityLabel ReviewDateTime="x"><ConfidentialityInformation><PolicyIdentifier>NATO
     </PolicyIdentifier><Classification>TOP SECRET</Classification><Category Type="PERMISSIVE" TagName="Releasable To">
     <GenericValue>SWE</GenericValue></Category></ConfidentialityInformation></originatorConfidentialityLabel>
     <b:MetadataBinding><b:DataReference URI="#a"/></b:MetadataBinding></m>
    """,
  ]

  @Test func nothingCrashes() throws {
    let vocabulary = try #require(Vocabulary.project)
    var state: UInt64 = 4774
    func number(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
    var read = 0
    for round in 0..<4000 {
      var bytes = Array(Self.seeds[round % 2].utf8)
      for _ in 0...number(below: 4) {
        let at = number(below: bytes.count)
        switch number(below: 4) {
        case 0: bytes[at] = UInt8(number(below: 256))
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(contentsOf: Array("<>\"'&;= /".utf8.dropFirst(number(below: 8)).prefix(2)), at: at)
        default: bytes[at] = bytes[number(below: bytes.count)]
        }
      }
      let document = DocumentReader.read(bytes.span, vocabulary: vocabulary)
      #expect(!document.nodes.isEmpty)
      for node in document.nodes {
        #expect(node.range.start >= 0 && node.range.start <= node.range.end && node.range.end <= bytes.count)
      }
      if !document.nodes(named: .label).isEmpty || !document.nodes(named: .natoLabel).isEmpty { read += 1 }
    }
    // Many of them are still well-formed, so that more than the parser is tried.
    #expect(read > 200)
  }
}
