/// A command line after parsing.
package struct Arguments: Sendable {
  /// One option as it was given; the value is empty for an option that takes none.
  package struct Given: Sendable, Hashable {
    package var name: OptionName
    /// Bytes, because the name of a file need not be UTF-8.
    package var value: [UInt8]
  }

  package var command: CommandName
  /// In the order in which they were typed.
  package var options: [Given] = []
  package var operands: [[UInt8]] = []

  package init(_ command: CommandName) { self.command = command }

  package func has(_ name: OptionName) -> Bool { options.contains { $0.name == name } }

  /// The value of an option that can be given once.
  package func bytes(_ name: OptionName) -> [UInt8]? { options.first { $0.name == name }?.value }

  package func value(_ name: OptionName) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  /// The values of an option that can be given several times, in order.
  package func all(_ name: OptionName) -> [[UInt8]] { options.filter { $0.name == name }.map(\.value) }

  /// The words of the values, which are separated by commas or blanks.
  package func words(_ name: OptionName) -> [String] { all(name).flatMap(Self.words) }

  static func words(in value: [UInt8]) -> [String] {
    value.split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// What a command line asks for.
package enum Request: Sendable {
  case run(Arguments)
  /// Help for one command, or for the program.
  case help(CommandName?)
  case version
}
