/// The anchors of all forms of a set, by what one pass over a text meets.
struct AnchorPlan: Sendable {
  /// One anchor of one form.
  struct Entry: Sendable {
    var form: Int
    var then: ByteClass
    var behind: ByteClass
    var run: ByteClass?
    var reach: Int
    var isTriedAtWords: Bool
    /// Whether the text may end, or begin, at the trigger.
    var mayEnd: Bool
    var mayBegin: Bool
  }

  /// What a byte may start.
  struct Role: OptionSet, Sendable {
    let rawValue: UInt8
    static let digit = Role(rawValue: 1)
    static let trigger = Role(rawValue: 2)
    static let letter = Role(rawValue: 4)
  }

  private(set) var entries: [Entry] = []
  /// The entries for runs of so many digits.
  private(set) var digits: [Range<Int>] = []
  /// Those for a byte, and for a word that begins with it.
  private(set) var bytes: [Range<Int>] = []
  private(set) var initials: [Range<Int>] = []
  private(set) var roles: [Role] = []
  /// Forms without anchors.
  private(set) var elsewhere: [Int] = []

  init(_ forms: [Detector.Form]) {
    elsewhere = forms.indices.filter { forms[$0].anchors.isEmpty }
    var all: [(anchor: Anchor, entry: Entry)] = []
    for (index, form) in forms.enumerated() {
      for anchor in form.anchors { all.append((anchor, Self.entry(anchor, of: index))) }
    }
    for length in 0...Anchor.longestRun {
      digits.append(add(all) { if case .digits(let lengths) = $0 { lengths.contains(length) } else { false } })
    }
    for byte in 0...255 as ClosedRange<UInt8> {
      bytes.append(add(all) { if case .bytes(let set) = $0 { set.contains(byte) } else { false } })
      initials.append(
        add(all) {
          if case .initials(let set) = $0, byte & 0xDF &- 0x41 < 26 { set.contains(byte | 0x20) } else { false }
        })
      var role: Role = byte &- 0x30 < 10 ? .digit : []
      if !(bytes.last ?? 0..<0).isEmpty { role.insert(.trigger) }
      if !(initials.last ?? 0..<0).isEmpty { role.insert(.letter) }
      roles.append(role)
    }
  }

  private static func entry(_ anchor: Anchor, of form: Int) -> Entry {
    var anything = ByteClass()
    for byte in 0...255 as ClosedRange<UInt8> { anything.insert(byte) }
    return Entry(
      form: form, then: anchor.then ?? anything, behind: anchor.behind ?? anything, run: anchor.run,
      reach: anchor.reach, isTriedAtWords: anchor.isTriedAtWords, mayEnd: anchor.then == nil,
      mayBegin: anchor.behind == nil)
  }

  private mutating func add(_ all: [(anchor: Anchor, entry: Entry)], where fits: (Anchor.Trigger) -> Bool) -> Range<Int>
  {
    let start = entries.count
    entries += all.filter { fits($0.anchor.trigger) }.map(\.entry)
    return start..<entries.count
  }
}
