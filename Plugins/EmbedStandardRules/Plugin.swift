import Foundation
import PackagePlugin

/// Checks everything under `Rules/` and embeds it into StandardRules. A rule that is wrong breaks the build, with its
/// file, line and column.
@main struct EmbedStandardRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let rules = context.package.directoryURL.appending(path: "Rules")
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Checking and embedding Rules/", executable: try context.tool(named: "EmbedRules").url,
        arguments: [rules.path, output.path], inputFiles: files(below: rules), outputFiles: [output])
    ]
  }

  private func files(below folder: URL) -> [URL] {
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    return (walk?.allObjects as? [URL] ?? [])
      .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
      .sorted { $0.path < $1.path }
  }
}
