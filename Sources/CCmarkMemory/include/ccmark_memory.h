#ifndef CCMARK_MEMORY_H
#define CCMARK_MEMORY_H

/// Memory for cmark that is taken piece by piece and given back all at once.
///
/// cmark asks for many small pieces, and one text is parsed, walked and rendered by one thread in one go: what
/// `malloc` does to keep the pieces of several threads apart costs as much as the parsing itself.

/// A `cmark_mem`. Its memory is the calling thread's, and may be asked for only between a begin and its end.
void *ccmark_memory(void);

void ccmark_memory_begin(void);

/// Gives everything back that was taken since the outermost begin of this thread.
void ccmark_memory_end(void);

#endif
