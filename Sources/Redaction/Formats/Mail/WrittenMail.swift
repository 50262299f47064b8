import MarkingModel

extension MailDocument {
  /// Reads a copy with GMime, which did not write it. A copy that is not, byte for byte, what its reading text and parts
  /// would be written as holds something that the text does not show.
  static func writtenCopy(_ file: [UInt8], _ format: DocumentFormat) throws(Refusal) -> WrittenCopy {
    let document = try MailDocument(file, format)
    guard try document.rewritten(TextChanges()) == file else {
      throw .structure("it holds something besides the text of its parts")
    }
    for leaf in document.messages.flatMap(\.body.leaves) {
      // Pages and XML have a reader of their own for that.
      let text: [UInt8]
      switch leaf.content {
      case .page(_, let source): text = try WrittenHTML.read(source).text
      case .xml(_, let source): text = try WrittenXML.read(source).text
      case .plain, .lines: continue
      }
      guard text == Array(document.text[leaf.range.start..<leaf.range.end]) else {
        throw .structure("a page or a record in it is not read alike")
      }
    }
    return WrittenCopy(text: document.text, file: withoutWords(of: file))
  }

  /// The lines of a copy without those that every copy has, and without the names of fields: what is withheld may be such
  /// a word.
  private static func withoutWords(of file: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(file.count)
    for line in file.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let content = line.last == 0x0D ? line.dropLast() : line
      if isConstant(content) { continue }
      let name = MailHeader.kept.first { line.starts(with: "\($0): ".utf8) }
      text += line.dropFirst(name.map { $0.utf8.count + 1 } ?? 0)
      text.append(0x0A)
    }
    return text
  }

  private static func isConstant(_ line: ArraySlice<UInt8>) -> Bool {
    let starts = [
      "MIME-Version: 1.0", "Content-Transfer-Encoding: ", "Content-Type: ", "From - Thu Jan  1 00:00:00 1970",
    ]
    if starts.contains(where: { line.starts(with: $0.utf8) }) { return true }
    guard line.starts(with: "--part-".utf8) else { return false }
    let letters = line.dropFirst("--part-".utf8.count).prefix { $0 &- 0x61 < 16 }
    let rest = line[letters.endIndex...]
    return letters.count == 32 && (rest.isEmpty || rest.elementsEqual("--".utf8))
  }
}
