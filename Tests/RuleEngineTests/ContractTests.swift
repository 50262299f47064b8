import MarkingModel
import RuleEngine
import TestSupport
import Testing

@Suite struct ContractTests {
  @Test func agreesWithTheNamesOfTheModel() throws {
    let contract = try ProjectFiles.contract()
    #expect(Set(contract.elements.keys) == Set(ElementName.allCases.map(\.rawValue)))
    let place: Set = ["at", "length", "line", "column"]
    #expect(contract.attributeNames.subtracting(place) == Set(AttributeName.allCases.map(\.rawValue)))
    #expect(contract.elements.values.allSatisfy { place.isSubset(of: $0.attributes.keys) })
  }

  @Test func agreesWithTheWordsOfTheModel() throws {
    let grammar = String(decoding: try ProjectFiles.source("marking-document.rng").bytes, as: UTF8.self)
    let values = Set(grammar.matches(of: /<value>([^<]*)<\/value>/).map { String($0.1) })
    let words = Set(Word.allCases.map(\.rawValue))
    #expect(values.filter { Int($0) == nil }.isSubset(of: words))
    #expect(words.subtracting([""]).isSubset(of: values))
  }

  @Test func agreesWithTheFormsAndLevelsOfTheModel() throws {
    let contract = try ProjectFiles.contract()
    #expect(contract.root == "document")
    #expect(contract.forms == Form.allCases.map(\.rawValue))
    guard case .words(let levels) = contract.elements["document"]?.attributes["level"]?.content else {
      Issue.record("the level is not enumerated")
      return
    }
    #expect(Set(levels) == Set(Level.allCases.map(\.rawValue)))
  }

  @Test func knowsWhatMayStandWhereAndBeQuoted() throws {
    let contract = try ProjectFiles.contract()
    #expect(contract.parents["subparagraph"] == ["paragraph"])
    #expect(contract.parents["document"] == nil)
    #expect(contract.elements["subparagraph"]?.attributes["label"]?.mayBeQuoted == false)
    #expect(contract.elements["subparagraph"]?.attributes["mark"]?.isOptional == true)
    #expect(contract.elements["paragraph"]?.attributes["n"]?.content == .number)
    guard case .words(let captions) = contract.elements["caption"]?.attributes["name"]?.content else {
      Issue.record("the captions are not a vocabulary")
      return
    }
    #expect(captions.contains("NODIS") && !captions.contains("name"))
  }

  @Test(arguments: [
    ("<start><ref name='a'/></start>", "x.rng:1:71: the grammar does not define what this refers to"),
    ("<define name='a'><element name='a'/></define>", "x.rng:1:2: the grammar has no start that names an element"),
    (
      "<start><element name='a'><list/></element></start>", "x.rng:1:89: the contract does not use <list>"
    ),
    (
      "<start><element name='a'><attribute name='b' cv:vocabulary='none.tsv' xmlns:cv='urn:caveat:contract'/></element></start>",
      "x.rng:1:89: the table none.tsv is not there"
    ),
  ])
  func saysWhatIsNoContract(_ content: String, _ expected: String) {
    let grammar = "<grammar xmlns='http://relaxng.org/ns/structure/1.0'>         \(content)</grammar>"
    do throws(RuleError) {
      _ = try Contract.read(RuleSource(file: "x.rng", bytes: Array(grammar.utf8))) { _ in nil }
      Issue.record("it was read")
    } catch {
      #expect(error.description.contains(expected), "\(error)")
    }
  }
}
