import Redaction
import TestSupport
import Testing

/// Items without a mark: which hang on the portion above, so that its mark holds for them, and which are paragraphs beside it
/// or the marks of others that a scan has misread.
@Suite("Items that hang on a portion") struct HangingItemTests {
  private static func copy(_ body: String, unmarked: Planner.UnmarkedPortions = .refuse) throws -> String {
    var redactor = try Releases.redactor("public-release")
    redactor.unmarked = unmarked
    return String(
      decoding: try Releases.release(FictionalPaper.text(body, first: ""), by: redactor).file, as: UTF8.self)
  }

  /// A number behind that of a paragraph, a number that begins no list, a list below a sentence that is closed.
  @Test(arguments: [
    "(U) The ice left.\n\n(5) The seekers came on orders of the master.\n\n(S//NF) Nobody knows.",
    "(U) The ice left.\n\n(0) The seekers came on orders of the master.\n\n(S//NF) Nobody knows.",
    "(U) The ice left.\n\n(1) The seekers came on orders of the master.\n\n(S//NF) Nobody knows.",
    "(U) The ice left.\n\n(i) The seekers came on orders of the master.\n\n(S//NF) Nobody knows.",
    "(U) The ice left:\n\n(5) The seekers came on orders of the master.\n\n(S//NF) Nobody knows.",
    "1. (U) The ice left.\n\n2. (5) The seekers came.\n\n3. (U) The lamps are lit.",
    "1. (U) The ice left.\n\n2. (1) The seekers came.\n\n3. (U) The lamps are lit.",
    "1. (U) The ice left.\n\n2. (a) The seekers came.\n\n3. (U) The lamps are lit.",
    "1. (U) The ice left.\n\n2. - The seekers came.\n\n3. (U) The lamps are lit.",
    "1. (U) The ice left.\n\n(5) The seekers came.\n\n3. (U) The lamps are lit.",
    "1. (U) The ice left.\n\n   a. It was thick.\n\n   (5) The seekers came.\n\n3. (U) The lamps are lit.",
    "1. (U) The ice left:\n\n   a. It was thick.\n\n   5. The seekers came.\n\n3. (U) The lamps are lit.",
    "(S) The master is ill.\n\n(U) You will meet the mate on Friday.\n\n1. The seekers came in May.\n\n2. The ice left.",
    "(S) The master is ill.\n\n(U) You will meet the mate on Friday.\n\n   1. The seekers came.\n\n   2. The ice left.",
    "(S) The master is ill.\n\n(U) You will meet the mate on Friday.\n\n1) The seekers came.\n\n2) The ice left.",
    "(S) The master is ill.\n\n(U) You will meet the mate on Friday.\n\n(1) The seekers came.\n\n(2) The ice left.",
    "(S) The master is ill.\n\n(U) You will meet the mate on Friday.\n\n- The seekers came in May.\n\n- The ice left.",
    "REFERENCE: A. (U) Survey of 2019\n\n1. (S) The ice.\n\n2. The seekers came in May to look at it.",
    "Ref: (a) (U) Survey of 2019\n     (b) (U) Survey of 2018\n\n1. The seekers came in May to look at it.\n\n2. (S) Ice.",
    "Encl: (1) (U) Photographs\n\n1. The seekers came in May to look at the piers.\n\n2. (S) The ice.",
  ])
  func isBesideIt(_ body: String) throws {
    #expect(throws: Refusal.self) { try Self.copy(body) }
    let copy = try Self.copy(body, unmarked: .withhold)
    #expect(!copy.contains("seekers"), "\(copy)")
  }

