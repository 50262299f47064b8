import MarkingModel

extension Rule.Reach {
  /// Why a document of that form and date is outside the reach; nil where it is inside.
  func exclusion(form: String, day: Int?) -> RuleResult.Reason? {
    if !forms.isEmpty, !forms.contains(form) { return .form }
    guard from != nil || to != nil else { return nil }
    guard let day else { return .unknownDate }
    return day < from ?? Int.min || day > to ?? Int.max ? .date : nil
  }
}
