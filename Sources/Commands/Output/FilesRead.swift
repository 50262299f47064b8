import RuleEngine

/// The files that tell a run what to do, besides its documents: no report may replace one of them.
enum FilesRead {
  private static let options: [OptionName] = [
    .baseline, .suppressions, .fingerprintKey, .config, .filesFrom0, .policy, .terms, .detectors, .key, .review,
    .original,
  ]

  /// - Parameter configuration: where it was found without being named.
  static func identities(
    _ arguments: Arguments, _ configuration: Configuration? = nil
  ) -> Set<FileStatus.Identity> {
    var paths = options.flatMap(arguments.all).map(FilePath.init(_:))
    if let configuration { paths.append(FilePath(configuration.source.file)) }
    for folder in arguments.all(.rules) {
      var walk = InputWalk([folder])
      while let step = walk.next() { if case .file(let path) = step { paths.append(path) } }
    }
    return Set(paths.compactMap { (try? FileStatus.of($0))?.identity })
  }
}
