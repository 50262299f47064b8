/// A fictional memorandum that breaks no rule, in which one part at a time is another.
enum LampMemorandum {
  /// Until when it is classified.
  static let day = "20270314"

  static let authority = """
    Classified By: Jane Roe, Chief, Office of Lamps, Department of Good Works
    Derived From: Lamp Guide 2, Department of Good Works, dated 20050110
    """

  static func block(until: String = day) -> String { authority + "\nDeclassify On: \(until)" }

  /// - Parameters:
  ///   - banner: the line at its top and bottom.
  ///   - date: the line below the letterhead.
  ///   - until: what stands behind Declassify On.
  ///   - block: all lines of its authority block, where they are others.
  ///   - more: what stands above the block.
  static func text(
    _ banner: String = "SECRET//NOFORN", date: String = "March 14, 2017", until: String = day, block: String? = nil,
    _ more: String = ""
  ) -> String {
    """
    \(banner)

    DEPARTMENT OF GOOD WORKS
    Washington, DC 20500

    \(date)

    MEMORANDUM FOR: Director of Harbors

    SUBJECT: (U) Lamps on the North Mole

    1. (S//NF) The north lamp was dark on four nights in February.

    2. (U) The harbor master thanks the crew.

    \(more)\(block ?? Self.block(until: until))

    \(banner)

    """
  }
}
