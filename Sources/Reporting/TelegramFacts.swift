import MarkingModel

/// What every report says about a telegram before its findings: read off the root of its marking document.
struct TelegramFacts {
  var form = Form.unknown.rawValue
  /// yyyymmdd; nil where it is not known.
  var day: Int?
  /// "dtg", "record" or "text".
  var dateSource: String?
  var level = Level.none
  /// What the release record gives as original, where there is one.
  var originalLevel: Level?
  /// What the release record or stamp gives as current, where there is one.
  var currentLevel: Level?
  /// Canonical names in order of appearance, each once. A caption that is not in the vocabulary has no name.
  var captions: [String] = []
  var range = ByteRange(0, 0)
  var position = Position(line: 1, column: 1)

  /// Of a document without nodes nothing is known.
  init(_ document: MarkingDocument) {
    guard let root = document.nodes.first else { return }
    form = document.word(.form, of: 0) ?? Form.unknown.rawValue
    day = document.number(.day, of: 0)
    dateSource = document.word(.dateSource, of: 0)
    level = document.word(.level, of: 0).flatMap(Level.init) ?? .none
    originalLevel = document.word(.originalLevel, of: 0).flatMap(Level.init)
    currentLevel = document.word(.currentLevel, of: 0).flatMap(Level.init)
    for node in document.nodes(named: .caption) where document.flag(.known, of: node) {
      if let name = document.word(.name, of: node), !captions.contains(name) { captions.append(name) }
    }
    range = root.range
    position = root.position
  }

  /// "2009-12-14"
  var date: String? { day.map(Self.date) }

  /// yyyymmdd as yyyy-mm-dd.
  static func date(_ day: Int) -> String {
    let digits = String(day)
    let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    return "\(padded.prefix(padded.count - 4))-\(padded.suffix(4).prefix(2))-\(padded.suffix(2))"
  }
}
