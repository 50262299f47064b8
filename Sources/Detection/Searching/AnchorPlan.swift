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
    static let letter = Role(rawValue: 4)
    /// It belongs to a word, whatever it starts.
    static let word = Role(rawValue: 8)
  }

  private(set) var entries: [Entry] = []
  /// By the length of a run of digits, up to `Anchor.longestRun`.
  private(set) var digits = Masks(width: Anchor.longestRun + 1)
  /// By a byte, and by the first letter of a word.
  private(set) var bytes = Masks(width: 256)
  private(set) var initials = Masks(width: 256)
  /// By the byte behind a trigger and before it; the last column is for the end and the start of the text.
  private(set) var then = Masks(width: 257)
  private(set) var behind = Masks(width: 257)
  private(set) var roles = [Role](repeating: [], count: 256)
  /// Whether letters within words start nothing.
  private(set) var areLettersQuiet = true
  /// Forms without anchors.
  let elsewhere: [Int]

  /// How many rows the masks have.
  var rows: Int { (entries.count + 63) / 64 }

  init(_ forms: [Detector.Form]) {
    elsewhere = forms.indices.filter { forms[$0].anchors.isEmpty }
    for byte in 0..<256 where UInt8(byte).isLetterOrDigit { roles[byte].insert(.word) }
    for byte in 0x30..<0x3A { roles[byte].insert(.digit) }
    for (index, form) in forms.enumerated() {
      for anchor in form.anchors { add(anchor, of: index) }
    }
    digits.fill(entries.count)
    bytes.fill(entries.count)
    initials.fill(entries.count)
    then.fill(entries.count)
    behind.fill(entries.count)
  }

  private mutating func add(_ anchor: Anchor, of form: Int) {
    let number = entries.count
    entries.append(
      Entry(form: form, run: anchor.run, reach: anchor.reach, isTriedAtWords: anchor.isTriedAtWords))
    for byte in 0...255 as ClosedRange<UInt8> {
      let column = Int(byte)
      if anchor.then?.contains(byte) ?? true { then.insert(number, at: column) }
      if anchor.behind?.contains(byte) ?? true { behind.insert(number, at: column) }
      switch anchor.trigger {
      case .bytes(let set) where set.contains(byte):
        bytes.insert(number, at: column)
        roles[column].insert(.trigger)
        if byte & 0xDF &- 0x41 < 26 { areLettersQuiet = false }
      case .initials(let set) where byte & 0xDF &- 0x41 < 26 && set.contains(byte | 0x20):
        initials.insert(number, at: column)
        roles[column].insert(.letter)
      default: break
      }
    }
    if anchor.then == nil { then.insert(number, at: 256) }
    if anchor.behind == nil { behind.insert(number, at: 256) }
    if case .digits(let lengths) = anchor.trigger {
      for length in lengths { digits.insert(number, at: length) }
    }
  }
}
