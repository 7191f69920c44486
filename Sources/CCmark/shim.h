#include <cmark.h>
#include <stddef.h>

/// The length of a string that cmark holds.
static inline size_t ccmark_length(const char *text) { return __builtin_strlen(text); }

/// Gives back a string that cmark has rendered.
static inline void ccmark_release(char *text) { cmark_get_default_mem_allocator()->free(text); }
