#include "library.h"

#include <dlfcn.h>
#include <pthread.h>

static struct archive_library library;
static int is_there;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
#define CARCHIVE_FIND(name) \
  library.name = (__typeof__(name) *)dlsym(handle, #name); \
  if (library.name == NULL) return;
  CARCHIVE_FUNCTIONS(CARCHIVE_FIND)
#undef CARCHIVE_FIND
  is_there = 1;
}

const struct archive_library *carchive_library(void) {
  pthread_once(&once, load);
  return is_there ? &library : NULL;
}
