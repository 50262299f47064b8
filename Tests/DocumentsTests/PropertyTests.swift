import Documents
import MarkingModel
import TestSupport
import Testing

@Suite("Whatever the bytes are")
struct PropertyTests {
  @Test("a telegram that breaks off anywhere", arguments: Cables.all.indices)
  func truncated(index: Int) throws {
    let bytes = Array(Cables.all[index].text.utf8)
    for count in stride(from: 0, through: bytes.count, by: 7) {
      for form in [nil, Cables.all[index].form] {
        let faults = try read(Array(bytes[..<count]), form: form).placeFaults(length: count)
        #expect(faults.isEmpty, "\(count) bytes")
      }
    }
  }

  @Test("bytes changed, inserted and taken out", arguments: Cables.all.indices)
  func mutated(index: Int) throws {
    var dice = Dice(seed: UInt64(index + 1))
    let original = Array(Cables.all[index].text.utf8)
    let interesting: [UInt8] = Array("\n\r\t ()[]<>/.:0O1I\u{0}UCSTQ#-".utf8) + [0xFF, 0xC3, 0xA0, 0xE3, 0x80]
    for _ in 0..<400 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...12, using: &dice) {
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[at] = interesting.randomElement(using: &dice) ?? 0
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &dice)
        case 2: bytes.remove(at: at)
        default:
          let end = min(bytes.count, at + Int.random(in: 1...80, using: &dice))
          bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0..<bytes.count, using: &dice))
        }
      }
      let form = Bool.random(using: &dice) ? nil : Form.allCases.randomElement(using: &dice)
      let faults = try read(bytes, form: form).placeFaults(length: bytes.count)
      #expect(faults.isEmpty)
    }
  }

  @Test("bytes made by chance")
  func random() throws {
    var dice = Dice(seed: 99)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...600, using: &dice)).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let form = Form.allCases.randomElement(using: &dice)
      #expect(try read(bytes, form: form).placeFaults(length: bytes.count).isEmpty)
    }
  }

  @Test("lines of several telegrams, shuffled")
  func shuffled() throws {
    var dice = Dice(seed: 7)
    let lines = Cables.all.flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
    for _ in 0..<200 {
      let text = lines.shuffled(using: &dice).prefix(60).joined(separator: "\n")
      let form = Form.allCases.randomElement(using: &dice)
      #expect(try read(text, form: form).placeFaults(length: text.utf8.count).isEmpty)
    }
  }
}
