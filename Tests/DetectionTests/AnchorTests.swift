import Detection
import MarkingModel
import TestSupport
import Testing
import TextKit

/// Trying expressions at their anchors finds what searching the whole text with each of them finds.
@Suite struct AnchorTests {
  @Test(arguments: 0..<8)
  func findNoLessThanASearchOfTheWholeText(_ seed: Int) throws {
    let detectors = try StandardDetectors.all()
    let anchored = try DetectorSet(detectors)
    let plain = try DetectorSet(detectors, usingAnchors: false)
    let entities = Dictionary(uniqueKeysWithValues: detectors.map { ($0.id, $0.entity) })
    var data = LabelledData(seed: UInt64(seed), entities: entities)
    var options = DetectorSet.Options()
    options.threshold = seed % 2 == 0 ? 50 : 5
    for text in data.texts(each: 12) {
      let folded = try folded(Array(text.text.utf8))
      let some = try anchored.find(in: folded, options: options).map { "\($0)" }
      let all = try plain.find(in: folded, options: options).map { "\($0)" }
      #expect(some == all, "\(Set(some).symmetricDifference(all).sorted()) \(text.text.debugDescription)")
    }
  }

  /// A form is tried at words with certain first letters only: PCRE2 says of every other beginning that nothing that goes on
  /// from it can match, whatever stands before.
  @Test func wordsAreAllThatFormsCanBeginWith() throws {
    var room = try MatchRoom()
    for detector in try StandardDetectors.all() {
      for form in detector.forms where form.anchors.contains(where: \.isAtWords) {
        // What stands before a trigger begins those.
        if form.anchors.contains(where: { $0.run != nil }) { continue }
        let pattern = try Pattern(form.expression, [.anchored, .interpreted])
        var missed: Set<String> = []
        func look(_ beginning: String) {
          let mayMatch = ["", " ", ", ", "(", "my number is "].contains { before in
            let text = Array((before + beginning).utf8)
            return pattern.mayMatch(beginningWith: text.span, from: before.utf8.count, using: &room)
          }
          guard mayMatch else { return }
          if beginning.count == 3 || !beginning.last!.isASCII || !beginning.last!.isLetter {
            if !form.anchors.contains(where: { $0.isTried(at: beginning) }) { missed.insert(beginning) }
          } else {
            for next in Self.characters { look(beginning + next) }
          }
        }
        for letter in Self.characters where letter.first!.isASCII && letter.first!.isLetter { look(letter) }
        #expect(missed.isEmpty, "\(detector.id) \(form.name): \(missed.sorted().prefix(20))")
      }
    }
  }

  /// Letters, and what may follow them.
  private static let characters = (0x20..<0x7F as Range<UInt8>).map { String(UnicodeScalar($0)) } + ["\n", "é", "字"]
}

extension Anchor {
  fileprivate var isAtWords: Bool {
    switch trigger {
    case .initials, .beginnings: true
    case .digits, .bytes: false
    }
  }

  /// Whether it is tried where a word begins with a text.
  fileprivate func isTried(at beginning: String) -> Bool {
    let bytes = Array(beginning.lowercased().utf8)
    let letters = bytes.prefix { $0 &- 0x61 < 26 }
    let follows = beginning.utf8.dropFirst().first.map { then?.contains($0) ?? true } ?? false
    switch trigger {
    case .initials(let set): return follows && set.contains(bytes[0])
    case .beginnings(let set):
      let written = String(decoding: letters, as: UTF8.self) + (letters.count < 3 ? "-" : "")
      return follows && WordBeginning.read(written).isSubset(of: set)
    case .digits, .bytes: return false
    }
  }
}
