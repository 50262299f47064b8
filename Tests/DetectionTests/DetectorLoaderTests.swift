import Detection
import MarkingModel
import TestSupport
import Testing
import TextKit
import XMLKit

/// A detector that is wrong is refused with the place of every mistake, by the loader and, where it is a matter of form, by
/// the grammar.
@Suite struct DetectorLoaderTests {
  private static let sound = """
    <detector id="probe" entity="PROBE" xmlns="urn:caveat:detector">
      <title>Probe</title>
      <p>Finds probes.</p>
      <see>None</see>
      <form name="plain" base="60" context="90" check="luhn">
        <anchor digits="2-4" then=" ."/>
        <match>[0-9]{2,4}</match>
      </form>
      <context before="20"><raise>probe; probe no</raise></context>
      <finds>a «18» b</finds>
      <leaves>a 19 b</leaves>
    </detector>
    """

  private func problems(_ text: String, file: String = "probe.xml") -> [String] {
    let error = #expect(throws: DetectorError.self) {
      try DetectorLoader.load(DetectorSource(file: file, bytes: Array(text.utf8)))
    }
    return error?.description.split(separator: "\n").map(String.init) ?? []
  }

  private static func replacing(_ part: String, _ other: String) -> String {
    let pieces = sound.split(separator: part, maxSplits: 1, omittingEmptySubsequences: false)
    return pieces.joined(separator: other)
  }

  @Test func readsWhatIsSaid() throws {
    let detector = try DetectorLoader.load(DetectorSource(file: "a/probe.xml", bytes: Array(Self.sound.utf8)))
    #expect(detector.id == "probe" && detector.entity == "PROBE" && detector.title == "Probe")
    #expect(detector.forms.map(\.check) == [.luhn])
    #expect(detector.forms[0].confidence == .init(base: 60, context: 90, against: 20))
    #expect(detector.forms[0].anchors.map(\.trigger) == [.digits([2, 3, 4])])
    #expect(detector.context.raising == ["probe", "probe no"] && detector.context.before == 20)
    #expect(detector.examples.map(\.values) == [[ByteRange(2, 4)], []])
  }

  @Test(arguments: [
    (
      #"entity="PROBE""#, #"entity="probe""#, "probe.xml:1:30: an entity is written in capitals, digits and dashes",
      true
    ),
    (#"entity="PROBE""#, "", "probe.xml:1:2: <detector> needs the attribute “entity”", true),
    (#"id="probe""#, #"id="other""#, "probe.xml:1:15: the id “other” is not the name of the file, “probe”", false),
    (#"base="60""#, #"base="160""#, "probe.xml:5:28: “base” is a number from 0 to 100", true),
    (#"context="90""#, #"context="50""#, "probe.xml:5:4: “context” is at least “base”", false),
    (#"check="luhn""#, #"check="luhm""#, "probe.xml:5:52: “luhm” is no check", true),
    (#"digits="2-4""#, #"digits="4-2""#, "probe.xml:6:21: “digits” lists lengths from 1 to 20: “3 9-11”", false),
    (#"digits="2-4""#, "", "probe.xml:6:6: <anchor> has one of “digits”, “bytes”, “initials” and “beginnings”", true),
    (
      "[0-9]{2,4}", "[0-9",
      "probe.xml:7:6: not a regular expression: missing terminating ] for character class (at byte 4)", false
    ),
    (
      "<raise>probe; probe no", "<raise>próbe",
      "probe.xml:9:25: words of context are ASCII, with “;” between them: the text is folded", false
    ),
    ("«18»", "18", "probe.xml:10:4: <finds> marks no value with « »", false),
    ("«18»", "«18", "probe.xml:10:4: « has no »", false),
    ("a 19 b", "a «19» b", "probe.xml:11:4: <leaves> marks a value", false),
    ("<title>Probe</title>", "", "probe.xml:1:2: <detector> needs <title>", true),
    ("<see>None</see>", "<sea>None</sea>", "probe.xml:4:4: <sea> is not allowed in <detector>", true),
    ("<see>None</see>", "<see>None", "probe.xml:12:12: not well-formed XML", true),
  ])
  func refuses(_ part: String, _ other: String, _ problem: String, _ isMatterOfForm: Bool) throws {
    let text = Self.replacing(part, other)
    let found = problems(text)
    #expect(found.contains { $0.hasPrefix(problem) }, "\(found)")
    // What is no XML is no matter of the grammar.
    guard !problem.contains("not well-formed") else { return }
    #expect(try Self.grammarProblems(Array(text.utf8)).isEmpty == !isMatterOfForm)
  }

  private static func grammarProblems(_ bytes: [UInt8]) throws -> [String] {
    let rules = try Golden.bytes("Rules/detector.rng")
    let grammar = try RelaxNG(grammar: rules.span)
    let tree = try XMLTree(parsing: bytes.span)
    return try grammar.problems(in: tree).map(\.message)
  }

  @Test(arguments: StandardDetectors.sources)
  func theGrammarKnowsEveryDetector(_ source: DetectorSource) throws {
    #expect(try Self.grammarProblems(source.bytes) == [])
  }

  @Test func theGrammarNamesEveryCheck() throws {
    let grammar = String(decoding: try Golden.bytes("Rules/detector.rng"), as: UTF8.self)
    for check in Check.allCases { #expect(grammar.contains("<value>\(check.rawValue)</value>")) }
  }

  @Test func aSetIsRefusedAsAWhole() throws {
    let source = DetectorSource(file: "probe.xml", bytes: Array(Self.sound.utf8))
    #expect(throws: DetectorError.repeatedID("probe")) { try DetectorSet(loading: [source, source]) }
    let set = try DetectorSet(loading: [source])
    #expect(throws: DetectorError.unknown("PRUBE")) { try set.selecting(["PRUBE"]) }
    #expect(try set.selecting(["PROBE"]).detectors.count == 1)
    #expect(throws: DetectorError.self) { try DetectorSet([Detector(id: "own", entity: "OWN", expression: "(")]) }
  }
}
