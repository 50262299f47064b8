import Redaction
import Reporting

/// The files of one release, all of them or none: they are written and read back before the first gets its name.
struct ReleaseFiles {
  /// What a file holds.
  enum Content: Sendable, Hashable {
    case copy, ledger, decisions
    case vaughn(VaughnForm)
    case report(ReportFormat)
  }

  enum VaughnForm: String, Sendable, Hashable { case xml, csv, txt, html }

  struct File: Sendable {
    var path: FilePath
    var content: Content
  }

  /// The forms of the compliance report of a copy, by the ending of a file.
  private static let reportForms: [String: ReportFormat] = ["txt": .text, "xml": .xml, "svrl": .svrl, "json": .json]

  let files: [File]
  private let replaces: Bool

  /// Refuses, before anything is read, names that stand for each other or for the input, and files that exist.
  init(_ arguments: Arguments, input: [UInt8]) throws(UsageError) {
    var files: [File] = []
    for path in arguments.all(.vaughn) {
      guard let form = VaughnForm(rawValue: Self.ending(of: path)) else {
        throw .unknownEnding(.vaughn, VisibleText.escaped(path), known: [".xml", ".csv", ".txt", ".html"])
      }
      files.append(File(path: FilePath(path), content: .vaughn(form)))
    }
    for path in arguments.all(.report) {
      let ending = Self.ending(of: path)
      guard let format = Self.reportForms[ending] else {
        throw .unknownEnding(.report, VisibleText.escaped(path), known: [".txt", ".xml", ".svrl", ".json"])
      }
      files.append(File(path: FilePath(path), content: .report(format)))
    }
    if let path = arguments.bytes(.ledger) { files.append(File(path: FilePath(path), content: .ledger)) }
    if let path = arguments.bytes(.propose) { files.append(File(path: FilePath(path), content: .decisions)) }
    // The copy comes last: where it stands, its records stand too.
    if let path = arguments.bytes(.output) { files.append(File(path: FilePath(path), content: .copy)) }
    self.files = files
    replaces = arguments.has(.force)
    var read = FilesRead.identities(arguments)
    if let status = try? FileStatus.of(FilePath(input)) { read.insert(status.identity) }
    try check(beside: read)
  }

  private static func ending(of path: [UInt8]) -> String {
    String(decoding: path.split(separator: UInt8(ascii: ".")).last ?? [], as: UTF8.self)
  }

  private func check(beside read: Set<FileStatus.Identity>) throws(UsageError) {
    var places: Set<FilePath> = []
    for file in files {
      let path = file.path
      if let status = try? FileStatus.of(path) {
        guard status.kind == .file else { throw .outputIsNoFile(path.shown) }
        if read.contains(status.identity) { throw .outputIsInput(path.shown) }
        guard replaces else { throw .outputExists(path.shown) }
      }
      let place = path.resolved ?? (path.folder.resolved ?? path.folder).appending(path.name)
      guard places.insert(place).inserted else { throw .outputTwice(path.shown) }
    }
  }

  /// Writes all, reads each back and gives them their names.
  ///
  /// - Parameter proves: whether the bytes that were read back are good; asked of the copy.
  func write(
    _ bytes: (Content) -> [UInt8], proving proves: ([UInt8]) -> Bool
  ) throws(ReleaseProblem) {
    var boxes: [Box] = []
    for file in files {
      let content = bytes(file.content)
      let written: [UInt8]
      do throws(SystemError) {
        let box = try Box(file.path)
        try box.write(content)
        written = try box.contents()
        boxes.append(box)
      } catch {
        throw .unwritten(file.path.shown, error)
      }
      guard written == content, file.content != .copy || proves(written) else { throw .notAsWritten(file.path.shown) }
    }
    for (box, file) in zip(boxes, files) {
      do throws(SystemError) { try box.finish(replacing: replaces) } catch {
        throw .unwritten(file.path.shown, error)
      }
    }
  }

  /// A file that cannot be copied, for a list.
  private final class Box {
    private var file: PrivateFile?

    init(_ path: FilePath) throws(SystemError) { file = try PrivateFile(at: path) }

    func write(_ bytes: [UInt8]) throws(SystemError) { try file?.write(bytes) }
    func contents() throws(SystemError) -> [UInt8] { try file?.contents() ?? [] }

    func finish(replacing: Bool) throws(SystemError) {
      if let file = file.take() { try file.finish(replacing: replacing) }
    }
  }
}

/// Why the files of a release were not written.
enum ReleaseProblem: Error {
  case unwritten(String, SystemError)
  /// The file does not hold what was written to it.
  case notAsWritten(String)

  var sentence: String {
    switch self {
    case .unwritten(let path, let error): "\(path): it could not be written (\(error.text)); nothing of it was kept"
    case .notAsWritten(let path):
      "\(path): what stands on the disk is not what was written; nothing of it was kept, look after the disk"
    }
  }
}
