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

/// A bit for each of 32 bytes.
AVX2 static inline uint32_t bits(__m256i bytes) { return (uint32_t)_mm256_movemask_epi8(bytes); }

AVX2 static inline __m256i equal(__m256i bytes, char byte) { return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(byte)); }

/// What stands in some bytes: a bit for each of them.
struct kinds {
  uint64_t special;
  uint64_t letters;
  /// Letters that may begin a word that matters.
  uint64_t candidates;
  uint64_t line_feeds;
  /// What a plain line does not end with: no printable ASCII, digits, spaces.
  uint64_t digits, spaces;
  /// What a plain line begins with: a small letter but `m`, behind which no blank and no sign up to `/` stands.
  uint64_t starts;
};

__attribute__((always_inline)) AVX2 static inline void look(const uint8_t *bytes, int at, struct kinds *kinds) {
  __m256i whole = load(bytes);
  __m256i next = load(bytes + 1);
  kinds->special |= (uint64_t)unprintable(whole) << at;
  // A small letter and what is missing to 0x7F are more than those before it; those behind are negative.
  __m256i behind = _mm256_set1_epi8(0x7F - 'z');
  __m256i first = _mm256_set1_epi8(0x7F - 26);
  __m256i letter = _mm256_cmpgt_epi8(_mm256_add_epi8(_mm256_or_si256(whole, _mm256_set1_epi8(0x20)), behind), first);
  kinds->letters |= (uint64_t)bits(letter) << at;
  __m256i words = _mm256_and_si256(
      _mm256_and_si256(fitting(whole, FIRST(TABLE)), fitting(next, SECOND(TABLE))), fitting(load(bytes + 2), THIRD(TABLE)));
  kinds->candidates |= (uint64_t)~bits(_mm256_cmpeq_epi8(words, _mm256_setzero_si256())) << at;
  kinds->line_feeds |= (uint64_t)bits(equal(whole, '\n')) << at;
  kinds->spaces |= (uint64_t)bits(equal(whole, ' ')) << at;
  __m256i digit = _mm256_cmpgt_epi8(
      _mm256_add_epi8(whole, _mm256_set1_epi8(0x7F - '9')), _mm256_set1_epi8(0x7F - 10));
  kinds->digits |= (uint64_t)bits(digit) << at;
  __m256i small = _mm256_cmpgt_epi8(_mm256_add_epi8(whole, behind), first);
  // Bytes that are no ASCII are negative.
  __m256i sign = _mm256_or_si256(_mm256_cmpgt_epi8(_mm256_set1_epi8('/' + 1), next), equal(whole, 'm'));
  kinds->starts |= (uint64_t)bits(_mm256_andnot_si256(sign, small)) << at;
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

/// What the bytes before those that are looked at say of these.
struct before {
  bool is_letter;
  bool is_line_feed;
  /// Whether the last one, and which of the last two, ends no plain line.
  uint64_t last, last_two;
};

static inline bool is_special(uint8_t byte) { return (uint8_t)(byte - 0x20) > 0x5E; }
static inline bool is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

static inline struct before bytes_before(uint8_t last_but_one, uint8_t last) {
  bool no_end = is_special(last) || is_digit(last);
  return (struct before){
      .is_letter = (uint8_t)((last | 0x20) - 'a') < 26,
      .is_line_feed = last == '\n',
      .last = no_end || last == ' ',
      .last_two = (uint64_t)(is_special(last_but_one) || is_digit(last_but_one)) | (uint64_t)no_end << 1};
}

/// Writes the three numbers of 64 bytes. As a function of its own it would cost as much again: all that it takes is in
/// registers.
__attribute__((always_inline)) static inline void write_marks(
    const uint8_t *bytes, const struct kinds *kinds, struct before *before, uint64_t marks[3]) {
  uint64_t found = triggers(bytes, kinds->candidates, kinds->letters, before->is_letter);
  uint64_t no_end = kinds->special | kinds->digits;
  uint64_t ends = kinds->line_feeds & ~((no_end | kinds->spaces) << 1 | before->last) &
                  ~(no_end << 2 | before->last_two);
  uint64_t line_starts = kinds->line_feeds << 1 | (uint64_t)before->is_line_feed;
  marks[0] = kinds->special;
  marks[1] = found;
  marks[2] = (kinds->special & ~ends) | found | (line_starts & ~kinds->starts);
  before->is_letter = kinds->letters >> 63;
  before->is_line_feed = kinds->line_feeds >> 63;
  before->last = (no_end | kinds->spaces) >> 63;
  before->last_two = no_end >> 62;
}

AVX2 static void look_by_32(const uint8_t *bytes, size_t count, struct before before, uint64_t *marks) {
  for (; count > 0; count--, bytes += 64, marks += 3) {
    struct kinds kinds = {0};
    look(bytes, 0, &kinds);
    look(bytes + 32, 32, &kinds);
    write_marks(bytes, &kinds, &before, marks);
  }
}

AVX512 static inline __m512i load_wide(const uint8_t *bytes) { return _mm512_loadu_si512(bytes); }

AVX512 static inline __m512i fitting_wide(__m512i bytes, __m512i table) {
  return _mm512_shuffle_epi8(table, _mm512_and_si512(bytes, _mm512_set1_epi8(0x0F)));
}

AVX512 static inline __mmask64 equal_wide(__m512i bytes, char byte) {
  return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(byte));
}

/// Which of 64 bytes are among the `count` from `first` on.
AVX512 static inline __mmask64 among(__m512i bytes, char first, char count) {
  return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8(first)), _mm512_set1_epi8(count));
}

AVX512 static void look_by_64(const uint8_t *bytes, size_t count, struct before before, uint64_t *marks) {
  for (; count > 0; count--, bytes += 64, marks += 3) {
    __m512i whole = load_wide(bytes);
    __m512i next = load_wide(bytes + 1);
    __m512i words = _mm512_and_si512(
        _mm512_and_si512(fitting_wide(whole, FIRST(WIDE_TABLE)), fitting_wide(next, SECOND(WIDE_TABLE))),
        fitting_wide(load_wide(bytes + 2), THIRD(WIDE_TABLE)));
    struct kinds kinds = {
        .special = ~among(whole, 0x20, 0x5F),
        .letters = among(_mm512_or_si512(whole, _mm512_set1_epi8(0x20)), 'a', 26),
        .candidates = _mm512_test_epi8_mask(words, words),
        .line_feeds = equal_wide(whole, '\n'),
        .digits = among(whole, '0', 10),
        .spaces = equal_wide(whole, ' '),
        .starts = among(whole, 'a', 26) &
                  ~(equal_wide(whole, 'm') | _mm512_cmplt_epi8_mask(next, _mm512_set1_epi8('/' + 1)))};
    write_marks(bytes, &kinds, &before, marks);
  }
}

void text_scan_look(
    const uint8_t *bytes, size_t count, uint8_t last_but_one, uint8_t last, bool is_wide, uint64_t *marks) {
  struct before before = bytes_before(last_but_one, last);
  if (is_wide) {
    look_by_64(bytes, count, before, marks);
  } else {
    look_by_32(bytes, count, before, marks);
  }
}
#endif
