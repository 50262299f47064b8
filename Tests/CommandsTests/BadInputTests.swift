import CommandTestSupport
import Commands
import Glibc
import TestSupport
import Testing

/// Input that is not what it should be: one clear sentence with the name, the right exit code, and no partial report.
@Suite("Bad input", .serialized) struct BadInputTests {
  private let folder = TemporaryFolder()

  /// Checks one input that cannot be read; `word` stands in the sentence.
  private func expectUnread(_ path: String, _ word: String, at location: SourceLocation = #_sourceLocation) {
    folder.folder("reports")
    let run = Run("check", "--format", "json", "--output", folder.path("reports/r.json"), path)
    #expect(run.code == .incomplete, sourceLocation: location)
    #expect(run.notes.count == 1, sourceLocation: location)
    #expect(run.errors.hasPrefix("caveat: \(path): "), sourceLocation: location)
    #expect(run.errors.contains(word), sourceLocation: location)
    let report = folder.text("reports/r.json") ?? ""
    #expect(report.contains("\"problem\""), sourceLocation: location)
    #expect(TemporaryFolder.names(folder.path("reports")) == ["r.json"], sourceLocation: location)
  }

  /// Checks one input that is read; gives the run.
  private func read(_ name: String, _ bytes: [UInt8]) -> Run {
    Run("check", "--form", "drafted", "--format", "json", folder.write(name, bytes))
  }

  @Test func empty() { expectUnread(folder.write("empty", ""), "empty") }

  @Test func nulBytes() {
    expectUnread(folder.write("nul", Cable.clean.replacing("well", with: "w\u{0}ll")), "NUL")
    expectUnread(folder.write("zeros", [UInt8](repeating: 0, count: 100_000)), "NUL")
  }

  @Test func otherFormats() {
    expectUnread(folder.write("pdf", "%PDF-1.7\n"), "pdftotext")
    expectUnread(folder.write("zip", "PK\u{3}\u{4}"), "office document")
  }

  @Test func messagesWithAPartThatIsNotRead() {
    let header = "From: doe@example.gov\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: "
    expectUnread(folder.write("broken.eml", header + "base64\n\n(S/NF) no base64\n"), "message")
    expectUnread(folder.write("other.eml", header + "x-uuencode\n\nbegin 644 a\n"), "plain text")
  }

  @Test func missing() { expectUnread(folder.path("missing"), "no such file") }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func unreadable() {
    let path = folder.write("locked", Cable.clean)
    unsafe chmod(path, 0)
    expectUnread(path, "may not be read")
    let inner = folder.folder("inner")
    unsafe chmod(inner, 0)
    expectUnread(inner, "may not be read")
  }

