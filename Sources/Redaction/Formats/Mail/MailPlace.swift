/// Where a part stands in its message.
struct MailPlace {
  private var message: String
  private var numbers: [Int] = []
  /// Whether the lines of the policy go around its text.
  var isFramed: Bool
  /// Whether nothing stands between it and the header.
  var followsHeader: Bool
  /// Whether it is another form of the text that stands below the header.
  var isAlternative = false

  init(message: String, isFramed: Bool, followsHeader: Bool) {
    self.message = message
    self.isFramed = isFramed
    self.followsHeader = followsHeader
  }

  /// "part 2.1", "message 3, part 2".
  var name: String {
    guard !numbers.isEmpty else { return message.isEmpty ? "the text" : message }
    let part = "part " + numbers.map(String.init).joined(separator: ".")
    return message.isEmpty ? part : "\(message), \(part)"
  }

  func child(_ number: Int, isFramed: Bool) -> MailPlace {
    var child = self
    child.numbers.append(number)
    child.isFramed = isFramed
    child.followsHeader = followsHeader && number == 1
    return child
  }
}
