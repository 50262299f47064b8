#pragma once
#include <archive.h>
#include <archive_entry.h>

/* The functions that are used, by their names. */
#define CARCHIVE_FUNCTIONS(each) \
  each(archive_entry_filetype) each(archive_entry_hardlink) each(archive_entry_is_encrypted) \
  each(archive_entry_pathname) each(archive_entry_pathname_utf8) each(archive_entry_size) \
  each(archive_entry_size_is_set) each(archive_filter_bytes) each(archive_format) each(archive_read_data) \
  each(archive_read_free) each(archive_read_new) each(archive_read_next_header) each(archive_read_open) \
  each(archive_read_open_fd) each(archive_read_open_memory) each(archive_read_set_options) \
  each(archive_read_support_filter_bzip2) \
  each(archive_read_support_filter_xz) each(archive_read_support_filter_zstd) \
  each(archive_read_support_format_gnutar) each(archive_read_support_format_raw) \
  each(archive_read_support_format_tar) each(archive_read_support_format_zip)

struct archive_library {
#define CARCHIVE_MEMBER(name) __typeof__(name) *name;
  CARCHIVE_FUNCTIONS(CARCHIVE_MEMBER)
#undef CARCHIVE_MEMBER
};

/* NULL where the library is not installed. */
const struct archive_library *carchive_library(void);
