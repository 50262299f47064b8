import MarkingGrammar
import MarkingModel

// Lines with labels: those of a telegram's heading, of SMART's prints and of printed volumes.
extension FormRecogniser {
  mutating func lookAtLabels(
    _ key: LineKey, _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>,
    _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    if let smart = SmartLabel.read(start, end, in: source) {
      switch smart.field {
      case .mrn: signs.insert(.smartSerial)
      case .date: signs.insert(.smartDate)
      case .action: signs.insert(.smartAction)
      case .captions, .passLine, .draftedBy, .clearedBy, .approvedBy, .releasedBy, .dissemination, .actionOffice,
        .infoOffice:
        signs.insert(.smartOther)
      case .from, .sent: signs.insert(.mail)
      case .executiveOrder: signs.insert(.smartOrder)
      case .tags: signs.insert(.tags)
      case .subject: signs.insert(.subject)
      default: break
      }
      if smart.field != .tags, smart.field != .subject, smart.field != .executiveOrder { return true }
    }
    if key.first.isDigit || key.first == 0x54 || key.first == 0x43 || key.first == 0x42,
      Edited.isHead(start, end, in: source)
    {
      signs.insert(.edited)
    }
    if key.begins("S", "O", "U", "R", "C", "E"), source.has("Source:", at: start, end: end) {
      signs.insert(.sourceNote)
    }
    if ExecutiveOrderLabel.read(from: start, end, in: source, vocabulary)?.number != nil {
      signs.insert(.executiveOrder)
      return true
    }
    guard let label = FieldLabel.read(line, from: start, end, in: source, vocabulary) else { return false }
    switch label.kind {
    case .tags: signs.insert(.tags)
    case .subject: signs.insert(.subject)
    case .references: signs.insert(.references)
    default: return false
    }
    return true
  }
}
