import MarkingGrammar
import MarkingModel

/// Where the reader is in an edited transcription.
struct EditedState: Sendable {
  /// Whether the head has been seen.
  var hasBegun = false
  /// Whether the source note is being read: it may take several lines.
  var isNote = false
  var hasNote = false
  /// The date of the dateline.
  var day: CalendarDay?
}

// Foreign Relations of the United States: the markings stand in the source note.
extension CableReader {
  mutating func takeEdited(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    if edited.hasNote || body.hasBegun, takeOther(line, start, end, in: source, vocabulary) { return }
    let isHead = Edited.isHead(start, end, in: source)
    if isHead {
      edited.hasBegun = true
      edited.isNote = false
    }
    guard edited.hasBegun else { return }
    if let note = source.sourceNote(start, end) {
      edited.isNote = true
      edited.hasNote = true
      readNote(ByteRange(note, end), line, in: source, vocabulary)
    } else if edited.isNote, blanks == 0 {
      readNote(ByteRange(start, end), line, in: source, vocabulary)
    } else if !isHead {
      edited.isNote = false
      if edited.day == nil, !body.hasBegun, end - start <= 120, readDateline(start, end, in: source, vocabulary) {
        return
      }
      body.hasBegun = true
      takeText(line, in: source, vocabulary)
    }
  }

  /// `Tel Aviv, July 15, 1958, 2 p.m.`
  private mutating func readDateline(
    _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var at = start
    while at < end {
      if at == start || !source[at - 1].isLetterOrDigit, source[at].isLetter,
        let date = WrittenDate.read(at: at, end, in: source, vocabulary)
      {
        edited.day = date.day
        return true
      }
      at += 1
    }
    return false
  }

  /// `Confidential; Immediate; Exdis.`: a level and captions, each between points and semicolons.
  private mutating func readNote(
    _ range: ByteRange, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) {
    var start = range.start
    while start < range.end {
      var end = start
      while end < range.end, source[end] != 0x2E, source[end] != 0x3B, source[end] != 0x2C { end += 1 }
      let part = source.trimmed(ByteRange(start, end))
      start = end + 1
      guard part.count >= 3, part.count <= 80 else { continue }
      if let match = vocabulary.levels.longest(in: source, at: part.start, end: part.end), match.end == part.end {
        designations.append(
          Designation(
            place: ruler.place(part, on: line, in: source), spot: .banner, level: match.word.level,
            control: match.word.control))
      } else if let caption = vocabulary.captions.find(source, part.start, part.end) {
        let place = ruler.place(part, on: line, in: source)
        addCaptions([CaptionMatch(caption: caption, isKnown: true, place: place)], spot: .record)
      } else if let match = vocabulary.captions.longest(in: source, at: part.start, end: part.end),
        match.caption.kind == .addressee,
        source.hasWordAnyCase("FOR", at: source.skipBlanks(match.end, part.end), end: part.end)
      {
        // `Eyes Only for the Ambassador`: whose eyes is no part of the caption.
        let place = ruler.place(ByteRange(part.start, match.end), on: line, in: source)
        addCaptions([CaptionMatch(caption: match.caption, isKnown: true, place: place)], spot: .record)
      }
    }
  }
}

extension Span where Element == UInt8 {
  /// Where the source note of a transcription begins in a line, if it does: after `Source:`.
  fileprivate func sourceNote(_ start: Int, _ end: Int) -> Int? {
    var at = start
    let limit = Swift.min(end, start + 2048)
    while at + 7 <= limit {
      if self[at] == 0x53, has("Source:", at: at, end: end), at == start || !self[at - 1].isLetterOrDigit {
        return at + 7
      }
      at += 1
    }
    return nil
  }
}
