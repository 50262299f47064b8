#include "CTextScan.h"

#if defined(__x86_64__)
#include <immintrin.h>

#define AVX2 __attribute__((target("avx2")))
#define AVX512 __attribute__((target("avx512bw")))

// The words that matter by their first three letters, two or one to a bit:
//   1 QUO UNQ   2 COM NOT   4 STA SUM   8 ACT TEX   16 OFF END   32 REF   64 BEG
// For each of the three places a table says for which words a letter fits, by its low four bits. A word whose three
// letters fit the same bit is a candidate; they are few, and are sorted out one by one.

#define BIT(row, letter, bit) ((letter & 15) == row ? bit : 0)
#define ROW(row, q, u, c, n, s, z, a, t, o, e, r, b)                                                               \
  (char)(BIT(row, q, 1) | BIT(row, u, 1) | BIT(row, c, 2) | BIT(row, n, 2) | BIT(row, s, 4) | BIT(row, z, 4) |     \
         BIT(row, a, 8) | BIT(row, t, 8) | BIT(row, o, 16) | BIT(row, e, 16) | BIT(row, r, 32) | BIT(row, b, 64))
#define ROWS(...)                                                                                                  \
  ROW(0, __VA_ARGS__), ROW(1, __VA_ARGS__), ROW(2, __VA_ARGS__), ROW(3, __VA_ARGS__), ROW(4, __VA_ARGS__),         \
      ROW(5, __VA_ARGS__), ROW(6, __VA_ARGS__), ROW(7, __VA_ARGS__), ROW(8, __VA_ARGS__), ROW(9, __VA_ARGS__),     \
      ROW(10, __VA_ARGS__), ROW(11, __VA_ARGS__), ROW(12, __VA_ARGS__), ROW(13, __VA_ARGS__),                      \
      ROW(14, __VA_ARGS__), ROW(15, __VA_ARGS__)
// The table twice: each half of a register looks up in its own.
#define TABLE(...) _mm256_setr_epi8(ROWS(__VA_ARGS__), ROWS(__VA_ARGS__))
#define WIDE_TABLE(...) _mm512_broadcast_i32x4(_mm_setr_epi8(ROWS(__VA_ARGS__)))
#define FIRST(T) T('q', 'u', 'c', 'n', 's', 's', 'a', 't', 'o', 'e', 'r', 'b')
#define SECOND(T) T('u', 'n', 'o', 'o', 't', 'u', 'c', 'e', 'f', 'n', 'e', 'e')
#define THIRD(T) T('o', 'q', 'm', 't', 'a', 'm', 't', 'x', 'f', 'd', 'f', 'g')

/// The words for which each byte fits.
AVX2 static inline __m256i fitting(__m256i bytes, __m256i table) {
  return _mm256_shuffle_epi8(table, _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F)));
}

AVX2 static inline __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

/// A bit for each of 32 bytes that is no printable ASCII character.
AVX2 static inline uint32_t unprintable(__m256i bytes) {
  // One more makes a negative number of 0x7F, and 0 of 0xFF.
  __m256i printable = _mm256_cmpgt_epi8(_mm256_add_epi8(bytes, _mm256_set1_epi8(1)), _mm256_set1_epi8(0x20));
  return ~(uint32_t)_mm256_movemask_epi8(printable);
}

AVX2 struct text_spaces text_scan_spaces(const uint8_t *bytes) {
  __m256i low = load(bytes);
  __m256i high = load(bytes + 32);
  __m256i space = _mm256_set1_epi8(0x20);
  uint32_t first = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, space));
  uint32_t second = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, space));
  return (struct text_spaces){
      unprintable(low) | (uint64_t)unprintable(high) << 32, first | (uint64_t)second << 32};
}

