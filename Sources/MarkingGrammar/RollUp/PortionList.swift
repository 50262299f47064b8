/// Numbers of portions in words.
package enum PortionList {
  /// `portion 3`, `portions 3 and 7`; of many the first ones. Nil where there are none.
  package static func words(_ portions: PortionSet) -> String? {
    let count = portions.count
    let numbers = portions.prefix(8).map(String.init)
    switch count {
    case 0: return nil
    case 1: return "portion " + numbers[0]
    case 2...8: return "portions " + numbers.dropLast().joined(separator: ", ") + " and " + numbers[count - 1]
    default: return "portions " + numbers.prefix(6).joined(separator: ", ") + " and \(count - 6) more"
    }
  }
}
