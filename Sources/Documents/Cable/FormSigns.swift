extension FormRecogniser {
  /// A sign, by the kind of line that shows it.
  struct Signs: OptionSet, Sendable {
    let rawValue: UInt32

    static let transmissionID = Signs(rawValue: 1 << 0)
    static let routing = Signs(rawValue: 1 << 1)
    static let originator = Signs(rawValue: 1 << 2)
    static let security = Signs(rawValue: 1 << 3)
    static let dtg = Signs(rawValue: 1 << 4)
    static let from = Signs(rawValue: 1 << 5)
    static let classification = Signs(rawValue: 1 << 6)
    static let executiveOrder = Signs(rawValue: 1 << 7)
    static let tags = Signs(rawValue: 1 << 8)
    static let subject = Signs(rawValue: 1 << 9)
    static let references = Signs(rawValue: 1 << 10)
    static let caption = Signs(rawValue: 1 << 11)
    /// `PAGE 01 POST 01234`.
    static let printPage = Signs(rawValue: 1 << 12)
    /// `ACTION ARA-20`, `INFO OCT-01 …`, `ORIGIN …`.
    static let distribution = Signs(rawValue: 1 << 13)
    /// The line of hyphens with the archive's number.
    static let hyphens = Signs(rawValue: 1 << 14)
    /// `Message Text`, `Message Attributes`.
    static let record = Signs(rawValue: 1 << 15)
    static let stamp = Signs(rawValue: 1 << 16)
    /// `From:`, `Sent:` and the like of an e-mail.
    static let mail = Signs(rawValue: 1 << 17)
    /// `Telegram From … to …`.
    static let edited = Signs(rawValue: 1 << 18)
    static let sourceNote = Signs(rawValue: 1 << 19)
    static let smartSerial = Signs(rawValue: 1 << 20)
    static let smartDate = Signs(rawValue: 1 << 21)
    static let smartAction = Signs(rawValue: 1 << 22)
    static let smartOther = Signs(rawValue: 1 << 23)
    static let smartOrder = Signs(rawValue: 1 << 24)

    static let formatLines: Signs = [.transmissionID, .routing, .originator, .security]
    /// What a telegram has above its classification line.
    static let headers: Signs = formatLines.union([.dtg, .from, .printPage, .distribution, .record])
    static let openings: Signs = headers.union(.classification)
    static let print: Signs = [.printPage, .distribution, .hyphens, .record]
    static let smart: Signs = [.smartSerial, .smartDate, .smartAction, .smartOther, .smartOrder]

    var count: Int { rawValue.nonzeroBitCount }
  }
}
