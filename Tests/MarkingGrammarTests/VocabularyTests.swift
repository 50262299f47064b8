import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

@Suite struct VocabularyTests {
  private let vocabulary: Vocabulary

  init() throws { vocabulary = try Vocabulary { Vocabulary.projectTable($0) } }

  @Test func countriesHaveStatesOwnCodes() {
    let text = Array("KH".utf8)
    let code = vocabulary.tags.code(forISO: text.span, 0, 2)
    #expect(code == "CB")
    #expect(vocabulary.tags.find("CB")?.kind == .geo)
    #expect(vocabulary.tags.find("KH") == nil)
    // Both are organizations too; the country comes first.
    #expect(vocabulary.tags.find("al")?.kind == .geo)
    #expect(vocabulary.tags.find("BP")?.kind == .geo)
  }

  @Test func everyKindOfTagsIsThere() {
    for (code, kind) in [
      ("PGOV", TagCode.Kind.subject), ("KTIP", .program), ("XM", .region), ("AU-1", .organization), ("OVIP", .subject),
    ] {
      #expect(vocabulary.tags.find(code)?.kind == kind, "\(code)")
    }
    #expect(
      vocabulary.tags.all.filter(\.needsPerson).map(\.code).sorted() == ["OCON", "OEXC", "OREP", "OTRA", "OVIP"])
  }

  @Test func captionsAreOrderedAsTheHandbookSays() throws {
    let order = ["ROGER CHANNEL", "NODIS", "EXDIS", "STADIS", "LIMDIS", "NOFORN", "SENSITIVE", "SIPDIS"]
    let numbers = try order.map { try #require(vocabulary.captions.find($0)).order }
    #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count)
    #expect(vocabulary.captions.rows.filter(\.isAlone).map(\.name).sorted() == ["AGREMENT CHANNEL", "DIRGEN CHANNEL"])
    #expect(vocabulary.captions.find("Agrément Channel")?.name == "AGREMENT CHANNEL")
    #expect(vocabulary.captions.find("SIPDIS")?.period.isYetToCome(on: 1999_01_01) == true)
    #expect(vocabulary.captions.find("WNINTEL")?.period.isOver(on: 2001_01_01) == true)
    #expect(vocabulary.captions.other.order == 99)
    #expect(vocabulary.captions.find("OTHER") == nil)
  }

  @Test func theLongestCaptionWins() throws {
    let line = Array("VISAS  VIPER//// SENSITIVITY".utf8)
    let longest = vocabulary.captions.longest(in: line.span, at: 0, end: line.count)
    let found = try #require(longest)
    #expect(found.caption.name == "VISAS VIPER" && found.end == 12)
    let none = vocabulary.captions.longest(in: line.span, at: 17, end: line.count)
    #expect(none?.end == nil)
  }

  @Test(arguments: [
    ("AMEMBASSY PHNOM PENH", "PHNOM PENH", Post.Kind.embassy, "CB"), ("SECSTATE WASHDC", "STATE", .department, ""),
    ("USMISSION USNATO", "USNATO", .mission, ""), ("USMISSION GENEVA", "GENEVA", .mission, ""),
    ("AMCONSUL HO CHI MINH CITY", "HO CHI MINH CITY", .consulate, "VM"), ("USINT HAVANA", "USINT HAVANA", .other, "CU"),
    ("AMEMBASSY  BRUSSELS", "BRUSSELS", .embassy, "BE"), ("AMEMBASSY ATLANTIS", "ATLANTIS", .embassy, ""),
    ("AMEMBASSY PEKING", "BEIJING", .embassy, "CH"), ("HQ ATLANTIS", "HQ ATLANTIS", .other, ""),
  ])
  func addressesNamePosts(address: String, name: String, kind: Post.Kind, country: String) {
    let bytes = Array(address.utf8)
    let post = vocabulary.posts.post(address: bytes.span, 0, bytes.count)
    #expect(post.name == name && post.kind == kind && vocabulary.posts.tags(of: post).first ?? "" == country)
  }

  @Test func anMRNMayShareItsNameWithAnotherPost() {
    let fm = Array("USEU BRUSSELS".utf8)
    let mrn = Array("BRUSSELS".utf8)
    let sender = vocabulary.posts.post(address: fm.span, 0, fm.count)
    let shared = vocabulary.posts.post(mrn: mrn.span, 0, mrn.count, sender: sender)
    #expect(shared.name == "USEU BRUSSELS")
    let own = vocabulary.posts.post(mrn: mrn.span, 0, mrn.count)
    #expect(own.name == "BRUSSELS")
  }

  @Test func postsAreManyAndTheirCountriesAreTAGS() {
    #expect(vocabulary.posts.rows.count >= 250)
    for post in vocabulary.posts.rows {
      for code in vocabulary.posts.tags(of: post) {
        let kind = vocabulary.tags.find(code)?.kind
        #expect(kind == .geo || kind == .region, "\(post.name): \(code)")
      }
    }
  }

  @Test(arguments: [
    (1974_01_02, 11652), (1979_03_01, 12065), (1990_01_01, 12356), (1996_03_15, 12958), (2009_12_14, 12958),
    (2011_01_01, 13526),
  ])
  func eachDayHasItsOrder(day: Int, number: Int) {
    #expect(vocabulary.orders.regime(on: day)?.number == number)
  }

  @Test func signersHaveTheirTerms() {
    #expect(vocabulary.signers.signs("POWELL", on: 2002_05_01))
    #expect(!vocabulary.signers.signs("POWELL", on: 2009_05_01))
    #expect(vocabulary.signers.signs("POWELL", on: nil))
  }
}

@Suite struct VocabularyErrorTests {
  /// The project's tables with one of them replaced.
  private func load(_ file: String, _ text: String?) throws(VocabularyError) -> Vocabulary {
    try Vocabulary { $0 == file ? text.map { Array($0.utf8) } : Vocabulary.projectTable($0) }
  }

  @Test func aMissingTableIsNamed() {
    #expect(throws: VocabularyError.missing(file: "months.tsv")) { try load("months.tsv", nil) }
  }

  @Test func columnsAreChecked() {
    #expect(throws: VocabularyError.columns(file: "months.tsv", expected: ["word", "month", "source"])) {
      try load("months.tsv", "word\tsource\n")
    }
  }

  @Test func fieldsAreCounted() {
    #expect(throws: VocabularyError.fieldCount(file: "months.tsv", line: 3, expected: 3, found: 2)) {
      try load("months.tsv", "word\tmonth\tsource\n\nJAN\t1\n")
    }
  }

  @Test func valuesAreChecked() {
    let header = "number\tfrom\tto\tgrace\treason\tletters\tforms\tsource\n"
    #expect(throws: VocabularyError.value(file: "orders.tsv", line: 2, column: "from")) {
      try load("orders.tsv", header + "11652\t1972-13-01\t\t\t\t\tna\tx\n")
    }
    #expect(throws: VocabularyError.value(file: "months.tsv", line: 2, column: "month")) {
      try load("months.tsv", "word\tmonth\tsource\nJAN\tone\tx\n")
    }
  }

  @Test func repeatsAreFound() {
    #expect(throws: VocabularyError.duplicate(file: "titles.tsv", line: 3)) {
      try load("titles.tsv", "title\tsource\r\nCONSUL\tx\r\nconsul\tx\r\n")
    }
  }
}
