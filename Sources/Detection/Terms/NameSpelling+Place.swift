internal import TextKit

// Where a name stands in a text.
extension NameSpelling {
  /// The place of the name whose surname begins with the word at an index: with the given names and initials beside it,
  /// and with a title before it. Nil where it is not there.
  func place(
    in text: [Words.Word], at first: Int, _ folded: borrowing FoldedText, _ finder: TermFinder
  ) -> (start: Int, end: Int)? {
    let bytes = folded.lowered
    var last = first
    for word in surname.dropFirst() {
      guard last + 1 < text.count, text[last + 1].hash == word, Words.areNear(text[last], text[last + 1], bytes) else {
        return nil
      }
      last += 1
    }
    // An initial belongs to the name right beside it only, and the start of an address to the address.
    func isJoined(_ index: Int) -> Bool {
      guard index >= 0, index + 1 < text.count else { return false }
      let (a, b) = (text[index], text[index + 1])
      if Words.areNear(a, b, bytes) { return true }
      let isAddress = b.end < bytes.count && (bytes[b.end] == 0x40 || bytes[b.end] == 0x2E || bytes[b.end] == 0x5F)
      // "(a) Quimby" is an item of a list.
      return (a.end - a.start > 1 || bytes[a.end] == 0x2E) && b.end - b.start > 1 && !(index >= last && isAddress)
        && Words.areBeside(a, b, bytes)
    }
    func isInitial(_ index: Int) -> Bool {
      text[index].end - text[index].start == 1 && folded.bytes[text[index].start] &- 0x41 < 26
    }
    var from = first
    while takesParticles, from > 0, isParticle(text[from - 1], before: text[from], folded, finder) { from -= 1 }
    let surnameStart = from
    var to = last
    while isJoined(from - 1), !isOfClose(text[from - 1], bytes) {
      if given.contains(text[from - 1].hash) {
        from -= 1
      } else if isInitial(from - 1), isJoined(from - 2),
        given.contains(text[from - 2].hash) || finder.isTitle(from - 2, of: text, folded)
      {
        // An initial that the list does not have: "Jonathan Q. Marsh".
        from -= 1
      } else if isJoined(from - 2), given.contains(text[from - 2].hash), !surname.contains(text[from - 1].hash),
        isFurtherName(text[from - 1], behind: text[from - 2], folded)
      {
        from -= 2
      } else {
        break
      }
    }
    while to + 1 < text.count, isJoined(to), !(from < surnameStart && leadsToName(to + 1, of: text)),
      given.contains(text[to + 1].hash)
        || (to > last && (isInitial(to + 1) || startsWithInitial(text[to + 1], folded)))
    {
      to += 1
    }
    var isTitled = false
    while finder.options.includesTitles || !isTitled, from > 0, finder.isTitle(from - 1, of: text, folded),
      Words.areNear(text[from - 1], text[from], bytes)
    {
      isTitled = true
      if !finder.options.includesTitles { break }
      from -= 1
    }
    isTitled = isTitled || finder.isListedBehindTitle(from, of: text, folded)
    let isAlone = from == surnameStart && to == last && !isTitled
    if isPart, isAlone { return nil }
    if isOrdinary, isAlone, !isOwner(text[first].start, text[last].end, folded) { return nil }
    return (text[from].start, text[to].end)
  }

  /// Whether a letter belongs to the close above a name, `V/r,`, `R/` or `/s/`: it is no initial of that. O(1).
  private func isOfClose(_ word: Words.Word, _ bytes: [UInt8]) -> Bool {
    guard word.end - word.start == 1, word.end < bytes.count else { return false }
    func isWord(_ at: Int) -> Bool { at >= 0 && at < bytes.count && bytes[at].isWordByte }
    func isOpen(_ at: Int) -> Bool { at >= bytes.count || [0x0A, 0x20, 0x2C].contains(bytes[at]) }
    let (before, behind) = (word.start > 0 ? bytes[word.start - 1] : 0x20, bytes[word.end])
    switch (before, behind) {
    case (0x2F, 0x2F): return !isWord(word.start - 2)
    case (0x2F, _): return isWord(word.start - 2) && !isWord(word.start - 3) && isOpen(word.end)
    case (_, 0x2F): return !isWord(word.start - 1) && isOpen(word.end + 1)
    default: return false
    }
  }

  /// Whether a given name and those behind it stand before the surname once more: `Ann Quimby` and, on the next line,
  /// `Ann Quimby` are two names.
  private func leadsToName(_ index: Int, of text: [Words.Word]) -> Bool {
    for next in (index + 1)..<max(index + 1, min(index + 4, text.count)) {
      if text[next].hash == surname[0] { return true }
      guard given.contains(text[next].hash) || text[next].end - text[next].start == 1 else { return false }
    }
    return false
  }

  /// Whether a word is an article or the like before a surname: "el-Hashimi", "ash-Shami", "van den Berg", and "v. d. Berg"
  /// where the list has it with these.
  private func isParticle(
    _ word: Words.Word, before next: Words.Word, _ folded: borrowing FoldedText, _ finder: TermFinder
  ) -> Bool {
    let bytes = folded.lowered
    guard Words.areNear(word, next, bytes) else { return false }
    let letter = folded.bytes[word.start]
    if word.end - word.start == 1, letter &- 0x61 < 26, bytes[word.end] == 0x2E {
      return words.contains { Titles.particles.contains($0) && $0.utf8.first == letter }
    }
    if finder.particles.contains(word.hash) { return true }
    return next.start - word.end == 1 && bytes[word.end] == 0x2D && finder.articles.contains(word.hash)
  }

  /// Whether a word between a given name and the surname is a name that the list does not have: "Peter Kenneth Thorndike"
  /// for "Thorndike, Peter K.", `Ann "Annie" Quimby`, "Ann Lopez Quimby".
  private func isFurtherName(
    _ word: Words.Word, behind name: Words.Word, _ folded: borrowing FoldedText
  ) -> Bool {
    if word.start > 0, word.end < folded.bytes.count {
      switch (folded.bytes[word.start - 1], folded.bytes[word.end]) {
      case (0x22, 0x22), (0x27, 0x27), (0x28, 0x29), (0x5B, 0x5D): return true
      default: break
      }
    }
    if startsWithInitial(word, folded) { return true }
    // In a text of capitals any word might be one.
    return name.end - name.start > 1 && word.end - word.start > 2 && word.start - name.end == 1
      && folded.bytes[name.end] == 0x20 && folded.bytes[word.start] &- 0x41 < 26
      && folded.bytes[word.start + 1] &- 0x41 >= 26
  }

  /// Whether a word with a capital may be the name that the list has an initial of.
  private func startsWithInitial(_ word: Words.Word, _ folded: borrowing FoldedText) -> Bool {
    word.end - word.start > 2 && folded.bytes[word.start] &- 0x41 < 26
      && initials.contains(folded.lowered[word.start])
      && !Titles.noNames.contains(String(decoding: folded.lowered[word.start..<word.end], as: UTF8.self))
  }

  /// Whether a word is written as a name that something belongs to: "Hill's car".
  private func isOwner(_ start: Int, _ end: Int, _ folded: borrowing FoldedText) -> Bool {
    let bytes = folded.lowered
    return folded.bytes[start] &- 0x41 < 26 && end + 1 < bytes.count && bytes[end] == 0x27 && bytes[end + 1] == 0x73
      && (end + 2 == bytes.count || !bytes[end + 2].isWordByte)
  }
}
