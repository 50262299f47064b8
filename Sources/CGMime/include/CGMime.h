#pragma once
/* One message, taken apart by GMime into a list of records. GMime's objects stay inside: what comes out is bytes.

   The library is loaded with the first message: a run that reads none does not pay for it and the libraries behind it. */
#include <stddef.h>
#include <stdint.h>

/* A record: its kind (one byte), how long its bytes are (four, the lowest first), its bytes. A name and a value are parted
   by a zero. Begin and end are nested as the parts are; what is said of a part stands before its children. */
enum {
  CGMIME_MESSAGE = 'M',   /* a message begins: its header, then one part */
  CGMIME_MULTIPART = 'P', /* a part of parts begins; one byte, whether text stands before or behind its parts */
  CGMIME_ENCLOSED = 'N',  /* a part that is a message begins: its header, then the message, if there is one */
  CGMIME_LEAF = 'L',      /* any other part begins */
  CGMIME_END = 'E',       /* what began last ends */
  CGMIME_TYPE = 't',      /* its media type in small letters */
  CGMIME_PARAMETER = 'p', /* a parameter of the type: name, value */
  CGMIME_DISPOSITION = 'd',
  CGMIME_DISPOSITION_PARAMETER = 'q', /* name, value */
  CGMIME_HEADER = 'h',    /* a header field: name, value with encoded words decoded and lines unfolded */
  CGMIME_ODD_HEADER = 'o', /* the field before has an encoded word that cannot be decoded */
  CGMIME_MAILBOX = 'a',   /* of the field before: an address, display name and address */
  CGMIME_GROUP = 'g',     /* of the field before: the name of a group; its members follow */
  CGMIME_GROUP_END = 'e',
  CGMIME_DATE = 'D',      /* of the field before: the date as RFC 5322 writes it */
  CGMIME_CONTENT = 'c',   /* what is in a leaf, its transfer encoding undone */
  CGMIME_TEXT = 'u',      /* the same in UTF-8, where it is text of a character set that can be converted */
  CGMIME_WARNING = 'w',   /* something that programs read differently: one byte, GMime's number */
};

/* The warnings after which programs do not show the same. */
enum {
  CGMIME_INVALID_NAME = 9,
  CGMIME_CONFLICTING_FIELD = 10,
  CGMIME_CONFLICTING_PARAMETER = 11,
  CGMIME_NO_BOUNDARY = 12,
  CGMIME_NESTED_TOO_DEEP = 15,
  CGMIME_NOTHING_IN_PART = 17,
};

/* What comes instead of records. */
enum {
  CGMIME_DONE = 0,
  CGMIME_NO_LIBRARY = 1,
  CGMIME_NO_MEMORY = 2,
  CGMIME_NO_MESSAGE = 3,
  CGMIME_TOO_DEEP = 4,
  CGMIME_TOO_MANY = 5, /* parts, header fields or addresses */
  CGMIME_TOO_LARGE = 6,
};

typedef struct {
  uint32_t depth; /* parts within parts */
  uint32_t items; /* parts, header fields and addresses together */
  size_t bytes;   /* of all records */
} cgmime_limits;

/* Reads one message. The records are given back with cgmime_free. Any thread may call; they wait for each other. */
int cgmime_read(const uint8_t *bytes, size_t count, cgmime_limits limits, uint8_t **records, size_t *length);

void cgmime_free(uint8_t *records);
