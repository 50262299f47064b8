import FoundationEssentials

/// Files of the project that tests compare with, and record anew where `RECORD=1` is set.
package enum Golden {
  /// The folder of the project.
  package static let project = folder(#filePath, up: 3)

  /// Whether differences are recorded rather than reported. A run that recorded fails all the same, so that nobody
  /// records by accident.
  package static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// Nil where the file holds exactly these bytes; otherwise one sentence that says what is wrong.
  /// - Parameter path: relative to the project.
  package static func difference(_ bytes: [UInt8], from path: String) throws -> String? {
    let file = project + "/" + path
    let manager = FileManager.default
    let recorded = manager.contents(atPath: file).map([UInt8].init)
    guard recorded != bytes else { return nil }
    guard isRecording else {
      guard let recorded else { return "\(path) is missing; RECORD=1 records it." }
      let line = 1 + zip(recorded, bytes).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") }
      return "\(path) is stale from line \(line) on; RECORD=1 records it anew."
    }
    let parent = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(filePath: file))
    return "\(path) was recorded."
  }

  /// The bytes of a file of the project.
  package static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: project + "/" + path)))
  }

  private static func folder(_ path: String, up levels: Int) -> String {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast(levels).joined(separator: "/")
  }
}
