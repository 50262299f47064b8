import Detection
import MarkingModel
import Testing
import TextKit

/// Names and terms are found in every spelling that a reader takes for them, and nothing else is.
@Suite struct TermTests {
  private func parts(
    _ list: String, in text: String, _ options: TermFinder.Options = .init()
  ) throws -> [String] {
    let finder = try TermFinder(TermList(reading: Array(list.utf8), kind: .name), options: options)
    let bytes = Array(text.utf8)
    return try finder.find(in: folded(bytes)).map {
      String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    "John Quincy Smith", "John Q. Smith", "John Smith", "J. Q. Smith", "J.Q. Smith", "JQ Smith", "J. Smith", "Smith",
    "SMITH",
    "smith", "Mr. Smith", "Amb. Smith", "Ambassador John Smith", "Smith, John", "Smith, John Q", "SMITH, JOHN QUINCY",
    "Smith, J",
    "John\nSmith", "John   Smith", "Smi-\nth", "Jo-\nhn Smi-\nth", "Smi\u{AD}th", "S m i t h", "Ｓｍｉｔｈ", "Smíth",
    "Ѕmіth", "Smith’s", "Smith's",
    "John.Smith", "John_Smith", "Mr. John Smith, Jr.", "Quincy Smith", "Sm\u{200B}ith",
  ])
  func aNameIsFoundInFull(_ spelling: String) throws {
    for list in ["John Quincy Smith, Jr.", "Smith, John Quincy, Jr.", "John Quincy Smith Jr."] {
      let whole = spelling == "Mr. John Smith, Jr." ? "Mr. John Smith, Jr" : spelling
      #expect(try parts(list, in: "we saw \(spelling) there") == [whole], "\(list)")
    }
  }

  /// What joins the parts of a name in a web address: no part may stay.
  @Test(arguments: [
    "John+Smith", "John%20Smith", "Smith%2C%20John", "john+q+smith", "John&last=Smith", "Smith&first_name=John",
  ]) func aNameIsFoundInAWebAddress(_ spelling: String) throws {
    #expect(try parts("John Quincy Smith", in: "see ?q=\(spelling) there") == [spelling])
    #expect(try parts("John Quincy Smith", in: "a=Ann&last=Roe, 5%20 of Smithson+John") == [])
  }

