import MarkingModel

extension CheckResult {
  /// Puts the findings in the order of their places, then of their rules.
  mutating func sortFindings() {
    if findings.count < 2 { return }
    findings.sort {
      ($0.range.start, $0.rule, $0.assertion, $0.node) < ($1.range.start, $1.rule, $1.assertion, $1.node)
    }
  }
}

extension Rule.Assertion {
  /// What it says of a node where it does not hold.
  func finding(of rule: String, saying message: String, at node: Int, in document: MarkingDocument) -> Finding {
    let found = document.nodes[node]
    // A repair may repeat words of its place: only where the place may be shown. The slips of a scan are the copy's.
    let isShown = found.range.isEmpty || found.excerpt == found.range
    let repair = repair.flatMap { document.flag(.ocr, of: 0) ? nil : $0 }
    return Finding(
      rule: rule, assertion: id, severity: severity, message: folded(message), authority: authority,
      range: found.range, position: found.position, excerpt: found.excerpt, node: node,
      fix: isShown && repair == .fix ? document.word(.fix, of: node) : nil, repair: repair)
  }
}
