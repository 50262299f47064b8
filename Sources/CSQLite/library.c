#include "CSQLite.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static struct csqlite_library library;
static int is_there;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
#define CSQLITE_FIND(name) \
  library.name = (__typeof__(name) *)dlsym(handle, #name); \
  if (library.name == NULL) return;
  CSQLITE_FUNCTIONS(CSQLITE_FIND)
#undef CSQLITE_FIND
  is_there = 1;
}

const struct csqlite_library *csqlite_library(void) {
  pthread_once(&once, load);
  return is_there ? &library : NULL;
}
