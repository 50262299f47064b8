import MarkingModel

/// The header of one transmission with what closes it.
struct Transmission: Sendable {
  var lines: [HeaderLine] = []
  /// The highest format line so far.
  var highest = 0
  /// Index of its first classification line among those of the telegram.
  var classification: Int?
  /// Whether it reaches its end (a signature, #serial, BT after the text or NNNN).
  var complete = false
  /// Its date-time group.
  private(set) var dtg: DateTimeGroup?
  /// The serial of format line 3.
  private(set) var serial: Int?
  /// How many action addressees there are.
  private(set) var actions = 0
  /// The format lines that stand in it, a bit for each.
  private var formatLines: UInt32 = 0

  init() { lines.reserveCapacity(12) }

  mutating func add(_ content: HeaderLine.Content, fl: Int, at place: Place) {
    switch content {
    case .dtg(let group): if dtg == nil { dtg = group }
    case .originator(let originator): if serial == nil { serial = originator.serial }
    case .addressee(let addressee): if addressee.role == .action { actions += 1 }
    default: break
    }
    formatLines |= 1 << UInt32(fl)
    lines.append(HeaderLine(place: place, fl: fl, after: highest, content: content))
    highest = max(highest, fl)
  }

  /// Extends the place of the line that was added last, which a further line continues.
  mutating func extendLast(to end: Int) {
    guard let last = lines.indices.last else { return }
    lines[last].place.range.end = max(lines[last].place.range.end, end)
  }

  /// Whether one of some format lines stands in it.
  func has(_ range: ClosedRange<Int>) -> Bool {
    formatLines & ((2 << UInt32(range.upperBound)) - (1 << UInt32(range.lowerBound))) != 0
  }

  /// The highest rank of precedence among its addressees, or among those of one role; 0 where there are none.
  func highestPrecedence(_ role: Addressee.Role? = nil) -> Int {
    var highest = 0
    for line in lines {
      if case .addressee(let addressee) = line.content, role == nil || addressee.role == role {
        highest = max(highest, addressee.rank)
      }
    }
    return highest
  }
}
