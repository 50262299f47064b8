import MarkingModel
internal import MarkingModel

/// A ledger for people.
package enum LedgerText {
  package static func bytes(_ ledger: Ledger) -> [UInt8] {
    let head = ledger.head
    var lines = [
      "LEDGER of \(head.inputName) (\(head.format), \(head.original.bytes.counted("byte")))", "",
      "Policy:       \(head.policy)  sha256 \(head.policyDigest)",
      "Original:     sha256 \(head.original.digest)",
      "Copy:         sha256 \(head.copy.digest), \(head.copy.bytes.counted("byte"))",
      "Disposition:  \(head.disposition)",
      "Made by:      \(head.tool) \(head.version)\(head.timestamp.map { " at \($0)" } ?? "")",
    ]
    if head.unmarkedPortions != "refuse" {
      lines.append("Unmarked:     portions without a mark: \(head.unmarkedPortions)")
    }
    if let review = head.review {
      let by = review.reviewer.map { " by \($0)" } ?? ""
      lines.append(
        "Review:       \(review.accepted) accepted, \(review.rejected) rejected, \(review.added) added\(by)")
    }
    if !ledger.dropped.isEmpty {
      lines.append("Left out:     " + ledger.dropped.map { "\($0.name) (\($0.count))" }.joined(separator: ", "))
    }
    lines.append("")
    for entry in ledger.entries {
      let part = entry.part == "text" ? "" : entry.part + " "
      let place = "\(part)\(entry.position.line):\(entry.position.column)"
      let ground = entry.exemptions.isEmpty ? "no exemption" : entry.exemptions.joined(separator: "; ")
      lines.append(
        "\(Self.padded(String(entry.number), 5))\(Self.padded(place, 12))\(Self.padded(entry.range.count.counted("byte"), 14))"
          + "\(Self.padded(entry.name, 24))\(ground)")
    }
    lines += ["", "\(ledger.entries.count.counted("entry", "entries")), seal \(ledger.seal)"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
