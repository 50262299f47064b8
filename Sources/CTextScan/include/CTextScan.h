// Loops over bytes that the language has no safe words for: one instruction that looks up sixteen or thirty-two bytes in
// a table, and one that makes a bit of each. Only Sources/Documents/VectorScan.swift calls them, after it has checked
// the bounds; every answer is also found without them, and tests hold both equal.

#ifndef CTEXTSCAN_H
#define CTEXTSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// What stands in 64 bytes: a bit for each of them, the first in the lowest place.
struct text_marks {
  /// No printable ASCII character.
  uint64_t special;
  /// A letter that begins a word whose first three letters are those of a word that matters, in any case.
  uint64_t triggers;
};

/// The same for spaces.
struct text_spaces {
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

/// Looks at 64 bytes. 66 must be readable; `before` is the byte before them, 0 where there is none.
struct text_marks text_scan_look(const uint8_t *bytes, uint8_t before);

/// Looks at 64 bytes.
struct text_spaces text_scan_spaces(const uint8_t *bytes);

/// Looks at 64 bytes.
struct text_stops text_scan_stops(const uint8_t *bytes);

/// The first of `count` places where the three bytes stand, `count` where none is. All bytes up to `count` and the
/// distance behind it must be readable, and one more.
size_t text_scan_find(const uint8_t *bytes, size_t count, const struct text_needle *needle);
#else
static inline bool text_scan_is_available(void) { return false; }
static inline struct text_marks text_scan_look(const uint8_t *bytes, uint8_t before) {
  (void)bytes, (void)before;
  return (struct text_marks){0, 0};
}
static inline struct text_spaces text_scan_spaces(const uint8_t *bytes) {
  (void)bytes;
  return (struct text_spaces){0, 0};
}
static inline struct text_stops text_scan_stops(const uint8_t *bytes) {
  (void)bytes;
  return (struct text_stops){0, 0};
}
static inline size_t text_scan_find(const uint8_t *bytes, size_t count, const struct text_needle *needle) {
  (void)bytes, (void)needle;
  return count;
}
#endif

#endif
