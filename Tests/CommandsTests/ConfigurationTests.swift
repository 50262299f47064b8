import CommandTestSupport
import Commands
import TestSupport
import Testing
import XMLKit

/// `caveat.xml`, the environment, and which of them is obeyed.
@Suite struct ConfigurationTests {
  private static let paper = """
    SECRET

    MEMORANDUM FOR: THE HARBOR MASTER

    1. (U) The first ferry leaves at six.

    2. (TS) The last one leaves at ten.

    SECRET

    """

  private let folder = TemporaryFolder()

  private func configure(_ content: String, _ attributes: String = "", in name: String = "") {
    folder.write(
      name + "caveat.xml", "<caveat xmlns=\"urn:caveat:configuration:1\"\(attributes)>\n\(content)\n</caveat>\n")
  }

  private func run(_ words: String..., below: String = "", environment: [String: String] = [:]) -> Run {
    Run(words, environment: environment, folder: folder.path + below)
  }

  /// The rules and severities of the findings, as the report for GitHub has them.
  private func found(_ words: String..., below: String = "", environment: [String: String] = [:]) -> Set<String> {
    let run = Run(
      ["check", "--format", "github"] + words, environment: environment, folder: folder.path + below)
    #expect(run.code == .findings || run.code == .clean, "\(run.errors)")
    var found: Set<String> = []
    for line in run.text.split(separator: "\n") {
      guard let title = line.firstRange(of: "title=") else { continue }
      let kind = line.dropFirst(2).prefix { $0 != " " }
      let rule = line[title.upperBound...].prefix { $0 != ":" }
      found.insert("\(kind) \(rule)")
    }
    return found
  }

  @Test func rulesAreIgnoredAndWeighed() {
    let paper = folder.write("paper.txt", Self.paper)
    let before = found(paper)
    #expect(before.contains("notice DIS-030"))
    configure("<ignore rule=\"DIS-030\"/>")
    #expect(found(paper) == before.filter { !$0.hasSuffix("DIS-030") })
    #expect(found("--no-config", paper) == before)
    #expect(found(paper, environment: ["CAVEAT_NO_CONFIG": "1"]) == before)
    configure("<severity rule=\"DIS-030\" role=\"error\"/>")
    #expect(found(paper).contains("error DIS-030"))
    configure("<severity rule=\"DIS\" role=\"error\"/><severity rule=\"DIS-030-a\" role=\"warning\"/>")
    #expect(found(paper).contains("warning DIS-030"))
    configure("<ignore rule=\"DIS-030-a\"/>")
    #expect(!found(paper).contains { $0.hasSuffix("DIS-030") })
  }

  @Test func pathsHaveTheirOwn() {
    folder.folder("drafts")
    folder.folder("drafts/old")
    let paper = folder.write("paper.txt", Self.paper)
    let draft = folder.write("drafts/a.txt", Self.paper)
    let old = folder.write("drafts/old/a.txt", Self.paper)
    configure(
      """
      <path match="drafts/"><severity rule="DIS-030" role="warning"/></path>
      <path match="drafts/old/*.txt" profile="uk"><ignore rule="DIS-030"/></path>
      """)
    #expect(found(paper).contains("notice DIS-030"))
    #expect(found(draft).contains("warning DIS-030"))
    #expect(!found(old).contains { $0.contains("DIS") })
    // Who names a profile gets it.
    #expect(!found("--profile", "ic", old).contains { $0.hasSuffix("DIS-030") })
    #expect(found("--profile", "ic", old).contains { $0.contains("error") })
    // From a folder below the same holds.
    folder.folder(".git")
    #expect(found(draft, below: "/drafts").contains("warning DIS-030"))
  }

  @Test func theNearestUpToTheRoot() {
    folder.folder("a")
    folder.folder("a/b")
    let paper = folder.write("a/b/paper.txt", Self.paper)
    configure("<severity rule=\"DIS-030\" role=\"error\"/>")
    // Without a repository only the folder of the run is looked at.
    #expect(found(paper, below: "/a/b").contains("notice DIS-030"))
    folder.folder(".git")
    #expect(found(paper, below: "/a/b").contains("error DIS-030"))
    configure("<severity rule=\"DIS-030\" role=\"warning\"/>", in: "a/")
    #expect(found(paper, below: "/a/b").contains("warning DIS-030"))
    // A repository ends the search.
    folder.folder("a/b/.git")
    #expect(found(paper, below: "/a/b").contains("notice DIS-030"))
    #expect(found("--config", folder.path("caveat.xml"), paper, below: "/a/b").contains("error DIS-030"))
    let named = ["CAVEAT_CONFIG": folder.path("caveat.xml")]
    #expect(found(paper, below: "/a/b", environment: named).contains("error DIS-030"))
    #expect(run("check", "--config", folder.path("none.xml"), paper).code == .usage)
  }

