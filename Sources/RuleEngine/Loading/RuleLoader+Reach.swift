internal import XMLKit

extension RuleLoader {
  /// `<cv:applies forms="…" from="…" to="…"/>`
  mutating func readReach(_ element: XMLElement) {
    reader.attributes(of: element, known: ["forms", "from", "to"])
    reader.nothing(in: element)
    if reach != nil { reader.note(.repeatedElement("applies"), at: element.offset) }
    var reach = Rule.Reach()
    for attribute in element.attributes {
      switch attribute.name {
      case "forms":
        reach.forms = attribute.value.split(whereSeparator: \.isWhitespace).map(String.init)
        if reach.forms.isEmpty { reader.note(.empty("“forms”"), at: attribute.valueOffset) }
        for form in reach.forms { checkForm(form, at: attribute.valueOffset) }
      case "from": reach.from = readDay(attribute)
      case "to": reach.to = readDay(attribute)
      default: break
      }
    }
    if let from = reach.from, let to = reach.to, from > to { reader.note(.datesReversed, at: element.offset) }
    self.reach = reach
  }

  /// Notes a form that the contract does not know.
  mutating func checkForm(_ form: String, at offset: Int) {
    let known = contract.forms
    if !known.contains(form) { reader.note(.notAForm(form, known: known), at: offset) }
  }

  /// A day "yyyy-mm-dd" as the number yyyymmdd.
  private mutating func readDay(_ attribute: XMLElement.Attribute) -> Int? {
    let parts = attribute.value.split(separator: "-", omittingEmptySubsequences: false)
    if parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    {
      return year * 10000 + month * 100 + day
    }
    reader.note(.notADate(attribute.value), at: attribute.valueOffset)
    return nil
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
