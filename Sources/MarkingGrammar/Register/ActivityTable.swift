import MarkingModel

/// NATO/NAC activities and the letters that stand for them in a portion mark (`activities.tsv`): `NIR` is NATO ISAF
/// RESTRICTED.
package struct ActivityTable: Sendable {
  private var names: WordIndex
  private var letters: WordIndex
  private var rows: [(name: String, letters: String)] = []

  init(_ bytes: [UInt8]?) throws(VocabularyError) {
    var table = try TableReader("activities.tsv", columns: ["activity", "portion", "source"], bytes: bytes)
    names = table.index(expecting: 8)
    letters = table.index(expecting: 8)
    while try table.advance() {
      try table.insert(0, into: &names, value: rows.count)
      try table.insert(1, into: &letters, value: rows.count)
      rows.append((table.text(0), table.text(1)))
    }
  }

  /// The letters of an owner such as `NATO:ISAF`; for one that is not listed, the first letters of its words.
  package func letters(of owner: String) -> String {
    let words = (owner.split(separator: ":", maxSplits: 1).last ?? "").split(separator: "_")
    if let row = names.find(words.joined(separator: " ")) { return rows[row].letters }
    return String(words.compactMap(\.first))
  }

  /// The name of the activity whose letters a range is.
  func activity(ofLetters text: Span<UInt8>, _ start: Int, _ end: Int) -> String? {
    letters.find(text, start, end).map { rows[$0].name }
  }

  /// The offset after the name of a listed activity that begins at `start`.
  func end(ofNameAt start: Int, _ end: Int, _ text: Span<UInt8>) -> Int? {
    names.longest(in: text, at: start, end: end)?.end
  }

  /// The ISM token of an owner as it is written, `NATO Partnership For Peace` or `NPfPS`. A name that is not listed keeps
  /// its letters.
  func token(of range: ByteRange, in source: Span<UInt8>) -> String {
    var at = range.start
    while at < range.end, source[at] > 0x20 { at += 1 }
    guard at < range.end else {
      for width in [1, 2] where range.count > width + 1 {
        if let name = activity(ofLetters: source, range.start + 1, range.end - width) { return Self.token(name) }
      }
      return "NATO"
    }
    if let row = names.find(source, at, range.end) { return Self.token(rows[row].name) }
    var words: [String] = []
    while at < range.end {
      var stop = at
      while stop < range.end, source[stop] > 0x20 { stop += 1 }
      if stop > at {
        var word: [UInt8] = []
        for i in at..<stop { word.append(source[i]) }
        words.append(String(decoding: word, as: UTF8.self))
      }
      at = stop + 1
    }
    return Self.token(words.joined(separator: " "))
  }

  private static func token(_ name: String) -> String { "NATO:" + name.asToken }
}
