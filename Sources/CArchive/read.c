#define _GNU_SOURCE
#include "carchive.h"
#include "gzip.h"
#include "library.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct carchive {
  const struct archive_library *library;
  struct archive *archive;
  void *bytes;
  /* Where it stands behind gzip. */
  gzip_source *gzip;
  locale_t locale;
};

/* The compressed part that is read at once. */
enum { BLOCK = 1 << 17 };

static int open_any(carchive **result) {
  const struct archive_library *library = carchive_library();
  if (library == NULL) return CARCHIVE_NO_LIBRARY;
  carchive *it = calloc(1, sizeof *it);
  if (it == NULL) return CARCHIVE_NO_MEMORY;
  it->library = library;
  /* The library converts names to the character set of the thread: they are to stay what they are. */
  it->locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
  it->archive = library->archive_read_new();
  if (it->archive == NULL) {
    carchive_close(it);
    return CARCHIVE_NO_MEMORY;
  }
  library->archive_read_support_filter_bzip2(it->archive);
  library->archive_read_support_filter_xz(it->archive);
  library->archive_read_support_filter_zstd(it->archive);
  library->archive_read_support_format_tar(it->archive);
  library->archive_read_support_format_gnutar(it->archive);
  library->archive_read_support_format_zip(it->archive);
  library->archive_read_support_format_raw(it->archive);
  /* What follows the end of a TAR archive is read on: another archive, or something that is none and is said to be damaged. */
  library->archive_read_set_options(it->archive, "tar:read_concatenated_archives");
  *result = it;
  return CARCHIVE_OK;
}

static int finish_opening(carchive *it, int status, carchive **archive) {
  if (status == ARCHIVE_OK || status == ARCHIVE_WARN) {
    *archive = it;
    return CARCHIVE_OK;
  }
  carchive_close(it);
  return CARCHIVE_DAMAGED;
}

static int open_gzip(carchive *it, int descriptor, const void *bytes, size_t count, carchive **archive) {
  it->gzip = gzip_open(descriptor, bytes, count);
  if (it->gzip == NULL) {
    carchive_close(it);
    return CARCHIVE_NO_MEMORY;
  }
  return finish_opening(it, it->library->archive_read_open(it->archive, it->gzip, NULL, gzip_read, NULL), archive);
}

int carchive_open_descriptor(int descriptor, carchive **archive) {
  carchive *it;
  int code = open_any(&it);
  if (code != CARCHIVE_OK) return code;
  unsigned char first[2];
  off_t place = lseek(descriptor, 0, SEEK_CUR);
  ssize_t got = place < 0 ? 0 : pread(descriptor, first, sizeof first, place);
  if (got > 0 && gzip_begins(first, (size_t)got)) return open_gzip(it, descriptor, NULL, 0, archive);
  return finish_opening(it, it->library->archive_read_open_fd(it->archive, descriptor, BLOCK), archive);
}

int carchive_open_bytes(const void *bytes, size_t count, carchive **archive) {
  carchive *it;
  int code = open_any(&it);
  if (code != CARCHIVE_OK) return code;
  it->bytes = malloc(count == 0 ? 1 : count);
  if (it->bytes == NULL) {
    carchive_close(it);
    return CARCHIVE_NO_MEMORY;
  }
  memcpy(it->bytes, bytes, count);
  if (gzip_begins(it->bytes, count)) return open_gzip(it, -1, it->bytes, count, archive);
  return finish_opening(it, it->library->archive_read_open_memory(it->archive, it->bytes, count), archive);
}

static int next(carchive *it, carchive_member *member) {
  const struct archive_library *library = it->library;
  struct archive_entry *entry = NULL;
  int status = library->archive_read_next_header(it->archive, &entry);
  if (status == ARCHIVE_EOF) return CARCHIVE_END;
  /* A warning is about something that is not asked for here: times, owners, the character set of a name. */
  if ((status != ARCHIVE_OK && status != ARCHIVE_WARN) || entry == NULL) return CARCHIVE_DAMAGED;
  member->name = library->archive_entry_pathname(entry);
  if (member->name == NULL) member->name = library->archive_entry_pathname_utf8(entry);
  member->size = library->archive_entry_size_is_set(entry) ? library->archive_entry_size(entry) : -1;
  member->is_encrypted = library->archive_entry_is_encrypted(entry) > 0;
  mode_t type = library->archive_entry_filetype(entry);
  if (library->archive_entry_hardlink(entry) != NULL || type == S_IFLNK) {
    member->kind = CARCHIVE_LINK;
  } else if (type == S_IFDIR) {
    member->kind = CARCHIVE_FOLDER;
  } else {
    /* Some writers of ZIP say nothing of the kind. */
    member->kind = type == S_IFREG || type == 0 ? CARCHIVE_FILE : CARCHIVE_OTHER;
  }
  return CARCHIVE_OK;
}

int carchive_next(carchive *it, carchive_member *member) {
  locale_t before = it->locale == (locale_t)0 ? (locale_t)0 : uselocale(it->locale);
  int code = next(it, member);
  if (it->locale != (locale_t)0) uselocale(before);
  return code;
}

int carchive_is_single(carchive *it) {
  return it->library->archive_format(it->archive) == ARCHIVE_FORMAT_RAW;
}

int64_t carchive_read(carchive *it, void *bytes, size_t count) {
  la_ssize_t got = it->library->archive_read_data(it->archive, bytes, count);
  return got < 0 ? -1 : got;
}

int64_t carchive_consumed(carchive *it) {
  return it->gzip != NULL ? gzip_consumed(it->gzip) : it->library->archive_filter_bytes(it->archive, -1);
}

int64_t carchive_expanded(carchive *it) { return it->library->archive_filter_bytes(it->archive, 0); }

void carchive_close(carchive *it) {
  if (it == NULL) return;
  if (it->archive != NULL) it->library->archive_read_free(it->archive);
  gzip_close(it->gzip);
  free(it->bytes);
  if (it->locale != (locale_t)0) freelocale(it->locale);
  free(it);
}
