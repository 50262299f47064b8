import MarkingModel

/// The header of one transmission with what closes it.
struct Transmission: Sendable {
  var lines: [HeaderLine] = []
  /// The highest format line so far.
  var highest = 0
  /// Index of its first classification line among those of the telegram.
  var classification: Int?
  /// Whether a format line of the address (FM, TO, INFO, XMT) or the date-time group stands in it.
  var hasText = false
  /// Whether it reaches its end (a signature, #serial, BT after the text or NNNN).
  var complete = false

  init() { lines.reserveCapacity(12) }

  mutating func add(_ content: HeaderLine.Content, fl: Int, at place: Place) {
    lines.append(HeaderLine(place: place, fl: fl, after: highest, content: content))
    highest = max(highest, fl)
  }

  /// Extends the place of the line that was added last, which a further line continues.
  mutating func extendLast(to end: Int) {
    guard let last = lines.indices.last else { return }
    lines[last].place.range.end = max(lines[last].place.range.end, end)
  }

  /// Its date-time group.
  var dtg: DateTimeGroup? {
    for line in lines { if case .dtg(let group) = line.content { return group } }
    return nil
  }

  /// The serial of format line 3.
  var serial: Int? {
    for line in lines { if case .originator(let originator) = line.content { return originator.serial } }
    return nil
  }

  func has(_ formatLines: ClosedRange<Int>) -> Bool { lines.contains { formatLines.contains($0.fl) } }

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

  var actions: Int {
    lines.count { line in
      if case .addressee(let addressee) = line.content { addressee.role == .action } else { false }
    }
  }
}
