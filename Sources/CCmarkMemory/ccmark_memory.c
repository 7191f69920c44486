#include "ccmark_memory.h"

#include <cmark.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Every piece has its size before it, for the one that wants more of it.
enum { alignment = 16, chunk_size = 1 << 20 };

typedef struct chunk {
    struct chunk *next;
    size_t room;
    size_t used;
    size_t padding;
} chunk;

/// The chunk that pieces are taken from, before those that are full. A thread keeps one between texts.
static _Thread_local chunk *chunks;
static _Thread_local int depth;

static size_t rounded(size_t size) { return (size + alignment - 1) & ~(size_t)(alignment - 1); }

static void begin_chunk(size_t room) {
    chunk *new = room > SIZE_MAX / 2 ? NULL : malloc(sizeof(chunk) + room);
    // As cmark itself does.
    if (new == NULL) abort();
    new->next = chunks;
    new->room = room;
    new->used = 0;
    chunks = new;
}

static size_t *size_of(void *piece) { return (size_t *)((char *)piece - alignment); }

static void *take(size_t size) {
    if (size > SIZE_MAX / 4) abort();
    size_t whole = alignment + rounded(size);
    if (chunks == NULL || chunks->room - chunks->used < whole) {
        begin_chunk(whole > chunk_size ? whole : chunk_size);
    }
    char *piece = (char *)(chunks + 1) + chunks->used + alignment;
    chunks->used += whole;
    *size_of(piece) = whole - alignment;
    return piece;
}

static void *take_zeroed(size_t count, size_t size) {
    if (size != 0 && count > SIZE_MAX / size) abort();
    void *piece = take(count * size);
    memset(piece, 0, count * size);
    return piece;
}

/// The last piece grows where it is, as the buffers do that cmark writes into.
static void *take_more(void *piece, size_t size) {
    if (piece == NULL) return take(size);
    size_t had = *size_of(piece);
    if (size <= had) return piece;
    char *end = (char *)(chunks + 1) + chunks->used;
    size_t missing = rounded(size) - had;
    if ((char *)piece + had == end && chunks->room - chunks->used >= missing) {
        chunks->used += missing;
        *size_of(piece) = had + missing;
        return piece;
    }
    void *other = take(size);
    memcpy(other, piece, had);
    return other;
}

static void keep(void *piece) { (void)piece; }

static cmark_mem memory = {take_zeroed, take_more, keep};

void *ccmark_memory(void) { return &memory; }

void ccmark_memory_begin(void) { depth += 1; }

void ccmark_memory_end(void) {
    depth -= 1;
    if (depth > 0) return;
    while (chunks != NULL && (chunks->next != NULL || chunks->room > chunk_size)) {
        chunk *full = chunks;
        chunks = full->next;
        free(full);
    }
    if (chunks != NULL) chunks->used = 0;
}
