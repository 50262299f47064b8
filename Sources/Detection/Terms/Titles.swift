/// Words that stand beside names.
enum Titles {
  /// Before a name.
  static let words: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "amb", "ambassador",
    "secretary", "sec", "minister", "president", "senator", "sen", "representative", "rep", "congressman",
    "congresswoman", "governor", "gov", "judge", "justice", "consul", "charge", "dcm", "chief", "director", "general",
    "gen", "ltg", "mg", "bg", "colonel", "col", "ltc", "major", "maj", "captain", "capt", "cpt", "lieutenant", "lt",
    "sergeant", "sgt", "ssgt", "msgt", "corporal", "cpl", "pvt", "admiral", "adm", "commander", "cdr", "cmdr",
    "special", "agent", "officer", "detective", "inspector", "rev", "reverend", "father", "fr", "rabbi", "imam",
    "sheikh", "monsieur", "madame", "madam", "mme", "mlle", "messrs", "sra", "don", "dona", "chairman", "chairwoman",
    "chancellor", "premier", "mayor", "sheriff", "deputy", "attorney", "undersecretary", "envoy", "archbishop",
    "bishop", "cardinal", "pastor", "prince", "princess", "baron", "baroness", "ensign", "ens", "ltjg", "lcdr",
    "radm", "vadm", "sfc", "csm", "pfc", "tsgt", "senor", "senora", "herr", "frau", "hon", "honorable",
  ]

  /// Titles in short that are words or other abbreviations as well, in small letters: they count in capitals only.
  static let acronyms: Set<String> = [
    "sa", "ssa", "sac", "asac", "msg", "fm", "pm", "dpm", "vp", "das", "pdas", "pao", "rso", "arso", "gso", "dao",
    "cda",
    "ausa", "cwo", "cpo", "scpo", "mcpo", "spc", "po", "wo", "codel", "staffdel",
  ]

  /// Such titles that are written with a capital first: "Sr. Márquez", "PolOff Berg".
  static let abbreviations: Set<String> = [
    "sr", "srs", "sres", "srta", "snr", "poloff", "econoff", "conoff", "emboff", "congenoff", "labatt", "legatt",
    "polcouns", "econcouns", "ltcol", "ltgen", "majgen", "briggen", "gysgt", "sgtmaj", "det", "ofc", "insp", "supt",
    "dir",
    "pres", "atty", "msgr", "asst", "dep", "amn", "sra",
  ]

  /// Before the names of several persons: those above with an s, and these.
  static let ofSeveral: Set<String> = Set((words.union(abbreviations)).map { $0 + "s" })
    .union(["messrs", "mssrs", "mesdames", "mmes", "mlles", "messieurs", "senores", "secretaries", "attorneys"])

  /// Behind a name.
  static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "esq", "phd", "md"]

  /// Parts of a surname that stand before its last word.
  static let particles: Set<String> = [
    "van", "von", "de", "der", "den", "del", "della", "da", "di", "dos", "du", "la", "le", "bin", "ibn", "al", "el",
    "abu", "st", "san", "ter", "ten", "mac", "mc", "o",
  ]

  /// Those that belong to the word behind them: without them it is another name.
  static let firmParticles: Set<String> = ["mac", "mc", "o", "st", "san"]

  /// Those that an apostrophe joins to a surname that is found without them as well: "d'Alembert", "dell'Orto".
  static let elidedParticles: Set<String> = ["d", "l", "dell", "dall", "nell", "sant", "t"]

  /// Words of a sentence that stand beside names, in a text of capitals too.
  static let noNames: Set<String> = [
    "added", "after", "again", "also", "and", "are", "asked", "because", "been", "before", "but", "could", "did", "for",
    "from", "had", "has", "have", "her", "him", "his", "however", "into", "its", "later", "may", "met", "not", "now",
    "our", "over", "said", "saw", "says", "she", "should", "since", "told", "than", "that", "the", "their", "then",
    "they", "this", "under", "was", "were", "when", "where", "which", "while", "who", "will", "with", "would", "yet",
  ]

  /// The article of Arabic, as it is written before all letters; and before those that it becomes like, with a dash.
  static let articles: Set<String> = [
    "al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "er", "es", "esh", "et", "ez",
  ]
}
