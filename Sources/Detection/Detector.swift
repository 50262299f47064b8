package import MarkingModel

/// What finds one kind of personal or sensitive data, as one file of `Rules/detectors` says it.
///
/// A detector is data: expressions over folded text, where to try them, a check of what they match, words beside it that
/// make it more or less likely, and examples. `docs/detectors.md` lists those that are shipped.
package struct Detector: Sendable, Hashable {
  /// The file's name: small letters, digits and dashes ("us-ssn").
  package var id: String
  /// What it finds, in capitals ("SSN"): detectors that find the same thing in other forms share it.
  package var entity: String
  package var title: String
  /// How it recognises what it finds, and what it lets pass.
  package var notes: [String]
  /// The document that the form of the data rests on.
  package var authority: String
  package var forms: [Form]
  package var context: Context
  /// Expressions for what looks alike and is something else: a match that covers what was found takes it away.
  package var exceptions: [Exception]
  package var examples: [Example]

  /// One way in which the data is written.
  package struct Form: Sendable, Hashable {
    package var name: String
    /// PCRE2, over folded text (`FoldedText`). A group named `value` says which part is meant.
    package var expression: String
    /// Where the expression can begin to match; anywhere where there are none.
    package var anchors: [Anchor]
    /// What the matched characters have to fulfil.
    package var check: Check?
    package var confidence: Confidence
  }

  /// How sure a form is, in percent.
  package struct Confidence: Sendable, Hashable {
    /// By what is matched (and has passed its check) alone.
    package var base: Int
    /// With a word beside it that speaks for it.
    package var context: Int
    /// With one that speaks against it, and nearer than those that speak for it.
    package var against: Int

    package init(base: Int, context: Int, against: Int) {
      self.base = base
      self.context = context
      self.against = against
    }
  }

  /// The words beside a value, without regard to case, and how near they have to be.
  package struct Context: Sendable, Hashable {
    package var raising: [String] = []
    package var lowering: [String] = []
    /// In folded bytes before the value and after it.
    package var before = 60
    package var after = 0

    package init() {}
  }

  /// What looks like the data and is none.
  package struct Exception: Sendable, Hashable {
    package var name: String
    package var expression: String
  }

  /// A short text that shows what it finds or leaves.
  package struct Example: Sendable, Hashable {
    package var text: String
    /// The places of what has to be found, in bytes of `text`; none where nothing may be.
    package var values: [ByteRange]
    /// Line in the file.
    package var line: Int
  }

  /// A user's own expression, without a file: every match is found with the confidence given.
  package init(id: String, entity: String, expression: String, confidence: Int = 100) {
    self.id = id
    self.entity = entity
    title = entity
    notes = []
    authority = ""
    forms = [
      Form(
        name: id, expression: expression, anchors: [], check: nil,
        confidence: Confidence(base: confidence, context: confidence, against: confidence))
    ]
    context = Context()
    exceptions = []
    examples = []
  }

  init(id: String) {
    self.init(id: id, entity: "", expression: "")
    forms = []
  }
}
