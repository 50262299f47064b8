import FoundationEssentials

/// The time of a run, where the user asked for one.
enum Timestamp {
  /// "2024-05-01T12:00:00Z"
  static func text(_ seconds: Int) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
