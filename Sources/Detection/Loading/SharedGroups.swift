/// Groups that any expression of a detector may call, `(?&digitword)`: ways to write a number that every kind of number
/// shares.
enum SharedGroups {
  /// An expression with the groups that it calls behind it, where its own keep their numbers.
  static func completed(_ expression: String) -> String {
    var whole = expression
    for (name, text) in groups where expression.contains("(?&\(name))") {
      whole += "(?(DEFINE)(?<\(name)>\(text)))"
    }
    return whole
  }

  /// Whether an expression calls the words of numbers.
  static func areCalled(in expression: String) -> Bool { expression.contains("(?&digitword)") }

  /// Whether an expression begins with a word of a number of three letters or more, as those of forms for such numbers do:
  /// where `mayBeginWord` says no it need not be tried.
  static func beginsWithWord(_ expression: String) -> Bool {
    expression.hasPrefix("(?<![A-Za-z0-9])(?=[A-Za-z]{3})(?&digitword)")
  }

  /// Whether a number's word stands at a place, as far as eight letters tell: an expression takes a hundred times as
  /// long to say that none does.
  static func mayBeginWord(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var letters: UInt64 = 0
    var i = at
    while i < bytes.count, i &- at < 8, bytes[i].isLetterOrDigit, bytes[i] >= 0x41 {
      letters = letters << 8 | UInt64(bytes[i] | 0x20)
      i &+= 1
    }
    return beginnings.contains(letters)
  }

  /// Numbers as they are read out.
  private static let words = [
    "zero", "o", "oh", "nought", "naught", "one", "two", "three", "tree", "four", "fourteen", "fower", "five", "fife",
    "six", "sixteen", "sixty", "seven", "seventeen", "seventy", "eight", "eighteen", "eighty", "nine", "nineteen",
    "ninety", "niner", "ten", "eleven", "twelve", "thirteen", "fifteen", "twenty", "thirty", "forty", "fifty",
    "hundred", "double", "triple",
  ]

  /// Their first eight letters.
  private static let beginnings = Set(words.map { $0.utf8.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } })

  /// The States by their codes, names and old abbreviations, these with their point or right before a ZIP code (USPS
  /// Publication 28, appendix B; GPO Style Manual, 9.38).
  private static let states: String = {
    let codes = [
      #"N\. ?[CDHJMY]\.|R\. ?I\.|S\. ?[CD]\.|W\. ?V\.|D\. ?C\.|AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA"#,
      #"KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI"#,
      #"WY|PR|VI|GU|AS|MP|FM|MH|PW|AA|AE|AP"#,
    ]
    let names = [
      "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho",
      "Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota",
      "Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York",
      "North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota",
      "Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Puerto Rico",
    ]
    let abbreviations = [
      #"Ala|Ariz|Ark|Calif?|Colo|Conn|Del|Fla|Ga|Ida|Ill|Ind|Kans?|Ky|La|Mass|Md|Me|Mich|Minn|Miss|Mo|Mont|Nebr?"#,
      #"Nev|N\. ?Mex|N\. ?Dak|S\. ?Dak|N\. ?Car|S\. ?Car|Okla|Oreg?|Pa|Penna?|Tenn|Tex|Vt|Va|Wash|W\. ?Va|Wisc?"#,
      #"Wyo"#,
    ]
    let texts = [codes, names, abbreviations].map { $0.joined(separator: "|") }
    return "\(texts[0])|(?i:\(texts[1]))|(?i:\(texts[2]))(?:\\.|(?= \\d{5}))"
  }()

  private static let groups = [
    ("digitword", "(?i:" + words.joined(separator: "|") + ")(?![A-Za-z])"),
    // What parts two of them.
    ("spoken", "[^A-Za-z0-9\\n]{1,4}(?:(?i:dash|hyphen|and|space|then|point|dot)[^A-Za-z0-9\\n]{1,3})?"),
    // What may part groups of digits, whatever signs that are, and what parts single digits.
    ("apart", "[^A-Za-z0-9\\n]{0,5}"),
    ("parted", "[^A-Za-z0-9\\n]{1,3}"),
    ("state", states),
  ]
}
