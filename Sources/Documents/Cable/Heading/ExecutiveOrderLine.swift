import MarkingGrammar
import MarkingModel

/// The E.O. line (reference sections 3 and 5).
struct ExecutiveOrderLine: Sendable {
  enum Source: Sendable {
    case line, authority, smart

    /// As the contract names it.
    var word: Word {
      switch self {
      case .line: .line
      case .authority: .authority
      case .smart: .smart
      }
    }
  }

  /// An instruction for declassification in the Classified-By block.
  struct Instruction: Sendable {
    var place: Place
    var value: DeclassificationValue
  }

  var place: Place
  /// The highest order of a labelled line before it.
  var after: Int
  var section: Int
  var number: Int?
  var value: DeclassificationValue
  var valueSource = Source.line
  /// What the Classified-By block says besides: the value where the line has none.
  var instruction: Instruction?
  /// Whether the label was damaged and repaired, or lacks its punctuation.
  var slip: Bool

  /// Adds its node. `day` is the document's.
  func write(
    into document: inout DocumentWriter, day: CalendarDay?, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    document.add(.executiveOrder, to: 0, at: place.range, place.position)
    document.set(.order, FieldLabel.Kind.executiveOrder.order)
    document.set(.after, after)
    document.set(.number, number)
    document.set(.expected, Self.expected(on: day?.number, vocabulary))
    Self.write(value, from: valueSource, into: &document, day: day, in: source)
    document.set(.typography, slip || value.repaired ? Word.slip : Word.ok)
    document.set(.section, section)
    guard let instruction else { return }
    document.add(.instruction, to: 0, at: instruction.place.range, instruction.place.position)
    document.set(.number, number)
    Self.write(instruction.value, from: .authority, into: &document, day: day, in: source)
  }

  private static func write(
    _ value: DeclassificationValue, from valueSource: Source, into document: inout DocumentWriter, day: CalendarDay?,
    in source: Span<UInt8>
  ) {
    document.set(.value, value.kind.word)
    document.set(.valueSource, valueSource.word)
    document.set(.keyword, value.keyword?.word)
    document.set(.dateDefect, value.dateDefect?.word)
    document.set(.declDay, value.day?.number)
    if let day {
      document.set(.documentDay, day.number)
      document.set(.tenYears, day.adding(years: 10)?.number)
      document.set(.twentyFiveYears, day.adding(years: 25)?.number)
    }
    document.set(.exemption, value.exemption.map { source.name($0) })
  }

  /// The numbers of the orders that fit a day, separated by blanks; empty where the day is not known. Near a change of
  /// orders that has days of grace, both fit.
  static func expected(on day: Int?, _ vocabulary: borrowing Vocabulary) -> String {
    guard let day, let date = CalendarDay(number: day) else { return "" }
    var text = ""
    var last = 0
    let regimes = vocabulary.orders.rows
    for index in regimes.indices {
      let fits =
        regimes[index].period.contains(day) || isNearFirst(regimes[index].period, regimes[index].grace, date)
        || index + 1 < regimes.count && isNearFirst(regimes[index + 1].period, regimes[index + 1].grace, date)
      let number = regimes[index].number
      guard fits, number != last else { continue }
      last = number
      if !text.isEmpty { text += " " }
      text += String(number)
    }
    return text
  }

  private static func isNearFirst(_ period: Period, _ grace: Int, _ date: CalendarDay) -> Bool {
    guard grace > 0, let first = period.from.flatMap(CalendarDay.init(number:)) else { return false }
    return abs(first.ordinal - date.ordinal) <= grace
  }
}
