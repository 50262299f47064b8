import Documents
import MarkingGrammar
import MarkingModel
import TestSupport
import Testing

/// A fictional telegram of which a test says only what it is about.
struct Telegram {
  var form = Form.drafted
  var day = "101430Z MAR 09"
  var level = "UNCLAS"
  var post = "TALLINN"
  var from = "AMEMBASSY TALLINN"
  var tags = "PREL, EN"
  var subject = "HARBOR TALKS"
  var references = ""
  var body = "The harbor is deep."
  var signature = "MARLOWE"

  var text: String {
    """
    P \(day)
    FM \(from)
    TO SECSTATE WASHDC

    \(level) \(post) 000123

    E.O. 12958: N/A
    TAGS: \(tags)
    SUBJECT: \(subject)
    \(references.isEmpty ? "" : "\nREF: " + references + "\n")
    \(body)
    \(signature)

    """
  }

  /// The marking document of it.
  var document: MarkingDocument {
    get throws {
      let vocabulary = try #require(Vocabulary.project)
      let bytes = Array(text.utf8)
      return DocumentReader.read(bytes.span, form: form, vocabulary: vocabulary)
    }
  }
}

extension MarkingDocument {
  /// For each node of a name, the values of some attributes: "A true", "-" where one is absent.
  func table(_ name: ElementName, _ attributes: AttributeName...) -> [String] {
    nodes(named: name).map { node in
      attributes.map { value($0, of: node)?.description ?? "-" }.joined(separator: " ")
    }
  }

  /// The same for the root.
  func root(_ attributes: AttributeName...) -> String {
    attributes.map { value($0, of: 0)?.description ?? "-" }.joined(separator: " ")
  }
}
