/// What a block says where the attributes do not make a complete one, in the words of ODNI's rendering (ISM-v2022-DEC).
enum AuthorityWarning: String {
  case noLevel = "This document does not contain a required overall classification marking."
  case unclassifiedAndClassified =
    "This document contains overall markings for both an unclassified and a classified document."
  case noClassifier =
    "This document does not contain required markings for either an originally or derivatively classified document."
  case bothKinds = "This document contains markings for both an originally and derivatively classified document."
  case noReason =
    "The reason for the classification decision should be specified for an originally classified document."
  case noDeclassification = "This document does not contain required declassification instructions or markings."
  case exceptionAlone =
    """
    A declassification date or event should be specified for a document with a 25X or 50X declassification exemption, \
    unless the document has a declassification exemption of 25X1-human, 50X1-HUM, 50X2-WMD, AEA, or  NATO.
    """
  case humanSourceWithDate =
    "This document contains both a declassification date and a declassification exemption of 25X1-human."
  case humanSourceWithEvent =
    "This document contains both a declassification event and a declassification exemption of 25X1-human."
  case noController =
    "This document contains CUI markings but does not contain a required overall Controlled By: marking."
}

extension [String] {
  /// The blanks inside the parentheses are such as do not break.
  mutating func warn(_ warning: AuthorityWarning) { append("(\u{A0}WARNING! " + warning.rawValue + "\u{A0})") }
}
