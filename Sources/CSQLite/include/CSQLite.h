#pragma once
/* SQLite's functions, as far as they are used. The library is loaded with the first database: a run that opens none, as a
   check does, would pay half a millisecond for it. */
#include <sqlite3.h>

#define CSQLITE_FUNCTIONS(each) \
  each(sqlite3_bind_blob) each(sqlite3_bind_int64) each(sqlite3_bind_null) each(sqlite3_bind_text) \
  each(sqlite3_busy_timeout) each(sqlite3_close_v2) each(sqlite3_column_blob) each(sqlite3_column_bytes) \
  each(sqlite3_column_count) each(sqlite3_column_int64) each(sqlite3_column_name) each(sqlite3_column_type) \
  each(sqlite3_errmsg) each(sqlite3_exec) each(sqlite3_finalize) each(sqlite3_open_v2) each(sqlite3_prepare_v3) \
  each(sqlite3_reset) each(sqlite3_step)

struct csqlite_library {
#define CSQLITE_MEMBER(name) __typeof__(name) *_Nonnull name;
  CSQLITE_FUNCTIONS(CSQLITE_MEMBER)
#undef CSQLITE_MEMBER
};

/* NULL where the library is not installed. Any thread may ask. */
const struct csqlite_library *_Nullable csqlite_library(void);

/* The macro is a cast that Swift cannot read: the library copies what it is given. */
static inline sqlite3_destructor_type _Nullable csqlite_transient(void) { return SQLITE_TRANSIENT; }
