import MarkingModel
import XMLKit

/// An XML document as UTF-8 that says it is: read from the encoding that it declares, with the way back to its places.
enum DeclaredText {
  /// The bytes are that as they stand.
  case plain
  case copy(CopiedText)
  /// It declares an encoding that is not read or not its own; the offset is that of the name, or of the first byte that
  /// stands for nothing.
  case unread(Int)

  /// - Parameter wasUTF16: whether the source is a copy of what a byte order mark says is UTF-16.
  init(_ source: Span<UInt8>, wasUTF16: Bool) {
    guard let declaration = XMLDeclaration(of: source), !declaration.encoding.isEmpty else {
      self = .plain
      return
    }
    let name = ByteRange(declaration.range.lowerBound, declaration.range.upperBound)
    let isUTF8 = ["UTF-8", "UTF8"].contains(declaration.encoding.uppercased())
    if isUTF8, !wasUTF16 {
      self = .plain
      return
    }
    // A byte order mark and another encoding contradict each other (XML 1.0, 4.3.3).
    let hasMark = source[0] == 0xEF
    guard wasUTF16 ? Self.sixteen.contains(declaration.encoding.uppercased()) : !hasMark else {
      self = .unread(name.start)
      return
    }
    var text = CopiedText(reserving: source.count + 16)
    text.copy(ByteRange(0, name.start), of: source)
    text.put(Array("UTF-8".utf8), for: name)
    let rest = ByteRange(name.end, source.count)
    if wasUTF16 {
      text.copy(rest, of: source)
      self = .copy(text)
      return
    }
    guard let encoding = ByteEncoding(named: declaration.encoding) else {
      self = .unread(name.start)
      return
    }
    self = Self.add(rest, of: source, in: encoding, to: text)
  }

  /// The names of UTF-16 in documents.
  private static let sixteen: Set<String> = ["UTF-16", "UTF-16LE", "UTF-16BE", "UTF16", "ISO-10646-UCS-2", "UCS-2"]

  private static func add(
    _ range: ByteRange, of source: Span<UInt8>, in encoding: ByteEncoding, to text: CopiedText
  ) -> DeclaredText {
    var text = text
    var start = range.start
    for at in range.start..<range.end where source[at] >= 0x80 {
      guard let scalar = encoding[source[at]] else { return .unread(at) }
      text.copy(ByteRange(start, at), of: source)
      text.put(scalar, for: ByteRange(at, at + 1))
      start = at + 1
    }
    text.copy(ByteRange(start, range.end), of: source)
    return .copy(text)
  }
}
