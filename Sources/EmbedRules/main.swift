// The build tool behind StandardRules: `EmbedRules RULES-FOLDER OUTPUT.swift`.
import Glibc

if CommandLine.arguments.count == 3 {
  do {
    let folder = try RulesFolder(CommandLine.arguments[1])
    try writeFile(folder.swiftSource(), to: CommandLine.arguments[2])
  } catch {
    fail("\(error)")
  }
} else {
  fail("usage: EmbedRules RULES-FOLDER OUTPUT.swift")
}
