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
    case .mrn, .date, .action, .captions, .passLine, .infoOffice: true
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
