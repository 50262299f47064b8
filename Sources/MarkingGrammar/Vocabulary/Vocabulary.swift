/// The words that markings are made of: the tables under `Rules/vocabulary`, read once and then looked up by the bytes
/// of a text. Reading all of them takes well under a millisecond.
package struct Vocabulary: Sendable {
  package let tags: TagTable
  package let captions: CaptionTable
  package let posts: PostTable
  package let agencies: AgencyTable
  package let orders: OrderTable
  package let levels: LevelTable
  package let marks: MarkTable
  package let precedences: PrecedenceTable
  package let months: MonthTable
  package let titles: TitleTable
  package let signers: SignerTable
  package let register: Register
  package let countries: CountryTable
  package let categories: CategoryTable
  package let outsideWords: OutsideWordTable
  package let national: NationalTable
  package let activities: ActivityTable
  package let secondLines: SecondLineTable

  /// The files that it is made of, in the order in which they are read.
  package static let files = [
    "tags.tsv", "iso.tsv", "captions.tsv", "posts.tsv", "offices.tsv", "agencies.tsv", "orders.tsv", "levels.tsv",
    "marks.tsv",
    "precedence.tsv", "months.tsv", "titles.tsv", "secretaries.tsv", "register.tsv", "countries.tsv",
    "country-aliases.tsv", "cui.tsv", "outside-words.tsv", "national.tsv",
    "activities.tsv", "second-lines.tsv",
  ]

  /// Reads the tables. `bytes` gives the bytes of a file of `files`, nil where it has none.
  package init(_ bytes: (_ file: String) -> [UInt8]?) throws(VocabularyError) {
    tags = try TagTable(tags: bytes("tags.tsv"), iso: bytes("iso.tsv"))
    captions = try CaptionTable(bytes("captions.tsv"))
    posts = try PostTable(posts: bytes("posts.tsv"), offices: bytes("offices.tsv"))
    agencies = try AgencyTable(bytes("agencies.tsv"))
    orders = try OrderTable(bytes("orders.tsv"))
    levels = try LevelTable(bytes("levels.tsv"))
    marks = try MarkTable(bytes("marks.tsv"))
    precedences = try PrecedenceTable(bytes("precedence.tsv"))
    months = try MonthTable(bytes("months.tsv"))
    titles = try TitleTable(bytes("titles.tsv"))
    signers = try SignerTable(bytes("secretaries.tsv"))
    register = try Register(bytes("register.tsv"))
    countries = try CountryTable(bytes("countries.tsv"), aliases: bytes("country-aliases.tsv"))
    categories = try CategoryTable(bytes("cui.tsv"))
    outsideWords = try OutsideWordTable(bytes("outside-words.tsv"))
    national = try NationalTable(bytes("national.tsv"))
    activities = try ActivityTable(bytes("activities.tsv"))
    secondLines = try SecondLineTable(bytes("second-lines.tsv"))
  }
}
