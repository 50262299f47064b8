import MarkingGrammar
import MarkingModel
import XMLKit

/// The marking document of an XML document with labels of STANAG 4774 and bindings of STANAG 4778.
struct NATODocument {
  private let bytes: [UInt8]
  private var labels: [NATOLabel] = []
  private var bindings: [NATOBinding] = []
  /// How the document itself writes the highest of NATO's levels, where it does.
  private var shown = "none"

  private let vocabulary: Vocabulary

  init(_ root: XMLElement, _ bytes: [UInt8], _ vocabulary: Vocabulary) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    var ids: Set<String> = []
    Self.walk(root) { element in
      for attribute in element.attributes where attribute.name.lowercased() == "id" { ids.insert(attribute.value) }
    }
    Self.walk(root) { element in
      if let label = NATOLabel(element) { labels.append(label) }
      if let binding = NATOBinding(element, ids: ids) { bindings.append(binding) }
      let text = element.text.trimmed.drop { $0 == "/" }
      if text.hasPrefix("NATO TOP SECRET") { shown = "nato" }
      if text.hasPrefix("COSMIC TOP SECRET"), shown == "none" { shown = "cosmic" }
    }
  }

  private static func walk(_ element: XMLElement, _ body: (XMLElement) -> Void) {
    body(element)
    for child in element.children { walk(child, body) }
  }

  func document() -> MarkingDocument {
    var document = MarkingDocument()
    var placement = Placement(bytes.span)
    document.add(.document, to: -1, at: ByteRange(0, bytes.count), Position(line: 1, column: 1))
    let day = labels.lazy.compactMap { CalendarDay(iso: $0.date ?? "")?.number }.first
    MarkedRoot(
      form: .natoXML, day: day,
      level: labels.compactMap(\.level).max(), banners: labels.count, portions: 0
    ).write(to: &document)
    for (index, label) in labels.enumerated() {
      let node = document.add(
        .natoLabel, to: 0, at: label.range, placement.position(of: label.range.start, in: bytes.span))
      write(label, n: index + 1, to: &document)
      for category in label.categories {
        document.add(
          .natoCategory, to: node, at: category.range, placement.position(of: category.range.start, in: bytes.span))
        write(category, to: &document)
      }
    }
    for binding in bindings {
      document.add(
        .binding, to: 0, at: binding.range, placement.position(of: binding.range.start, in: bytes.span))
      document.set(.complete, binding.isWhole)
      document.set(.resolved, binding.resolves ?? true)
    }
    let printer = MarkingPrinter(vocabulary: vocabulary)
    for label in labels {
      guard let marking = label.marking(by: vocabulary) else { continue }
      var markings = LabelledMarkings(day: day)
      let place = Place(label.range, placement.position(of: label.range.start, in: bytes.span))
      markings.set(banner: printer.banner(marking), at: place)
      if let inner = markings.document(vocabulary) { document.quoted.append(inner) }
    }
    return document
  }

  private func write(_ label: NATOLabel, n: Int, to document: inout MarkingDocument) {
    document.set(.n, n)
    document.set(.kind, label.kind)
    document.set(.current, label.isInNamespace)
    document.set(.nato, label.isNATO)
    document.set(.level, label.level?.rawValue ?? "none")
    document.set(.rank, label.level?.rank ?? 0)
    document.set(.hasPolicy, !(label.policy ?? "").isEmpty)
    document.set(.policy, label.policyURI.map { $0.hasPrefix("urn:oid:") ? "oid" : "other" } ?? "none")
    document.set(.hasLevel, !(label.classification ?? "").isEmpty)
    document.set(.levelURI, label.hasClassificationURI)
    document.set(.hasDate, label.hasDate)
    document.set(.hasReview, label.hasReview)
    document.set(.succession, label.hasSuccession)
    document.set(.shown, label.isNATO && label.level == .topSecret ? shown : "none")
  }

  private func write(_ category: NATOLabel.Category, to document: inout MarkingDocument) {
    let types = ["RESTRICTIVE", "PERMISSIVE", "INFORMATIVE"]
    document.set(.type, category.type.map { types.contains($0) ? $0.lowercased() : "unknown" } ?? "none")
    document.set(.hasTag, !(category.tag ?? "").isEmpty)
    let isGeneric = category.kinds.allSatisfy { $0 == "GenericValue" }
    document.set(.values, category.kinds.isEmpty ? "none" : isGeneric ? "generic" : "other")
  }
}
