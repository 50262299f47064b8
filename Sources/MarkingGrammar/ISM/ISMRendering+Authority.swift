import MarkingModel

extension ISMRendering {
  /// The lines of the classification authority block and, for CUI, of the designation indicator (32 CFR 2001.21(a),
  /// 2001.22; ODNI's rendering). Empty where the attributes ask for neither.
  package func authority(_ ism: ISMAttributes) -> [String] { classifiedLines(ism) + controlledLines(ism) }

  // MARK: Classified

  private func classifiedLines(_ ism: ISMAttributes) -> [String] {
    let isGiven = Self.decisions.contains { ism[$0] != nil }
    guard Self.isClassified(ism) || isGiven || Self.isControlled(ism) else { return [] }
    var lines: [String] = []
    if ism["classification"] == nil, ism["compliesWith"] != "USA-CUI-ONLY" { lines.warn(.noLevel) }
    if ism["classification"] == "U", isGiven { lines.warn(.unclassifiedAndClassified) }
    if Self.isClassified(ism), ism["classifiedBy"] == nil, ism["derivedFrom"] == nil { lines.warn(.noClassifier) }
    if let name = ism["classifiedBy"] {
      lines.append("Classified by: " + name)
    } else if let source = ism["derivedFrom"] {
      if let name = ism["derivativelyClassifiedBy"] { lines.append("Classified by: " + name) }
      lines.append("Derived from: " + source)
    }
    if let reason = ism["classificationReason"] { lines.append("Reason: " + reason) }
    if ism["classification"] != "U", ism["classifiedBy"] != nil, ism["derivedFrom"] != nil { lines.warn(.bothKinds) }
    if Self.isClassified(ism), ism["classifiedBy"] != nil, ism["classificationReason"] == nil { lines.warn(.noReason) }
    let declassification = declassification(ism)
    if Self.isClassified(ism), declassification.isEmpty { lines.warn(.noDeclassification) }
    if !declassification.isEmpty { lines.append("Declassify on: " + declassification) }
    if let exception = ism["declassException"] { lines += exceptionWarnings(exception, ism) }
    return lines
  }

  /// The attributes of a classification decision: any of them asks for a block.
  private static let decisions = [
    "classifiedBy", "classificationReason", "derivedFrom", "declassDate", "declassException", "declassEvent",
  ]

  private static func isClassified(_ ism: ISMAttributes) -> Bool {
    ism["classification"].map { $0 != "U" } ?? false
  }

  /// Exception, date and event as one line: `25X1, December 31, 2035 or …`.
  private func declassification(_ ism: ISMAttributes) -> String {
    var text = ism["declassException"].map { Self.exceptions[$0] ?? $0 } ?? ""
    if let date = ism["declassDate"] { text += (text.isEmpty ? "" : ", ") + LongDate.text(date) }
    if let event = ism["declassEvent"] {
      text += (ism["declassDate"] != nil ? " or " : text.isEmpty ? "" : ", ") + event
    }
    return text
  }

  /// Exceptions that are not written as their token.
  private static let exceptions = [
    "AEA": "Not Applicable to RD/FRD/TFNI portions. See source list for NSI portions.",
    "NATO": "Not Applicable to NATO portions. See source list for NSI portions.",
    "NATO-AEA": "Not Applicable to RD/FRD/TFNI and NATO portions. See source list for NSI portions.",
  ]

  private func exceptionWarnings(_ exception: String, _ ism: ISMAttributes) -> [String] {
    var lines: [String] = []
    let needsNone = ["AEA", "NATO", "25X1-human", "50X1-HUM", "50X2-WMD"]
    let hasNeither = ism["declassDate"] == nil && ism["declassEvent"] == nil
    let isFree = exception.split(separator: " ").contains { token in needsNone.contains { token.hasPrefix($0) } }
    if Self.isClassified(ism), hasNeither, !isFree { lines.warn(.exceptionAlone) }
    if exception.split(separator: " ").contains("25X1-human") {
      if ism["declassDate"] != nil { lines.warn(.humanSourceWithDate) }
      if ism["declassEvent"] != nil { lines.warn(.humanSourceWithEvent) }
    }
    return lines
  }

  // MARK: CUI

  private static func isControlled(_ ism: ISMAttributes) -> Bool {
    ism.has("compliesWith", "USA-CUI") || ism.has("compliesWith", "USA-CUI-ONLY")
  }

  private func controlledLines(_ ism: ISMAttributes) -> [String] {
    var lines: [String] = []
    if Self.isControlled(ism), ism["cuiControlledBy"] == nil { lines.warn(.noController) }
    if let name = ism["cuiControlledBy"] { lines.append("Controlled By: " + name) }
    if let office = ism["cuiControlledByOffice"] { lines.append("Controlled By: " + office) }
    if style.cuiBlockNamesCategories { lines += designation(ism) }
    if let contact = ism["cuiPOC"] { lines.append("POC: " + contact) }
    let end = [ism["cuiDecontrolDate"].map(LongDate.text), ism["cuiDecontrolEvent"]].compactMap(\.self)
    if !end.isEmpty { lines.append("Decontrol On: " + end.joined(separator: " or ")) }
    return lines
  }

  /// The categories and the limits that are CUI's own. The block lists what is basic first; a banner does not.
  private func designation(_ ism: ISMAttributes) -> [String] {
    let marking = Marking(ism: ism).normalized(by: vocabulary)
    guard let cui = marking.cui else { return [] }
    let categories = cui.basic + cui.specified.map { "SP-" + $0 }
    let limits = MarkingPrinter(vocabulary: vocabulary, style: style).limits(of: marking)
    return ["CUI Category: " + categories.joined(separator: " ")]
      + (limits.isEmpty ? [] : ["Distribution/Dissemination Control: " + limits.joined(separator: "; ")])
  }
}

extension MarkingPrinter {
  /// The limited dissemination controls of CUI in a marking, in the order and the words of its banner.
  func limits(of marking: Marking) -> [String] {
    var marking = marking
    marking.dissemination.removeAll { !Marking.limits.contains($0) }
    return dissemination(marking, .banner, list: marking.releasableTo)
  }
}

/// Dates as a block of the rendering has them.
enum LongDate {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// `December 31, 2034` for `2034-12-31`, a zone or time after it left out; what is no date as it is.
  static func text(_ date: String) -> String {
    let digits = Array(date.utf8.prefix(10))
    guard digits.count == 10, digits[4] == 0x2D, digits[7] == 0x2D,
      let year = Int(String(decoding: digits[0..<4], as: UTF8.self)),
      let month = Int(String(decoding: digits[5..<7], as: UTF8.self)),
      let day = Int(String(decoding: digits[8..<10], as: UTF8.self)), (1...12).contains(month)
    else { return date }
    let padding = String(repeating: "0", count: max(0, 4 - "\(year)".count))
    return "\(months[month - 1]) \(day), \(padding)\(year)"
  }
}
