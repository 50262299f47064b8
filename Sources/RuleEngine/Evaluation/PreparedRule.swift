import MarkingModel
import XMLKit

/// A rule with its expressions made ready. Each is evaluated over the table where that knows it, and by libxml2
/// where it does not.
struct PreparedRule {
  struct Clause {
    /// Index of its context among those of all rules.
    var context: Int
    var tests: [Test]
  }

  enum Test {
    case table(TableProgram.Index)
    /// With the index of what is known about it, where it looks at nothing but attributes of its element.
    case xpath(XPathMachine.Expression, answers: Int?)
  }

  var clauses: [Clause]
}

/// What selects the nodes of one or more clauses, and what it selected in the present document.
struct PreparedContext {
  enum Selector {
    case table([TableProgram.Index])
    case steps([ContextSteps.Path])
    case xpath(XPathMachine.Expression)
  }

  var selector: Selector
  var selection: [Int] = []
  /// The document for which `selection` was made.
  var generation = 0
}

/// A piece of a message.
enum PreparedPart {
  case text(String)
  case table(TableProgram.Index)
  case xpath(XPathMachine.Expression)
}

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
