import MarkingModel

/// UTF-16 made UTF-8, with a map back to the offsets of the original.
struct UTF16Text: Sendable {
  enum ByteOrder: Sendable { case little, big }

  /// The text as UTF-8. A unit that belongs to no pair is U+FFFD.
  private(set) var bytes: [UInt8] = []
  /// Offsets in `bytes` and in the original, one pair for each `spacing` units, ascending.
  private var map: [(copy: Int, original: Int)] = []
  private let originalCount: Int
  private static let spacing = 256

  /// The byte order that a byte order mark tells, nil where there is none.
  static func byteOrder(of source: Span<UInt8>) -> ByteOrder? {
    guard source.count >= 2 else { return nil }
    if source[0] == 0xFF, source[1] == 0xFE { return .little }
    return source[0] == 0xFE && source[1] == 0xFF ? .big : nil
  }

  init(_ source: Span<UInt8>, _ order: ByteOrder) {
    originalCount = source.count
    bytes.reserveCapacity(source.count / 2 + 16)
    var at = 2
    var units = 0
    while at < source.count {
      if units % Self.spacing == 0 { map.append((bytes.count, at)) }
      let (scalar, length) = Self.scalar(at: at, order, in: source)
      for unit in Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter { bytes.append(unit) }
      at += length
      units += 1
    }
    map.append((bytes.count, source.count))
  }

  /// The scalar at an offset and how many bytes it takes.
  private static func scalar(at: Int, _ order: ByteOrder, in source: Span<UInt8>) -> (Unicode.Scalar, Int) {
    func unit(_ at: Int) -> UInt32? {
      guard at + 1 < source.count else { return nil }
      let (a, b) = (UInt32(source[at]), UInt32(source[at + 1]))
      return order == .little ? b << 8 | a : a << 8 | b
    }
    guard let first = unit(at) else { return ("\u{FFFD}", source.count - at) }
    if let scalar = Unicode.Scalar(first) { return (scalar, 2) }
    if first < 0xDC00, let second = unit(at + 2), (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    {
      return (scalar, 4)
    }
    return ("\u{FFFD}", 2)
  }

  /// Turns the places of a document that was read from the copy into places of the original. Lines and columns are
  /// the same in both.
  func restorePlaces(of document: inout MarkingDocument) {
    document.mapRanges { ByteRange(original($0.start), original($0.end)) }
  }

  /// The original offset of a byte of the copy.
  private func original(_ offset: Int) -> Int {
    var low = 0
    var high = map.count
    while low < high {
      let middle = (low + high) / 2
      if map[middle].copy <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    var (copy, at) = map[low - 1]
    // From the checkpoint on, scalar by scalar: four bytes of UTF-8 are four of UTF-16, fewer are two.
    while copy < offset, copy < bytes.count {
      let lead = bytes[copy]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      copy += length
      at += length == 4 ? 4 : 2
    }
    return min(at, originalCount)
  }
}
