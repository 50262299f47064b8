#pragma once
/* The members of one archive, one after the other, as libarchive reads them. Its objects stay inside.

   The library is loaded with the first archive: a run that reads none does not pay for it and the libraries behind it.
   ZIP and TAR are read, TAR also behind gzip, bzip2, xz and zstd, and a single file behind one of these. */
#include <stddef.h>
#include <stdint.h>

typedef struct carchive carchive;

enum {
  CARCHIVE_OK = 0,
  CARCHIVE_END = 1,      /* no more members */
  CARCHIVE_DAMAGED = 2,  /* what follows cannot be read */
  CARCHIVE_NO_LIBRARY = 3,
  CARCHIVE_NO_MEMORY = 4,
};

enum {
  CARCHIVE_FILE = 0,
  CARCHIVE_FOLDER = 1,
  CARCHIVE_LINK = 2,  /* symbolic, or another name of a member */
  CARCHIVE_OTHER = 3, /* a device, a pipe, a socket */
};

typedef struct {
  const char *name; /* as it stands in the archive; NULL where it cannot be read. Holds until the next member. */
  int64_t size;     /* in bytes; -1 where it is not known before the member is read */
  int kind;
  int is_encrypted;
} carchive_member;

/* An archive that an open descriptor reads from its present place. The descriptor stays the caller's. */
int carchive_open_descriptor(int descriptor, carchive **archive);

/* One that lies in memory; the bytes are copied. */
int carchive_open_bytes(const void *bytes, size_t count, carchive **archive);

/* The next member. What was not read of the one before is passed over. */
int carchive_next(carchive *archive, carchive_member *member);

/* Whether it is no archive but a single compressed file. Holds after the first member was asked for. */
int carchive_is_single(carchive *archive);

/* Reads the next bytes of the member: how many, 0 at its end, -1 where they cannot be read. */
int64_t carchive_read(carchive *archive, void *bytes, size_t count);

/* Bytes of the archive that were read so far. */
int64_t carchive_consumed(carchive *archive);

/* The same after decompression. */
int64_t carchive_expanded(carchive *archive);

void carchive_close(carchive *archive);
