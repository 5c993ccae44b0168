/* Makes a fast disk slow, for one process: every flush takes SLOW_FSYNC_MS longer. Preloaded in front of libc. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static int slowly(const char *name, int fd) {
  int (*real)(int) = (int (*)(int)) dlsym(RTLD_NEXT, name);
  int result = real(fd);
  long ms = atol(getenv("SLOW_FSYNC_MS") ? getenv("SLOW_FSYNC_MS") : "0");
  struct timespec wait = { ms / 1000, ms % 1000 * 1000000L };
  nanosleep(&wait, NULL);
  return result;
}

int fsync(int fd) { return slowly("fsync", fd); }
int fdatasync(int fd) { return slowly("fdatasync", fd); }
