// The only door to ICU: plain C types, so that no ICU header meets Foundation's own.

#ifndef ICU_SHIM_H
#define ICU_SHIM_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that a call allocated; release with `icu_free`.
typedef struct {
  uint8_t *bytes;
  size_t count;
} ICUBuffer;

void icu_free(void *bytes);

/// How many guesses `icu_detect` may write, best first. Each name is a static string.
int32_t icu_detect(
  const uint8_t *bytes, size_t count, const char **names, int32_t *confidences, int32_t capacity);

/// Converts `bytes` in `encoding` to UTF-8, stopping at the first sequence that is not valid in it.
/// Returns 0 when done, 1 at an invalid sequence (its byte offset in `bad_offset`), 2 on any other failure.
int32_t icu_to_utf8(
  const char *encoding, const uint8_t *bytes, size_t count, ICUBuffer *result, size_t *bad_offset);

#ifdef __cplusplus
}
#endif
#endif
