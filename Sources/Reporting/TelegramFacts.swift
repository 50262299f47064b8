package import MarkingModel

/// What every report says about a telegram before its findings: read off the root of its marking document.
package struct TelegramFacts {
  package var form = Form.unknown.rawValue
  /// yyyymmdd; nil where it is not known.
  package var day: Int?
  /// "dtg", "record" or "text".
  package var dateSource: String?
  package var level = Level.none
  /// What the release record gives as original, where there is one.
  package var originalLevel: Level?
  /// What the release record or stamp gives as current, where there is one.
  package var currentLevel: Level?
  /// Canonical names in order of appearance, each once. A caption that is not in the vocabulary has no name.
  package var captions: [String] = []
  /// The post that it comes from, canonical; nil where it is none that is known: an unknown word is the document's.
  package var post: String?
  package var range = ByteRange(0, 0)
  package var position = Position(line: 1, column: 1)

  /// Of a document without nodes nothing is known.
  package init(_ document: MarkingDocument) {
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
    post = Self.post(document)
    range = root.range
    position = root.position
  }

  /// That of the FROM line, or else of the message reference number; only one of the vocabulary.
  private static func post(_ document: MarkingDocument) -> String? {
    // A post of the number passes as known, too, where it is the sender, who may be anything.
    var senders: Set<String> = []
    for node in document.nodes.indices {
      let name = document.nodes[node].name
      guard name == .from || name == .classification, let post = document.word(.post, of: node) else { continue }
      let isKnown = document.flag(.postKnown, of: node)
      switch name {
      case .from where !isKnown: senders.insert(post)
      case .from where document.word(.kind, of: node) != "other": return post
      case .classification where isKnown && !senders.contains(post): return post
      default: break
      }
    }
    return nil
  }

  /// "2009-12-14"
  package var date: String? { day.map(Self.date) }

  /// yyyymmdd as yyyy-mm-dd.
  static func date(_ day: Int) -> String {
    let digits = String(day)
    let padded = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
    return "\(padded.prefix(padded.count - 4))-\(padded.suffix(4).prefix(2))-\(padded.suffix(2))"
  }
}