  @Test func commandLineThenEnvironmentThenFile() {
    let paper = folder.write("paper.txt", Self.paper)
    configure("", " fail-on=\"never\"")
    #expect(run("check", paper).code == .clean)
    #expect(run("check", paper, environment: ["CAVEAT_FAIL_ON": "error"]).code == .findings)
    #expect(run("check", "--fail-on", "never", paper, environment: ["CAVEAT_FAIL_ON": "error"]).code == .clean)
    let wrong = run("check", paper, environment: ["CAVEAT_FAIL_ON": "eror"])
    #expect(wrong.code == .usage)
    let sentence = "CAVEAT_FAIL_ON takes error, warning, info or never, not 'eror'; did you mean 'error'?"
    #expect(wrong.errors.contains(sentence))
    // Names of files are relative to the folder of the configuration.
    configure("", " baseline=\"known\"")
    #expect(run("baseline", "write", paper).code == .clean)
    #expect(folder.names.contains("known"))
    #expect(run("check", paper).code == .clean)
  }

  @Test func showsWhereEachComesFrom() {
    configure(
      "<ignore rule=\"NRM\"/>\n<path match=\"a/*\" profile=\"ic\"><severity rule=\"DIS-030\" role=\"info\"/></path>",
      " profile=\"state\" fail-on=\"warning\"")
    let file = folder.path("caveat.xml")
    let shown = run("config", "--show-origin", environment: ["CAVEAT_FAIL_ON": "info"])
    #expect(shown.code == .clean)
    let lines = shown.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      lines == [
        "profile = state \(file):1:53", "fail-on = info CAVEAT_FAIL_ON", "baseline = default", "suppressions = default",
        "fingerprint-key = default", "ignore NRM \(file):2:15", "a/*: profile = ic \(file):3:28",
        "a/*: severity of DIS-030 = info \(file):3:48",
      ])
    #expect(run("config").text.hasPrefix("profile = state\nfail-on = warning\n"))
    #expect(run("config", "--no-config").text.hasPrefix("profile =\nfail-on = error\n"))
  }

  @Test(arguments: [
    ("<ignor rule='NRM'/>", "2:2: <caveat> has no <ignor>; did you mean “ignore”?"),
    ("<ignore rule='CAP-0003'/>", "2:15: there is no rule “CAP-0003”; did you mean “CAP-003”?"),
    ("<severity rule='DIS' role='eror'/>", "2:28: there is no severity “eror”; did you mean “error”?"),
    ("<path match='a' profil='ic'/>", "2:17: <path> has no attribute “profil”; did you mean “profile”?"),
    ("<path match='a' profile='stat'/>", "2:26: there is no profile “stat”; did you mean “state”?"),
    ("<path><ignore rule='DIS'/></path>", "2:2: <path> needs the attribute “match”"),
    ("text", "1:2: <caveat> holds no text"),
    ("<ignore rule='DIS'", "caveat.xml:"),
  ]) func mistakesHaveTheirPlace(_ content: String, _ message: String) throws {
    let paper = folder.write("paper.txt", Self.paper)
    configure(content)
    for words in [["check", paper], ["config"]] {
      let run = Run(words, folder: folder.path)
      #expect(run.code == .usage)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  /// What the program takes is what the grammar describes, and the other way round; rules are not the grammar's matter.
  @Test(arguments: [
    ("<ignore rule='NRM'/><path match='a/**' profile='ic'><severity rule='DIS' role='info'/></path>", "", true),
    ("<rules folder='Rules/cable'/>", " fail-on='never' baseline='b' suppressions='s' fingerprint-key='k'", true),
    ("", " profile='ic'", true), ("", " profil='ic'", false), ("", " fail-on='often'", false), ("<path/>", "", false),
    ("<severity rule='DIS'/>", "", false), ("<ignore rule='DIS' role='info'/>", "", false), ("x", "", false),
    ("<path match='a'><rules folder='r'/></path>", "", false),
  ]) func theGrammarSaysTheSame(_ content: String, _ attributes: String, _ isRight: Bool) throws {
    configure(content, attributes)
    let grammarBytes = try Golden.bytes("Reports/caveat-configuration.rng")
    let grammar = try RelaxNG(grammar: grammarBytes.span)
    let bytes = try #require(folder.read("caveat.xml"))
    let tree = try XMLTree(parsing: bytes.span)
    let problems = try grammar.problems(in: tree)
    #expect(problems.isEmpty == isRight)
    let shown = run("config")
    let isMissingFolder = shown.errors.contains("Rules/cable")
    #expect((shown.code == .clean || isMissingFolder) == isRight, "\(shown.errors)")
  }

  @Test(arguments: [
    ("*.txt", "a.txt", true), ("*.txt", "b/a.txt", false), ("**/*.txt", "a.txt", true), ("**/*.txt", "b/c/a.txt", true),
    ("b/", "b/c/a.txt", true), ("b/", "b", false), ("b/**/a.txt", "b/a.txt", true), ("b/**", "b/x/y", true),
    ("b/?.txt", "b/ab.txt", false), ("b/[ab].txt", "b/b.txt", true), ("**", "x", true), ("a", "a/b", false),
  ]) func patterns(_ pattern: String, _ path: String, _ fits: Bool) {
    configure("<path match='\(pattern)'><ignore rule='DIS-030'/></path>")
    folder.folder("b")
    folder.folder("b/c")
    folder.folder("b/x")
    folder.folder("a")
    // Of "b" a file cannot stand where the folder does.
    guard path != "b" else { return }
    let file = path == "a/b" || folder.read(path) == nil ? folder.write(path, Self.paper) : folder.path(path)
    #expect(found(file).contains { $0.hasSuffix("DIS-030") } != fits)
  }
}
