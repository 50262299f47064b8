package import MarkingModel
package import RuleEngine

/// Gives each finding of a document a name that stays the same while the document is edited elsewhere, and that tells
/// nothing of its text.
///
/// It is made of the assertion, the path of the document in its repository, the names of the elements above the place
/// (`/document/paragraph`) and the number of the finding among those of the same three. So a line or a paragraph that is
/// put in changes no fingerprint, and of findings alike in kind and place the last is the new one.
package struct Fingerprinter: Sendable {
  /// Without it anybody who guesses a path can compute the digest.
  private let key: DigestKey?

  package init(key: DigestKey? = nil) { self.key = key }

  /// How the digests are made; of a keyed one with a mark of the key, so that those of two keys are not compared.
  package var scheme: String {
    guard let key else { return "sha256" }
    return "hmac-sha256:" + key.digest(of: Array("caveat key".utf8)).prefix(16)
  }

  /// - Parameter path: that of the document in its repository.
  package func standings(of document: MarkingDocument, _ result: CheckResult, path: String) -> Standings {
    var counts: [String: Int] = [:]
    return standings(document, result, path: path, above: "", at: nil, &counts)
  }

  private func standings(
    _ document: MarkingDocument, _ result: CheckResult, path: String, above: String, at place: NodePath?,
    _ counts: inout [String: Int]
  ) -> Standings {
    guard result.findings.count + result.quoted.count > 0 else { return Standings() }
    let place = place ?? NodePath(document)
    let root = above + "/" + ElementName.document.rawValue
    var standings = Standings()
    for finding in result.findings {
      let kind = "\(finding.assertion)\n\(path)\n\(Self.names(of: finding.node, in: document, root: root))"
      counts[kind, default: 0] += 1
      standings.findings.append(
        Standing(
          place: document.nodes.indices.contains(finding.node)
            ? place.path(of: finding.node, in: document) : place.root,
          fingerprint: digest("caveat finding 1\n\(kind)\n\(counts[kind] ?? 0)")))
    }
    for (index, (inner, innerResult)) in zip(document.quoted, result.quoted).enumerated() {
      let innerPlace = NodePath(inner, root: place.quoted(index))
      standings.quoted.append(self.standings(inner, innerResult, path: path, above: root, at: innerPlace, &counts))
    }
    return standings
  }

  /// The names of the elements from the root to a node.
  private static func names(of node: Int, in document: MarkingDocument, root: String) -> String {
    guard document.nodes.indices.contains(node), document.nodes[node].parent >= 0 else { return root }
    let node = document.nodes[node]
    return names(of: node.parent, in: document, root: root) + "/" + node.name.rawValue
  }

  /// The digest of a text, keyed or not, in hexadecimal.
  private func digest(_ text: String) -> String {
    if let key { return key.digest(of: Array(text.utf8)) }
    return Digest.hex(of: text.utf8.span)
  }
}
