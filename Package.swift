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

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: strict)
}

/// GMime is loaded when the first message is read: `pkgConfig` would link it, and some twenty libraries behind it, to a
/// program that mostly reads none. Folders that are not there are passed over.
let gmimeHeaders =
  ["/usr/include/gmime-3.0", "/usr/include/glib-2.0"].map { "-I" + $0 }
  + ["x86_64-linux-gnu", "aarch64-linux-gnu"].map { "-I/usr/lib/\($0)/glib-2.0/include" }

/// The libraries that need no tool to be built.
let base: [Target] = [
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
  .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
  .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
  .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
  .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
  .target(name: "CGMime", cSettings: [.unsafeFlags(gmimeHeaders)], linkerSettings: [.linkedLibrary("dl")]),
  .target(name: "CSQLite", linkerSettings: [.linkedLibrary("dl")]),
  .target(name: "CArchive", linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("z")]),
  .target(name: "CFolding", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("dl")]),
  .target(name: "CTextScan"),
  library("Guarding"),
  library("MarkingModel"),
  library("XMLKit", ["CLibXML2"]),
  library("HTMLKit", ["CGumbo"]),
  library("TextKit", ["Guarding", "MarkingModel", "CPCRE2", "CFolding"]),
  library("MailKit", ["CGMime"]),
  library("SQLiteKit", ["CSQLite"]),
  library("ArchiveKit", ["CArchive"]),
  library("Detection", ["MarkingModel", "TextKit", "XMLKit"]),
  library("MarkingGrammar", ["MarkingModel"]),
  library("Documents", ["MarkingModel", "MarkingGrammar", "XMLKit", "CTextScan"]),
  library("RuleEngine", ["Guarding", "MarkingModel", "XMLKit", "CNettle"]),
  library("Repair", ["MarkingModel", "MarkingGrammar", "RuleEngine"]),
  library(
    "Redaction",
    [
      "MarkingModel", "MarkingGrammar", "Documents", "Detection", "TextKit", "RuleEngine", "XMLKit", "HTMLKit",
      "MailKit", "CZlib",
    ]),
  .target(
    name: "TestSupport", dependencies: ["MarkingModel", "MarkingGrammar", "RuleEngine"], path: "Tests/Support",
    swiftSettings: strict),
  .target(
    name: "RepairTestSupport",
    dependencies: ["Documents", "MarkingGrammar", "MarkingModel", "Repair", "RuleEngine", "TestSupport"],
    path: "Tests/RepairSupport", swiftSettings: strict),
]

