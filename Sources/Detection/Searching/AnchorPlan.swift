/// The anchors of all forms of a set, by what one pass over a text meets.
///
/// Each anchor is a bit. What stands at a trigger, before it and behind it have a mask each of the anchors that they allow,
/// so that most places are done with an `and` of three words.
struct AnchorPlan: Sendable {
  /// One anchor of one form, when it is tried.
  struct Entry: Sendable {
    var form: Int
    var run: ByteClass?
    var reach: Int
    var isTriedAtWords: Bool
  }

  /// Masks of 64 anchors each, one row of them after the other: as many rows as the anchors need.
  struct Masks: Sendable {
    let width: Int
    private(set) var words: [UInt64] = []

    init(width: Int) { self.width = width }

    mutating func insert(_ anchor: Int, at column: Int) {
      while words.count < (anchor / 64 + 1) * width { words.append(0) }
      words[anchor / 64 * width + column] |= 1 << UInt64(anchor % 64)
    }

    /// Makes as many rows as there are anchors for.
    mutating func fill(_ anchors: Int) {
      while words.count < (anchors + 63) / 64 * width { words.append(0) }
    }
  }

  /// What a byte may start.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt8
    static let digit = Role(rawValue: 1)
    static let trigger = Role(rawValue: 2)
    /// A word that `starts` may have.
    static let letter = Role(rawValue: 4)
  }

  /// By the number of an anchor; nil for numbers that none has.
  private(set) var entries: [Entry?] = []
  /// By the length of a run of digits, up to `Anchor.longestRun`.
  private(set) var digits = Masks(width: Anchor.longestRun + 1)
  /// By a byte, and by the first letter of a word.
  private(set) var bytes = Masks(width: 256)
  private(set) var initials = Masks(width: 256)
  /// By the column of a beginning.
  private(set) var beginnings: Masks
  private(set) var columns: [UInt16: Int] = [:]
  /// A bit for each beginning of a word at which something may be tried.
  private(set) var starts = [UInt64](repeating: 0, count: WordBeginning.count / 64)
  /// By the byte behind a trigger and before it; the last column is for the end and the start of the text.
  private(set) var then = Masks(width: 257)
  private(set) var behind = Masks(width: 257)
  private(set) var roles = [Role](repeating: [], count: 256)
  /// The rows with anchors at digits, at bytes and at words: a trigger has to do with those of its kind.
  private(set) var digitRows = 0..<0
  private(set) var byteRows = 0..<0
  private(set) var wordRows = 0..<0
  /// Whether letters within words, and spaces, start nothing.
  private(set) var isQuiet = true
  /// Forms without anchors.
  let elsewhere: [Int]

  /// How many rows the masks have.
  var rows: Int { entries.count / 64 }

  init(_ forms: [Detector.Form]) {
    elsewhere = forms.indices.filter { forms[$0].anchors.isEmpty }
    for form in forms {
      for anchor in form.anchors {
        guard case .beginnings(let all) = anchor.trigger else { continue }
        for beginning in all where columns[beginning.code] == nil { columns[beginning.code] = columns.count }
      }
    }
    beginnings = Masks(width: columns.count)
    for byte in 0x30..<0x3A { roles[byte].insert(.digit) }
    digitRows = add(forms) { if case .digits = $0 { true } else { false } }
    byteRows = add(forms) { if case .bytes = $0 { true } else { false } }
    wordRows = add(forms) {
      switch $0 {
      case .initials, .beginnings: true
      case .digits, .bytes: false
      }
    }
    digits.fill(entries.count)
    bytes.fill(entries.count)
    initials.fill(entries.count)
    beginnings.fill(entries.count)
    then.fill(entries.count)
    behind.fill(entries.count)
  }

  /// Adds the anchors of one kind, in rows of their own; which these are.
  private mutating func add(_ forms: [Detector.Form], _ isOfKind: (Anchor.Trigger) -> Bool) -> Range<Int> {
    let first = rows
    for (index, form) in forms.enumerated() {
      for anchor in form.anchors where isOfKind(anchor.trigger) { add(anchor, of: index) }
    }
    while entries.count % 64 != 0 { entries.append(nil) }
    return first..<rows
  }

  private mutating func add(_ anchor: Anchor, of form: Int) {
    let number = entries.count
    entries.append(
      Entry(form: form, run: anchor.run, reach: anchor.reach, isTriedAtWords: anchor.isTriedAtWords))
    for byte in 0...255 as ClosedRange<UInt8> {
      if anchor.then?.contains(byte) ?? true { then.insert(number, at: Int(byte)) }
      if anchor.behind?.contains(byte) ?? true { behind.insert(number, at: Int(byte)) }
    }
    if anchor.then == nil { then.insert(number, at: 256) }
    if anchor.behind == nil { behind.insert(number, at: 256) }
    switch anchor.trigger {
    case .digits(let lengths):
      for length in lengths { digits.insert(number, at: length) }
    case .bytes(let set):
      for byte in 0...255 as ClosedRange<UInt8> where set.contains(byte) {
        bytes.insert(number, at: Int(byte))
        roles[Int(byte)].insert(.trigger)
        if byte.isLetter || byte == 0x20 { isQuiet = false }
      }
    case .initials(let set):
      for letter in 0x61...0x7A as ClosedRange<UInt8> where set.contains(letter) {
        for byte in [letter, letter & 0xDF] {
          initials.insert(number, at: Int(byte))
          roles[Int(byte)].insert(.letter)
        }
        let first = Int(letter & 31) << 10
        for word in first / 64..<(first + 1024) / 64 { starts[word] = .max }
      }
    case .beginnings(let all):
      for beginning in all {
        beginnings.insert(number, at: columns[beginning.code] ?? 0)
        starts[Int(beginning.code >> 6)] |= 1 << UInt64(beginning.code & 63)
        let letter = UInt8(beginning.code >> 10)
        roles[Int(letter | 0x60)].insert(.letter)
        roles[Int(letter | 0x40)].insert(.letter)
      }
    }
  }
}
