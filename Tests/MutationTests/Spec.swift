import MarkingModel

/// What a fictional cable is to be; `cable` writes it in its form.
struct Spec: Sendable {
  var name: String
  var form: Form
  var era: Era
  var level: Level
  var post = Post.lisbon
  var captions: [String] = []
  /// The portion marks of the five paragraphs; empty for an unmarked text.
  var marks: [String] = []
  var subjectMark: String?
  var sections = 1

  var isClassified: Bool { level.isClassified }
  /// The serial of the message reference number, as its form writes it.
  var serial: String { isOld ? "1234" : "000907" }
  /// A form of the 1970s: unpadded serials, routine precedence.
  var isOld: Bool { form == .naraAAD || form == .wire1970s }
  /// The last four digits, as format line 3 has them.
  var shortSerial: String { String(serial.suffix(4)) }

  /// The level word of the classification line.
  var designation: String {
    switch level {
    case .confidential: "C O N F I D E N T I A L"
    case .secret: "S E C R E T"
    case .topSecret: "T O P  S E C R E T"
    case .limitedOfficialUse: "LIMITED OFFICIAL USE"
    case .unclassified, .none: "UNCLAS"
    }
  }

  /// The level word of page tops, banners and records.
  var banner: String {
    switch level {
    case .confidential: "CONFIDENTIAL"
    case .secret: "SECRET"
    case .topSecret: "TOP SECRET"
    case .limitedOfficialUse: "LIMITED OFFICIAL USE"
    case .unclassified, .none: "UNCLASSIFIED"
    }
  }

  /// The class letter of format line 4. LIMITED OFFICIAL USE went as C.
  var letter: String {
    switch level {
    case .confidential, .limitedOfficialUse: "C"
    case .secret: "S"
    case .topSecret: "T"
    case .unclassified, .none: "U"
    }
  }

  var cable: Cable {
    var writer = CableWriter(spec: self)
    writer.write()
    return Cable(parts: writer.parts)
  }
}
