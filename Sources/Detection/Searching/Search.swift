internal import MarkingModel
internal import TextKit

/// One search of a set in one text: a pass over the bytes finds where expressions can begin, and they are tried there.
struct Search: ~Copyable {
  /// Something that was found, before overlaps are resolved.
  struct Candidate {
    var form: Int
    var range: ByteRange
    var confidence: Int
    /// Bytes to the nearest word that speaks for it; `Int.max` where there is none.
    var distance: Int
    /// The length of that word: "federal tax id" says more than "tax id".
    var wordLength = 0
    /// Whether it would have been found without the word.
    var standsAlone: Bool
    var reasons: [Detection.Reason]
  }

  let set: DetectorSet
  let text: FoldedText
  private let options: DetectorSet.Options
  /// By detector.
  private let thresholds: [Int]
  var room: MatchRoom
  /// For each form where it may begin next, and where it was tried last; `Int.max` for one that cannot be sure enough.
  private var next: [Int]
  private var tried: [Int]
  private var active: ActiveAnchors
  let beside: NearWords
  private(set) var candidates: [Candidate] = []

  init(_ set: DetectorSet, _ text: FoldedText, _ options: DetectorSet.Options) throws(DetectorError) {
    self.set = set
    self.text = text
    self.options = options
    do throws(PatternError) { room = try MatchRoom() } catch { throw .cannotRun(detector: "", error) }
    tried = [Int](repeating: -1, count: set.forms.count)
    let thresholds = set.compiled.map { options.threshold(of: $0.detector) }
    let isOff = set.forms.map { max($0.confidence.base, $0.confidence.context) < thresholds[$0.detector] }
    let needsContext = set.forms.map { $0.confidence.base < thresholds[$0.detector] }
    beside = NearWords(set, text)
    active = ActiveAnchors(set, needsContext: needsContext, isOff: isOff, hits: beside.raising)
    next = isOff.map { $0 ? .max : 0 }
    self.thresholds = thresholds
  }

  mutating func run() throws(DetectorError) {
    let folded = text.bytes
    let bytes = folded.span
    for form in set.plan.elsewhere { try searchWhole(form, bytes) }
    let plan = set.plan
    let (roles, starts) = (plan.roles.span, plan.starts.span)
    let (digits, triggers) = (plan.digits.words.span, plan.bytes.words.span)
    let (initials, beginnings) = (plan.initials.words.span, plan.beginnings.words.span)
    var at = 0
    var change = active.change
    while true {
      at = TriggerScan.next(bytes, roles, starts, isQuiet: plan.isQuiet, from: at)
      if at == bytes.count { return }
      let byte = Int(bytes[at])
      let role = roles[byte]
      if at >= change {
        active.update(at)
        change = active.change
      }
      var end = at &+ 1
      if role.contains(.digit) {
        while end < bytes.count, bytes[end] &- 0x30 < 10 { end &+= 1 }
      }
      let place = Place(bytes, at, end)
      if role.contains(.digit) {
        try attempt(plan.digitRows, digits, Anchor.longestRun &+ 1, min(end &- at, Anchor.longestRun), place, bytes)
      }
      if role.contains(.trigger) { try attempt(plan.byteRows, triggers, 256, byte, place, bytes) }
      if role.contains(.letter), TriggerScan.isWordStart(bytes, at) {
        try attempt(plan.wordRows, initials, 256, byte, place, bytes)
        if let column = plan.columns[WordBeginning(bytes, at: at).code] {
          try attempt(plan.wordRows, beginnings, plan.columns.count, column, place, bytes)
        }
      }
      at = end
    }
  }

  /// Where something may be tried.
  private struct Place {
    var at: Int
    /// The bytes before and behind the trigger; 256 for the start and the end of the text.
    var before: Int
    var next: Int

    init(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) {
      self.at = at
      before = at > 0 ? Int(bytes[at &- 1]) : 256
      next = end < bytes.count ? Int(bytes[end]) : 256
    }
  }

  /// Tries the anchors of a column of masks.
  private mutating func attempt(
    _ rows: Range<Int>, _ masks: Span<UInt64>, _ width: Int, _ column: Int, _ place: Place, _ bytes: Span<UInt8>
  ) throws(DetectorError) {
    for row in rows {
      // Most of what may begin here is asleep.
      var mask = masks[row &* width &+ column] & active.masks[row]
      if mask == 0 { continue }
      mask &= set.plan.behind.words[row &* 257 &+ place.before] & set.plan.then.words[row &* 257 &+ place.next]
      while mask != 0 {
        try attempt(row &* 64 &+ mask.trailingZeroBitCount, at: place.at, bytes)
        mask &= mask &- 1
      }
    }
  }

