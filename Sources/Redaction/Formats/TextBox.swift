package import MarkingModel

/// An element that holds text together: what a mark in or above it is of, no line of the text shows.
package struct TextBox: Sendable, Hashable {
  package enum Kind: Sendable {
    /// An item of a list, a cell of a table: what stands first in it leads the rest.
    case entry
    /// A list, which belongs to what stands above it.
    case list
    /// A quotation, what is said of a term: set in below what stands above it.
    case setIn
  }

  package var kind: Kind
  package var range: ByteRange
  /// Where the text stands whose mark may lead the rest: all of it, or the words of its own that it begins with.
  package var lead: ByteRange
}