  @Test(arguments: [
    "1. (U) The lamps are these.\n\n   a. The lamps of the quay.\n\n   b. The lamps of the pier.\n\n2. (S//NF) The seekers.",
    "1. (U) The lamps are these.\n\na. The lamps of the quay.\n\n(1) The old lamps.\n\n(2) The lamps of May.\n\nb. Lamps.",
    "(U) The lamps are these:\n\n1. The lamps of the quay.\n\n2. The lamps of the pier.\n\n(S//NF) The seekers came.",
    "(U) The lamps are these:\n\n- The lamps of the quay.\n- The lamps of the pier.\n\n(S//NF) The seekers came.",
    "(U) The lamps are these.\n\n   - The lamps of the quay.\n   - The lamps of the pier.\n\n(S//NF) The seekers came.",
    "(U) The lamps are these.\n\n   (i) The lamps of the quay.\n   (ii) The lamps of the pier.\n\n(S//NF) The seekers.",
    "(U) The lamps are these:\n\no The lamps of the quay.\n\no The lamps of the pier.\n\n(S//NF) The seekers came.",
    "(U) The lamps are:\n\n   i) The lamps of the quay.\n\n   ii) Old lamps.\n\n   iii) Lamps.\n\n(S//NF) The seekers.",
    "(U) The lamps are:\n\n| a | b |\n|---|---|\n| The lamps of the quay | 2 |\n\n(S//NF) The seekers came.",
    "¶1. (U) The lamps of the quay are lit.\n\n¶2. (S//NF) The seekers came.",
    "IV. (U) These lamps are lit by the mate.\n\n1. The lamps of the quay.\n\n2. Old lamps.\n\nV. (S//NF) The seekers came.",
  ])
  func hangsOnIt(_ body: String) throws {
    let copy = try Self.copy(body)
    #expect(!copy.contains("seekers") && copy.contains("lamps of the"), "\(copy)")
  }

  /// What is set in below a mark goes with it, whatever signs begin it and whatever becomes of other text without one.
  @Test(arguments: [
    "4. (S//NF) The ice:\n   1. The seekers of the quay.\n   2. The seekers of the pier.\n\n5. (U) The lamps are lit.",
    "(S//NF) The ice is this:\n\n   I. The seekers of the quay.\n\n   II. The seekers.\n\n(U) The lamps are lit.",
    "(S//NF) The ice is this:\n\n   # The seekers of the quay.\n\n   # The seekers.\n\n(U) The lamps are lit.",
    "(S//NF) The ice is this:\n\n   > The seekers of the quay.\n\n   > The seekers.\n\n(U) The lamps are lit.",
    "**(S//NF)** The ice:\n\n| a | b |\n|---|---|\n| seekers | seekers |\n\n**(U)** The lamps are lit.",
  ])
  func isSetInBelowIt(_ body: String) throws {
    let copy = try Self.copy(body, unmarked: .release)
    #expect(!copy.contains("seekers") && copy.contains("The lamps are lit."), "\(copy)")
  }

  /// What is asked and what is answered have marks of their own.
  @Test(arguments: [
    "Q: (U) How many lamps are there?\nA: There are 41 seekers, of whom nine are ours.\n\nQ: (S//NF) Why?",
    "1. Lamps\n\nQ: (U) How many lamps are there?\nA: There are 41 seekers, of whom nine are ours.\n\nQ: (S//NF) Why?",
    "Q1. (U) How many lamps are there?\nA1. There are 41 seekers, of whom nine are ours.\n\nQ2. (S//NF) Why?",
    "Question 1: (U) How many lamps are there?\nAnswer: There are 41 seekers, of whom nine are ours.\n\n(S//NF) Why?",
  ])
  func anAnswerHasNoMark(_ body: String) throws {
    #expect(try !Releases.leaves("seekers") { try Self.copy(body) })
    #expect(try !Releases.leaves("seekers") { try Self.copy(body, unmarked: .withhold) })
  }

  @Test func anAnswerHasItsOwn() throws {
    let copy = try Self.copy(
      """
      Q1: (U) How many lamps are there?
      A1: (U) There are 41 lamps.

      Q2: (C) Were the seekers asked?
      A2: (U) The office says nothing of the lamps.

      Q3. (U) Will there be more?

      A3. (C) Yes, the seekers say.
      """)
    #expect(!copy.contains("seekers"), "\(copy)")
    #expect(copy.contains("A1: (U) There are 41 lamps."))
    #expect(copy.contains("Q2: (C) ["))
    #expect(copy.contains("A2: (U) The office says nothing of the lamps."), "\(copy)")
  }
}
