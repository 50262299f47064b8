/* libcaveat: checks classification and handling markings in documents. See docs/library.md.
 *
 * Everything may be called from any thread, and one checker by many at once. A result belongs to who asked for it;
 * its texts are UTF-8, end with a zero byte and live as long as it does. Nothing of a document's text stands in
 * a result: markings, numbers and places only. */
#ifndef CAVEAT_H
#define CAVEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What became of a call. */
enum {
  CAVEAT_OK = 0,
  /* A null pointer, or a profile or form of no such name. */
  CAVEAT_WRONG_USE = 2,
  /* The bytes are no text: caveat_result_problem says why. */
  CAVEAT_NOT_READ = 3
};

/* How grave a finding is. */
enum { CAVEAT_INFO = 0, CAVEAT_WARNING = 1, CAVEAT_ERROR = 2 };

/* The rules of the program, made ready. */
typedef struct caveat_checker caveat_checker;

/* What was found in one document. */
typedef struct caveat_result caveat_result;

/* One place where one rule does not hold. */
typedef struct caveat_finding {
  const char *rule;      /* "CAP-003" */
  const char *assertion; /* "CAP-003-a" */
  const char *message;   /* one sentence */
  const char *authority; /* the paragraph that it rests on */
  const char *fix;       /* what belongs in its place, where that is certain; else NULL */
  uint64_t offset;       /* in bytes of the document */
  uint64_t length;       /* in bytes */
  uint64_t line;         /* from 1 */
  uint64_t column;       /* in characters, from 1 */
  int32_t severity;      /* CAVEAT_INFO, CAVEAT_WARNING or CAVEAT_ERROR */
  uint32_t depth;        /* 0, or of how many telegrams inside others it is */
} caveat_finding;

/* The version of the library, "0.1.0". */
const char *caveat_version(void);

/* Makes a checker. `profile` is the name of the rules for all documents, or NULL to choose them by each document.
 * Returns CAVEAT_OK or CAVEAT_WRONG_USE, and then no checker. */
int32_t caveat_checker_create(const char *profile, caveat_checker **checker);

/* Gives a checker back; no call may be at work with it. NULL is nothing. */
void caveat_checker_destroy(caveat_checker *checker);

/* Checks a document of `count` bytes. `form` says what it looks like ("wire", "marked", ...), NULL lets the checker
 * recognise that. Returns CAVEAT_OK, CAVEAT_NOT_READ (with a result that has a problem and no findings), or
 * CAVEAT_WRONG_USE, and then no result. */
int32_t caveat_check(
    const caveat_checker *checker, const uint8_t *bytes, size_t count, const char *form, caveat_result **result);

/* Gives a result and all its texts back. NULL is nothing. */
void caveat_result_destroy(caveat_result *result);

/* Why the document was not read, one sentence; NULL where it was. */
const char *caveat_result_problem(const caveat_result *result);

/* "passed", "passed-with-warnings", "failed", "unmarked" or "not-read". */
const char *caveat_result_verdict(const caveat_result *result);

/* What the document was read as, and by which rules; NULL where it was not read. */
const char *caveat_result_form(const caveat_result *result);
const char *caveat_result_profile(const caveat_result *result);

/* Its level: "U", "LOU", "C", "S", "TS" or "none"; NULL where it was not read. */
const char *caveat_result_level(const caveat_result *result);

/* The number of its findings, in order of place; those of the telegrams that it repeats follow its own. */
size_t caveat_result_count(const caveat_result *result);

/* One finding, written into `finding`; false, with nothing written, where there is none of that number. */
bool caveat_result_finding(const caveat_result *result, size_t index, caveat_finding *finding);

/* All of it as `caveat check --format json` writes it, for a file of the name "-". */
const char *caveat_result_json(const caveat_result *result, size_t *length);

#ifdef __cplusplus
}
#endif
#endif
