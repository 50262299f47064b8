import Documents
import MarkingGrammar
import MarkingModel
import StandardRules

/// Reads documents with the program's vocabulary.
struct Reader {
  /// The form to read every document as; nil to recognise it.
  private let form: Form?
  private let vocabulary: Vocabulary

  /// - Parameter form: a name of the table of options.
  init(form: String?) throws(UsageError) {
    self.form = form.flatMap(Form.init(rawValue:))
    do throws(VocabularyError) {
      vocabulary = try StandardRules.vocabulary()
    } catch {
      throw .rules(["\(error)"])
    }
  }

  func read(_ bytes: Span<UInt8>) -> MarkingDocument { read(bytes, as: form) }

  func read(_ bytes: Span<UInt8>, as form: Form?) -> MarkingDocument {
    DocumentReader.read(bytes, form: form, vocabulary: vocabulary)
  }
}
