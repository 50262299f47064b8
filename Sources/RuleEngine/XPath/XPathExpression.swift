/// The syntax tree of an XPath 1.0 expression.
///
/// Offsets count bytes of the expression's text from 0, so that a message can point at the very name that is wrong.
package indirect enum XPathExpression: Sendable, Hashable {
  case binary(XPathOperator, XPathExpression, XPathExpression)
  case negated(XPathExpression)
  case literal(String, at: Int)
  case number(String, at: Int)
  case variable(String, at: Int)
  case call(String, [XPathExpression], at: Int)
  case path(XPathPath)
}

package enum XPathOperator: String, Sendable, Hashable, CaseIterable {
  case or, and
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divided = "div"
  case modulo = "mod"
  case union = "|"
}

/// A location path, or a filter expression with predicates and a path after it.
package struct XPathPath: Sendable, Hashable {
  package enum Start: Sendable, Hashable {
    /// "/…"
    case root
    /// A relative path.
    case context
    /// "(…)[…]/…" or "f(…)[…]/…"
    case expression(XPathExpression)
  }

  package var start: Start
  /// Predicates right after the start expression.
  package var predicates: [XPathExpression]
  package var steps: [XPathStep]
  package var at: Int
}

package struct XPathStep: Sendable, Hashable {
  package var axis: XPathAxis
  package var test: XPathNodeTest
  package var predicates: [XPathExpression]
  /// Where its name test (or "." or "..") stands.
  package var at: Int
}

package enum XPathAxis: String, Sendable, Hashable, CaseIterable {
  case child, descendant, parent, ancestor, following, preceding, attribute, namespace
  case followingSibling = "following-sibling"
  case precedingSibling = "preceding-sibling"
  case descendantOrSelf = "descendant-or-self"
  case ancestorOrSelf = "ancestor-or-self"
  case itself = "self"
}

package enum XPathNodeTest: Sendable, Hashable {
  case name(String)
  case anyName
  /// node()
  case anyNode
  case text
  case comment
  case processingInstruction
}

/// Why a text is no XPath 1.0 expression.
package struct XPathSyntaxError: Error, Sendable, Hashable {
  /// One sentence, without the expression's text.
  package var message: String
  package var at: Int
}
