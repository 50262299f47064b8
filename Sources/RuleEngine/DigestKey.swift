internal import CNettle

/// A secret that digests of short texts are made with: without it anyone could try all numbers until one fits.
@safe
package struct DigestKey: Sendable {
  private let bytes: [UInt8]

  /// At least 16 bytes; nil for fewer.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count >= 16 else { return nil }
    self.bytes = bytes
  }

  /// HMAC-SHA-256 (RFC 2104) in hexadecimal.
  package func digest(of text: [UInt8]) -> String {
    var state = hmac_sha256_ctx()
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe bytes.withUnsafeBufferPointer { key in
      unsafe nettle_hmac_sha256_set_key(&state, key.count, key.baseAddress)
    }
    unsafe text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return }
      unsafe nettle_hmac_sha256_update(&state, text.count, start)
    }
    unsafe digest.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe nettle_hmac_sha256_digest(&state, buffer.count, start)
    }
    return hexadecimal(digest)
  }
}
