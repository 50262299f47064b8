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
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The digest of one piece, in hexadecimal.
  package static func hex(of bytes: Span<UInt8>) -> String {
    var digest = Digest()
    digest.update(bytes)
    return digest.hex()
  }
}
