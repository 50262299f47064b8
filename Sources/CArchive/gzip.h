#pragma once
/* What stands behind gzip, undone by zlib: it compares the check sum and the length at the end of each part, which
   libarchive's own filter (3.6) passes over. */
#include <archive.h>
#include <stddef.h>
#include <stdint.h>

typedef struct gzip_source gzip_source;

/* Whether these are the first bytes of something behind gzip. */
int gzip_begins(const unsigned char *bytes, size_t count);

/* Of an open descriptor from its present place, which stays the caller's, or with -1 of bytes, which have to stay as long as
   this. NULL without memory. */
gzip_source *gzip_open(int descriptor, const void *bytes, size_t count);

/* Reads as libarchive asks for it. */
la_ssize_t gzip_read(struct archive *archive, void *source, const void **block);

/* Compressed bytes that were read so far. */
int64_t gzip_consumed(const gzip_source *source);

void gzip_close(gzip_source *source);
