#include "CTextScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))

// The words that matter by their first three letters, two or one to a bit:
//   1 QUO UNQ   2 COM NOT   4 STA SUM   8 ACT TEX   16 OFF END   32 REF   64 BEG
// For each of the three places two tables say for which words a small letter fits: by its low four bits and by its high
// four. A place where the three letters fit the same bit is a candidate; those of two words mixed are few, and are sorted
// out one by one.

// The letters of `words` at one place, by the low four bits (`low`) or the high four.
#define LETTER(l, letter, bit) ((letter & 15) == l ? bit : 0)
#define HIGH(h, letter, bit) ((letter >> 4) == h ? bit : 0)
#define ROW(F, n, q, u, c, o, s, z, a, t, f, e, r, b)                                                              \
  (char)(F(n, q, 1) | F(n, u, 1) | F(n, c, 2) | F(n, o, 2) | F(n, s, 4) | F(n, z, 4) | F(n, a, 8) | F(n, t, 8) |   \
         F(n, f, 16) | F(n, e, 16) | F(n, r, 32) | F(n, b, 64))
#define TABLE(F, ...)                                                                                              \
  _mm256_setr_epi8(                                                                                                \
      ROW(F, 0, __VA_ARGS__), ROW(F, 1, __VA_ARGS__), ROW(F, 2, __VA_ARGS__), ROW(F, 3, __VA_ARGS__),              \
      ROW(F, 4, __VA_ARGS__), ROW(F, 5, __VA_ARGS__), ROW(F, 6, __VA_ARGS__), ROW(F, 7, __VA_ARGS__),              \
      ROW(F, 8, __VA_ARGS__), ROW(F, 9, __VA_ARGS__), ROW(F, 10, __VA_ARGS__), ROW(F, 11, __VA_ARGS__),            \
      ROW(F, 12, __VA_ARGS__), ROW(F, 13, __VA_ARGS__), ROW(F, 14, __VA_ARGS__), ROW(F, 15, __VA_ARGS__),          \
      ROW(F, 0, __VA_ARGS__), ROW(F, 1, __VA_ARGS__), ROW(F, 2, __VA_ARGS__), ROW(F, 3, __VA_ARGS__),              \
      ROW(F, 4, __VA_ARGS__), ROW(F, 5, __VA_ARGS__), ROW(F, 6, __VA_ARGS__), ROW(F, 7, __VA_ARGS__),              \
      ROW(F, 8, __VA_ARGS__), ROW(F, 9, __VA_ARGS__), ROW(F, 10, __VA_ARGS__), ROW(F, 11, __VA_ARGS__),            \
      ROW(F, 12, __VA_ARGS__), ROW(F, 13, __VA_ARGS__), ROW(F, 14, __VA_ARGS__), ROW(F, 15, __VA_ARGS__))
#define FIRST 'q', 'u', 'c', 'n', 's', 's', 'a', 't', 'o', 'e', 'r', 'b'
#define SECOND 'u', 'n', 'o', 'o', 't', 'u', 'c', 'e', 'f', 'n', 'e', 'e'
#define THIRD 'o', 'q', 'm', 't', 'a', 'm', 't', 'x', 'f', 'd', 'f', 'g'

/// The words for which each byte fits.
AVX2 static inline __m256i fitting(__m256i bytes, __m256i low, __m256i high) {
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  __m256i lower = _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, nibble));
  __m256i upper = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble));
  return _mm256_and_si256(lower, upper);
}

AVX2 static inline __m256i load_small(const uint8_t *bytes) {
  return _mm256_or_si256(_mm256_loadu_si256((const __m256i *)bytes), _mm256_set1_epi8(0x20));
}

/// A bit for each of 32 bytes that is no printable ASCII character.
AVX2 static inline uint32_t unprintable(__m256i bytes) {
  // One more makes a negative number of 0x7F, and 0 of 0xFF.
  __m256i printable = _mm256_cmpgt_epi8(_mm256_add_epi8(bytes, _mm256_set1_epi8(1)), _mm256_set1_epi8(0x20));
  return ~(uint32_t)_mm256_movemask_epi8(printable);
}

