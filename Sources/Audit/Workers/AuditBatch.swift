/// Documents that an audit found one after the other: those that go to a worker, with their bytes, and those of which it
/// is known already what becomes of them.
package final class AuditBatch {
  /// One thing that was found.
  package struct Entry: Sendable {
    package enum Content: Sendable {
      /// The bytes go to a worker: which of those of the batch.
      case document(Int)
      case known(DocumentStatus, problem: String)
      /// An archive that was read, with how many members.
      case archive(members: Int)
    }

    /// Counted from 1 in the order in which things are found, whatever part of them is audited here: archives apart.
    package var id: Int
    package var path: [UInt8]
    /// In bytes; nil where nobody knows.
    package var size: Int?
    package var content: Content

    package init(id: Int, path: [UInt8], size: Int?, content: Content) {
      self.id = id
      self.path = path
      self.size = size
      self.content = content
    }
  }

  /// What became of a document.
  enum Answer {
    /// A record in one of `frames`.
    case record(frame: Int, range: Range<Int>)
    case fate(DocumentStatus)
  }

  package private(set) var entries: [Entry] = []
  /// The bytes of the documents, one after the other.
  private(set) var content: [UInt8] = []
  /// Where each document ends in `content`.
  private(set) var ends: [Int] = []
  private(set) var frames: [[UInt8]] = []
  private(set) var answers: [Answer?] = []
  private var answered = 0
  /// How often each document ended a worker that judged nothing else.
  var strikes: [Int: Int] = [:]

  package init() {}

  package var documents: Int { ends.count }
  var isComplete: Bool { answered == ends.count }

  /// A batch of more would gain nothing and hold the first answer back.
  package var isFull: Bool { content.count >= 512 << 10 || entries.count >= 512 }

  /// Copied where room is made: that is faster than writing zeros one by one.
  private static let zeros = [UInt8](repeating: 0, count: 1 << 20)
  package static let largestRoom = 1 << 20

  /// Makes room behind the last document, to read into: at most `largestRoom`. What is not taken by `add` is given back.
  package func withRoom<Failure: Error>(
    _ count: Int, _ body: (inout MutableSpan<UInt8>) throws(Failure) -> Int
  ) throws(Failure) -> Int {
    let start = content.count
    content.append(contentsOf: Self.zeros[..<count])
    var whole = content.mutableSpan
    var room = whole._mutatingExtracting(start..<(start + count))
    let used: Int
    do throws(Failure) {
      used = try body(&room)
    } catch {
      content.removeLast(count)
      throw error
    }
    content.removeLast(count - used)
    return used
  }

  /// Bytes behind the last document.
  package func withOpen<Result, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let content = content
    let whole = content.span
    return try body(whole.extracting((ends.last ?? 0)..<whole.count))
  }

  /// Forgets what stands behind the last document.
  package func dropOpen() { content.removeLast(content.count - (ends.last ?? 0)) }

  package func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in unsafe content.append(contentsOf: buffer) }
  }

  /// Makes a document of what stands behind the last one.
  package func addDocument(id: Int, path: [UInt8]) {
    let size = content.count - (ends.last ?? 0)
    ends.append(content.count)
    answers.append(nil)
    entries.append(Entry(id: id, path: path, size: size, content: .document(ends.count - 1)))
  }

  package func add(_ entry: Entry) { entries.append(entry) }

  func size(of document: Int) -> Int { ends[document] - start(of: document) }
  func start(of document: Int) -> Int { document == 0 ? 0 : ends[document - 1] }

  func keep(_ frame: [UInt8]) -> Int {
    frames.append(frame)
    return frames.count - 1
  }

  func answer(_ document: Int, _ answer: Answer) {
    if answers[document] == nil { answered += 1 }
    answers[document] = answer
    // Nobody will be asked again.
    if isComplete { content = [] }
  }
}

/// Finds what is to be audited.
package protocol AuditSource {
  /// Puts the next things that are found into a batch, until it is full; false where nothing is left.
  mutating func fill(_ batch: AuditBatch) throws(AuditError) -> Bool
}
