import MarkingModel

/// Plain lines of text that follow one another: nothing of them counts but their lengths and the last two.
struct PlainRun {
  private(set) var count = 0
  /// The length of the longest line so far, in characters.
  private(set) var longest: Int
  /// Lines as the handbook would wrap them.
  private(set) var wrapped = 0
  /// Where the first begins.
  private(set) var first = 0
  private(set) var last = ByteRange(0, 0)
  private(set) var previous = ByteRange(0, 0)

  /// `longest` is that of the lines before.
  init(longest: Int) { self.longest = longest }

  /// Adds a line of ASCII.
  @inline(__always)
  mutating func add(_ line: ByteRange) {
    if count == 0 { first = line.start }
    count &+= 1
    longest = max(longest, line.count)
    wrapped &+= BodyMetrics.wrapped(line.count)
    previous = last
    last = line
  }
}
