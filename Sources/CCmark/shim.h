#include <cmark.h>
#include <stddef.h>

/// The length of a string that cmark holds.
static inline size_t ccmark_length(const char *text) { return __builtin_strlen(text); }
