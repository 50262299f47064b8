#include "CTextScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512bw")))

AVX2 static inline __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

AVX512 static inline __m512i load_wide(const uint8_t *bytes) { return _mm512_loadu_si512(bytes); }

/// The first of the places, 64 together, where the three bytes stand; the first that was not looked at where none is.
AVX512 static size_t find_by_64(const uint8_t *bytes, size_t count, const struct text_needle *needle, bool *is_found) {
  __m512i value[3], ignored[3];
  for (int k = 0; k < 3; k++) {
    value[k] = _mm512_set1_epi8((char)needle->value[k]);
    ignored[k] = _mm512_set1_epi8((char)needle->ignored[k]);
  }
  const uint8_t *third = bytes + needle->distance;
  size_t at = 0;
  for (; at + 64 <= count; at += 64) {
    __mmask64 equal = _mm512_cmpeq_epi8_mask(_mm512_or_si512(load_wide(bytes + at), ignored[0]), value[0]);
    equal = _mm512_mask_cmpeq_epi8_mask(equal, _mm512_or_si512(load_wide(bytes + at + 1), ignored[1]), value[1]);
    equal = _mm512_mask_cmpeq_epi8_mask(equal, _mm512_or_si512(load_wide(third + at), ignored[2]), value[2]);
    if (equal != 0) {
      *is_found = true;
      return at + (size_t)__builtin_ctzll(equal);
    }
  }
  return at;
}

AVX2 size_t text_scan_find(const uint8_t *bytes, size_t count, const struct text_needle *needle, bool is_wide) {
  __m256i value[3], ignored[3];
  for (int k = 0; k < 3; k++) {
    value[k] = _mm256_set1_epi8((char)needle->value[k]);
    ignored[k] = _mm256_set1_epi8((char)needle->ignored[k]);
  }
  const uint8_t *third = bytes + needle->distance;
  size_t at = 0;
  bool is_found = false;
  if (is_wide) at = find_by_64(bytes, count, needle, &is_found);
  if (is_found) return at;
  for (; at + 32 <= count; at += 32) {
    __m256i a = _mm256_or_si256(load(bytes + at), ignored[0]);
    __m256i b = _mm256_or_si256(load(bytes + at + 1), ignored[1]);
    __m256i c = _mm256_or_si256(load(third + at), ignored[2]);
    __m256i equal = _mm256_and_si256(
        _mm256_and_si256(_mm256_cmpeq_epi8(a, value[0]), _mm256_cmpeq_epi8(b, value[1])), _mm256_cmpeq_epi8(c, value[2]));
    uint32_t found = (uint32_t)_mm256_movemask_epi8(equal);
    if (found != 0) return at + (size_t)__builtin_ctz(found);
  }
  for (; at < count; at++) {
    if ((bytes[at] | needle->ignored[0]) == needle->value[0] && (bytes[at + 1] | needle->ignored[1]) == needle->value[1] &&
        (third[at] | needle->ignored[2]) == needle->value[2])
      return at;
  }
  return count;
}
#endif
