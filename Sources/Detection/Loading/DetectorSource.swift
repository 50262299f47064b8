internal import MarkingModel

/// The bytes of a detector file, with the name that messages give it.
package struct DetectorSource: Sendable, Hashable {
  package var file: String
  package var bytes: [UInt8]

  package init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
  }

  /// The file's name without its folder and what follows the last full stop.
  var baseName: String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }

  func problem(_ message: String, at offset: Int) -> DetectorProblem {
    var position = Position(line: 1, column: 1)
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        position.line += 1
        position.column = 1
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    return DetectorProblem(file: file, position: position, message: message)
  }
}
