/// The forms and days of one rule, for asking quickly.
struct Gate {
  private let forms: UInt64
  private let from: Int?
  private let to: Int?

  /// `known` gives each form its bit, in order of appearance.
  init(_ reach: Rule.Reach, _ known: inout [String]) {
    var mask: UInt64 = 0
    for form in reach.forms {
      let bit = known.firstIndex(of: form) ?? known.count
      if bit == known.count { known.append(form) }
      mask |= 1 << UInt64(bit)
    }
    forms = reach.forms.isEmpty ? .max : mask
    from = reach.from
    to = reach.to
  }

  /// Why a document is outside; nil where it is inside. `form` is its form's bit, 0 for one that no rule names.
  func exclusion(form: UInt64, day: Int?) -> RuleResult.Reason? {
    if forms != .max, forms & form == 0 { return .form }
    guard from != nil || to != nil else { return nil }
    guard let day else { return .unknownDate }
    return day < from ?? Int.min || day > to ?? Int.max ? .date : nil
  }
}
