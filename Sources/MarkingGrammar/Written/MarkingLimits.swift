/// How much of a line is read as a marking. All are far beyond what a line ever has; they keep the time that rules take
/// for a text that is none, such as a megabyte of slashes, in bounds.
enum MarkingLimits {
  /// Parts between separators. What stands behind the last of them is one unknown token.
  static var items: Int { 256 }
  static var tokens: Int { 512 }
  static var countries: Int { 512 }
  static var defects: Int { 512 }
  static var sigmas: Int { 64 }
}
