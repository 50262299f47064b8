extension Ledger.Entry {
  enum Search { case words, text, place, name }

  /// What records call a signer whose name is an ordinary word as well.
  static var ordinarySigner: String { "signature, also a word" }

  /// How what it withholds is looked for. The parts of a telegram's form are words that stand in every telegram.
  var lookedFor: Search {
    switch source {
    case "portion", "unmarked": .words
    case "element":
      switch detail {
      case "signature" where name == Self.ordinarySigner: .name
      case "signature", "drafting", "correspondents", "header", "authority": .text
      default: .place
      }
    default: .text
    }
  }
}
