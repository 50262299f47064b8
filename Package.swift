// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], plugins: [Target.PluginUsage] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

/// libFuzzer brings its own main, so these exist only where they are asked for:
/// `CAVEAT_FUZZ=1 swift build --sanitize=fuzzer --product FuzzCable`.
func fuzzers() -> [Target] {
  guard Context.environment["CAVEAT_FUZZ"] != nil else { return [] }
  let settings = strict + [.unsafeFlags(["-parse-as-library"])]
  return [
    .executableTarget(
      name: "FuzzCable", dependencies: ["Documents", "MarkingGrammar", "MarkingModel", "StandardRules"],
      path: "Tests/Fuzz/FuzzCable", swiftSettings: settings),
    .executableTarget(
      name: "FuzzRules", dependencies: ["RuleEngine", "StandardRules"], path: "Tests/Fuzz/FuzzRules",
      swiftSettings: settings),
  ]
}

let package = Package(
  name: "caveat",
  products: [.executable(name: "caveat", targets: ["caveat"])],
  targets: [
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

    library("MarkingModel"),
    library("XMLKit", ["CLibXML2"]),
    library("MarkingGrammar", ["MarkingModel"]),
    library("Documents", ["MarkingModel", "MarkingGrammar"]),
    library("RuleEngine", ["MarkingModel", "XMLKit", "CNettle"]),
    library("StandardRules", ["RuleEngine", "MarkingGrammar"], plugins: ["EmbedStandardRules"]),
    library("Reporting", ["MarkingModel", "RuleEngine", "XMLKit"]),
    library("Commands", ["MarkingModel", "MarkingGrammar", "Documents", "RuleEngine", "StandardRules", "Reporting"]),
    .executableTarget(name: "caveat", dependencies: ["Commands"], swiftSettings: strict),

    .executableTarget(name: "EmbedRules", dependencies: ["RuleEngine", "MarkingGrammar"], swiftSettings: strict),
    .plugin(name: "EmbedStandardRules", capability: .buildTool(), dependencies: ["EmbedRules"]),
    .executableTarget(name: "bench", dependencies: ["Documents", "MarkingGrammar", "RuleEngine", "StandardRules"], swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["MarkingModel", "MarkingGrammar"], path: "Tests/Support", swiftSettings: strict),
    tests("MarkingModelTests", ["MarkingModel"]),
    tests("XMLKitTests", ["XMLKit"]),
    tests("MarkingGrammarTests", ["MarkingGrammar", "StandardRules"]),
    tests("DocumentsTests", ["Documents", "MarkingGrammar", "StandardRules"]),
    tests("RuleEngineTests", ["RuleEngine", "XMLKit", "MarkingModel"]),
    tests("RuleExamplesTests", ["RuleEngine", "StandardRules", "Documents", "MarkingGrammar"]),
    tests("ReportingTests", ["MarkingModel", "XMLKit", "RuleEngine", "Reporting", "StandardRules", "Documents"]),
    tests("CommandsTests", ["Commands"]),
  ] + fuzzers(),
  swiftLanguageModes: [.v6]
)