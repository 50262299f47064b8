// Loops over bytes that the language has no safe words for: one instruction that looks up sixteen bytes or more in a
// table, and one that makes a bit of each. Only Sources/Documents/VectorScan.swift calls them, after it has checked
// the bounds; every answer is also found without them, and tests hold both equal.

#ifndef CTEXTSCAN_H
#define CTEXTSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What stands in 64 bytes: a bit for each of them, the first in the lowest place.
struct text_spaces {
  /// No printable ASCII character.
  uint64_t special;
  uint64_t spaces;
};

/// Where lines end in 64 bytes (a line feed or carriage return), and what may begin a marking inside one: `(`, `[`, `|`,
/// vertical tab, form feed and 0xE2.
struct text_stops {
  uint64_t ends;
  uint64_t others;
};

/// Three bytes that are looked for: two together and one `distance` places behind the first. The bits of `ignored` do
/// not matter.
struct text_needle {
  uint8_t value[3];
  uint8_t ignored[3];
  size_t distance;
};

#if defined(__x86_64__)
/// Whether this processor has the instructions.
static inline bool text_scan_is_available(void) { return __builtin_cpu_supports("avx2"); }

/// Whether it has those that take 64 bytes together (AVX-512BW). Where it has not, `is_wide` must be false.
static inline bool text_scan_is_wide(void) { return __builtin_cpu_supports("avx512bw"); }

/// Looks at `count` times 64 bytes; two more must be readable behind them. `last_but_one` and `last` are the two bytes before
/// them, 0 where there are none. Three numbers are written for each 64 bytes, with a bit for each of them, the first in the lowest
/// place: which is no printable ASCII character; which is a letter that begins a word whose first three letters are those
/// of a word that matters, in any case; and where lines are not plain.
///
/// A plain line begins with a small letter but `m`, behind which no blank and no sign up to `/` stands, and ends with a
/// line feed behind two printable characters, the last no space or digit and the one before it no digit. Between them no
/// byte of the first two kinds stands. The third number has a bit for each byte that shows of its line that it is none.
void text_scan_look(
    const uint8_t *bytes, size_t count, uint8_t last_but_one, uint8_t last, bool is_wide, uint64_t *marks);

/// Looks at 64 bytes.
struct text_spaces text_scan_spaces(const uint8_t *bytes);

/// Looks at 64 bytes.
struct text_stops text_scan_stops(const uint8_t *bytes);

/// The first of `count` bytes that is no ASCII or one of `#`, `&`, `*`, `<`, `\` and `_`; `count` where none is.
size_t text_scan_sign(const uint8_t *bytes, size_t count);

/// The first of `count` places where the three bytes stand, `count` where none is. All bytes up to `count` and the
/// distance behind it must be readable, and one more.
size_t text_scan_find(const uint8_t *bytes, size_t count, const struct text_needle *needle, bool is_wide);
#else
static inline bool text_scan_is_available(void) { return false; }
static inline bool text_scan_is_wide(void) { return false; }
static inline void text_scan_look(
    const uint8_t *bytes, size_t count, uint8_t last_but_one, uint8_t last, bool is_wide, uint64_t *marks) {
  (void)bytes, (void)count, (void)last_but_one, (void)last, (void)is_wide, (void)marks;
}
static inline struct text_spaces text_scan_spaces(const uint8_t *bytes) {
  (void)bytes;
  return (struct text_spaces){0, 0};
}
static inline struct text_stops text_scan_stops(const uint8_t *bytes) {
  (void)bytes;
  return (struct text_stops){0, 0};
}
static inline size_t text_scan_sign(const uint8_t *bytes, size_t count) {
  (void)bytes;
  return count;
}
static inline size_t text_scan_find(
    const uint8_t *bytes, size_t count, const struct text_needle *needle, bool is_wide) {
  (void)bytes, (void)needle, (void)is_wide;
  return count;
}
#endif

#endif