  @Test func pipesDevicesAndSockets() {
    unsafe mkfifo(folder.path("pipe"), 0o600)
    expectUnread(folder.path("pipe"), "pipe")
    expectUnread("/dev/null", "device")
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = folder.path("socket")
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = unsafe bind(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    expectUnread(path, "socket")
    close(socket)
  }

  @Test func aCircleOfLinks() {
    unsafe symlink("circle", folder.path("circle"))
    expectUnread(folder.path("circle"), "circle")
    folder.folder("tree")
    folder.write("tree/cable", Cable.clean)
    unsafe symlink("..", folder.path("tree/up"))
    let run = Run("check", "--form", "drafted", folder.path("tree"))
    #expect(run.code == .clean)
    #expect(run.notes.count == 1)
    #expect(run.errors.contains("link to a folder"))
  }

  @Test func anEmptyFolder() { expectUnread(folder.folder("hollow"), "no file") }

  @Test func oneBadInputDoesNotHideTheFindingsInAnother() {
    let run = Run(
      "check", "--form", "drafted", folder.write("wrong", Cable.wrong), folder.write("empty", ""), "--format", "json")
    #expect(run.code == .incomplete)
    #expect(run.text.contains("EOL-003"))
    #expect(run.text.contains("\"problem\""))
  }

  @Test func lineEndsAndEncodings() {
    let findings = read("lf", Array(Cable.wrong.utf8)).text.count(of: "\"line\"")
    let texts: [(name: String, bytes: [UInt8])] = [
      ("crlf", Array(Cable.wrong.replacing("\n", with: "\r\n").utf8)),
      ("cr", Array(Cable.wrong.replacing("\n", with: "\r").utf8)),
      ("bom", [0xEF, 0xBB, 0xBF] + Array(Cable.wrong.utf8)),
      ("utf16", [0xFF, 0xFE] + Self.utf16(Cable.wrong)),
      ("latin1", Array(Cable.wrong.utf8) + [0xE9, 0x0A]),
    ]
    for text in texts {
      let run = read(text.name, text.bytes)
      #expect(run.code == .findings, "\(text.name)")
      #expect(run.text.contains("EOL-003"), "\(text.name)")
      #expect(run.text.count(of: "\"line\"") >= findings, "\(text.name)")
      #expect(run.errors.isEmpty, "\(text.name)")
    }
  }

  private static func utf16(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    return bytes
  }

  @Test func utf16WithoutItsMark() {
    let little = Self.utf16(Cable.clean)
    expectUnread(folder.write("utf16", little), "iconv -f UTF-16LE")
    let big = stride(from: 0, to: little.count, by: 2).flatMap { [little[$0 + 1], little[$0]] }
    expectUnread(folder.write("utf16be", big), "iconv -f UTF-16BE")
  }

  /// A document whose labels cannot be read never passes, whatever its labels are and whoever judges it.
  @Test(arguments: [
    "<a><l:originatorConfidentialityLabel",
    "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>",
    String(repeating: "<b>", count: 300) + String(repeating: "</b>", count: 300),
    "<a" + (0..<600).map { " a\($0)=\"x\"" }.joined() + "/>",
    "<?xml version=\"1.0\" encoding=\"x-harbor\"?><a/>",
  ])
  func labelsThatCannotBeRead(text: String) {
    for namespace in ["urn:us:gov:ic:ism", "urn:nato:stanag:4774:confidentialitymetadatalabel:1:0"] {
      let input = folder.write("in.xml", text + "\n<!-- \(namespace) -->")
      let rule = namespace.contains("nato") ? "N47-009" : "ISM-014"
      let run = Run("check", input)
      #expect(run.code == .findings && run.text.contains(rule), "\(run.text)")
      #expect(Run("check", "--fail-on", "info", input).code == .findings)
      for words in [["--profile", "state"], ["--profile", "uk"], ["--ignore", rule]] {
        let run = Run(["check"] + words + [input])
        #expect(run.code == .incomplete, "\(words): \(run.text)")
        #expect(!run.text.contains("PASSED"), "\(words)")
        #expect(run.errors.contains("labels that cannot be read"), "\(words)")
      }
    }
  }

  @Test func whatMayNotBeWrittenIsNoWrongUse() {
    // Even who may do everything makes no file there.
    let clean = folder.write("clean", Cable.clean)
    #expect(Run("check", "--output", "/sys/kernel/caveat-report", clean).code == .incomplete)
    #expect(Run("baseline", "write", "--baseline", "/sys/kernel/caveat-report", clean).code == .incomplete)
    #expect(Run("audit", "--into", "/sys/kernel/caveat-report", clean).code == .incomplete)
  }

  @Test func standardOutputIsNoFile() {
    let input = folder.write("in", Cable.clean)
    for words in [
      ["redact", "--policy", "privacy", input, "-o", "-"], ["redact", "--policy", "privacy", input, "--propose", "-"],
      ["redact", "--policy", "privacy", input, "-o", folder.path("out"), "--ledger", "-"],
      ["audit", "--into", "-", input], ["baseline", "write", "--baseline", "-", input],
      ["fix", "--trail", "-", input],
    ] {
      let run = Run(words)
      #expect(run.code == .usage && run.errors.contains("standard output (-)"), "\(words): \(run.errors)")
    }
  }

  @Test func anyBytes() {
    var dice = Dice(seed: 7)
    folder.folder("noise")
    for number in 0..<200 {
      folder.write("noise/\(number)", (0..<300).map { _ in UInt8(max(1, dice.next(256))) })
      folder.write("noise/\(number)-cable", Array(Cable.wrong.utf8).map { dice.next(256) < 250 ? $0 : 0x80 })
    }
    let run = Run("check", "--form", "drafted", "--format", "json", folder.path("noise"))
    #expect(run.code == .findings)
    #expect(run.errors.isEmpty)
  }

  @Test func reportsThatCannotBeWritten() {
    let clean = folder.write("clean", Cable.clean)
    #expect(Run("check", "--output", folder.path("no/r"), clean).code == .usage)
    #expect(Run("check", "--output", folder.path, clean).code == .usage)
    #expect(Run("check", "--output", "/dev/null", clean).code == .usage)
    #expect(Run("check", "--output", clean, clean).code == .usage)
    #expect(folder.text("clean") == Cable.clean)
    let twice = ["check", "--format", "xml", "--output", folder.path("r"), "--format", "json", "--output"]
    #expect(Run(twice + [folder.path("r"), clean]).code == .usage)
    #expect(Run(twice + [folder.path("../") + folder.path.split(separator: "/")[1] + "/r", clean]).code == .usage)
    let full = Run(["check", clean], output: "/dev/full")
    #expect(full.code == .incomplete)
    #expect(full.errors.contains("standard output"))
    #expect(folder.names == ["clean"])
  }

  @Test func aReportInACheckedFolderIsNoInputAndNeverReplacesACable() {
    folder.folder("cables")
    folder.write("cables/a", Cable.clean)
    let words = ["check", "--format", "json", "--output", folder.path("cables/report.json"), folder.path("cables")]
    #expect(Run(words).code == .clean)
    let first = folder.text("cables/report.json")
    #expect(first?.isEmpty == false)
    #expect(Run(words).code == .clean)
    #expect(folder.text("cables/report.json") == first)
    #expect(Run("check", "--output", folder.path("cables/a"), folder.path("cables")).code == .usage)
    #expect(folder.text("cables/a") == Cable.clean)
    #expect(TemporaryFolder.names(folder.path("cables")) == ["a", "report.json"])
  }
}

extension String {
  /// How often `word` stands in it.
  func count(of word: String) -> Int { split(separator: word, omittingEmptySubsequences: false).count - 1 }
}
