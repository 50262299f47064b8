internal import MarkingModel
internal import TextKit

/// One search of a set in one text: a pass over the bytes finds where expressions can begin, and they are tried there.
struct Search: ~Copyable {
  /// Something that was found, before overlaps are resolved.
  struct Candidate {
    var form: Int
    var range: ByteRange
    var confidence: Int
    /// Bytes to the nearest word that speaks for it.
    var distance: Int
    var reasons: [Detection.Reason]
  }

  private let set: DetectorSet
  private let text: FoldedText
  private let options: DetectorSet.Options
  private var room: MatchRoom
  /// For each form where it may begin next, and where it was tried last; `Int.max` for one that cannot be sure enough.
  private var next: [Int]
  private var tried: [Int]
  private(set) var candidates: [Candidate] = []

  init(_ set: DetectorSet, _ text: FoldedText, _ options: DetectorSet.Options) throws(DetectorError) {
    self.set = set
    self.text = text
    self.options = options
    do throws(PatternError) { room = try MatchRoom() } catch { throw .cannotRun(detector: "", error) }
    tried = [Int](repeating: -1, count: set.forms.count)
    next = set.forms.map { form in
      let best = max(form.confidence.base, form.confidence.context)
      return best < options.threshold(of: set.compiled[form.detector].detector) ? .max : 0
    }
  }

  mutating func run() throws(DetectorError) {
    let bytes = text.bytes
    for form in set.plan.elsewhere { try searchWhole(form, bytes.span) }
    let roles = set.plan.roles
    var at = 0
    while at < bytes.count {
      let role = roles[Int(bytes[at])]
      if role.isEmpty {
        at &+= 1
      } else if role.contains(.digit) {
        var end = at &+ 1
        while end < bytes.count, bytes[end] &- 0x30 < 10 { end &+= 1 }
        try tryAll(set.plan.digits[min(end &- at, Anchor.longestRun)], at: at, then: end, bytes.span)
        at = end
      } else {
        if role.contains(.trigger) { try tryAll(set.plan.bytes[Int(bytes[at])], at: at, then: at &+ 1, bytes.span) }
        if role.contains(.letter), at == 0 || !bytes[at &- 1].isLetterOrDigit {
          try tryAll(set.plan.initials[Int(bytes[at])], at: at, then: at &+ 1, bytes.span)
        }
        at &+= 1
      }
    }
  }

  /// Tries the forms of some anchors whose trigger stands at `trigger` and ends at `end`.
  @inline(__always)
  private mutating func tryAll(
    _ entries: Range<Int>, at trigger: Int, then end: Int, _ bytes: Span<UInt8>
  ) throws(DetectorError) {
    for index in entries {
      let fits =
        (end < bytes.count
          ? set.plan.entries[index].then.contains(bytes[end]) : set.plan.entries[index].mayEnd)
        && (trigger > 0
          ? set.plan.entries[index].behind.contains(bytes[trigger &- 1]) : set.plan.entries[index].mayBegin)
      if fits { try attempt(index, at: trigger, bytes) }
    }
  }

  private mutating func attempt(_ index: Int, at trigger: Int, _ bytes: Span<UInt8>) throws(DetectorError) {
    let entry = set.plan.entries[index]
    guard let run = entry.run else { return try attempt(form: entry.form, at: trigger, bytes) }
    var start = trigger
    while start > 0, trigger - start < entry.reach, run.contains(bytes[start - 1]) { start -= 1 }
    if !entry.isTriedAtWords { return try attempt(form: entry.form, at: start, bytes) }
    for at in start...trigger
    where at == trigger || (bytes[at].isLetterOrDigit && (at == 0 || !bytes[at - 1].isLetterOrDigit)) {
      try attempt(form: entry.form, at: at, bytes)
    }
  }

  private mutating func attempt(form: Int, at start: Int, _ bytes: Span<UInt8>) throws(DetectorError) {
    if start < next[form] || start == tried[form] { return }
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
      guard let match = try form.pattern.firstMatch(in: bytes, from: start, using: &room) else { return nil }
      var value = form.value.flatMap { room.group($0) } ?? match
      if value.isEmpty { return match }
      if let check = form.check {
        guard let count = check.accepted(bytes.extracting(value.start..<value.end)) else { return match }
        value.end = value.start + count
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
    var candidate = Candidate(
      form: index, range: value, confidence: form.confidence.base, distance: .max, reasons: [.form(form.name)])
    if let check = form.check { candidate.reasons.append(.check(check)) }
    let raising = try nearest(detector.raising, detector.detector.context, value)
    let lowering = try nearest(detector.lowering, detector.detector.context, value)
    if let raising, raising.distance <= lowering?.distance ?? .max {
      candidate.confidence = form.confidence.context
      candidate.distance = raising.distance
      candidate.reasons.append(.context(raising.word))
    } else if let lowering {
      candidate.confidence = min(candidate.confidence, form.confidence.against)
      candidate.reasons.append(.against(lowering.word))
    }
    if candidate.confidence < options.threshold(of: detector.detector) { return }
    if !options.allowed.isEmpty, options.allowed.contains(Array(text.lowered[value.start..<value.end])) { return }
    for exception in detector.exceptions where try covers(exception, value) { return }
    candidates.append(candidate)
  }

  /// The word nearest to a value. One behind it counts as twice as far: labels come first.
  private mutating func nearest(
    _ words: CompiledWords?, _ context: Detector.Context, _ value: ByteRange
  ) throws(PatternError) -> (word: String, distance: Int)? {
    guard let words else { return nil }
    let lowered = text.lowered
    let bytes = lowered.span
    var best: (place: ByteRange, distance: Int)?
    var from = max(0, value.start - context.before)
    while from < value.start,
      let match = try words.pattern.firstMatch(in: bytes, from: from, to: value.start, using: &room)
    {
      best = (match, value.start - match.end)
      from = max(match.end, match.start + 1)
    }
    let end = min(bytes.count, value.end + context.after)
    if context.after > 0, let match = try words.pattern.firstMatch(in: bytes, from: value.end, to: end, using: &room) {
      let distance = 2 * (match.start - value.end)
      if distance < best?.distance ?? .max { best = (match, distance) }
    }
    return best.map { (words.word(bytes, $0.place.start, $0.place.end), $0.distance) }
  }

  /// How far around a value an exception looks, in bytes.
  private static var reach: Int { 48 }

  private mutating func covers(_ exception: CompiledException, _ value: ByteRange) throws(PatternError) -> Bool {
    let folded = text.bytes
    let bytes = folded.span
    var from = max(0, value.start - Self.reach)
    let end = min(bytes.count, value.end + Self.reach)
    while from <= value.start,
      let match = try exception.pattern.firstMatch(in: bytes, from: from, to: end, using: &room)
    {
      if match.start <= value.start, match.end >= value.end { return true }
      if match.start > value.start { return false }
      from = match.start + 1
    }
    return false
  }
}

extension UInt8 {
  /// Of ASCII.
  @inline(__always)
  var isLetterOrDigit: Bool { self &- 0x30 < 10 || self & 0xDF &- 0x41 < 26 }
}