  private mutating func attempt(_ index: Int, at trigger: Int, _ bytes: Span<UInt8>) throws(DetectorError) {
    guard let entry = set.plan.entries[index] else { return }
    guard let run = entry.run else { return try attempt(form: entry.form, at: trigger, bytes) }
    var start = trigger
    while start > 0, trigger - start < entry.reach, run.contains(bytes[start - 1]) { start -= 1 }
    // What was matched before hides nothing behind it: of two addresses with a sign between them, `a@x.org/b@y.org`, the
    // second begins where the first has ended, whatever signs its first part may have.
    if !entry.isTriedAtWords {
      return try attempt(form: entry.form, at: min(max(start, next[entry.form]), trigger), bytes)
    }
    for at in start...trigger
    where at == trigger || (bytes[at].isLetterOrDigit && (at == 0 || !bytes[at - 1].isLetterOrDigit)) {
      try attempt(form: entry.form, at: at, bytes)
    }
  }

  private mutating func attempt(form: Int, at start: Int, _ bytes: Span<UInt8>) throws(DetectorError) {
    if start < next[form] || start == tried[form] { return }
    if set.forms[form].beginsWithWord, !SharedGroups.mayBeginWord(bytes, start) { return }
    tried[form] = start
    _ = try match(form, from: start, bytes)
  }

  /// Searches a form without anchors.
  private mutating func searchWhole(_ form: Int, _ bytes: Span<UInt8>) throws(DetectorError) {
    if next[form] == .max { return }
    var from = 0
    while from <= bytes.count, let found = try match(form, from: from, bytes) {
      from = max(next[form], found.start + 1)
    }
  }

  /// Matches a form and judges what it matches; the match, whatever becomes of it.
  private mutating func match(_ index: Int, from start: Int, _ bytes: Span<UInt8>) throws(DetectorError) -> ByteRange? {
    let form = set.forms[index]
    do throws(PatternError) {
      guard var match = try form.pattern.firstMatch(in: bytes, from: start, using: &room) else { return nil }
      var value = form.value.flatMap { room.group($0) } ?? match
      if value.isEmpty { return match }
      if let check = form.check {
        var count = check.accepted(bytes.extracting(value.start..<value.end))
        // It may have run on into the next line, where another value begins.
        if count == nil, let wrap = text.firstWrap(in: value),
          let first = try form.pattern.firstMatch(in: bytes, from: start, to: wrap, using: &room),
          first.start == match.start
        {
          match = first
          value = form.value.flatMap { room.group($0) } ?? match
          count = check.accepted(bytes.extracting(value.start..<value.end))
        }
        guard let count else { return match }
        value.end = value.start + count
        // What stands on the line above is not the name of the place, where one stands on the line itself.
        while check == .zip, let wrap = text.firstWrap(in: value),
          let place = try form.pattern.firstMatch(in: bytes, from: wrap + 1, using: &room), place.start == wrap + 1,
          place.end >= value.end
        {
          value.start = place.start
        }
      }
      next[index] = form.check == nil ? match.end : value.end
      try judge(index, value)
      return match
    } catch {
      throw .cannotRun(detector: set.compiled[form.detector].detector.id, error)
    }
  }

  private mutating func judge(_ index: Int, _ value: ByteRange) throws(PatternError) {
    let form = set.forms[index]
    let detector = set.compiled[form.detector]
    let threshold = thresholds[form.detector]
    var candidate = Candidate(
      form: index, range: value, confidence: form.confidence.base, distance: .max,
      standsAlone: form.confidence.base >= threshold, reasons: [])
    let raising = try nearest(detector.raising, of: form.detector, value, isLowering: false)
    // A word against it makes it no surer.
    if raising == nil, !candidate.standsAlone { return }
    let lowering = try nearest(detector.lowering, of: form.detector, value, isLowering: true)
    let isRaised = raising.map { Self.speaks($0, in: lowering) } ?? false
    if let raising, isRaised {
      candidate.confidence = form.confidence.context
      candidate.distance = raising.distance
      candidate.wordLength = raising.place.count
    } else if lowering != nil {
      candidate.confidence = min(candidate.confidence, form.confidence.against)
    }
    if candidate.confidence < threshold { return }
    if !options.allowed.isEmpty, options.allowed.contains(Array(text.lowered[value.start..<value.end])) { return }
    for exception in detector.exceptions where try covers(exception, value) { return }
    candidate.reasons.reserveCapacity(3)
    candidate.reasons.append(.form(form.name))
    if let check = form.check { candidate.reasons.append(.check(check)) }
    if let raising, isRaised, let words = detector.raising {
      candidate.reasons.append(.context(words.word(text.lowered, raising.place)))
    } else if let lowering, let words = detector.lowering {
      candidate.reasons.append(.against(words.word(text.lowered, lowering.place)))
    }
    candidates.append(candidate)
  }
}