let program: [Target] = [
  .executableTarget(
    name: "EmbedRules", dependencies: ["RuleEngine", "MarkingGrammar", "Detection"], swiftSettings: strict),
  .plugin(name: "EmbedStandardRules", capability: .buildTool(), dependencies: ["EmbedRules"]),
  library("StandardRules", ["RuleEngine", "MarkingGrammar", "Detection"], plugins: ["EmbedStandardRules"]),
  library("Reporting", ["MarkingModel", "MarkingGrammar", "RuleEngine", "XMLKit"]),
  library("LanguageServer", ["MarkingModel", "Reporting", "SQLiteKit"]),
  library(
    "Checking", ["Guarding", "MarkingModel", "MarkingGrammar", "Documents", "RuleEngine", "Repair", "StandardRules"]),
  library("Audit", ["Guarding", "MarkingModel", "RuleEngine", "Reporting", "SQLiteKit", "XMLKit"]),
  library(
    "Commands",
    [
      "Guarding", "MarkingModel", "MarkingGrammar", "Documents", "RuleEngine", "StandardRules", "Detection",
      "Redaction",
      "Reporting", "Checking", "Repair", "Audit", "ArchiveKit", "LanguageServer", "MailKit", "SQLiteKit", "XMLKit",
    ]),
  .executableTarget(
    name: "caveat", dependencies: ["Commands"], exclude: ["exports.map"], swiftSettings: strict,
    linkerSettings: [
      // Nobody calls into a program. Swift's libraries show ten thousand names otherwise, and the loader looks for those of
      // every other library among them first.
      .unsafeFlags(
        ["-Xlinker", "--version-script=\(Context.packageDirectory)/Sources/caveat/exports.map"],
        .when(configuration: .release))
    ]),
  .systemLibrary(name: "CCaveat"),
  .target(
    name: "CaveatLibrary",
    dependencies: ["CCaveat", "Checking", "Documents", "Guarding", "MarkingModel", "Reporting", "RuleEngine"],
    exclude: ["exports.map"], swiftSettings: strict,
    linkerSettings: [
      // What the header declares can be seen from outside, and nothing else; gold leaves more in its table.
      .unsafeFlags([
        "-use-ld=lld", "-Xlinker", "-soname=libcaveat.so.0", "-Xlinker",
        "--version-script=\(Context.packageDirectory)/Sources/CaveatLibrary/exports.map",
      ]),
      // `--static-swift-stdlib` is for programs alone.
      .unsafeFlags(["-static-stdlib"], .when(configuration: .release)),
    ]),
  .executableTarget(
    name: "bench",
    dependencies: [
      "Detection", "Documents", "MarkingGrammar", "MarkingModel", "Redaction", "RuleEngine", "StandardRules", "TextKit",
      "TestSupport",
    ],
    swiftSettings: strict),

  .target(
    name: "CommandTestSupport", dependencies: ["Commands"], path: "Tests/CommandSupport", swiftSettings: strict),
  tests("GuardingTests", ["Guarding"]),
  tests("MarkingModelTests", ["MarkingModel"]),
  tests("XMLKitTests", ["XMLKit"]),
  tests("MailKitTests", ["MailKit"]),
  tests(
    "AuditTests", ["ArchiveKit", "Audit", "CommandTestSupport", "Commands", "SQLiteKit", "XMLKit"],
    exclude: ["crashing_worker.py", "hostile_tree.py", "worker_client.py"]),
  tests("CheckingTests", ["Checking", "MarkingModel", "RuleEngine", "StandardRules"]),
  tests("LanguageServerTests", ["LanguageServer"]),
  tests("TextKitTests", ["TextKit", "MarkingModel"]),
  tests("DetectionTests", ["Detection", "TextKit", "MarkingModel", "XMLKit", "StandardRules"]),
  tests("MarkingGrammarTests", ["MarkingGrammar", "MarkingModel", "StandardRules"], exclude: ["Vectors"]),
  tests(
    "DocumentationTests",
    [
      "Audit", "Checking", "Detection", "Documents", "MarkingGrammar", "MarkingModel", "Redaction", "Repair",
      "Reporting", "RuleEngine", "StandardRules", "TextKit",
    ]),
  tests("DocumentsTests", ["Documents", "MarkingGrammar", "MarkingModel", "StandardRules"]),
  tests("RuleEngineTests", ["RuleEngine", "XMLKit", "MarkingModel"]),
  tests(
    "RedactionTests",
    [
      "Redaction", "Detection", "RuleEngine", "StandardRules", "Documents", "MarkingGrammar", "MarkingModel", "XMLKit",
    ]),
  tests(
    "MutationTests",
    [
      "Documents", "MarkingGrammar", "MarkingModel", "Repair", "RepairTestSupport", "RuleEngine", "StandardRules",
    ]),
  tests("RuleExamplesTests", ["RuleEngine", "StandardRules", "Documents", "MarkingGrammar", "MarkingModel"]),
  tests(
    "RepairTests",
    [
      "Commands", "CommandTestSupport", "Documents", "MarkingGrammar", "MarkingModel", "Repair", "RepairTestSupport",
      "RuleEngine", "StandardRules", "XMLKit",
    ]),
  tests("ODNITests", ["RuleEngine", "StandardRules", "Documents", "MarkingGrammar", "MarkingModel"]),
  tests(
    "ReportingTests",
    [
      "CommandTestSupport", "MarkingModel", "MarkingGrammar", "XMLKit", "RuleEngine", "StandardRules", "Documents",
      "Reporting", "Commands",
    ]),
  tests(
    "CorpusTests",
    ["Checking", "Commands", "Documents", "MarkingGrammar", "MarkingModel", "RuleEngine", "StandardRules"]),
  tests(
    "AcceptanceTests", ["Commands"],
    exclude: ["Documents", "broken.tsv", "clean.tsv", "markings.tsv", "variants.tsv"]),
  tests(
    "CommandsTests",
    [
      "Checking", "CommandTestSupport", "Commands", "Documents", "MarkingGrammar", "MarkingModel", "Reporting",
      "RuleEngine", "StandardRules", "XMLKit",
    ]),
]

/// libFuzzer brings its own main, and a tool that runs in the build cannot have it: where fuzzers are asked for
/// (`CAVEAT_FUZZ=1 swift build --sanitize=fuzzer --product FuzzCable`) there is nothing but them and the libraries.
let fuzzers: [Target] = [
  fuzzer("FuzzCable", ["Documents", "MarkingGrammar", "MarkingModel", "TestSupport"]),
  fuzzer("FuzzFolding", ["MarkingModel", "TextKit"]),
  fuzzer("FuzzPolicy", ["Detection", "MarkingModel", "Redaction", "RuleEngine"]),
  fuzzer("FuzzISM", ["MarkingGrammar", "MarkingModel", "TestSupport"]),
  fuzzer("FuzzMarking", ["Documents", "MarkingGrammar", "MarkingModel", "TestSupport"]),
  fuzzer("FuzzDocument", ["Documents", "MarkingGrammar", "MarkingModel", "TestSupport"]),
  .target(
    name: "FuzzSupport", dependencies: ["Detection", "MarkingGrammar", "Redaction", "RuleEngine"],
    path: "Tests/Fuzz/Support", swiftSettings: strict),
  fuzzer("FuzzMail", ["FuzzSupport", "MarkingGrammar", "TestSupport"]),
  fuzzer("FuzzMarkup", ["FuzzSupport", "MarkingGrammar", "TestSupport"]),
  fuzzer("FuzzRelease", ["FuzzSupport", "MarkingGrammar", "TestSupport"]),
  fuzzer("FuzzRepair", ["MarkingModel", "Repair", "RepairTestSupport", "RuleEngine", "TestSupport"]),
  fuzzer("FuzzRules", ["MarkingModel", "RuleEngine", "TestSupport"]),
]

func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(
    name: name, dependencies: dependencies, path: "Tests/Fuzz/\(name)",
    swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
}

let isFuzzing = Context.environment["CAVEAT_FUZZ"] != nil

let package = Package(
  name: "caveat",
  products: isFuzzing
    ? []
    : [
      .executable(name: "caveat", targets: ["caveat"]),
      .library(name: "caveat-library", type: .dynamic, targets: ["CaveatLibrary"]),
    ],
  targets: base + (isFuzzing ? fuzzers : program),
  swiftLanguageModes: [.v6]
)