  @Test(arguments: [
    "Smithson", "Blacksmith", "smithy", "John", "Quincy", "J. Q.", "John went home. Q", "the smi-\nths", "John\n\nS",
  ])
  func whatIsAnotherWordIsLeft(_ text: String) throws { #expect(try parts("John Quincy Smith", in: text) == []) }

  /// Several persons of a name, a particle in short, and look-alikes of letters.
  @Test(arguments: [
    ("Jones, Ida", "Joneses"), ("Finch, Bo", "Finches"), ("Finch, Bo", "FINCHS"), ("Max Lenz", "Lenzes"),
    ("Fox, Ann", "Foxes"), ("Roe-Reyes, Eva", "Roe-Reyeses"), ("Marsh, Eva", "Marshes"), ("Berg, Jo", "Bergs"),
    ("von Dorn, Ludo", "Dr. L. v. Dorn"), ("van der Berg, Jo", "Jo v. d. Berg"), ("van der Berg, Jo", "Mr. v.d. Berg"),
    ("Jones, Indigo", "1ndigo J0nes"), ("Jones, Indigo", "lndigo Jones"), ("Jones, Indigo", "INDIG0 J0NES"),
    ("Marsh, Eli", "E1i Marsh"), ("Walsh, Eva", "WaIsh"), ("Walsh, Eva", "Wa1sh"), ("Hill, Bo", "Hi1l"),
  ]) func namesOfManyAndNamesMisread(_ list: String, _ text: String) throws {
    #expect(try parts(list, in: "we saw \(text) there") == [text])
  }

  @Test(arguments: [
    "the joneses of the sea", "V. 0 Jonesy", "a 10nes lamp", "Roe v. Dorn", "v. Dorn", "J00n35 and J1nes",
    "lnstalled lamps",
  ]) func otherWordsAreLeft(_ text: String) throws {
    #expect(try parts("Jones, Ida\nname: von Dorn, Ludo", in: text) == [])
  }

  @Test(arguments: [
    ("Juan de la Cruz", "Mr. de la Cruz", "Mr. de la Cruz"), ("Ana Smith-Jones", "Ms. Smith-Jones", "Ms. Smith-Jones"),
    ("Pat O'Brien", "Pat O’Brien", "Pat O’Brien"), ("Müller, Jörg", "JORG MULLER", "JORG MULLER"),
    ("Nguyễn Văn An", "VAN AN", "VAN AN"), ("Łukasz Wałęsa", "Lukasz WALESA", "Lukasz WALESA"),
    ("Иван Жуков", "ЖУКОВ", "ЖУКОВ"),
    ("Иван Жуков", "Жуков, И.", "Жуков, И"), ("Jane Smith2", "Smith2", "Smith2"), ("Ana Lopez", "Lopez¹", "Lopez"),
    ("Lopez", "López", "López"),
  ])
  func namesOfEveryKind(_ list: String, _ text: String, _ found: String) throws {
    #expect(try parts(list, in: text) == [found])
  }

  @Test(
    "A letter that a machine has not is written as two",
    arguments: [
      "MUELLER, JUERGEN", "Jürgen Mueller", "Juergen Müller", "JURGEN MUELLER", "Mueller's", "J. MUELLER",
    ])
  func transliteratedNames(_ spelling: String) throws {
    #expect(try parts("Jürgen Müller", in: "we saw \(spelling) there") == [spelling])
    #expect(try parts("Åse Sørby-Groß", in: "AASE SOERBY-GROSS") == ["AASE SOERBY-GROSS"])
  }

  @Test(
    "An initial that the list does not have stands between two names that it has",
    arguments: [
      "Sen. Jonathan Q. Marsh III", "Marsh, Jonathan Q", "Madam Marsh", "Dr. Q. Marsh",
    ])
  func unknownInitials(_ spelling: String) throws {
    #expect(try parts("Jonathan Marsh III", in: "we saw \(spelling) there") == [spelling])
  }

  @Test(
    "Signs and further names stand between the parts of a name",
    arguments: [
      ("**Peter** Thorndike", "Peter** Thorndike"), ("(Peter) Thorndike", "Peter) Thorndike"),
      ("\"Peter\" Thorndike", "Peter\" Thorndike"), ("*Peter K.* **Thorndike", "Peter K.* **Thorndike"),
      ("Peter Kenneth Thorndike", "Peter Kenneth Thorndike"), ("PETER KENNETH THORNDIKE", "PETER KENNETH THORNDIKE"),
      ("P. Kenneth Thorndike", "P. Kenneth Thorndike"), ("Thorndike, Peter Kenneth", "Thorndike, Peter Kenneth"),
      ("Peter \"Pete\" Thorndike", "Peter \"Pete\" Thorndike"),
      ("Peter 'Pete' K. Thorndike", "Peter 'Pete' K. Thorndike"),
      ("Peter (Lopez) Thorndike", "Peter (Lopez) Thorndike"), ("Peter Lopez Thorndike", "Peter Lopez Thorndike"),
      ("Thorndike (Peter)", "Thorndike (Peter"), ("Peter [Thorndike", "Peter [Thorndike"),
      ("Peter and Thorndike", "Thorndike"), ("PETER MET THORNDIKE", "THORNDIKE"),
      ("Peter: the paper. Thorndike", "Thorndike"), ("Thorndike, Peter Said", "Thorndike, Peter"),
      ("the (Secretary) Thorndike", "Thorndike"), ("(p) Thorndike", "Thorndike"),
      ("Thorndike (p.k@example.org)", "Thorndike"), ("Thorndike (peter@example.org)", "Thorndike"),
      ("PETER KNEW THAT THORNDIKE", "THORNDIKE"),
    ])
  func namesWithSigns(_ text: String, _ found: String) throws {
    #expect(try parts("Thorndike, Peter K.", in: text) == [found])
  }

  @Test(
    "Accounts and names that are run together",
    arguments: [
      ("thorndikepk logged on", "thorndikepk"), ("POL:PKTHORNDIKE", "PKTHORNDIKE"), ("PThorndike2", "PThorndike"),
      ("MrThorndike came", "MrThorndike"), ("CDAThorndike came", "CDAThorndike"), ("PeterThorndike", "PeterThorndike"),
      ("PeterKThorndike", "PeterKThorndike"), ("ThorndikePK", "ThorndikePK"),
    ])
  func namesRunTogether(_ text: String, _ found: String) throws {
    #expect(try parts("Thorndike, Peter K.", in: text) == [found])
  }

  @Test(arguments: [("Ann Donald", "McDonald and MacDonald"), ("Ann Rue", "LaRue"), ("Ann Pad", "an iPad, Padding")])
  func partsOfOtherNamesAreLeft(_ list: String, _ text: String) throws { #expect(try parts(list, in: text) == []) }

  @Test(
    "A surname of several words is found by its parts",
    arguments: [
      ("al-Hashimi, Tariq", "Hashimi said", "Hashimi"), ("al-Hashimi, Tariq", "the el-Hashimi", "el-Hashimi"),
      ("al-Hashimi, Tariq", "ALHASHIMI", "ALHASHIMI"), ("Tariq al-Hashimi", "Al Hashimi's", "Al Hashimi's"),
      ("Tariq al-Shami", "ash-Shami", "ash-Shami"), ("Tariq al-Shami", "as Shami", "Shami"),
      ("García Márquez, José", "Sr. García", "Sr. García"), ("García Márquez, José", "García said", "García"),
      ("García Márquez, José", "Mr. Marquez", "Mr. Marquez"), ("García Márquez, José", "J. Garcia M.", "J. Garcia"),
      ("García Márquez, José", "José García Márquez", "José García Márquez"),
      ("van der Berg, Jan", "Mr. Berg", "Mr. Berg"), ("van der Berg, Jan", "Jan Berg", "Jan Berg"),
      ("van der Berg, Jan", "Vanderberg", "Vanderberg"), ("Jan van der Berg", "Mr. van den Berg", "Mr. van den Berg"),
      ("De La Cruz, Ana", "Mr. Cruz", "Mr. Cruz"), ("De La Cruz, Ana", "dela Cruz, Ana", "dela Cruz, Ana"),
      ("De La Cruz, Ana", "DELACRUZ", "DELACRUZ"), ("Smith-Jones, Bob", "Ms. Smith", "Ms. Smith"),
      ("Smith-Jones, Bob", "Bob Jones", "Bob Jones"), ("O'Neil, Sean", "ONeil", "ONeil"),
      ("bin Laden, Omar", "Mr. Laden", "Mr. Laden"),
    ])
  func partsOfSurnames(_ list: String, _ text: String, _ found: String) throws {
    #expect(try parts(list, in: text) == [found])
  }

  @Test(
    "Titles in short, and titles of several persons",
    arguments: [
      ("MSG Berg", "MSG Berg"), ("SA Berg", "SA Berg"), ("FM Berg", "FM Berg"), ("PolOff Berg", "PolOff Berg"),
      ("EmbOffs Finch and Berg", "Berg"), ("Messrs. Finch and Berg", "Berg"),
      ("Messrs. Berg and Finch", "Messrs. Berg"),
      ("Drs. Finch, Quill & Berg", "Berg"), ("Ambassadors I. Finch, Bo Quill, and Berg", "Berg"),
      ("Mr. and Mrs. Berg", "Mrs. Berg"), ("Sr. Berg", "Sr. Berg"), ("then LtCol Berg", "LtCol Berg"),
    ])
  func titlesInShort(_ text: String, _ found: String) throws {
    #expect(try parts("van der Berg, Jan", in: text) == [found])
  }

  @Test(
    "What may be another word is no title",
    arguments: [
      "at 3 PM Berg ice", "the msg Berg", "Ann Lopez, Sr., Berg", "the sa Berg", "Messrs. Finch said that Berg",
      "Messrs. Finch saw ice, Berg", "Finch and Berg", "Dir of Berg", "MINISTERS MET BERG",
    ])
  func noTitles(_ text: String) throws { #expect(try parts("van der Berg, Jan", in: text) == []) }

  @Test(
    "What is a word beside others is no part of a surname",
    arguments: [
      ("De La Cruz, Ana", "Santa Cruz, la cruz, de la"), ("van der Berg, Jan", "the berg, a van, Berg"),
      ("Smith-Jones, Bob", "Smith and Jones"), ("García Márquez, José", "Marquez said"), ("St. John, Mary", "Mr. John"),
      ("O'Neil, Sean", "Mr. Neil, o"), ("bin Laden, Omar", "laden ships, the bin"), ("al-Hashimi, Tariq", "el al, al"),
    ])
  func wordsThatAreNoPartOfASurname(_ list: String, _ text: String) throws {
    #expect(try parts(list, in: text) == [])
  }

  @Test func aPossessiveIsCompany() throws {
    var options = TermFinder.Options()
    options.ordinaryWords = ["hill"]
    #expect(try parts("Grace Hill", in: "the hill's top, Hill's car", options) == ["Hill's"])
  }

  @Test func ordinaryWordsNeedCompany() throws {
    var options = TermFinder.Options()
    let text = "The baker met Mr. Baker, A. Baker and Baker."
    #expect(try parts("Ann Baker", in: text).count == 3)
    options.ordinaryWords = ["baker"]
    #expect(try parts("Ann Baker", in: text, options) == ["Mr. Baker, A. Baker"])
    options.includesTitles = false
    #expect(try parts("Ann Baker", in: "Mr. Baker", options) == ["Baker"])
  }

  @Test func termsAreFoundAsTheyAreWritten() throws {
    let list = "term: Blue Heron; OBH\nterm: K-141"
    #expect(
      try parts(list, in: "BLUE\nHERON, blue-heron, Blue He-\nron, OBH2, OBHX, K141, K-141's, blue. Big heron")
        == ["BLUE\nHERON", "blue-heron", "Blue He-\nron", "OBH", "K141", "K-141's"])
  }

  @Test func theListSaysWhatItMeans() throws {
    let list = try TermList(
      reading: Array("# people\n\nname: John Smith; Jack Smith => (b)(6)\nterm: HERON => (b)(1) 1.4(c)\n".utf8))
    #expect(
      list.entries == [
        .init(kind: .name, spellings: ["John Smith", "Jack Smith"], exemption: "(b)(6)", line: 3),
        .init(kind: .term, spellings: ["HERON"], exemption: "(b)(1) 1.4(c)", line: 4),
      ])
    let finder = try TermFinder(list)
    #expect(try finder.find(in: folded(Array("heron, Smith".utf8))).map(\.entry) == [1, 0])
  }

  @Test(arguments: [
    ("John Smith", TermListError.noKind(line: 1)), ("\nname: ;", .noSpelling(line: 2)),
    ("name: A => ", .noExemption(line: 1)),
    ("term: ---", .nothingToFind(line: 1)),
    ("name: Ann Finch\nperson: Jane Doe", .unknownKind(line: 2)), ("nmae:", .unknownKind(line: 1)),
  ])
  func refuses(_ list: String, _ error: TermListError) throws {
    #expect(throws: error) { try TermFinder(TermList(reading: Array(list.utf8))) }
  }

  @Test(arguments: ["person: Jane Doe", "Nmae: Jane Doe => (b)(6)"])
  func refusesAKindThatIsNoneWhereKindsAreGuessed(_ list: String) {
    #expect(throws: TermListError.unknownKind(line: 1)) {
      try TermList(reading: Array(list.utf8), kind: .term, guessesNames: true)
    }
  }

  @Test(arguments: ["http://intranet.example/x", "term: Operation: Ice", "7:30", "Doe, Jane"])
  func aColonAloneIsNoKind(_ list: String) throws {
    #expect(try TermList(reading: Array(list.utf8), kind: .term, guessesNames: true).entries.count == 1)
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: TermListError.notText) { try TermList(reading: [0xFF], kind: .name) }
  }
}
