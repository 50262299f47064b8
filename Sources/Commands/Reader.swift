import Documents
import MarkingGrammar
import MarkingModel
import StandardRules

/// Reads documents with the program's vocabulary, one after the other in the same storage.
struct Reader {
  /// The form to read every document as; nil to recognise it.
  private let form: Form?
  private let vocabulary: Vocabulary
  private var documents = DocumentReader()

  /// - Parameter form: a name of the table of options.
  init(form: String?) throws(UsageError) {
    self.form = form.flatMap(Form.init(rawValue:))
    do throws(VocabularyError) {
      vocabulary = try StandardRules.vocabulary()
    } catch {
      throw .rules(["\(error)"])
    }
  }

  /// Reads a document as the form that the user names, or else as `other`.
  mutating func read(_ bytes: Span<UInt8>, orAs other: Form? = nil) -> MarkingDocument {
    read(bytes, as: form ?? other)
  }

  mutating func read(_ bytes: Span<UInt8>, as form: Form?) -> MarkingDocument {
    documents.read(bytes, form: form, vocabulary: vocabulary)
  }
}
