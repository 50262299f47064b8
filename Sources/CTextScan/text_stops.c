#include "CTextScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

/// Which of 32 bytes are `byte`.
AVX2 static inline __m256i equal(__m256i bytes, char byte) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte)); }

/// A bit for each of 32 bytes.
AVX2 static inline uint64_t bits(__m256i bytes) { return (uint32_t)_mm256_movemask_epi8(bytes); }

AVX2 static inline __m256i ends(__m256i bytes) { return _mm256_or_si256(equal(bytes, '\n'), equal(bytes, '\r')); }

AVX2 static inline __m256i others(__m256i bytes) {
  __m256i brackets = _mm256_or_si256(equal(bytes, '('), equal(bytes, '['));
  __m256i pages = _mm256_or_si256(equal(bytes, '\v'), equal(bytes, '\f'));
  __m256i cells = _mm256_or_si256(equal(bytes, '|'), equal(bytes, (char)0xE2));
  return _mm256_or_si256(_mm256_or_si256(brackets, pages), cells);
}

AVX2 struct text_stops text_scan_stops(const uint8_t *bytes) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  return (struct text_stops){bits(ends(low)) | bits(ends(high)) << 32, bits(others(low)) | bits(others(high)) << 32};
}
#endif
