/// Goes through the operands of a command line: files, folders with all they hold, and standard input.
///
/// The order depends on names alone: operands as they were given, in a folder the names by their bytes, a folder's
/// content where its name stands. Names that begin with a dot are left out below an operand where nobody asks for them; links
/// to files are followed, links to folders are not, so that no circle can be walked. Memory grows with the depth only.
package struct InputWalk {
  package enum Step: Sendable, Hashable {
    case standardInput
    case file(FilePath)
    case problem(FilePath, InputProblem)
    /// A link to a folder that was met on the way.
    case unfollowedLink(FilePath)
    /// A file that the run itself will replace.
    case ownReport(FilePath)
  }

  /// A folder that is being walked.
  private struct Level {
    var path: FilePath
    /// The last name is the next.
    var names: [[UInt8]]
  }

  private var operands: ArraySlice<[UInt8]>
  private var levels: [Level] = []
  /// Whether the operand that is being walked gave anything.
  private var isFruitful = false
  private let reports: Set<FileStatus.Identity>
  private let includesHidden: Bool

  /// - Parameters:
  ///   - reports: files that are not read where a walk meets them.
  ///   - includesHidden: whether names with a dot are walked too.
  package init(_ operands: [[UInt8]], reports: Set<FileStatus.Identity> = [], includesHidden: Bool = false) {
    self.includesHidden = includesHidden
    self.operands = operands[...]
    self.reports = reports
  }

  /// The next step; nil at the end.
  package mutating func next() -> Step? {
    while true {
      if levels.isEmpty {
        guard let operand = operands.popFirst() else { return nil }
        if let step = begin(operand) { return step }
      } else if let name = levels[levels.count - 1].names.popLast() {
        let path = levels[levels.count - 1].path.appending(name)
        if let step = visit(path) {
          isFruitful = true
          return step
        }
      } else if let step = leave() {
        return step
      }
    }
  }

  private mutating func begin(_ operand: [UInt8]) -> Step? {
    if operand == [UInt8(ascii: "-")] { return .standardInput }
    let path = FilePath(operand)
    do throws(SystemError) {
      guard try FileStatus.of(path).kind == .folder else { return .file(path) }
      isFruitful = false
      try enter(path, followsLink: true)
      return nil
    } catch {
      return .problem(path, InputProblem(error))
    }
  }

  /// What a name in a folder stands for; nil for a folder, which is entered.
  private mutating func visit(_ path: FilePath) -> Step? {
    do throws(SystemError) {
      let status = try FileStatus.of(path, followsLinks: false)
      switch status.kind {
      case .folder:
        try enter(path, followsLink: false)
        return nil
      case .link:
        let target = try FileStatus.of(path)
        if target.kind == .folder { return .unfollowedLink(path) }
        return reports.contains(target.identity) ? .ownReport(path) : .file(path)
      default: return reports.contains(status.identity) ? .ownReport(path) : .file(path)
      }
    } catch {
      return .problem(path, InputProblem(error))
    }
  }

  private mutating func enter(_ path: FilePath, followsLink: Bool) throws(SystemError) {
    let names = try Folder.names(path, followsLink: followsLink)
    levels.append(Level(path: path, names: names.filter { includesHidden || $0.first != UInt8(ascii: ".") }.reversed()))
  }

  private mutating func leave() -> Step? {
    let folder = levels.removeLast().path
    return levels.isEmpty && !isFruitful ? .problem(folder, includesHidden ? .emptyTree : .emptyFolder) : nil
  }
}
