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
    // Both come in order: a line may have thousands of either.
    var labels = WithheldLabel.all(in: bytes.span).map(\.range)[...]
    let signs = MarkupSigns(bytes.span).signs.sorted { $0.range.start < $1.range.start }.filter { sign in
      while let label = labels.first, label.end <= sign.range.start { labels.removeFirst() }
      return labels.first.map { $0.start >= sign.range.end } ?? true
    }
    let enclosed = enclosed(in: bytes)
    var readings: [[UInt8]] = []
    let shown = (enclosed + signs).sorted { $0.range.start < $1.range.start }
    for edits in signs.isEmpty ? [enclosed] : [enclosed, shown] {
      do throws(FoldingError) {
        let reading = try FoldedText(bytes.span, edits: edits).bytes
        if reading != bytes, !readings.contains(reading) { readings.append(reading) }
      } catch {
        throw .detector("\(error)")
      }
    }
    return readings
  }

  /// Letters in circles and squares, as letters in parentheses: `Ⓢ`.
  private static func enclosed(in line: [UInt8]) -> [FoldedText.Edit] {
    var edits: [FoldedText.Edit] = []
    var at = 0
    for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
      let width = UTF8.width(scalar)
      if let base = letters.first(where: { $0.contains(scalar.value) })?.lowerBound {
        let letter = UInt8(ascii: "A") + UInt8(scalar.value - base)
        edits.append(
          FoldedText.Edit(
            ByteRange(at, at + width), reads: [UInt8(ascii: "("), letter, UInt8(ascii: ")")], isPart: true))
      }
      at += width
    }
    // Of what is no UTF-8 nobody can say where it stands.
    return at == line.count ? edits : []
  }

  /// Enclosed Alphanumerics (U+24B6) and their supplement: parenthesised, squared, in dark circles and squares.
  private static let letters: [ClosedRange<UInt32>] =
    [0x24B6, 0x1F110, 0x1F130, 0x1F150, 0x1F170].map { $0...($0 + 25) }

  /// What may be read as something else: all but ASCII, and signs of markup.
  private static let isSpecial: [Bool] = (0..<256).map {
    $0 >= 0x7F || "*_~`\\&<[".utf8.contains(UInt8($0)) || $0 < 0x20 && $0 != 0x09
  }
}
