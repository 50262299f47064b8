package import ArchiveKit
import Audit
package import Checking
import Glibc
import MarkingModel
package import RuleEngine

/// Why an input could not be read. Each sentence says what to do, and none repeats anything of the input.
package enum InputProblem: Error, Sendable, Hashable {
  case missing
  case forbidden
  case linkLoop
  case pipe
  case device
  case socket
  case folder
  case emptyFolder
  /// The same where names with a dot count too.
  case emptyTree
  /// It is no text.
  case content(ContentProblem)
  case tooLarge
  case tooLargeForRule
  case noMemory
  case changed
  /// It was read, but a rule failed on it.
  case notJudged(EvaluationError)
  /// An archive that is not read to its end.
  case archive(ArchiveError)
  /// A member whose bytes are damaged.
  case archiveMember
  case encrypted
  case tooLargeForAudit
  /// An archive or a mailbox that has to be held in memory.
  case containerTooLarge
  /// An archive in more archives than are opened.
  case tooDeep(Int)
  /// An archive that gives more than this many times its size.
  case expandsTooFar(Int)
  /// The rules of its profile could not be made ready.
  case noRules(profile: String)
  case system(SystemError)

  /// The largest input, in bytes: 4 GiB.
  package static let limit = 1 << 32

  package init(_ error: SystemError) {
    self =
      switch error.code {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .forbidden
      case ELOOP: .linkLoop
      case ENOMEM: .noMemory
      default: .system(error)
      }
  }

  /// One sentence without its full stop, to stand after the name of the file.
  package var sentence: String {
    switch self {
    case .missing: "there is no such file; look at the name, or at where its link points"
    case .forbidden: "it may not be read; ask for the permission, or run as a user who has it"
    case .linkLoop: "its links lead in a circle; name the file itself"
    case .pipe: "it is a pipe, not a file; give its content on standard input instead: caveat check - < PIPE"
    case .device: "it is a device, not a file; save its content as a file first"
    case .socket: "it is a socket, not a file; save its content as a file first"
    case .folder: "it is a folder; name one file"
    case .emptyFolder: "it holds no file to check; look at the name (names with a leading dot are left out)"
    case .emptyTree: "it holds no file; look at the name"
    case .content(let problem): problem.sentence
    case .noRules(let profile):
      "the rules of the profile \(profile) cannot be used; see caveat rules --profile \(profile)"
    case .archive(let error): error.sentence
    case .archiveMember: "its bytes in the archive are damaged"
    case .encrypted: "it is encrypted; decrypt it first"
    case .tooLargeForAudit: "it is larger than --max-file-size"
    case .containerTooLarge:
      "it is larger than 64 MiB and than --max-file-size, and has to be held in memory; take it apart first"
    case .tooDeep(let depth): "it is an archive within \(depth.counted("archive")); unpack the outer one first"
    case .expandsTooFar(let ratio):
      "it gives more than \(ratio) times its size, as archives do that are made to do harm; the rest of it was not read"
    case .tooLarge: "it is larger than 4 GiB; split it into its documents"
    case .tooLargeForRule: "it is larger than 1 MiB, which no rule is; look at the name"
    case .noMemory: "there is not enough memory to read it; split it into its documents"
    case .changed: "it changed while it was being read; check it again when it is complete"
    case .notJudged(let error): "\(error); correct that rule, or leave it out with --ignore"
    case .system(let error): "it could not be read (\(error.text)); try again, or copy it elsewhere first"
    }
  }

  /// What became of a document that has it, in an audit.
  var status: DocumentStatus {
    switch self {
    case .content(.empty), .content(.hasNUL), .content(.format): .notApplicable
    case .tooLarge, .tooLargeForAudit, .tooLargeForRule, .containerTooLarge, .noMemory, .tooDeep, .expandsTooFar:
      .overLimit
    default: .unreadable
    }
  }
}
