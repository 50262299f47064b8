package import MarkingModel

/// One rule: a Schematron pattern with its authority, its reach and its examples.
package struct Rule: Sendable, Hashable {
  /// One `assert` inside one `rule` element.
  package struct Assertion: Sendable, Hashable {
    package var id: String
    package var severity: Severity
    /// The paragraph of the authority (the `see` attribute).
    package var authority: String
    /// XPath 1.0; the rule holds at a node where it is true.
    package var test: String
    package var message: [MessagePart]
    /// How the place is put right (`cv:repair`); nil where nothing is certain.
    package var repair: RepairKind?

    package init(
      id: String, severity: Severity, authority: String, test: String, message: [MessagePart],
      repair: RepairKind? = nil
    ) {
      self.id = id
      self.severity = severity
      self.authority = authority
      self.test = test
      self.message = message
      self.repair = repair
    }
  }

  /// A piece of a message.
  package enum MessagePart: Sendable, Hashable {
    case text(String)
    /// XPath whose string value stands here (`value-of`): a marking or a number.
    case value(String)
  }

  /// One Schematron `rule`: the nodes it judges and what must hold there. In a pattern the first one that selects a
  /// node judges it.
  package struct Clause: Sendable, Hashable {
    /// XPath 1.0, absolute ("/document/caption[…]", alternatives joined by "|").
    package var context: String
    package var assertions: [Assertion]

    package init(context: String, assertions: [Assertion]) {
      self.context = context
      self.assertions = assertions
    }
  }

  /// The documents that the rule is about.
  package struct Reach: Sendable, Hashable {
    /// Names of forms; empty means every form.
    package var forms: [String]
    /// The first and last day (yyyymmdd) of the documents it is about; nil is open.
    package var from: Int?
    package var to: Int?

    package init(forms: [String] = [], from: Int? = nil, to: Int? = nil) {
      self.forms = forms
      self.from = from
      self.to = to
    }
  }

  /// A text that the rule accepts or reports; both a test and a piece of its page.
  package struct Example: Sendable, Hashable {
    package var name: String
    /// The text, with the marks taken out.
    package var text: String
    /// Byte offsets of the marks (↓) in `text`: where findings start. Empty for an accepted one.
    package var marks: [Int]
    /// The form to read it as; nil to let the reader recognise it.
    package var form: String?
    /// Line of the rule file where it begins.
    package var line: Int
    package var isAccepted: Bool

    package init(name: String, text: String, marks: [Int], form: String?, line: Int, isAccepted: Bool) {
      self.name = name
      self.text = text
      self.marks = marks
      self.form = form
      self.line = line
      self.isAccepted = isAccepted
    }
  }

  package var id: String
  package var title: String
  package var why: String
  package var notes: [String]
  /// True where the reference knows it from general knowledge only: said on its page, and never an error.
  package var isUnverified: Bool
  package var reach: Reach
  package var clauses: [Clause]
  package var examples: [Example]
  /// The file it was read from, for messages.
  package var file: String

  package init(
    id: String, title: String, why: String, notes: [String], isUnverified: Bool, reach: Reach, clauses: [Clause],
    examples: [Example], file: String
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.notes = notes
    self.isUnverified = isUnverified
    self.reach = reach
    self.clauses = clauses
    self.examples = examples
    self.file = file
  }

  /// The letters before the dash.
  package var family: String { String(id.prefix { $0 != "-" }) }
  /// The highest severity among its assertions.
  package var severity: Severity { clauses.flatMap(\.assertions).map(\.severity).max() ?? .info }
}
