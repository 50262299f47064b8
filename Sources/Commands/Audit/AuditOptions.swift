import Audit
import Glibc
import Reporting
import RuleEngine
import StandardRules

/// What a command line asks of an audit.
struct AuditOptions {
  var into: FilePath
  var jobs: Int
  var selection = AuditSelection()
  var limits = AuditWalk.Limits()
  /// Seconds that one document may take.
  var patience = 30.0
  /// Arguments for the workers.
  var forwarded: [[UInt8]] = []

  init(_ arguments: Arguments) throws(UsageError) {
    guard let into = arguments.bytes(.into) else { throw .missingOption(.into, command: arguments.command.rawValue) }
    self.into = FilePath(into)
    jobs = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    if let given = arguments.value(.jobs) {
      guard let number = Int(given), 1...1024 ~= number else { throw .wrongAmount(.jobs, "a number from 1 to 1024") }
      jobs = number
    }
    for option in [OptionName.include, .exclude] where !arguments.all(option).allSatisfy(AuditSelection.isPattern) {
      throw .wrongAmount(
        option, "a pattern of the shell, in which every [ has its ] and nothing ends in a backslash ([[] stands for [)")
    }
    selection.included = arguments.all(.include)
    selection.excluded = arguments.all(.exclude)
    if let given = arguments.value(.shard) {
      guard let parts = ShardParts(given), parts.parts.count == 1, let part = parts.parts.first else {
        throw .wrongAmount(.shard, "a part and how many there are, such as 3/16")
      }
      selection.shard = (part, parts.of)
    }
    if let given = arguments.value(.maxFileSize) {
      guard let size = Self.size(given) else {
        throw .wrongAmount(.maxFileSize, "bytes, or a size such as 32M, up to 1G")
      }
      limits.file = size
      limits.container = max(limits.container, size)
    }
    if let given = arguments.value(.timeoutPerDocument) {
      guard let seconds = Double(given), seconds > 0, seconds <= 86_400 else {
        throw .wrongAmount(.timeoutPerDocument, "seconds, up to 86400")
      }
      patience = seconds
    }
    for option in arguments.options where Table.worker.option(option.name.rawValue) != nil {
      forwarded.append(Array(option.name.typed.utf8) + (option.value.isEmpty ? [] : Array("=".utf8) + option.value))
    }
  }

  /// "500K", "32M", "1G" or bytes; nil for anything else, and for more than 1 GiB.
  private static func size(_ text: String) -> Int? {
    let shift = ["K": 10, "M": 20, "G": 30][text.suffix(1).uppercased()]
    guard let number = Int(shift == nil ? Substring(text) : text.dropLast()), 1...(1 << 30) ~= number else {
      return nil
    }
    let size = number << (shift ?? 0)
    return size <= 1 << 30 ? size : nil
  }

  /// What has to be the same in every run that writes to one file.
  func settings(_ arguments: Arguments) throws(UsageError) -> KeyValuePairs<String, String> {
    func list(_ values: [[UInt8]]) -> String { values.map { VisibleText.escaped($0) }.joined(separator: "\n") }
    let choice = try RuleChoice(arguments)
    var digest = Digest()
    for profile in StandardRules.profileNames { digest.update(try choice.set(profile: profile).digest) }
    return [
      "version": Version.number,
      "paths": list(arguments.operands + arguments.all(.filesFrom0).map { Array("@".utf8) + $0 }),
      "profile": arguments.value(.profile) ?? "",
      "form": arguments.value(.form) ?? "",
      "rules": digest.hex(),
      "select": arguments.words(.select).joined(separator: ","),
      "ignore": arguments.words(.ignore).joined(separator: ","),
      "include": list(selection.included),
      "exclude": list(selection.excluded),
      "max-file-size": String(limits.file),
      "timeout-per-document": String(patience),
      "shard": "\(selection.shard.part)/\(selection.shard.of)",
    ]
  }
}
