/* libcaveat as a program in C uses it: from many threads at once, and wrongly. Arguments: files to check. Prints what
 * failed and "N passed, M failed". */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "caveat.h"

enum { THREADS = 8, ROUNDS = 20, LARGEST = 1 << 22 };

static int passed, failed;

static void expect(bool holds, const char *what) {
  if (holds) {
    passed++;
  } else {
    failed++;
    fprintf(stderr, "FAILED: %s\n", what);
  }
}

typedef struct {
  const caveat_checker *checker;
  const uint8_t *bytes;
  size_t count;
  const char *expected;
  bool agrees;
} work;

static void *check_again(void *argument) {
  work *mine = argument;
  mine->agrees = true;
  for (int round = 0; round < ROUNDS; round++) {
    caveat_result *result;
    if (caveat_check(mine->checker, mine->bytes, mine->count, NULL, &result) != CAVEAT_OK ||
        strcmp(caveat_result_json(result, NULL), mine->expected) != 0)
      mine->agrees = false;
    caveat_result_destroy(result);
  }
  return NULL;
}

static void check_file(const caveat_checker *checker, const char *path) {
  static uint8_t bytes[LARGEST];
  FILE *file = fopen(path, "rb");
  expect(file != NULL, path);
  if (!file) return;
  size_t count = fread(bytes, 1, LARGEST, file);
  fclose(file);

  caveat_result *result;
  expect(caveat_check(checker, bytes, count, NULL, &result) == CAVEAT_OK, "a text is read");
  expect(caveat_result_problem(result) == NULL, "no problem");
  expect(caveat_result_verdict(result) && caveat_result_form(result) && caveat_result_profile(result) &&
             caveat_result_level(result), "what was read");
  size_t length;
  const char *json = caveat_result_json(result, &length);
  expect(json && strlen(json) == length && json == caveat_result_json(result, NULL), "the report, written once");

  caveat_finding finding;
  uint64_t last = 0;
  for (size_t index = 0; index < caveat_result_count(result); index++) {
    memset(&finding, 0xFF, sizeof finding);
    bool is_given = caveat_result_finding(result, index, &finding);
    expect(is_given && finding.offset + finding.length <= count && (finding.depth > 0 || finding.offset >= last) &&
               finding.severity >= CAVEAT_INFO && finding.severity <= CAVEAT_ERROR && finding.line > 0 &&
               strstr(json, finding.rule) && strlen(finding.message) && strlen(finding.authority), finding.rule);
    if (finding.depth == 0) last = finding.offset;
  }
  memset(&finding, 0x55, sizeof finding);
  caveat_finding before = finding;
  expect(!caveat_result_finding(result, caveat_result_count(result), &finding), "no finding behind the last");
  expect(memcmp(&before, &finding, sizeof finding) == 0, "and nothing written");

  pthread_t threads[THREADS];
  work works[THREADS];
  for (int index = 0; index < THREADS; index++) {
    works[index] = (work){checker, bytes, count, json, false};
    pthread_create(&threads[index], NULL, check_again, &works[index]);
  }
  for (int index = 0; index < THREADS; index++) {
    pthread_join(threads[index], NULL);
    expect(works[index].agrees, "every thread finds the same");
  }
  caveat_result_destroy(result);
}

static void use_wrongly(const caveat_checker *checker) {
  caveat_checker *none = (caveat_checker *)1;
  expect(caveat_checker_create("no-such-profile", &none) == CAVEAT_WRONG_USE && none == NULL, "an unknown profile");
  expect(caveat_checker_create(NULL, NULL) == CAVEAT_WRONG_USE, "nowhere for the checker");
  const uint8_t text[] = "UNCLASSIFIED";
  caveat_result *result = (caveat_result *)1;
  expect(caveat_check(NULL, text, 12, NULL, &result) == CAVEAT_WRONG_USE && result == NULL, "no checker");
  expect(caveat_check(checker, NULL, 12, NULL, &result) == CAVEAT_WRONG_USE && result == NULL, "no bytes");
  expect(caveat_check(checker, text, 12, "no-such-form", &result) == CAVEAT_WRONG_USE && result == NULL,
         "an unknown form");
  expect(caveat_check(checker, text, 12, NULL, NULL) == CAVEAT_WRONG_USE, "nowhere for the result");
  expect(caveat_check(checker, NULL, 0, NULL, &result) == CAVEAT_NOT_READ && caveat_result_problem(result) &&
             strcmp(caveat_result_verdict(result), "not-read") == 0 && caveat_result_count(result) == 0 &&
             caveat_result_form(result) == NULL && strstr(caveat_result_json(result, NULL), "not-read"), "no document");
  caveat_result_destroy(result);
  caveat_result_destroy(NULL);
  caveat_checker_destroy(NULL);
  expect(caveat_result_problem(NULL) == NULL && caveat_result_json(NULL, NULL) == NULL && caveat_result_count(NULL) == 0,
         "no result");
}

int main(int count, char **words) {
  caveat_checker *checker;
  expect(strlen(caveat_version()) > 0, "a version");
  expect(caveat_checker_create(NULL, &checker) == CAVEAT_OK && checker, "a checker");
  for (int index = 1; index < count; index++) check_file(checker, words[index]);
  use_wrongly(checker);
  caveat_checker_destroy(checker);
  printf("%d passed, %d failed\n", passed, failed);
  return failed > 0;
}
