import MarkingModel
import Redaction
import TestSupport
import Testing

/// It fails closed: what is not certain gives no copy.
@Suite("Refusals") struct RefusalTests {
  private static func refusal(_ bytes: [UInt8], _ policy: String = "public-release") throws -> Refusal? {
    let redactor = try Releases.redactor(policy)
    do throws(Refusal) {
      _ = try Releases.release(bytes, by: redactor)
      return nil
    } catch {
      return error
    }
  }

  @Test func aPortionWithoutAMark() throws {
    let cable = Releases.cable.replacing("2. (SBU) ", with: "2. ")
    #expect(try Self.refusal(Array(cable.utf8)) == .unmarked("paragraph 2", Position(line: 20, column: 1)))
    let paper = Releases.paper.replacing("b. (U) ", with: "b. ")
    guard case .unmarked = try Self.refusal(Array(paper.utf8)) else {
      Issue.record("it was released")
      return
    }
  }

  /// Short portions without a mark between marked ones: the reader takes them for headings.
  @Test(arguments: [
    "2. The pilots of basin 1 wait.\n", "The pilots wait.\n", "| Pilots | wait |\n", "PILOTS WAIT\n",
    "Pilots:\nwait\n",
  ])
  func aShortPortionWithoutAMark(text: String) throws {
    let paper = Releases.paper.replacing(
      "Classified By", with: "3. (U) The ice left.\n\n\(text)\n4. (U) So.\n\nClassified By")
    guard case .unmarked = try Self.refusal(Array(paper.utf8)) else {
      Issue.record("it was released")
      return
    }
  }

  /// Where no portion has a mark, nobody can tell what is under the banner: all of it is, or more. A text that says nothing
  /// of itself may be anything.
  @Test(arguments: [
    ("SECRET//NOFORN", "(b)(1) 1.4(d)"), ("CONFIDENTIAL", "(b)(1) 1.4(d)"), ("CUI//SP-PRVCY", "(b)(6)"),
    ("UNCLASSIFIED//FOUO", "(b)(5)"), ("", "(b)(1) 1.4(d)"),
  ])
  func aDocumentWithoutMarks(banner: String, code: String) throws {
    for text in ["The harbor master wrote that the pilots were asked to wait for the ice.", "Pilots wait"] {
      let paper = "\(banner)\n\nDEPARTMENT OF GOOD WORKS\n\nDate: 2016-05-03\n\n\(text)\n\n\(banner)\n"
      #expect(try Self.refusal(Array(paper.utf8)) == .noMarks)
      var redactor = try Releases.redactor("public-release")
      redactor.unmarked = .withhold
      let copy = try Releases.release(paper, by: redactor).copy
      #expect(copy.disposition == .denied)
      #expect(copy.exemptions.map(\.text) == [code])
      #expect(!String(decoding: copy.bytes, as: UTF8.self).lowercased().contains("pilots"))
      #expect(try Releases.release(copy.bytes, by: redactor).copy.bytes == copy.bytes)
    }
  }

  @Test func aTelegramWithoutMarks() throws {
    let cable = Releases.cable.replacing("UNCLAS REYKJAVIK", with: "C O N F I D E N T I A L REYKJAVIK")
      .replacing("SENSITIVE\n", with: "").replacing("(SBU) ", with: "").replacing("(U) ", with: "")
    #expect(try Self.refusal(Array(cable.utf8)) == .noMarks)
    #expect(try Self.refusal(Array(cable.utf8), "state-foia") == .noMarks)
    // What is unclassified as a whole has nothing that a policy for classified portions could withhold.
    let plain = cable.replacing("C O N F I D E N T I A L", with: "UNCLAS")
    #expect(try Self.refusal(Array(plain.utf8)) == nil)
    let sensitive = Releases.cable.replacing("(SBU) ", with: "").replacing("(U) ", with: "")
    #expect(try Self.refusal(Array(sensitive.utf8)) == .noMarks)
    #expect(try Self.refusal(Array(sensitive.utf8), "state-foia") == nil)
  }

  @Test func itemsThatHangOnAMarkedPortionAreUnderItsMark() throws {
    let paper = Releases.paper.replacing("   a. (C) First", with: "   - Pilots\n   - Lights\n\n   a. (C) First")
    let copy = try Releases.release(paper, by: try Releases.redactor("public-release")).copy.bytes
    #expect(!String(decoding: copy, as: UTF8.self).contains("Pilots"))
  }

  @Test func unmarkedPortionsAreTreatedAsTheUserSays() throws {
    let cable = Releases.cable.replacing("2. (SBU) ", with: "2. ")
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = .withhold
    let withheld = try Releases.release(cable, by: redactor)
    #expect(!String(decoding: withheld.copy.bytes, as: UTF8.self).contains("pilots"))
    #expect(withheld.ledger.head.unmarkedPortions == "withhold")
    redactor.unmarked = .release
    #expect(String(decoding: try Releases.release(cable, by: redactor).copy.bytes, as: UTF8.self).contains("pilots"))
  }

