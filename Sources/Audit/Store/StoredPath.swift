import Reporting

/// The path of a document as an audit file has it.
enum StoredPath {
  /// The text that stands for a path that is no UTF-8, or holds a zero, which ends a text for many a reader; nil for a path
  /// that stands as it is. O(bytes).
  static func text(_ path: [UInt8]) -> String? {
    if path.allSatisfy({ $0 < 0x80 && $0 != 0 }) { return nil }
    let text = VisibleText.decoded(path)
    return path.contains(0) || !text.utf8.elementsEqual(path) ? text : nil
  }
}
