import MarkingModel

/// Where the reader is in a telegram that SMART printed.
struct SmartState: Sendable {
  /// A field that further lines may continue.
  struct OpenField: Sendable {
    var field: SmartLabel.Field
    var label: Place
    /// The value, the first line from after the label on.
    var lines: [SourceLine]
    var hasValue: Bool
  }

  /// Whether the first field has been seen.
  var hasBegun = false
  var open: OpenField?
  /// Whether a message stands around the telegram: its fields were seen.
  var hasCover = false
  /// How many lines of a banner stand at its top.
  var bannerLines = 0
  /// Where a message begins that stands below the telegram, in the thread of which it is.
  var mail: Place?
  /// Whether the edge of a page follows the last line of the open field.
  var isAtPageEdge = false
  /// How many fields stood before the text.
  var fields = 0
  /// Whether the text is over: the fields below it name drafters and addressees.
  var isOver = false
  /// Whether the signature has been read.
  var isSigned = false
  /// The date before the date-time group.
  var day: CalendarDay?
}

extension SmartLabel.Field {
  /// Whether the field stands below the text.
  var endsText: Bool {
    switch self {
    case .signature, .draftedBy, .clearedBy, .approvedBy, .releasedBy, .attachments, .actionPost, .dissemination: true
    default: false
    }
  }

  /// Whether the field can be the first of a telegram, which an e-mail's own fields cannot.
  var beginsTelegram: Bool {
    switch self {
    case .mrn, .date, .action, .captions, .passLine, .actionOffice, .infoOffice: true
    default: false
    }
  }

  /// Whether the field stands between the addressees and the text.
  var isOfHeading: Bool {
    switch self {
    case .executiveOrder, .tags, .captions, .passLine, .subject: true
    default: isReferences
    }
  }

  var isReferences: Bool {
    switch self {
    case .reference, .references, .ref: true
    default: false
    }
  }

  /// Whether the field belongs to the Classified-By block.
  var isAuthority: Bool {
    switch self {
    case .classifiedBy, .derivedFrom, .reason, .declassifyOn: true
    default: false
    }
  }
}