  @Test func aMarkThatCannotBeRead() throws {
    let paper = Releases.paper.replacing("(S//NF) The", with: "(S//NF//ORCONN) The")
    guard case .unreadableMark = try Self.refusal(Array(paper.utf8)) else {
      Issue.record("it was released or refused for something else")
      return
    }
  }

  @Test func bytesThatAreNoText() throws {
    var bytes = Array(Releases.cable.utf8)
    bytes[200] = 0xFF
    guard case .undecodable = try Self.refusal(bytes, "privacy") else {
      Issue.record("it was released")
      return
    }
  }

  @Test(arguments: [
    "%PDF-1.4\n", "PK\u{3}\u{4}rest", "{\\rtf1 text}",
    "See this:\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n",
  ])
  func formatsWhosePartsWouldPassUnseen(text: String) throws {
    guard case .format = try Self.refusal(Array(text.utf8), "privacy") else {
      Issue.record("it was released")
      return
    }
  }

  @Test(arguments: ["From: Ann\nTo: Bo\nSubject: c\n\nHello\n", "Subject: a memo\n\nText\n", "# Markdown\n"])
  func printsOfMessagesAreText(text: String) throws {
    #expect(try Self.refusal(Array(text.utf8), "privacy") == nil)
  }

  /// The parser compares each attribute of an element with all others.
  @Test(arguments: ["", " title='a <b c=\"d'", "=\"", "><!-- <i x='"]) func elementsWithManyAttributes(before: String)
    throws
  {
    func page(_ count: Int, _ separator: String) -> String {
      "<html><body><p\(before)>x</p><p\((0..<count).map { "\(separator)a\($0)=b" }.joined())>Text</p></body></html>"
    }
    for separator in [" ", "\n", " / ", "='c' ", " x=\"c\""] {
      guard case .structure = try Self.refusal(Array(page(1100, separator).utf8), "privacy") else {
        Issue.record("it was released")
        return
      }
    }
    let cost = try growth(ofTenfold: 4000) { _ = try Self.refusal(Array(page($0, " ").utf8), "privacy") }
    #expect(cost < linearGrowth)
  }

  @Test func manyElementsWithAttributes() throws {
    let text = (0..<400).map { "<p class='a' title=\"b > c\" id=x\($0)>Text</p><script>if (a<b) c(1, 2)</script>" }
    #expect(try Self.refusal(Array("<html><body>\(text.joined())</body></html>".utf8), "privacy") == nil)
  }

  /// A sentence of a withheld portion that stands in a released one.
  @Test func aSentenceThatIsRepeated() throws {
    let sentence = "The harbor master told us that the pilots were asked to wait for the ice to leave"
    let cable = Releases.cable.replacing("1. (U) The ice left", with: "1. (U) \(sentence). The ice left")
    guard case .unverified = try Self.refusal(Array(cable.utf8)) else {
      Issue.record("it was released")
      return
    }
  }

  /// The signer's name in a portion that is released goes too.
  @Test func aNameThatIsLeftElsewhere() throws {
    let cable = Releases.cable.replacing("the lights are on", with: "Ambassador Quimby saw the lights")
    let release = try Releases.release(cable, by: try Releases.redactor("public-release"))
    #expect(!String(decoding: release.copy.bytes, as: UTF8.self).contains("Quimby"))
  }

  /// What looks like a label of an earlier release may hold nothing but codes and amounts.
  @Test(arguments: [
    "[(b)(1) 1.4(d) Sar Quimby has 514-38-7793]", "[(b)(3) 50 U.S.C. SSN 514-38-7793]", "[withheld, SSN 514-38-7793]",
    "[(b)(6), person 514387793]", "[(b)(6), key 514387793]", "[(b)(6), 514387793 lines withheld]",
    "[(b)(6) 514-38-7793]",
  ])
  func labelsShieldNothing(label: String) throws {
    let redactor = try Releases.redactor("privacy")
    let copy = try Releases.release("SSN \(label) is there.\n", by: redactor).copy.bytes
    #expect(!String(decoding: copy, as: UTF8.self).filter(\.isNumber).contains("514387793"))
  }

  @Test func noSentenceRepeatsTheDocument() throws {
    for text in [
      Releases.cable.replacing("2. (SBU) ", with: "2. "), Releases.paper.replacing("(S//NF)", with: "(S//NF//ORCONN)"),
    ] {
      let sentence = try #require(try Self.refusal(Array(text.utf8))).sentence
      for word in ["harbor", "pilots", "master", "ORCONN"] { #expect(!sentence.contains(word)) }
    }
  }
}
