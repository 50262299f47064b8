internal import CFolding
internal import Guarding

/// What is seen of each character that is not ASCII, asked of ICU once for 256 characters together and kept.
///
/// ICU's data is not touched before the first such character: a text of ASCII needs none of it.
enum FoldingTable {
  /// 256 characters in a row.
  final class Page: Sendable {
    let number: UInt32
    private let kinds: [UInt8]
    private let starts: [UInt32]
    private let bytes: [UInt8]

    init(_ number: UInt32) {
      self.number = number
      var kinds: [UInt8] = []
      var starts: [UInt32] = [0]
      var bytes: [UInt8] = []
      for low in 0..<256 as Range<UInt32> {
        var result = cfold_result()
        unsafe cfold_scalar(number << 8 | low, &result)
        kinds.append(result.kind)
        unsafe withUnsafeBytes(of: result.bytes) { unsafe bytes.append(contentsOf: $0.prefix(Int(result.count))) }
        starts.append(UInt32(bytes.count))
      }
      self.kinds = kinds
      self.starts = starts
      self.bytes = bytes
    }

    /// What the character is for a reader.
    func kind(_ scalar: UInt32) -> Kind { Kind(rawValue: kinds[Int(scalar & 0xFF)]) ?? .text }

    /// UTF-8 of what is seen of it.
    func text(_ scalar: UInt32) -> ArraySlice<UInt8> {
      let low = Int(scalar & 0xFF)
      return bytes[Int(starts[low])..<Int(starts[low + 1])]
    }
  }

  /// What a character is for a reader: the kinds of `CFolding.h`.
  enum Kind: UInt8 { case text, invisible, mark, blank, lineBreak, paragraph, order, raised }

  private static let pages = Guarded<[UInt32: Page]>([:])

  /// Whether ICU's data is there. Without it no text but ASCII can be folded.
  static let isReady = cfold_open() == 0

  /// The page of a character. Only where `isReady`.
  static func page(of scalar: UInt32) -> Page {
    pages.withLock { pages in
      if let page = pages[scalar >> 8] { return page }
      let page = Page(scalar >> 8)
      pages[scalar >> 8] = page
      return page
    }
  }
}
