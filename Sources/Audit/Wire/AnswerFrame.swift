/// A frame with the answers to some documents of a job, one after the other.
package struct AnswerFrame: Sendable {
  /// Records are written to this.
  package var out = WireWriter()
  private let job: Int
  private var answers = 0

  package init(job: Int) { self.job = job }

  package var isEmpty: Bool { answers == 0 }
  package var isLarge: Bool { out.bytes.count >= 1 << 16 }

  /// Begins with the answer to the document of this number, counted from 0.
  package mutating func begin(at document: Int) {
    out.removeAll()
    out.begin(.answers)
    out.number(job)
    out.number(document)
    out.number(0)
  }

  /// Notes that a record was written.
  package mutating func count() { answers += 1 }

  /// Ends the frame and takes it; the next one has to be begun.
  package mutating func take() -> [UInt8] {
    // Behind the length, the kind, the job and the first document.
    out.patch(4 + 1 + 4 + 4, answers)
    out.end()
    answers = 0
    return out.bytes
  }
}
