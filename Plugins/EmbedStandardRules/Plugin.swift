import PackagePlugin

/// Embeds `Rules/` into the StandardRules target.
@main struct EmbedStandardRules: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] { [] }
}
