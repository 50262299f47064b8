import MarkingModel

/// The forms and days of one rule, for asking quickly.
struct Gate: BitwiseCopyable {
  private let forms: UInt64
  private let from: Int
  private let to: Int
  private let asksForDay: Bool
  private let isSelected: Bool

  /// `known` gives each form its bit, in order of appearance.
  init(_ reach: Rule.Reach, isSelected: Bool, _ known: inout [String]) {
    var mask: UInt64 = 0
    for form in reach.forms {
      let bit = known.firstIndex(of: form) ?? known.count
      if bit == known.count { known.append(form) }
      mask |= 1 << UInt64(bit)
    }
    forms = reach.forms.isEmpty ? .max : mask
    from = reach.from ?? .min
    to = reach.to ?? .max
    asksForDay = reach.from != nil || reach.to != nil
    self.isSelected = isSelected
  }

  /// The days on which it begins to let documents in, or no longer does.
  var turns: [Int] { (from == .min ? [] : [from]) + (to == .max ? [] : [to + 1]) }

  /// Why a document is outside; nil where it is inside. `form` is its form's bit, 0 for one that no rule names.
  func exclusion(form: UInt64, day: Int?) -> RuleResult.Reason? {
    if !isSelected { return .notSelected }
    if forms != .max, forms & form == 0 { return .form }
    guard asksForDay else { return nil }
    guard let day else { return .unknownDate }
    return day < from || day > to ? .date : nil
  }
}

/// The gates of all rules of a set.
struct Gates: Sendable {
  /// What the gates ask of a document.
  struct Reach {
    var form: UInt64
    var day: Int?
  }

  let gates: [Gate]
  private let forms: [String]

  init(_ set: RuleSet) {
    var forms: [String] = []
    gates = set.rules.map { Gate($0.reach, isSelected: !set.unselected.contains($0.id), &forms) }
    self.forms = forms
  }

  func reach(of document: MarkingDocument) -> Reach {
    guard !document.nodes.isEmpty else { return Reach(form: 0, day: nil) }
    let form = document.word(.form, of: 0).flatMap(forms.firstIndex(of:)).map { UInt64(1) << UInt64($0) } ?? 0
    return Reach(form: form, day: document.number(.day, of: 0))
  }

  /// Why a rule does not judge a document; nil where it does.
  func exclusion(of rule: Int, _ reach: Reach) -> RuleResult.Reason? {
    gates[rule].exclusion(form: reach.form, day: reach.day)
  }
}
