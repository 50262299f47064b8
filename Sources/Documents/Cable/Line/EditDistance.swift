/// How far two names are apart.
enum EditDistance {
  /// Whether one letter is wrong, missing or too many. For names of posts, in scans only.
  static func isOne(_ a: String, _ b: String) -> Bool {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    guard abs(a.count - b.count) <= 1, a != b, min(a.count, b.count) >= 4 else { return false }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var endA = a.count
    var endB = b.count
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] {
      endA -= 1
      endB -= 1
    }
    return endA - start <= 1 && endB - start <= 1
  }
}
