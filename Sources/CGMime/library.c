#include "library.h"

#include <dlfcn.h>
#include <pthread.h>

static struct library library;
static int is_there;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *handle = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return;
  /* A symbol of a library that it depends on is found through the same handle. */
#define CGMIME_FIND(name) \
  library.name = (__typeof__(name) *)dlsym(handle, #name); \
  if (library.name == NULL) return;
  CGMIME_FUNCTIONS(CGMIME_FIND)
#undef CGMIME_FIND
  library.g_mime_init();
  is_there = 1;
}

const struct library *cgmime_library(void) {
  pthread_once(&once, load);
  return is_there ? &library : NULL;
}
