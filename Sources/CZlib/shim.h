#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <zlib.h>

/// How many bytes czlib_deflate may need for so many.
static inline size_t czlib_room(size_t length) { return compressBound(length) + 64; }

/// Compresses all bytes at once at the highest level; how many were written, or 0 where there was no room.
/// Window bits of 31 make a gzip file without a name or a time, of -15 bare deflate.
static inline size_t czlib_deflate(const uint8_t *input, size_t length, uint8_t *output, size_t room,
                                   int window_bits) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (length > UINT32_MAX || room > UINT32_MAX) return 0;
    if (deflateInit2(&stream, 9, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)input;
    stream.avail_in = (uInt)length;
    stream.next_out = output;
    stream.avail_out = (uInt)room;
    int status = deflate(&stream, Z_FINISH);
    size_t written = stream.total_out;
    deflateEnd(&stream);
    return status == Z_STREAM_END ? written : 0;
}

/// The checksum that ZIP files hold.
static inline uint32_t czlib_crc32(const uint8_t *input, size_t length) {
    return (uint32_t)crc32_z(crc32_z(0, NULL, 0), input, length);
}
