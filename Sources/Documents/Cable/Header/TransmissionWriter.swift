import MarkingGrammar
import MarkingModel

extension Transmission {
  /// What the classification line that belongs to it says, for the comparisons that the rules make.
  struct Reference {
    var level = Level.none
    var efto = false
    /// The serial of the MRN; nil where there is none.
    var serial: Int?
    var section: Int?
    /// The canonical name of the MRN's post.
    var post: String?
    /// The serial of format line 3 of this transmission.
    var originatorSerial: Int?
  }

  /// Adds the node of the transmission and those of its lines.
  func write(
    into document: inout DocumentWriter, number: Int, reference: Reference, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) {
    guard let first = lines.first, let last = lines.last else { return }
    let range = ByteRange(first.place.range.start, last.place.range.end)
    let parent = document.add(.transmission, to: 0, at: range, first.place.position)
    document.set(.n, number)
    document.set(.level, reference.level.word)
    document.set(.efto, reference.efto)
    document.set(.hasLines, has(1...4))
    document.set(.highestPrecedence, highestPrecedence())
    document.set(.actionPrecedence, highestPrecedence(.action))
    document.set(.actions, actions)
    document.set(.complete, complete)
    let group = dtg
    for index in lines.indices {
      write(lines[index], into: &document, parent: parent, dtg: group, reference, in: source, vocabulary)
    }
  }

  private func write(
    _ line: HeaderLine, into document: inout DocumentWriter, parent: Int, dtg: DateTimeGroup?,
    _ reference: Reference, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    let node = document.add(
      line.content.name, to: parent, at: line.place.range, line.place.position, excerpt: line.shown)
    document.set(.fl, line.fl)
    document.set(.after, line.after)
    switch line.content {
    case .transmissionID(let wellFormed):
      document.set(.wellFormed, wellFormed)
    case .routing(let routing):
      source.set(.precedence, nameOf: routing.prosigns, in: &document)
      document.set(.rank, routing.rank)
      document.set(.doubled, routing.doubled)
      for index in 0..<routing.indicatorCount {
        indicators[routing.firstIndicator + index].write(into: &document, parent: node)
      }
    case .originator(let originator):
      originator.write(into: &document, dtg: dtg, reference: reference)
      if let index = originator.indicator { indicators[index].write(into: &document, parent: node) }
    case .security(let security):
      document.set(.signal, security.signal.word)
      if security.count > 0 {
        if security.isClassLetter {
          document.set(.letter, letter: security.letter)
        } else {
          document.set(.letter, Word.other)
        }
        document.set(.count, security.count)
        document.set(.uniform, security.uniform)
      }
      document.set(.special, security.special)
    case .dtg(let group):
      document.set(.wellFormed, group.defect == .none)
      document.set(.defect, group.defect.word)
      document.set(.rank, group.rank)
      document.set(.day, group.day?.number)
      document.set(.minuteOfDay, group.minute)
    case .from(let index):
      let from = senders[index]
      document.set(.post, from.post?.name)
      document.set(.postKnown, from.post?.isKnown)
      document.set(.mrnPost, from.isNamed(reference.post) ? from.post?.name : reference.post)
      document.set(.kind, from.post?.kind.word ?? .other)
    case .addressee(let addressee):
      document.set(.role, addressee.role.word)
      document.set(.precedence, addressee.precedence(vocabulary))
      document.set(.rank, addressee.rank)
      document.set(.state, addressee.state.word)
      document.set(.mcn, addressee.mcn)
      addressee.indicator?.write(into: &document, parent: node)
    case .separator: break
    case .validation(let serial):
      document.set(.serial, serial)
      document.set(.expectedSerial, reference.originatorSerial)
    case .end(let letters):
      document.set(.letters, letters)
    }
  }
}

extension HeaderLine.Content {
  /// The element for it.
  fileprivate var name: ElementName {
    switch self {
    case .transmissionID: .transmissionID
    case .routing: .routing
    case .originator: .originator
    case .security: .security
    case .dtg: .dtg
    case .from: .from
    case .addressee: .addressee
    case .separator: .separator
    case .validation: .validation
    case .end: .end
    }
  }
}

extension HeaderLine {
  /// The part that a report may show: format lines are no text, but names of places and persons stand in the address,
  /// and anything where a line is not what it should be.
  fileprivate var shown: ByteRange {
    switch content {
    case .from, .addressee, .transmissionID(wellFormed: false): ByteRange(0, 0)
    case .routing(let routing): routing.prosigns
    case .originator(let originator) where !originator.wellFormed: ByteRange(0, 0)
    case .security(let security) where !security.uniform: ByteRange(0, 0)
    case .dtg(let group) where group.defect == .month || group.defect == .shape: ByteRange(0, 0)
    default: place.range
    }
  }
}

extension RoutingIndicator {
  fileprivate func write(into document: inout DocumentWriter, parent: Int) {
    document.add(
      .indicator, to: parent, at: place.range, place.position, excerpt: mayBeShown ? place.range : ByteRange(0, 0))
    document.set(.wellFormed, wellFormed)
  }
}

extension OriginatorLine {
  fileprivate func write(
    into document: inout DocumentWriter, dtg: DateTimeGroup?, reference: Transmission.Reference
  ) {
    document.set(.wellFormed, wellFormed)
    document.set(.serial, serial)
    // The station serial has four digits, seldom five: the last ones of the MRN's.
    document.set(.expectedSerial, reference.serial.map { $0 % (serialDigits > 4 ? 100_000 : 10_000) })
    document.set(.section, section)
    document.set(.expectedSection, reference.section)
    document.set(.julian, julian)
    document.set(.julianValid, julianValid(year: dtg?.day?.year))
    document.set(.timeValid, timeValid)
    guard let day = dtg?.day, let difference = dayDifference(from: day) else { return }
    document.set(.dayDifference, difference)
    if let minute, let sent = dtg?.minute { document.set(.delay, difference * 1440 + minute - sent) }
  }
}