/// Special bytes, letters and candidates of 32 bytes.
AVX2 static inline void look(const uint8_t *bytes, uint32_t *special, uint32_t *letters, uint32_t *candidates) {
  __m256i whole = load(bytes);
  *special = unprintable(whole);
  // A small letter and what is missing to 0x7F are more than those before it; those behind are negative.
  __m256i small = _mm256_or_si256(whole, _mm256_set1_epi8(0x20));
  __m256i letter = _mm256_cmpgt_epi8(_mm256_add_epi8(small, _mm256_set1_epi8(0x7F - 'z')), _mm256_set1_epi8(0x7F - 26));
  *letters = (uint32_t)_mm256_movemask_epi8(letter);
  __m256i words = _mm256_and_si256(
      _mm256_and_si256(fitting(whole, FIRST(TABLE)), fitting(load(bytes + 1), SECOND(TABLE))), fitting(load(bytes + 2), THIRD(TABLE)));
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

/// Which of the letters that may begin a word that matters do so.
static inline uint64_t triggers(const uint8_t *bytes, uint64_t candidates, uint64_t letters, bool is_behind_letter) {
  uint64_t behind = letters << 1 | (uint64_t)is_behind_letter;
  uint64_t found = 0;
  for (uint64_t open = candidates & letters & ~behind; open != 0; open &= open - 1) {
    int at = __builtin_ctzll(open);
    if (matters(bytes + at)) found |= (uint64_t)1 << at;
  }
  return found;
}

AVX2 static void look_by_32(const uint8_t *bytes, size_t count, uint8_t before, uint64_t *marks) {
  bool is_behind_letter = (uint8_t)((before | 0x20) - 'a') < 26;
  for (; count > 0; count--, bytes += 64, marks += 2) {
    uint32_t special[2], letters[2], candidates[2];
    look(bytes, &special[0], &letters[0], &candidates[0]);
    look(bytes + 32, &special[1], &letters[1], &candidates[1]);
    uint64_t letter = letters[0] | (uint64_t)letters[1] << 32;
    marks[0] = special[0] | (uint64_t)special[1] << 32;
    marks[1] = triggers(bytes, candidates[0] | (uint64_t)candidates[1] << 32, letter, is_behind_letter);
    is_behind_letter = letter >> 63;
  }
}

AVX512 static inline __m512i load_wide(const uint8_t *bytes) { return _mm512_loadu_si512(bytes); }

AVX512 static inline __m512i fitting_wide(__m512i bytes, __m512i table) {
  return _mm512_shuffle_epi8(table, _mm512_and_si512(bytes, _mm512_set1_epi8(0x0F)));
}

AVX512 static void look_by_64(const uint8_t *bytes, size_t count, uint8_t before, uint64_t *marks) {
  bool is_behind_letter = (uint8_t)((before | 0x20) - 'a') < 26;
  for (; count > 0; count--, bytes += 64, marks += 2) {
    __m512i whole = load_wide(bytes);
    marks[0] = _mm512_cmpgt_epu8_mask(_mm512_sub_epi8(whole, _mm512_set1_epi8(0x20)), _mm512_set1_epi8(0x5E));
    __m512i small = _mm512_or_si512(whole, _mm512_set1_epi8(0x20));
    uint64_t letters = _mm512_cmplt_epu8_mask(_mm512_sub_epi8(small, _mm512_set1_epi8('a')), _mm512_set1_epi8(26));
    __m512i words = _mm512_and_si512(
        _mm512_and_si512(fitting_wide(whole, FIRST(WIDE_TABLE)), fitting_wide(load_wide(bytes + 1), SECOND(WIDE_TABLE))),
        fitting_wide(load_wide(bytes + 2), THIRD(WIDE_TABLE)));
    marks[1] = triggers(bytes, _mm512_test_epi8_mask(words, words), letters, is_behind_letter);
    is_behind_letter = letters >> 63;
  }
}

void text_scan_look(const uint8_t *bytes, size_t count, uint8_t before, bool is_wide, uint64_t *marks) {
  if (is_wide) {
    look_by_64(bytes, count, before, marks);
  } else {
    look_by_32(bytes, count, before, marks);
  }
}

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
