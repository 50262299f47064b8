import MarkingGrammar
import MarkingModel

// A telegram that begins with its classification line, or as SMART prints it, behind the text of another one.
extension CableReader {
  /// Takes a classification line with another MRN as that of another telegram: no fence quotes it, the text before it
  /// does not announce it, and the lines of a heading follow.
  mutating func takeAnother(
    _ found: ClassificationLine, _ line: SourceLine, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard form != .quoted, !isLast, body.hasBegun, isForeign(found),
      found.section == nil || found.post?.isKnown == true,
      let last = body.lastLine, openFence(in: source) == nil, adjacentFence(in: source) == nil
    else { return false }
    // Below a header of its own, that decides (`takeFollowing`).
    guard transmissions.last?.lines.first.map({ $0.place.range.start < last.start }) ?? true, !source.announces(last)
    else { return false }
    let isSigned = phase == .closed || smart.isSigned || source.isSignature(last)
    guard isSigned || !form.isScan else { return false }
    guard source.headingFollows(line.end, orText: isSigned && !form.isScan, vocabulary) else { return false }
    let looks: Form? =
      switch form {
      case .wire, .smart, .scrapedWeb: .drafted
      default: nil
      }
    leave(at: found.place, as: looks, in: source, vocabulary)
    return true
  }

  /// Takes `MRN: 13 LISBON 412` behind the text as the first field of another telegram. The banner above it is that one's.
  mutating func takeSmartTelegram(
    _ line: SourceLine, _ start: Int, _ end: Int, in source: Span<UInt8>, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    guard form != .quoted, !isLast, body.hasBegun, quoting.isEmpty, let label = SmartLabel.read(start, end, in: source),
      label.field == .mrn, source.hasDigit(label.value, end), source.smartFieldFollows(line.end),
      openFence(in: source) == nil
    else { return false }
    let own = ruler.place(ByteRange(start, end), on: line, in: source)
    leave(at: smart.mail ?? bannerAbove() ?? own, as: .smart, in: source, vocabulary)
    return true
  }

  /// The first of the levels directly above a line that are not the banner at the bottom of this telegram: those that
  /// stand together, or behind as many as are at its top.
  private func bannerAbove() -> Place? {
    var first = furniture.count
    while first > 0,
      first == furniture.count || isNext(designations[furniture[first - 1]], designations[furniture[first]])
    {
      first -= 1
    }
    guard first < furniture.count else { return nil }
    if first == 0, smart.bannerLines > 0, furniture.count > smart.bannerLines { first = smart.bannerLines }
    // A banner has one level: a further one above it is the bottom of the page before.
    if let level = furniture[first...].lastIndex(where: { designations[$0].level != .none }),
      furniture[first..<level].contains(where: { designations[$0].level != .none })
    {
      first = level
    }
    return designations[furniture[first]].place
  }

  /// Whether two designations stand on lines that follow one another.
  private func isNext(_ first: Designation, _ second: Designation) -> Bool {
    first.place.position.line + 1 >= second.place.position.line
  }
}

extension Span where Element == UInt8 {
  /// Whether a line is nothing but a name in capitals, as the signature of a telegram is.
  fileprivate func isSignature(_ line: SourceLine) -> Bool {
    let text = ByteRange(line.start, line.end)
    return text.count >= 3 && SignaturePart.isCandidate(text, in: self) && !hasSmallLetters(text.start, text.end)
  }

  /// Whether a line says that another telegram follows: `TEXT FOLLOWS`, `Repeated below`, or with a colon at its end.
  fileprivate func announces(_ line: SourceLine) -> Bool {
    guard line.end > line.start else { return false }
    if self[line.end - 1] == 0x3A { return true }
    var at = Swift.max(line.start, line.end - 80)
    while at < line.end {
      if ["FOLLOW", "REPEAT", "QUOTE", "BELOW", "QTE"].contains(where: { hasAnyCase($0, at: at, end: line.end) }) {
        return true
      }
      at = Swift.max(at + 1, wordEnd(at, line.end))
    }
    return false
  }

  /// Whether a label of a telegram's heading stands within the next lines; with `orText`, the first paragraph will do.
  fileprivate func headingFollows(_ at: Int, orText: Bool, _ vocabulary: borrowing Vocabulary) -> Bool {
    var at = at
    let reach = Swift.min(count, at + 1500)
    for _ in 0..<24 {
      let start = skipBlankLines(at, reach)
      guard start < reach else { return false }
      var end = start
      while end < reach, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
      if ExecutiveOrderLabel.read(from: start, end, in: self, vocabulary) != nil { return true }
      if let label = FieldLabel.read(
        SourceLine(start: start, end: end, number: 1), from: start, end, in: self, vocabulary)
      {
        return label.kind == .tags || label.kind == .subject
      }
      if isParagraphStart(start, end) { return orText && number(at: start, end: end).value == 1 }
      at = end
    }
    return false
  }

  /// Whether one of SMART's fields that nothing else has stands on one of the next three lines.
  func smartFieldFollows(_ at: Int) -> Bool {
    var at = at
    for _ in 0..<3 {
      let start = skipBlankLines(at, Swift.min(count, at + 400))
      guard start < count else { return false }
      var end = start
      while end < count, end - start < 200, self[end] != 0x0A, self[end] != 0x0D { end += 1 }
      if let label = SmartLabel.read(start, end, in: self), label.field == .date || label.field == .action {
        return true
      }
      at = end
    }
    return false
  }

  private func skipBlankLines(_ at: Int, _ end: Int) -> Int {
    var i = at
    while i < end, self[i] <= 0x20 { i += 1 }
    return i
  }
}
