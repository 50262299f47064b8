/// Fictional papers.
package enum Paper {
  /// With two errors of one kind: portions above the banner.
  package static let wrong = """
    SECRET

    MEMORANDUM FOR: THE HARBOR MASTER
    SUBJECT: (U) Ferry hours

    1. (U) The first ferry leaves at six.

    2. (TS) The last one leaves at ten.

    3. (TS) It was late twice.

    SECRET

    """
}
