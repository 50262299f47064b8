import Audit
import Glibc
import MarkingModel
import Synchronization

/// Says how far an audit has come: on a terminal in one line that is written over, elsewhere in a line every ten seconds.
struct AuditProgress {
  private let surroundings: Surroundings
  private let isQuiet: Bool
  private let isTerminal: Bool
  private let start = Self.now()
  private var last = Self.now()
  private var hasShown = false
  private let alreadyDone: Int
  private let total: AuditSize?

  /// - Parameters:
  ///   - operands: the paths that are audited, as far as they are known: how much they hold is found out meanwhile.
  ///   - alreadyDone: how many documents an earlier run did.
  init(_ surroundings: Surroundings, isQuiet: Bool, operands: [[UInt8]], alreadyDone: Int) {
    self.surroundings = surroundings
    self.isQuiet = isQuiet
    isTerminal = Descriptor(number: surroundings.errors).isTerminal
    self.alreadyDone = alreadyDone
    total = isTerminal && !isQuiet && !operands.isEmpty ? AuditSize(operands) : nil
  }

  private static func now() -> Double {
    var now = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }

  mutating func show(_ totals: AuditTotals, _ position: AuditPosition) {
    if isQuiet { return }
    let now = Self.now()
    guard now - last >= (isTerminal ? 0.2 : 10) else { return }
    last = now
    let seconds = now - start
    let rate = Int(Double(totals.documents - alreadyDone) / max(seconds, 0.001))
    var line =
      "\(totals.documents.grouped("document")), \((position.bytes >> 20).grouped) MB, \(rate.grouped)/s, "
      + "\(totals.findings.grouped("finding"))"
    if let whole = total?.bytes, whole > 0, position.bytes > 0 {
      let share = min(1, Double(position.bytes) / Double(whole))
      let left = Int(seconds / share * (1 - share))
      line = "\(Int(share * 100)) %, \(Self.time(left)) left, " + line
      line = Self.bar(share, in: width - 1 - line.count) + line
    }
    if isTerminal {
      hasShown = true
      write("\r\u{1B}[K" + String(line.prefix(width - 1)))
    } else {
      surroundings.note(line)
    }
  }

  /// Clears the line.
  func end() { if hasShown { write("\r\u{1B}[K") } }

  private func write(_ text: String) {
    do throws(SystemError) { try Descriptor(number: surroundings.errors).write(Array(text.utf8)) } catch {}
  }

  private var width: Int {
    var size = winsize()
    let known = unsafe ioctl(surroundings.errors, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20
    return known ? Int(size.ws_col) : 80
  }

  /// A bar in the columns that the words leave; none in fewer than eight.
  private static func bar(_ share: Double, in columns: Int) -> String {
    let length = min(columns - 3, 16)
    guard length >= 5 else { return "" }
    let full = Int(share * Double(length))
    return "[" + String(repeating: "=", count: full) + String(repeating: " ", count: length - full) + "] "
  }

  private static func time(_ seconds: Int) -> String {
    let parts = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
    return parts.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: ":")
  }

  /// What is said at the end.
  static func summary(_ totals: AuditTotals, _ path: FilePath) -> String {
    "\(totals.documents.grouped("document")): \(totals.errors.grouped("error")), \(totals.warnings.grouped("warning")), "
      + "\(totals.infos.grouped("info")); \(totals.incomplete.grouped) not read or not judged. "
      + "See: caveat audit report \(path.shown)"
  }
}

/// How many bytes all files below some paths have, found out in a thread of its own.
final class AuditSize: Sendable {
  private let sum = Atomic<Int>(0)
  private let isKnown = Atomic<Bool>(false)

  /// nil until all were looked at.
  var bytes: Int? { isKnown.load(ordering: .acquiring) ? sum.load(ordering: .relaxed) : nil }

  init(_ operands: [[UInt8]]) {
    let work = Work(operands, self)
    var thread = pthread_t()
    _ = unsafe pthread_create(
      &thread, nil,
      { work in
        if let work = unsafe work { unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().run() }
        return nil
      }, Unmanaged.passRetained(work).toOpaque())
    pthread_detach(thread)
  }

  private final class Work {
    private let operands: [[UInt8]]
    private let size: AuditSize

    init(_ operands: [[UInt8]], _ size: AuditSize) {
      self.operands = operands
      self.size = size
    }

    func run() {
      var walk = InputWalk(operands, includesHidden: true)
      while let step = walk.next() {
        guard case .file(let path) = step, let status = try? FileStatus.of(path), status.kind == .file else { continue }
        size.sum.wrappingAdd(status.size, ordering: .relaxed)
      }
      size.isKnown.store(true, ordering: .releasing)
    }
  }
}
