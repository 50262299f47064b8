import MarkingModel
import XMLKit

/// A confidentiality label of STANAG 4774, or an element that means to be one.
struct NATOLabel {
  /// One category of a label.
  struct Category {
    var range: ByteRange
    /// `RESTRICTIVE`, `PERMISSIVE`, `INFORMATIVE` as it is written.
    var type: String?
    var tag: String?
    /// The names of the elements with its values, and the values.
    var kinds: [String]
    var values: [String]
  }

  var range: ByteRange
  /// originator, alternative, metadata; generic for an element that is only called a label.
  var kind: String
  /// Whether it is in the namespace of the standard's version 1.0.
  var isInNamespace: Bool
  /// The policy and the classification, as they are written.
  var policy: String?
  var policyURI: String?
  var classification: String?
  var hasClassificationURI = false
  var hasDate: Bool
  var date: String?
  var hasReview: Bool
  var hasSuccession: Bool
  var categories: [Category] = []

  /// Nil for an element that is no label.
  init?(_ element: XMLElement) {
    guard element.name.hasSuffix("ConfidentialityLabel"), element.namespace.hasPrefix(XMLLabelling.label) else {
      return nil
    }
    range = ByteRange(element.offset, element.offset + element.name.utf8.count)
    let kinds = ["originator", "alternative", "metadata"]
    kind = kinds.first { element.name == $0 + "ConfidentialityLabel" } ?? "generic"
    isInNamespace = element.namespace == XMLLabelling.label + "1:0"
    hasReview = element.attributes.contains { $0.name == "ReviewDateTime" && !$0.value.isEmpty }
    hasSuccession = element.children.contains { $0.name == "SuccessionHandling" }
    date = element.children.first { $0.name == "CreationDateTime" }?.text.trimmed
    hasDate = date.map { !$0.isEmpty } ?? false
    guard let information = element.children.first(where: { $0.name == "ConfidentialityInformation" }) else { return }
    for child in information.children {
      switch child.name {
      case "PolicyIdentifier":
        policy = child.text.trimmed
        policyURI = child.attributes.first { $0.name == "URI" }?.value
      case "Classification":
        classification = child.text.trimmed
        hasClassificationURI = child.attributes.contains { $0.name == "URI" }
      case "Category":
        categories.append(
          Category(
            range: ByteRange(child.offset, child.offset + child.name.utf8.count), type: child.attribute("Type"),
            tag: child.attribute("TagName"), kinds: child.children.map(\.name),
            values: child.children.map { $0.text.trimmed }))
      default: break
      }
    }
  }

  /// The level that the classification states: COSMIC and NATO in front of it are NATO's words for its own.
  var level: Classification? {
    guard var text = classification?.uppercased() else { return nil }
    for prefix in ["COSMIC ", "NATO "] where text.hasPrefix(prefix) { text.removeFirst(prefix.count) }
    return Classification.allCases.first { $0.word == text }
  }

  var isNATO: Bool { policy?.uppercased() == "NATO" || policyURI?.hasPrefix("urn:oid:1.3.26.1.3") ?? false }
}

/// A binding of STANAG 4778: which metadata belong to which data.
struct NATOBinding {
  var range: ByteRange
  /// Whether metadata and data are both named.
  var isWhole: Bool
  /// Whether every reference into the document leads somewhere; nil where no reference does.
  var resolves: Bool?

  /// Nil for an element that binds nothing.
  init?(_ element: XMLElement, ids: Set<String>) {
    guard element.name == "MetadataBinding", element.namespace.hasPrefix(XMLLabelling.binding) else { return nil }
    range = ByteRange(element.offset, element.offset + element.name.utf8.count)
    let names = Set(element.children.map(\.name))
    isWhole =
      !names.isDisjoint(with: ["Metadata", "MetadataReference"]) && !names.isDisjoint(with: ["Data", "DataReference"])
    let targets = element.children.filter { $0.name.hasSuffix("Reference") }.compactMap { child in
      child.attributes.first { $0.name == "URI" }?.value
    }
    let inner = targets.filter { $0.hasPrefix("#") }
    if !inner.isEmpty { resolves = inner.allSatisfy { ids.contains(String($0.dropFirst())) } }
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let isBlank = { (character: Character) in character.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
