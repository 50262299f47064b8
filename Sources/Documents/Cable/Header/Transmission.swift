import MarkingModel

/// The header of one transmission with what closes it.
struct Transmission: Sendable {
  var lines: [HeaderLine] = []
  /// The indicators of its format lines 2 and 3.
  var indicators: [RoutingIndicator] = []
  /// What its format lines 6 name.
  private(set) var senders: [FromLine] = []
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

  /// Begins anew, in the same storage.
  mutating func begin() {
    lines.empty()
    indicators.empty()
    senders.empty()
    highest = 0
    classification = nil
    complete = false
    dtg = nil
    serial = nil
    actions = 0
    formatLines = 0
  }

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

  /// Adds format line 3, and its indicator.
  mutating func add(
    _ line: OriginatorLine, _ words: LineWords, at place: Place, _ ruler: inout Ruler, in source: Span<UInt8>
  ) {
    var originator = line
    if let written = line.written {
      originator.indicator = indicators.count
      addIndicator(written, on: words.line, &ruler, in: source)
    }
    add(.originator(originator), fl: 3, at: place)
  }

  /// Adds what stands in the place of a routing indicator.
  mutating func addIndicator(
    _ word: ByteRange, on line: SourceLine, _ ruler: inout Ruler, in source: Span<UInt8>
  ) {
    indicators.append(
      RoutingIndicator(
        place: ruler.place(word, on: line, in: source),
        wellFormed: RoutingIndicator.isWellFormed(word, in: source),
        mayBeShown: RoutingIndicator.isLike(word, in: source)))
  }

  /// Adds format line 6.
  mutating func add(_ from: FromLine, at place: Place) {
    add(.from(senders.count), fl: 6, at: place)
    senders.append(from)
  }

  /// Whether one of some format lines stands in it.
  func has(_ range: ClosedRange<Int>) -> Bool {
    formatLines & ((2 << UInt32(range.upperBound)) - (1 << UInt32(range.lowerBound))) != 0
  }

  /// The highest rank of precedence among its addressees, or among those of one role; 0 where there are none.
  func highestPrecedence(_ role: Addressee.Role? = nil) -> Int {
    var highest = 0
    for index in lines.indices {
      if case .addressee(let addressee) = lines[index].content, role == nil || addressee.role == role {
        highest = max(highest, addressee.rank)
      }
    }
    return highest
  }
}
