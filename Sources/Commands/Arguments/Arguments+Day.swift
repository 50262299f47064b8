import Documents

extension Arguments {
  /// The day of `--date`, as yyyymmdd.
  func day() throws(UsageError) -> Int? {
    guard let given = value(.date) else { return nil }
    guard let day = WrittenDay.number(given) else { throw .wrongDay(.date) }
    return day
  }
}
