import Checking
import CommandTestSupport
import Commands
import Glibc
import Testing

/// Mapped files share one guard, so that these run one after the other.
@Suite("Reading files", .serialized) struct FileBytesTests {
  private let folder = TemporaryFolder()

  private func problem(_ path: String) -> InputProblem? {
    do throws(InputProblem) {
      return ContentKind.problem(try FileBytes(file: FilePath(path)))
    } catch {
      return error
    }
  }

  @Test func smallAndLargeFilesAreReadWhole() throws {
    for size in [1, 65_536, FileBytes.mappingSize - 1, FileBytes.mappingSize, FileBytes.mappingSize + 4097] {
      var bytes = [UInt8](repeating: 0x41, count: size)
      for index in stride(from: 0, to: size, by: 997) { bytes[index] = UInt8(truncatingIfNeeded: index % 251 + 1) }
      bytes[size - 1] = 0x5A
      let path = folder.write("file", bytes)
      let read = try FileBytes(file: FilePath(path))
      let count = read.count
      #expect(count == size)
      let isSame = read.withBytes { span in
        stride(from: size - 1, through: 0, by: -997).allSatisfy { span[$0] == bytes[$0] }
      }
      #expect(isSame)
      let hasChanged = read.hasChanged
      #expect(!hasChanged)
    }
  }

  @Test func aFileThatIsCutShortReadsAsZerosAndSaysSo() throws {
    let path = folder.write("file", [UInt8](repeating: 0x41, count: FileBytes.mappingSize + 10_000))
    let read = try FileBytes(file: FilePath(path))
    #expect(unsafe truncate(path, 4096) == 0)
    let seen = read.withBytes { span in [0, 4095, 4096, span.count - 1].map { span[$0] } }
    #expect(seen == [0x41, 0x41, 0, 0])
    let hasChanged = read.hasChanged
    #expect(hasChanged)
  }

  @Test func aFileThatIsWrittenToSaysSo() throws {
    let path = folder.write("file", [UInt8](repeating: 0x41, count: FileBytes.mappingSize))
    let read = try FileBytes(file: FilePath(path))
    let hadChanged = read.hasChanged
    #expect(!hadChanged)
    let descriptor = unsafe open(path, O_WRONLY | O_APPEND)
    #expect(unsafe Glibc.write(descriptor, "B", 1) == 1)
    close(descriptor)
    let hasChanged = read.hasChanged
    #expect(hasChanged)
  }

  @Test func noRegularFileIsOpened() {
    unsafe mkfifo(folder.path("pipe"), 0o600)
    #expect(problem(folder.path("pipe")) == .pipe)
    #expect(problem("/dev/null") == .device)
    #expect(problem("/dev/zero") == .device)
    #expect(problem(folder.path) == .folder)
    #expect(problem(folder.path("nothing")) == .missing)
    #expect(problem("") == .missing)
    unsafe symlink("circle", folder.path("circle"))
    #expect(problem(folder.path("circle")) == .linkLoop)
    unsafe symlink("nowhere", folder.path("dangling"))
    #expect(problem(folder.path("dangling")) == .missing)
    #expect(problem(folder.path(String(repeating: "x", count: 300))) == .system(SystemError(code: ENAMETOOLONG)))
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func aFileWithoutPermissionIsRefused() {
    let path = folder.write("secret", "text")
    unsafe chmod(path, 0)
    #expect(problem(path) == .forbidden)
  }

  @Test func filesThatAreNoText() {
    #expect(problem(folder.write("a", [])) == .content(.empty))
    #expect(problem(folder.write("a", "text\u{0}text")) == .content(.hasNUL))
    #expect(problem(folder.write("a", [0xFF, 0xFE, 0x41, 0])) == nil)
    #expect(problem(folder.write("a", [0xFE, 0xFF, 0, 0x41])) == nil)
    #expect(problem(folder.write("a", Array("UNCLAS".utf8).flatMap { [$0, 0] })) == .content(.utf16(bigEndian: false)))
    #expect(problem(folder.write("a", Array("UNCLAS".utf8).flatMap { [0, $0] })) == .content(.utf16(bigEndian: true)))
    #expect(problem(folder.write("a", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0])) == .content(.utf32))
    for start in ["%PDF-1.4", "PK\u{3}\u{4}", "{\\rtf1", "\u{7F}ELF"] {
      guard case .content(.format) = problem(folder.write("a", start)) else {
        Issue.record("\(start) passed for text")
        continue
      }
    }
    #expect(problem(folder.write("a", [0xEF, 0xBB, 0xBF, 0x41])) == nil)
    #expect(problem(folder.write("a", [0x41, 0x80, 0xC3, 0x28])) == nil)
  }

  @Test func everySentenceSaysWhatToDo() {
    let problems: [InputProblem] = [
      .missing, .forbidden, .linkLoop, .pipe, .device, .socket, .folder, .emptyFolder, .emptyTree, .content(.empty),
      .content(.hasNUL), .content(.utf16(bigEndian: true)), .content(.labels), .content(.utf32), .tooLarge, .noMemory,
      .changed,
      .system(SystemError(code: EIO)),
    ]
    for problem in problems {
      #expect(problem.sentence.contains("; "), "\(problem)")
      #expect(problem.sentence.split(separator: "\n").count == 1)
    }
  }
}
