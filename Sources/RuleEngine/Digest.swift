internal import CNettle

/// SHA-256 (FIPS 180-4), fed piece by piece.
@safe
package struct Digest: Sendable {
  private var state = sha256_ctx()

  package init() { unsafe nettle_sha256_init(&state) }

  /// Takes the next bytes. O(bytes).
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe nettle_sha256_update(&state, buffer.count, start)
    }
  }

  package mutating func update(_ text: String) { update(text.utf8.span) }

  /// The digest of everything taken so far, in 64 hexadecimal digits.
  package func hex() -> String {
    var last = state
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe nettle_sha256_digest(&last, buffer.count, start)
    }
    return hexadecimal(digest)
  }

  /// The digest of one piece, in hexadecimal.
  package static func hex(of bytes: Span<UInt8>) -> String {
    var digest = Digest()
    digest.update(bytes)
    return digest.hex()
  }
}

/// Two digits for each byte. Every document of an archive has a digest: no list is made for each byte.
func hexadecimal(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  text.reserveCapacity(2 * bytes.count)
  for byte in bytes {
    text.append(hexadecimalDigit(byte >> 4))
    text.append(hexadecimalDigit(byte & 15))
  }
  return String(decoding: text, as: UTF8.self)
}

private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
}
