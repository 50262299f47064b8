/// Finds out before a run whether its reports would get in each other's way or in that of the input.
enum OutputConflicts {
  /// The files that the reports will replace.
  ///
  /// Refuses one file for two reports, a file that is read, as a document or otherwise, and a place that is no regular file.
  /// - Parameter read: the files that are read besides the operands.
  static func replaced(
    by plan: OutputPlan, operands: [[UInt8]], beside read: Set<FileStatus.Identity>
  ) throws(UsageError) -> Set<FileStatus.Identity> {
    var replaced: Set<FileStatus.Identity> = []
    var places: Set<FilePath> = []
    let inputs = read.union(operands.compactMap { (try? FileStatus.of(FilePath($0)))?.identity })
    for report in plan.reports {
      guard case .file(let path) = report.destination else { continue }
      if let status = try? FileStatus.of(path) {
        guard status.kind == .file else { throw .outputIsNoFile(path.shown) }
        guard replaced.insert(status.identity).inserted else { throw .outputTwice(path.shown) }
        if inputs.contains(status.identity) { throw .outputIsInput(path.shown) }
      }
      let place = path.resolved ?? (path.folder.resolved ?? path.folder).appending(path.name)
      guard places.insert(place).inserted else { throw .outputTwice(path.shown) }
    }
    return replaced
  }
}
