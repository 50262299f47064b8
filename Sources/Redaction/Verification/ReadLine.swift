import Documents
import MarkingModel
import TextKit

/// A line of a text as somebody reads it, where that is not what its bytes say.
enum ReadLine {
  /// The line folded, and folded without the signs that a program leaves out when it shows it; empty where both are what the
  /// line says. O(line).
  static func readings(of line: ByteRange, in source: Span<UInt8>) throws(Refusal) -> [[UInt8]] {
    guard (line.start..<line.end).contains(where: { isSpecial[Int(source[$0])] }) else { return [] }
    let bytes = source.bytes(line)
    let labels = WithheldLabel.all(in: bytes.span).map(\.range)
    let signs = MarkupSigns(bytes.span).signs.filter { sign in
      !labels.contains { $0.start < sign.range.end && sign.range.start < $0.end }
    }
    var readings: [[UInt8]] = []
    for edits in signs.isEmpty ? [[]] : [[], signs] {
      do throws(FoldingError) {
        let reading = try FoldedText(bytes.span, edits: edits).bytes
        if reading != bytes, !readings.contains(reading) { readings.append(reading) }
      } catch {
        throw .detector("\(error)")
      }
    }
    return readings
  }

  /// What may be read as something else: all but ASCII, and signs of markup.
  private static let isSpecial: [Bool] = (0..<256).map {
    $0 >= 0x7F || "*_~`\\&<[".utf8.contains(UInt8($0)) || $0 < 0x20 && $0 != 0x09
  }
}
