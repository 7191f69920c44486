#include <cmark.h>
#include <stddef.h>

/// The length of a string that cmark holds.
static inline size_t ccmark_length(const char *text) { return __builtin_strlen(text); }

/// Where a byte stands first; NULL where it does not.
static inline const void *ccmark_find(const void *bytes, size_t count, unsigned char byte) {
    return __builtin_memchr(bytes, byte, count);
}
