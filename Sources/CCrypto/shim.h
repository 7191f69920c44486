// The calls that cannot fail and need no set-up; their successors take a digest by its name.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <stddef.h>
#include <stdint.h>

/// Writes the 32 bytes of the SHA-256 digest.
static inline void ccrypto_sha256(const uint8_t *input, size_t length, uint8_t *digest) {
    SHA256_CTX state;
    SHA256_Init(&state);
    SHA256_Update(&state, input, length);
    SHA256_Final(digest, &state);
}
