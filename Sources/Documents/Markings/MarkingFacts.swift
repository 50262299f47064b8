import MarkingGrammar
import MarkingModel

/// What the elements of a marking say about each other.
struct MarkingFacts {
  /// What a list of countries is.
  enum List: String { case owner, fgi, rel, display, eyes }

  /// Indexes into the country table.
  private(set) var owners: [Int] = []
  private var releasable: [Int] = []
  private var displayed: [Int] = []
  private var sources: [Int] = []
  private(set) var isNATO = false
  private(set) var hasDisclosure = false
  private(set) var isCaveated = false
  /// Whether it is of atomic energy information that only the Department of Energy releases; UCNI is none.
  private(set) var isAtomic = false
  private let classification: Classification?

  init(_ written: WrittenMarking, _ vocabulary: borrowing Vocabulary) {
    classification = written.classification
    owners = written.owners.map(\.entry).filter { $0 >= 0 }
    if let first = owners.first { isNATO = vocabulary.countries.rows[first].code.hasPrefix("NATO") }
    for token in written.tokens { take(token, written, vocabulary) }
  }

  private mutating func take(
    _ token: WrittenMarking.Token, _ written: WrittenMarking, _ vocabulary: borrowing Vocabulary
  ) {
    let countries = written.list(of: token).map(\.entry).filter { $0 >= 0 }
    switch token.category {
    case .fgi: sources += countries
    case .aea:
      isCaveated = true
      let name = token.entry >= 0 ? vocabulary.register.entries[token.entry].code : nil
      isAtomic =
        isAtomic || token.isCriticalDesign || token.sigmaCount > 0
        || name == "RD" || name == "FRD" || name == "TFNI"
    case .sap, .nonic, .foreign: isCaveated = true
    case .dissem where token.entry >= 0:
      switch vocabulary.register.entries[token.entry].code {
      case "REL", "EYES":
        releasable += countries
        hasDisclosure = true
      case "DISPLAYONLY":
        displayed += countries
        hasDisclosure = true
      case "NF", "RELIDO": hasDisclosure = true
      case "FOUO": break
      default: isCaveated = true
      }
    default: break
    }
  }

  func list(of token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) -> List {
    guard token.category == .dissem, token.entry >= 0 else { return .fgi }
    switch vocabulary.register.entries[token.entry].code {
    case "DISPLAYONLY": return .display
    case "EYES": return .eyes
    default: return .rel
    }
  }

  /// Whether another organisation of the list has the country as a member, so that it need not be named.
  func isRedundant(_ country: Int, _ list: List, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard country >= 0 else { return false }
    let code = vocabulary.countries.rows[country].code
    guard code != "USA" else { return false }
    let others = list == .display ? displayed : list == .fgi ? sources : releasable
    return others.contains { other in
      other != country && vocabulary.countries.rows[other].members.contains(code)
    }
  }

  /// Whether the marking is released to a country: it stands in the REL TO list, or an organisation that does is released
  /// to each of its members (C16 p29 rule 23).
  func isReleased(to country: Int, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard country >= 0, !releasable.contains(country) else { return country >= 0 }
    let code = vocabulary.countries.rows[country].code
    return releasable.contains { other in
      let row = vocabulary.countries.rows[other]
      return row.isDecomposable && row.members.contains(code)
    }
  }

  /// How many compartments a system has, or sub-compartments a compartment.
  func parts(of index: Int, in written: WrittenMarking) -> Int {
    let token = written.tokens[index]
    guard token.category == .sci || token.category == .sap else { return 0 }
    var count = 0
    for other in written.tokens[(index + 1)...] {
      guard other.category == token.category, other.depth > token.depth else { break }
      if other.depth == token.depth + 1 { count += 1 }
    }
    return count
  }

  /// Whether the Register lets a token stand with the classification.
  func isAllowed(_ token: WrittenMarking.Token, _ vocabulary: borrowing Vocabulary) -> Bool {
    guard token.entry >= 0, token.category != .cuiCategory, let classification else { return true }
    return vocabulary.register.entries[token.entry].levels.contains(classification)
  }

  func status(of token: WrittenMarking.Token, on day: Int?, _ vocabulary: borrowing Vocabulary) -> Word {
    guard token.entry >= 0, token.category != .cuiCategory else { return .active }
    let status = vocabulary.register.entries[token.entry].status
    // What has ended is retired in documents after its end, and in those without a date where it is known as such.
    guard let day else { return status.word }
    if vocabulary.register.entries[token.entry].period.isOver(on: day) { return .retired }
    return status == .legacy ? .legacy : .active
  }

  /// Whether USA stands first. What is no code may have been meant for it where it stands nowhere else: that it is none
  /// is what is wrong then.
  func startsWithUSA(
    _ token: WrittenMarking.Token, of written: WrittenMarking, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard let first = written.list(of: token).first else { return false }
    func isUSA(_ country: WrittenMarking.Country) -> Bool {
      country.entry >= 0 && vocabulary.countries.rows[country.entry].code == "USA"
    }
    return isUSA(first) || first.entry < 0 && !written.list(of: token).contains(where: isUSA)
  }
}

/// What the text of a token is made of.
struct TokenText {
  private(set) var shape = Word.other
  private(set) var count = 0

  init(_ source: Span<UInt8>, _ range: ByteRange) {
    var letters = 0
    var digits = 0
    count = range.count
    for i in range.start..<range.end {
      if source[i].isLetter { letters += 1 } else if source[i].isDigit { digits += 1 }
    }
    if letters + digits == count, count > 0 { shape = digits == 0 ? .letters : letters == 0 ? .digits : .mixed }
  }

  /// Whether it is the type indicator ECI (C16 p61, p76).
  func isECI(_ source: Span<UInt8>, _ range: ByteRange) -> Bool {
    range.count == 3 && source.hasAnyCase("ECI", at: range.start, end: range.end)
  }
}
