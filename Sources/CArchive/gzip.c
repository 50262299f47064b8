#include "gzip.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>
#include <zlib.h>

/* What is read, and what is given, at once. */
enum { BLOCK = 1 << 17 };

struct gzip_source {
  int descriptor;
  /* Of bytes: those that were not handed to zlib yet. */
  const unsigned char *rest;
  size_t left;
  z_stream stream;
  /* Within a part: between its head and its check sum. */
  int is_inside;
  int64_t consumed;
  unsigned char in[BLOCK];
  unsigned char out[BLOCK];
};

int gzip_begins(const unsigned char *bytes, size_t count) {
  return count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B;
}

gzip_source *gzip_open(int descriptor, const void *bytes, size_t count) {
  gzip_source *it = calloc(1, sizeof *it);
  if (it == NULL) return NULL;
  it->descriptor = descriptor;
  it->rest = bytes;
  it->left = count;
  /* 16: gzip, and nothing else. */
  if (inflateInit2(&it->stream, 16 + MAX_WBITS) != Z_OK) {
    free(it);
    return NULL;
  }
  return it;
}

/* Whether there are bytes to read; -1 where they cannot be read. */
static int fill(gzip_source *it) {
  if (it->stream.avail_in > 0) return 1;
  if (it->descriptor < 0) {
    size_t count = it->left < BLOCK ? it->left : BLOCK;
    /* zlib reads from it only. */
    it->stream.next_in = (unsigned char *)it->rest;
    it->stream.avail_in = (unsigned)count;
    it->rest += count;
    it->left -= count;
  } else {
    ssize_t count;
    do count = read(it->descriptor, it->in, BLOCK);
    while (count < 0 && errno == EINTR);
    if (count < 0) return -1;
    it->stream.next_in = it->in;
    it->stream.avail_in = (unsigned)count;
  }
  it->consumed += it->stream.avail_in;
  return it->stream.avail_in > 0;
}

/* Whether another part follows; -1 where what follows is none. Zeros fill up the blocks of a tape. */
static int next_part(gzip_source *it) {
  int got;
  while ((got = fill(it)) == 1 && it->consumed > (int64_t)it->stream.avail_in && *it->stream.next_in == 0) {
    it->stream.next_in++;
    it->stream.avail_in--;
  }
  if (got != 1) return got;
  if (inflateReset(&it->stream) != Z_OK) return -1;
  it->is_inside = 1;
  return 1;
}

la_ssize_t gzip_read(struct archive *archive, void *source, const void **block) {
  (void)archive;
  gzip_source *it = source;
  it->stream.next_out = it->out;
  it->stream.avail_out = BLOCK;
  while (it->stream.avail_out > 0) {
    int got = it->is_inside ? fill(it) : next_part(it);
    if (got == 0 && !it->is_inside) break;
    /* It ends within a part. */
    if (got != 1) return ARCHIVE_FATAL;
    int status = inflate(&it->stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) it->is_inside = 0;
    else if (status != Z_OK) return ARCHIVE_FATAL;
  }
  *block = it->out;
  return BLOCK - (la_ssize_t)it->stream.avail_out;
}

int64_t gzip_consumed(const gzip_source *it) { return it->consumed; }

void gzip_close(gzip_source *it) {
  if (it == NULL) return;
  inflateEnd(&it->stream);
  free(it);
}
