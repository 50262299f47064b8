import Reporting
import RuleEngine

/// Turns the words of a command line into a request, by the table and nothing else.
package struct ArgumentParser {
  private var words: ArraySlice<[UInt8]>

  /// - Parameter words: the arguments without the name of the program.
  package static func parse(_ words: [[UInt8]]) throws(UsageError) -> Request {
    var parser = ArgumentParser(words: words[...])
    return try parser.request()
  }

  private mutating func request() throws(UsageError) -> Request {
    guard let first = words.popFirst() else { throw .noCommand }
    let word = VisibleText.escaped(first)
    if word.hasPrefix("-") { return try Self.globalRequest(word) }
    if let second = words.first, let name = CommandName(rawValue: word + " " + VisibleText.escaped(second)) {
      words.removeFirst()
      return try arguments(of: Table.row(name))
    }
    guard let name = CommandName(rawValue: word) else {
      let known = CommandName.allCases.map(\.rawValue)
      throw .unknownCommand(
        word, nearest: known.first { $0.hasPrefix(word + " ") } ?? Nearest.word(to: word, among: known))
    }
    return try arguments(of: Table.row(name))
  }

  private static func globalRequest(_ word: String) throws(UsageError) -> Request {
    if word == OptionName.help.short || word == OptionName.help.typed { return .help(nil) }
    if word == OptionName.version.typed { return .version }
    if let name = OptionName.allCases.first(where: { word.prefix { $0 != "=" } == $0.typed }) {
      let commands = Table.commands.filter { $0.option(name.rawValue) != nil }.map(\.name.rawValue)
      throw .misplacedOption(name, commands: commands)
    }
    let known = Table.globalOptions.map(\.name.typed)
    throw .unknownOption(word, command: "caveat", nearest: Nearest.word(to: word, among: known))
  }

  private mutating func arguments(of row: CommandRow) throws(UsageError) -> Request {
    var result = Arguments(row.name)
    while let word = words.popFirst() {
      if word == Array("--".utf8) {
        result.operands += words
        break
      }
      if word.first == UInt8(ascii: "-"), word.count > 1 {
        let given = try option(word, of: row)
        if given.name == .help { return .help(row.name) }
        let isRepeatable = row.option(given.name.rawValue)?.isRepeatable ?? false
        if !isRepeatable, result.has(given.name) { throw .repeatedOption(given.name) }
        result.options.append(given)
      } else {
        result.operands.append(word)
      }
    }
    try Self.count(result.operands, of: row)
    guard row.name == .help else { return .run(result) }
    return try Self.helpRequest(result.operands)
  }

  /// One option with its value, which stands after "=" or in the next word.
  private mutating func option(_ word: [UInt8], of row: CommandRow) throws(UsageError) -> Arguments.Given {
    let equals = word.firstIndex(of: UInt8(ascii: "="))
    let typed = VisibleText.escaped(Array(word[..<(equals ?? word.count)]))
    let short = row.options.first { $0.name.short == typed }
    guard let option = short ?? (typed.hasPrefix("--") ? row.option(String(typed.dropFirst(2))) : nil) else {
      let nearest = Nearest.word(to: typed, among: row.options.map(\.name.typed))
      throw .unknownOption(typed, command: row.name.rawValue, nearest: nearest)
    }
    guard option.takesValue else {
      guard equals == nil else { throw .unwantedValue(option.name) }
      return Arguments.Given(name: option.name, value: [])
    }
    var value: [UInt8]
    if let equals {
      value = Array(word[(equals + 1)...])
    } else {
      guard let next = words.first, !next.starts(with: Array("--".utf8)) else {
        throw .missingValue(option.name, placeholder: option.placeholder)
      }
      value = next
      words.removeFirst()
    }
    guard !value.isEmpty else { throw .missingValue(option.name, placeholder: option.placeholder) }
    if option.value == .ruleIDs, Arguments.words(in: value).isEmpty {
      throw .missingValue(option.name, placeholder: option.placeholder)
    }
    if case .oneOf(let allowed) = option.value {
      let given = VisibleText.escaped(value)
      guard allowed.contains(given) else {
        let nearest = Nearest.word(to: given, among: allowed)
        throw .wrongValue(option.name, given: given, allowed: allowed, nearest: nearest)
      }
    }
    return Arguments.Given(name: option.name, value: value)
  }

  private static func count(_ operands: [[UInt8]], of row: CommandRow) throws(UsageError) {
    if operands.count < row.operands.count.lowerBound {
      throw .missingOperand(row.name.rawValue, placeholder: row.operands.placeholder.joined(separator: " "))
    }
    if operands.count > row.operands.count.upperBound {
      throw .extraOperand(VisibleText.escaped(operands[row.operands.count.upperBound]), command: row.name.rawValue)
    }
  }

  private static func helpRequest(_ operands: [[UInt8]]) throws(UsageError) -> Request {
    guard !operands.isEmpty else { return .help(nil) }
    let word = operands.map { VisibleText.escaped($0) }.joined(separator: " ")
    guard let name = CommandName(rawValue: word) else {
      throw .unknownCommand(word, nearest: Nearest.word(to: word, among: CommandName.allCases.map(\.rawValue)))
    }
    return .help(name)
  }
}
