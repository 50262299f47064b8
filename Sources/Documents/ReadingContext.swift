package import MarkingGrammar
package import MarkingModel

/// What is known about a telegram when a part of it is read; set by the reader as the heading goes by.
package struct ReadingContext: Sendable {
  package var form: Form
  /// The date as yyyymmdd, where known.
  package var day: Int?
  /// The level of the first legal classification line.
  package var level = Level.none
  /// The post of the FM line, where one stands there; else that of the MRN.
  package var post: Post?
  /// The section that is being read; 1 where the telegram is not sectioned.
  package var section = 1

  package init(form: Form) { self.form = form }
}