AVX2 struct text_spaces text_scan_spaces(const uint8_t *bytes) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)(bytes + 32));
  __m256i space = _mm256_set1_epi8(0x20);
  uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, space));
  uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, space));
  return (struct text_spaces){
      unprintable(low) | (uint64_t)unprintable(high) << 32, first | (uint64_t)second << 32};
}

/// Special bytes, letters and candidates of 32 bytes.
AVX2 static inline void look(const uint8_t *bytes, uint32_t *special, uint32_t *letters, uint32_t *candidates) {
  __m256i whole = _mm256_loadu_si256((const __m256i *)bytes);
  *special = unprintable(whole);
  __m256i first = _mm256_or_si256(whole, _mm256_set1_epi8(0x20));
  __m256i letter = _mm256_cmpgt_epi8(_mm256_add_epi8(first, _mm256_set1_epi8(0x7F - 'z')), _mm256_set1_epi8(0x7F - 26));
  *letters = (uint32_t)_mm256_movemask_epi8(letter);
  __m256i words = _mm256_and_si256(
      _mm256_and_si256(
          fitting(first, TABLE(LETTER, FIRST), TABLE(HIGH, FIRST)),
          fitting(load_small(bytes + 1), TABLE(LETTER, SECOND), TABLE(HIGH, SECOND))),
      fitting(load_small(bytes + 2), TABLE(LETTER, THIRD), TABLE(HIGH, THIRD)));
  *candidates = ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(words, _mm256_setzero_si256()));
}

#define THREE(a, b, c) ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16)

static inline bool matters(const uint8_t *bytes) {
  switch ((THREE(bytes[0], bytes[1], bytes[2])) | 0x202020) {
    case THREE('q', 'u', 'o'): case THREE('u', 'n', 'q'): case THREE('c', 'o', 'm'): case THREE('n', 'o', 't'):
    case THREE('s', 't', 'a'): case THREE('s', 'u', 'm'): case THREE('a', 'c', 't'): case THREE('t', 'e', 'x'):
    case THREE('o', 'f', 'f'): case THREE('e', 'n', 'd'): case THREE('r', 'e', 'f'): case THREE('b', 'e', 'g'):
      return true;
    default:
      return false;
  }
}

AVX2 struct text_marks text_scan_look(const uint8_t *bytes, uint8_t before) {
  uint32_t special[2], letters[2], candidates[2];
  look(bytes, &special[0], &letters[0], &candidates[0]);
  look(bytes + 32, &special[1], &letters[1], &candidates[1]);
  uint64_t letter = letters[0] | (uint64_t)letters[1] << 32;
  uint64_t behind = letter << 1 | (uint64_t)((uint8_t)((before | 0x20) - 'a') < 26);
  uint64_t open = (candidates[0] | (uint64_t)candidates[1] << 32) & letter & ~behind;
  uint64_t triggers = 0;
  for (; open != 0; open &= open - 1) {
    int at = __builtin_ctzll(open);
    if (matters(bytes + at)) triggers |= (uint64_t)1 << at;
  }
  return (struct text_marks){special[0] | (uint64_t)special[1] << 32, triggers};
}

AVX2 size_t text_scan_find(const uint8_t *bytes, size_t count, const struct text_needle *needle) {
  __m256i value[3], ignored[3];
  for (int k = 0; k < 3; k++) {
    value[k] = _mm256_set1_epi8((char)needle->value[k]);
    ignored[k] = _mm256_set1_epi8((char)needle->ignored[k]);
  }
  const uint8_t *third = bytes + needle->distance;
  size_t at = 0;
  for (; at + 32 <= count; at += 32) {
    __m256i a = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(bytes + at)), ignored[0]);
    __m256i b = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(bytes + at + 1)), ignored[1]);
    __m256i c = _mm256_or_si256(_mm256_loadu_si256((const __m256i *)(third + at)), ignored[2]);
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
