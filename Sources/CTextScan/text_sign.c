#include "CTextScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

AVX2 static inline __m256i equal(__m256i bytes, char byte) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte)); }

/// A negative number for each of 32 bytes that is no ASCII or one of the signs.
AVX2 static inline __m256i signs(__m256i bytes) {
  __m256i stars = _mm256_or_si256(equal(bytes, '*'), equal(bytes, '_'));
  __m256i others = _mm256_or_si256(equal(bytes, '#'), equal(bytes, '&'));
  __m256i tags = _mm256_or_si256(equal(bytes, '<'), equal(bytes, '\\'));
  return _mm256_or_si256(_mm256_or_si256(stars, others), _mm256_or_si256(tags, bytes));
}

AVX2 size_t text_scan_sign(const uint8_t *bytes, size_t count) {
  size_t at = 0;
  for (; at + 32 <= count; at += 32) {
    uint32_t found = (uint32_t)_mm256_movemask_epi8(signs(_mm256_loadu_si256((const __m256i *)(bytes + at))));
    if (found != 0) return at + (size_t)__builtin_ctz(found);
  }
  for (; at < count; at++) {
    uint8_t byte = bytes[at];
    if (byte >= 0x80 || byte == '#' || byte == '&' || byte == '*') return at;
    if (byte == '<' || byte == '\\' || byte == '_') return at;
  }
  return count;
}
#endif
