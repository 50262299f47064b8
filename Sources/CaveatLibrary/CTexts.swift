import Glibc

/// Texts for C: they end with a zero byte, and live as long as this does.
@safe
final class CTexts {
  private var texts: [UnsafeMutablePointer<CChar>] = unsafe []

  deinit {
    for index in unsafe texts.indices { unsafe free(texts[index]) }
  }

  /// A copy of a text.
  func keep(_ text: String) -> UnsafePointer<CChar> {
    // Null only where memory is exhausted: C's callers are promised a text.
    guard let copy = unsafe strdup(text) else { fatalError("out of memory") }
    unsafe texts.append(copy)
    return unsafe UnsafePointer(copy)
  }
}
