import MarkingModel

/// A text and what is to be found in it.
struct LabelledText {
  struct Label: Hashable {
    /// The detector whose kind of value it is.
    var detector: String
    var entity: String
    /// In bytes.
    var range: ByteRange
  }

  var text = ""
  var labels: [Label] = []

  mutating func add(_ sentence: String, value: String = "", as detector: String = "", entity: String = "") {
    guard let at = sentence.firstIndex(of: "@"), !detector.isEmpty else {
      text += sentence
      return
    }
    text += sentence[..<at]
    let start = text.utf8.count
    text += value
    labels.append(Label(detector: detector, entity: entity, range: ByteRange(start, text.utf8.count)))
    text += sentence[sentence.index(after: at)...]
  }
}

/// Texts made from a seed: values of every detector in sentences that speak of them or do not, values that fail their
/// check, what looks alike, and plain text, in lines, in paragraphs and run together.
struct LabelledData {
  private var values: Values
  private let entities: [String: String]

  /// - Parameter entities: the entity of each detector, by id.
  init(seed: UInt64, entities: [String: String]) {
    values = Values(seed: seed)
    self.entities = entities
  }

  /// So many texts for each detector, each with a value of it, and others around it.
  mutating func texts(each count: Int) -> [LabelledText] {
    var texts: [LabelledText] = []
    for detector in entities.keys.sorted() {
      for _ in 0..<count { texts.append(text(with: detector)) }
    }
    return texts
  }

  private mutating func text(with detector: String) -> LabelledText {
    var text = LabelledText()
    let others = entities.keys.sorted()
    addOther(to: &text)
    add(detector, to: &text)
    for _ in 0..<(1 + values.chance.next(3)) {
      if values.chance.next(3) == 0 { add(values.chance.pick(others), to: &text) } else { addOther(to: &text) }
    }
    return text
  }

  private mutating func part(_ text: inout LabelledText) {
    if text.text.isEmpty { return }
    text.text += values.chance.pick([" ", " ", "\n", "\n\n", "\n"])
  }

  private mutating func add(_ detector: String, to text: inout LabelledText) {
    let (beside, alone) = (Sentences.beside[detector] ?? [], Sentences.alone[detector] ?? [])
    let isAlone = beside.isEmpty || (!alone.isEmpty && values.chance.next(3) == 0)
    let sentence = values.chance.pick(isAlone ? alone : beside)
    // A bare value stands on a line of its own.
    if sentence == "@" { text.text += text.text.isEmpty ? "" : "\n\n" } else { part(&text) }
    text.add(
      sentence, value: values.value(of: detector, alone: isAlone), as: detector, entity: entities[detector] ?? "")
    if sentence.hasSuffix("@") { text.text += "\n" }
  }

  private mutating func addOther(to text: inout LabelledText) {
    part(&text)
    switch values.chance.next(3) {
    case 0: text.text += values.chance.pick(Sentences.plain)
    case 1: text.text += filled(values.chance.pick(Sentences.neither))
    default:
      let kind = values.chance.pick(Sentences.nearMiss.keys.sorted())
      let sentence = values.chance.pick(Sentences.nearMiss[kind] ?? [])
      text.text += sentence.split(separator: "@", omittingEmptySubsequences: false).joined(
        separator: values.nearMiss(of: kind))
    }
    if text.text.last != "." { text.text += "\n" }
  }

  private mutating func filled(_ sentence: String) -> String {
    String(sentence.map { $0 == "#" ? Character(values.chance.digits(1)) : $0 })
  }
}

extension Values {
  /// A value that looks like one of the kind and fails its check.
  mutating func nearMiss(of detector: String) -> String {
    switch detector {
    case "us-ssn": chance.pick(["000-12-", "666-45-", "514-00-"]) + chance.digits(4)
    case "us-itin": "9" + chance.digits(2) + "-" + chance.pick(["12", "40", "69", "93"]) + "-" + chance.digits(4)
    case "us-ein": chance.pick(["07", "19", "49", "96"]) + "-" + chance.digits(7)
    case "dod-id": chance.number(3...9) + chance.digits(9)
    case "credit-card": spoiled(Self.withLuhn("4" + chance.digits(14)))
    case "aba-routing": spoiled(routing())
    case "iban": spoiled(iban().filter { $0 != " " })
    case "ipv4-address": "\(chance.number(256...999)).\(chance.next(256)).\(chance.next(256)).1"
    case "us-phone": "1\(chance.digits(2))-\(chance.pick(["055", "155"]))-\(chance.digits(4))"
    case "date-of-birth": "3\(chance.number(2...9)) May 19\(chance.digits(2))"
    case "mgrs": "\(chance.number(61...99))S UJ \(chance.digits(4)) \(chance.digits(4))"
    default: "9\(chance.number(1...9))°10'11\"N 77°10'11\"W"
    }
  }

  /// With the last digit another one.
  private mutating func spoiled(_ number: String) -> String {
    let last = Int(String(number.last ?? "0")) ?? 0
    return String(number.dropLast()) + String((last + 1 + chance.next(8)) % 10)
  }
}
