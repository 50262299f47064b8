#include "CFolding.h"

#include <dlfcn.h>
#include <pthread.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum { ROOM = 64 };

typedef struct {
  UChar text[ROOM];
  int32_t length;
} skeleton;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static UErrorCode state = U_ZERO_ERROR;
static const UNormalizer2 *decomposition;
/* ICU's second library is loaded when the first text is folded. A run that folds none, as most checks are, would pay half a
   millisecond for it. */
static __typeof__(uspoof_getSkeleton) *get_skeleton;
static USpoofChecker *checker;
static skeleton ascii[0x80];

/* A mark that stands on another character. Marks with a width of their own (Mc) are vowels in many scripts: they stay. */
static int is_mark(UChar32 c) {
  int8_t type = u_charType(c);
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

/* The confusable skeleton of UTS 39 without marks. */
static void take_skeleton(UChar32 c, skeleton *result) {
  UChar source[2], target[ROOM];
  int32_t length = 0, i = 0;
  UErrorCode status = U_ZERO_ERROR;
  U16_APPEND_UNSAFE(source, length, c);
  int32_t count = get_skeleton(checker, 0, source, length, target, ROOM, &status);
  result->length = 0;
  if (U_FAILURE(status) || count > ROOM) return;
  while (i < count) {
    UChar32 next;
    U16_NEXT(target, i, count, next);
    if (!is_mark(next)) U16_APPEND_UNSAFE(result->text, result->length, next);
  }
}

/* A function of the library under the name that its headers give it, which says the version. */
#define QUOTED(name) #name
#define FIND(library, name) (__typeof__(name) *)dlsym(library, QUOTED(name))

static void open_once(void) {
  decomposition = unorm2_getNFKDInstance(&state);
  void *library = dlopen("libicui18n.so." U_ICU_VERSION_SHORT, RTLD_NOW | RTLD_LOCAL);
  __typeof__(uspoof_open) *open_checker = library == NULL ? NULL : FIND(library, uspoof_open);
  get_skeleton = library == NULL ? NULL : FIND(library, uspoof_getSkeleton);
  if (open_checker == NULL || get_skeleton == NULL) state = U_MISSING_RESOURCE_ERROR;
  if (U_FAILURE(state)) return;
  checker = open_checker(&state);
  if (U_FAILURE(state)) return;
  for (UChar32 c = 0x21; c < 0x7F; c++) take_skeleton(c, &ascii[c]);
}

int32_t cfold_open(void) {
  pthread_once(&once, open_once);
  return U_FAILURE(state) ? (int32_t)state : 0;
}

uint32_t cfold_case(uint32_t scalar) { return (uint32_t)u_foldCase((UChar32)scalar, U_FOLD_CASE_DEFAULT); }

/* Small letters that look like small capitals of Latin, or like its letters, and of which the skeleton says nothing; and
   capitals of which it knows the small letter alone. */
static const struct {
  UChar32 letter;
  char twin;
} twins[] = {{0x185, 'b'},  {0x3B2, 'b'},  {0x3B5, 'e'},  {0x3BA, 'k'},  {0x3C4, 't'},  {0x3C7, 'x'}, {0x3F5, 'e'},
             {0x432, 'b'},  {0x43A, 'k'},  {0x43C, 'm'},  {0x43D, 'h'},  {0x442, 't'},  {0x44C, 'b'}, {0x4BA, 'H'},
             {0x500, 'D'},  {0x51A, 'Q'},  {0x531, 'U'},  {0x533, 'Q'},  {0x540, 'H'},  {0x548, 'N'}, {0xA646, 'I'}};

static int starts(const char **text, const char *with) {
  size_t length = strlen(with);
  if (strncmp(*text, with, length) != 0) return 0;
  *text += length;
  return 1;
}

/* The letters of Latin that the name of a character says it is: SMALL CAPITAL T, NEGATIVE SQUARED LATIN CAPITAL LETTER Q,
   D WITH STROKE, TURNED E. Returns how many. */
static int named_letters(UChar32 c, char letters[2]) {
  static const char *const kinds[] = {"LATIN CAPITAL LETTER SMALL CAPITAL ", "LATIN LETTER SMALL CAPITAL ",
                                      "LATIN SMALL LETTER ", "LATIN EPIGRAPHIC LETTER ", "LATIN CAPITAL LETTER ",
                                      "REGIONAL INDICATOR SYMBOL LETTER "};
  static const char *const ways[] = {"TURNED ", "REVERSED ", "INVERTED ", "SIDEWAYS ", "INSULAR ", "DOTLESS ", "OPEN ",
                                     "SCRIPT ", "BARRED ",   "BROKEN ",   "MIDDLE SCOTS "};
  char room[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = u_charName(c, U_UNICODE_CHAR_NAME, room, sizeof room, &status);
  if (U_FAILURE(status) || length <= 0 || length >= (int32_t)sizeof room) return 0;
  const char *name = room;
  while (starts(&name, "CROSSED ") || starts(&name, "NEGATIVE ") || starts(&name, "CIRCLED ") || starts(&name, "SQUARED ")) {
  }
  int kind = -1;
  for (int k = 0; k < 6 && kind < 0; k++)
    if (starts(&name, kinds[k])) kind = k;
  if (kind < 0) return 0;
  for (int again = 0; again < 2; again++)
    for (size_t w = 0; w < sizeof ways / sizeof *ways; w++) starts(&name, ways[w]);
  int count = name[0] >= 'A' && name[0] <= 'Z' ? 1 : 0;
  if (strncmp(name, "AE", 2) == 0 || strncmp(name, "OE", 2) == 0) count = 2;
  if (count == 0 || (name[count] != 0 && name[count] != ' ')) return 0;
  for (int k = 0; k < count; k++) letters[k] = (char)(kind == 1 || kind == 2 ? name[k] | 0x20 : name[k]);
  return count;
}

static int equal(const skeleton *a, const skeleton *b) {
  return a->length == b->length && u_memcmp(a->text, b->text, a->length) == 0;
}

/* The ASCII character that looks like `c`, or 0. Several may share a skeleton (I, l, 1 and |): the one that is most
   like `c` counts. Never a digit: a letter that looks like one is read as a letter. */
static UChar32 ascii_twin(UChar32 c, const skeleton *its) {
  UChar32 best = 0;
  int best_score = -1;
  if (its->length == 0) return 0;
  for (UChar32 x = 0x21; x < 0x7F; x++) {
    if ((x >= '0' && x <= '9') || !equal(its, &ascii[x])) continue;
    int is_letter = (x | 0x20) >= 'a' && (x | 0x20) <= 'z';
    int score = (is_letter == !!u_isalpha(c)) * 4 + ((x >= 'A' && x <= 'Z') == !!u_isupper(c)) * 2
                + (ascii[x].length == 1 && ascii[x].text[0] == x);
    if (score > best_score) {
      best = x;
      best_score = score;
    }
  }
  return best;
}

static void append(cfold_result *result, UChar32 c) {
  if (result->count + 4 > (int)sizeof result->bytes) return;
  int32_t i = result->count;
  U8_APPEND_UNSAFE(result->bytes, i, c);
  result->count = (uint8_t)i;
}

/* Dots in the middle of a line and the full stops of other scripts part numbers as ASCII's does. */
static int is_dot(UChar32 c) {
  return c == 0xB7 || c == 0x2022 || c == 0x2027 || c == 0x2219 || c == 0x22C5 || c == 0x30FB || c == 0x3002
         || c == 0x06D4 || c == 0x0589;
}

/* The number in a circle, white on black or of two lines, for which no decomposition is known; -1 for other characters. */
static int32_t circled_number(UChar32 c) {
  if (u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) == U_NT_DIGIT
      || (c >= 0x24EB && c <= 0x24FE) || c == 0x277F || c == 0x2789 || c == 0x2793)
    return (int32_t)u_getNumericValue(c);
  return -1;
}

/* One character of a compatibility decomposition. */
static void append_seen(cfold_result *result, UChar32 c) {
  skeleton its;
  int32_t digit = u_charDigitValue(c);
  if (c < 0x80) return append(result, c);
  if (is_mark(c) || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return;
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER && digit >= 0) return append(result, '0' + digit);
  int32_t circled = circled_number(c);
  if (circled > 9) append(result, '0' + circled / 10);
  if (circled >= 0) return append(result, '0' + circled % 10);
  if (u_hasBinaryProperty(c, UCHAR_DASH) || c == 0x2043) return append(result, '-');
  if (u_charType(c) == U_SPACE_SEPARATOR) return append(result, ' ');
  if (is_dot(c)) return append(result, '.');
  if (c == 0xDF || c == 0x1E9E) {
    append(result, c == 0xDF ? 's' : 'S');
    return append(result, c == 0xDF ? 's' : 'S');
  }
  take_skeleton(c, &its);
  UChar32 twin = ascii_twin(c, &its);
  if (twin) return append(result, twin);
  for (size_t k = 0; k < sizeof twins / sizeof *twins; k++) {
    if (twins[k].letter == c) return append(result, twins[k].twin);
  }
  /* Letters that look like several of ASCII's; what looks like no ASCII at all stays what it is. */
  int isPlain = its.length > 0;
  for (int32_t i = 0; i < its.length; i++) isPlain = isPlain && its.text[i] < 0x80 && its.text[i] > 0x20;
  if (!isPlain) {
    char letters[2];
    int count = named_letters(c, letters);
    for (int k = 0; k < count; k++) append(result, letters[k]);
    if (count == 0) append(result, c);
    return;
  }
  for (int32_t i = 0; i < its.length; i++) append(result, its.text[i]);
}

static int changes_order(UChar32 c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

static uint8_t kind_of(UChar32 c) {
  int8_t type = u_charType(c);
  if (c == 0x85 || c == 0x2028) return CFOLD_BREAK;
  if (c == 0x2029) return CFOLD_PARAGRAPH;
  if (changes_order(c)) return CFOLD_ORDER;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) || type == U_CONTROL_CHAR) return CFOLD_INVISIBLE;
  if (type == U_FORMAT_CHAR && !u_hasBinaryProperty(c, UCHAR_PREPENDED_CONCATENATION_MARK)) return CFOLD_INVISIBLE;
  if (is_mark(c)) return CFOLD_MARK;
  if (type == U_SPACE_SEPARATOR || c == 0x2800) return CFOLD_BLANK;
  return CFOLD_TEXT;
}

void cfold_scalar(uint32_t scalar, cfold_result *result) {
  UChar32 c = (UChar32)scalar;
  UChar decomposed[ROOM];
  UErrorCode status = U_ZERO_ERROR;
  int32_t i = 0;
  result->count = 0;
  result->kind = kind_of(c);
  if (result->kind != CFOLD_TEXT) return;
  int32_t type = u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE);
  int32_t length = unorm2_getDecomposition(decomposition, c, decomposed, ROOM, &status);
  /* An accent on its own decomposes into a space and a mark; what it looks like is an apostrophe or the like. */
  if (U_FAILURE(status) || length <= 0 || (decomposed[0] == 0x20 && length > 1)) {
    append_seen(result, c);
    return;
  }
  while (i < length) {
    UChar32 next;
    U16_NEXT(decomposed, i, length, next);
    append_seen(result, next);
  }
  if ((type == U_DT_SUPER || type == U_DT_SUB) && result->count == 1 && result->bytes[0] >= '0' && result->bytes[0] <= '9')
    result->kind = CFOLD_RAISED;
  if (result->count == 0) result->kind = CFOLD_INVISIBLE;
}
