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
    into document: inout DocumentWriter, number: Int, reference: Reference, in source: Span<UInt8>
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
    for line in lines { line.write(into: &document, parent: parent, dtg: group, reference: reference, in: source) }
  }
}

extension HeaderLine {
  fileprivate func write(
    into document: inout DocumentWriter, parent: Int, dtg: DateTimeGroup?, reference: Transmission.Reference,
    in source: Span<UInt8>
  ) {
    func add(_ name: ElementName, _ document: inout DocumentWriter) -> Int {
      let node = document.add(name, to: parent, at: place.range, place.position, excerpt: shown)
      document.set(.fl, fl)
      document.set(.after, after)
      return node
    }
    switch content {
    case .transmissionID(let wellFormed):
      _ = add(.transmissionID, &document)
      document.set(.wellFormed, wellFormed)
    case .routing(let routing):
      let prosigns = routing.text(in: source)
      let node = add(.routing, &document)
      document.set(.precedence, prosigns)
      document.set(.rank, routing.rank)
      document.set(.doubled, routing.doubled)
      for indicator in routing.indicators { indicator.write(into: &document, parent: node) }
    case .originator(let originator):
      _ = add(.originator, &document)
      originator.write(into: &document, dtg: dtg, reference: reference)
    case .security(let security):
      _ = add(.security, &document)
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
      _ = add(.dtg, &document)
      document.set(.wellFormed, group.defect == .none)
      document.set(.defect, group.defect.word)
      document.set(.rank, group.rank)
      document.set(.day, group.day?.number)
      document.set(.minuteOfDay, group.minute)
    case .from(let from):
      _ = add(.from, &document)
      document.set(.post, from.post?.name)
      document.set(.mrnPost, from.isNamed(reference.post) ? from.post?.name : reference.post)
      document.set(.kind, from.post?.kind.word ?? .other)
    case .addressee(let addressee):
      let node = add(.addressee, &document)
      document.set(.role, addressee.role.word)
      document.set(.precedence, addressee.precedence)
      document.set(.rank, addressee.rank)
      document.set(.state, addressee.state.word)
      document.set(.mcn, addressee.mcn)
      addressee.indicator?.write(into: &document, parent: node)
    case .separator:
      _ = add(.separator, &document)
    case .validation(let serial):
      _ = add(.validation, &document)
      document.set(.serial, serial)
      document.set(.expectedSerial, reference.originatorSerial)
    case .end(let letters):
      _ = add(.end, &document)
      document.set(.letters, letters)
    }
  }

  /// The part that a report may show: format lines are no text, but names of places and persons stand in the address.
  private var shown: ByteRange {
    switch content {
    case .from, .addressee: ByteRange(0, 0)
    default: place.range
    }
  }
}

extension RoutingIndicator {
  fileprivate func write(into document: inout DocumentWriter, parent: Int) {
    document.add(.indicator, to: parent, at: place.range, place.position, excerpt: place.range)
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
    guard let day = dtg?.day, let difference = dayDifference(from: day) else { return }
    document.set(.dayDifference, difference)
    if let minute, let sent = dtg?.minute { document.set(.delay, difference * 1440 + minute - sent) }
  }
}
