import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Texts that were copied with something before each line")
struct CopiedTests {
  private static let prefixes: [(String, @Sendable (Int) -> String)] = [
    ("quoted", { _ in "> " }),
    ("quoted twice, the first time without blank", { _ in ">> " }),
    ("numbered by cat", { number in String(repeating: " ", count: 6 - "\(number)".count) + "\(number)\t" }),
    ("numbered as a page of rules", { number in String(repeating: " ", count: 4 - "\(number)".count) + "\(number)  " }),
    ("numbered without room", { "\($0) " }),
    ("numbered by grep", { "\($0):" }),
    ("from the middle", { "\($0 + 117). " }),
  ]

  private static func copied(_ text: String, _ prefix: (Int) -> String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    return lines.enumerated().map { prefix($0.offset + 1) + $0.element + "\n" }.joined()
  }

  /// The nodes without their places.
  private func marks(_ document: MarkingDocument) -> [String] {
    document.nodes.indices.map { node in
      "\(document.nodes[node].name) \(document.attributes(of: node).map { "\($0.name)=\($0.value)" })"
    }
  }

  private func text(_ range: ByteRange, _ bytes: [UInt8]) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  // The edited one has fewer lines than show that they are numbered.
  @Test("a telegram is read as without it", arguments: Cables.all.indices.dropLast(), prefixes.indices)
  func telegram(cable: Int, prefix: Int) throws {
    let bytes = Array(Cables.all[cable].text.utf8)
    let copy = Array(Self.copied(Cables.all[cable].text, Self.prefixes[prefix].1).utf8)
    let expected = try read(bytes)
    let document = try read(copy)
    #expect(marks(document) == marks(expected), "\(Self.prefixes[prefix].0)")
    #expect(document.placeFaults(length: copy.count).isEmpty)
    for (mine, other) in zip(document.nodes, expected.nodes) where other.name != .document {
      #expect(mine.position.line == other.position.line, "\(other.name)")
      let (copied, plain) = (text(mine.range, copy), text(other.range, bytes))
      if !plain.contains("\n") { #expect(copied == plain, "\(other.name)") }
    }
  }

  @Test("columns count what stands before the line")
  func columns() throws {
    let document = try read(Self.copied(Cables.wire, { _ in "> > " }))
    let line = try #require(document.nodes(named: .classification).first)
    #expect(document.nodes[line].position == Position(line: 11, column: 5))
  }

  @Test("of a reply the quoted lines are the telegram")
  func reply() throws {
    let reply = """
      From: Doe, Jane <DoeJ@example.gov>
      Sent: Tuesday, March 10, 2009 10:52 AM
      To: Roe, Richard
      Subject: RE: Harbor talks

      1. (S) What do you make of that?

      Jane wrote:

      """
    let copy = reply + Self.copied(Cables.drafted, { _ in "> " }) + "\n3. (TS) I wonder.\n\n-- \nJane\n"
    let document = try read(copy)
    #expect(document.root(.form) == "drafted")
    #expect(document.nodes(named: .paragraph).count == 2)
    #expect(document.nodes(named: .subject).count == 1)
  }

  @Test("a line that was broken by the copy goes on")
  func broken() throws {
    let short = "2. (S) The ministry asked that we wait a week."
    let long = "2. (S) The ministry asked, through its first secretary, that we\nwait a week."
    let copy = Self.copied(Cables.drafted.replacing(short, with: long), { _ in "> " })
      .replacing("\n> wait a week", with: "\nwait a week")
    let document = try read(copy)
    #expect(try marks(document) == marks(read(Cables.drafted.replacing(short, with: long))))
    let paragraph = document.nodes[try #require(document.nodes(named: .paragraph).last)].range
    #expect(text(paragraph, Array(copy.utf8)).hasSuffix("\nwait a week."))
  }

  @Test("other texts with such lines are read as they were")
  func others() throws {
    let letter = "MEMORANDUM\n\n" + (1...12).map { "\($0). (U) One thing and another.\n" }.joined()
    #expect(try read(letter).nodes(named: .marking).count == 12)
    let mail = "SECRET\n\n> (S) One.\n> (S) Two.\n> (S) Three.\n> (S) Four.\n\nSECRET\n"
    #expect(try read(mail).nodes(named: .marking).count >= 2)
  }

  @Test("takes time that grows with the length", arguments: ["> > ", "1 ", ">"])
  func linear(prefix: String) throws {
    let telegram = Self.copied(Cables.wire, { _ in prefix })
    let lines = try growth(ofTenfold: 10_000) { count in
      _ = try read(String(repeating: prefix + "\n", count: count) + telegram)
    }
    #expect(lines < linearGrowth)
    let line = try growth(ofTenfold: 20_000) { count in _ = try read(String(repeating: prefix, count: count)) }
    #expect(line < linearGrowth)
  }
}

@Suite("Telegrams below what covers them")
struct CoverTests {
  static let covers = [
    "From: Doe, Jane <DoeJ@example.gov>\nSent: Tuesday, March 10, 2009 10:52 AM\nTo: Roe, Richard\nSubject: FW: Harbor\n\nSee below.\n\n",
    "MEMORANDUM FOR THE FILES\n\nFROM: Jane Doe\nSUBJECT: (U) Cable\n\n(U) The cable is attached.\n\n1. (U) One thing.\n\n",
    "MEMORANDUM FOR THE FILES\n\nSUBJECT: (U) Cable\n\n(U) The cable is attached.\n\n",
    "SECRET\n\nMEMORANDUM FOR THE FILES\n\nFROM: Jane Doe\nSUBJECT: (U) Cable\n\n(S) The cable is attached.\n\nSECRET\n\n",
  ]

  @Test("nothing of it is the telegram's", arguments: covers.indices, ["wire", "print", "drafted"])
  func nothing(cover: Int, name: String) throws {
    let text = try #require(Cables.all.first { $0.name == name }).text
    let expected = try read(text)
    let document = try read(Self.covers[cover] + text)
    let places = document.nodes.map(\.range.start).dropFirst()
    #expect(document.root(.form) == name.replacing("print", with: "nara-aad"))
    #expect(places.allSatisfy { $0 >= Self.covers[cover].utf8.count })
    #expect(document.nodes.dropFirst().map(\.name) == expected.nodes.dropFirst().map(\.name))
  }

  @Test("a SUBJECT above the classification line is the telegram's where no other comes")
  func high() throws {
    let subject = "SUBJECT: (U) NEW LIBRARY HOURS\n"
    let text = subject + "\n" + Cables.drafted.replacing(subject, with: "")
    #expect(try read(text).nodes(named: .subject).count == 1)
  }

  @Test("a missing SUBJECT is not taken from it", arguments: covers.indices)
  func missing(cover: Int) throws {
    let text = Cables.wire.replacing("SUBJECT: HARBOR TALKS BEGIN\n", with: "")
    #expect(try read(Self.covers[cover] + text).nodes(named: .subject).isEmpty)
  }

  @Test("a page heading, a stamp and a level above a telegram are its own")
  func above() throws {
    let document = try read("RELEASED IN FULL\n\nUNCLASSIFIED\n\n" + Cables.wire)
    #expect(document.nodes(named: .designation).count == 1)
    #expect(document.nodes(named: .stamp).count == 1)
  }

  @Test("labels that have gone astray above the classification line are the telegram's")
  func astray() throws {
    let text = Cables.drafted.replacing("S E C R E T LISBON 000412\n", with: "")
      .replacing("Classified By", with: "S E C R E T LISBON 000412\n\nClassified By")
    #expect(try read(text).nodes(named: .subject).count == 1)
  }
}
