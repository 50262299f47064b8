#pragma once
/* What a reader sees of one character, as ICU knows it. ICU's own headers clash with those inside Swift's Foundation:
   none of them is shown here. */
#include <stdint.h>

/* What a character is for somebody who reads. */
enum {
  CFOLD_TEXT = 0,      /* `bytes` stand for it */
  CFOLD_INVISIBLE = 1, /* nothing is seen of it */
  CFOLD_MARK = 2,      /* a mark on the character before it */
  CFOLD_BLANK = 3,     /* white space within a line */
  CFOLD_BREAK = 4,     /* ends a line */
  CFOLD_PARAGRAPH = 5, /* ends a paragraph */
  CFOLD_ORDER = 6,     /* invisible, and changes the order in which what follows is shown */
  CFOLD_RAISED = 7     /* a superscript or subscript digit; `bytes` hold the digit */
};

typedef struct {
  uint8_t kind;
  uint8_t count;
  uint8_t bytes[62]; /* UTF-8 */
} cfold_result;

/* Opens ICU's data on the first call, from whichever thread. 0 where it is there, ICU's error code where it is not. */
int32_t cfold_open(void);

/* What is seen of a scalar that is not ASCII. Only after cfold_open has returned 0. */
void cfold_scalar(uint32_t scalar, cfold_result *result);

/* The scalar with its case folded (Unicode's simple case folding). Needs no cfold_open. */
uint32_t cfold_case(uint32_t scalar);
