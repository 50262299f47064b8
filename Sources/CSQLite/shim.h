#pragma once
#include <sqlite3.h>
/* The macro is a cast that Swift cannot read: the library copies what it is given. */
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }
