/// Fictional cables.
package enum Cable {
  /// Without a finding above info.
  package static let clean = """
    UNCLAS TALLINN 000123

    E.O. 13526: N/A
    TAGS: PREL, EN
    SUBJECT: HARBOR TALKS

    1. (U) The talks went well.

    2. (U) Their length surprised us.
    ALDER

    """

  /// With an error on line 3: a classified level without an instruction for declassification.
  package static let wrong = clean.replacing("UNCLAS", with: "S E C R E T").replacing("(U)", with: "(S)")
}
