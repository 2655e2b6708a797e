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

/// The version of the ICU at run time, such as "72.1"; a static string.
const char *icu_version(void);

/// NFKC_Casefold of one scalar into `folded`, which holds at least 32. Returns how many were
/// written (0 for an ignorable scalar), or -1 where ICU has no normalisation data.
int32_t icu_nfkc_casefold(uint32_t scalar, uint32_t *folded);

/// Maps each scalar of the Basic Multilingual Plane in [first, first + count) from traditional to
/// simplified, one by one; a scalar that stays, or that becomes several, is written as itself.
/// Returns 0 when done, 1 where ICU has no such transliterator.
int32_t icu_simplify(uint16_t first, int32_t count, uint16_t *simplified);

/// Whether a scalar is in the set that ICU's Chinese and Japanese engine cuts by dictionary.
/// `members` gets one byte for each scalar of the Basic Multilingual Plane.
int32_t icu_dictionary_set(uint8_t *members);

/// The words of ICU's Chinese and Japanese dictionary in UTF-16 order.
typedef struct {
  uint16_t *units;  // all words, one after the other
  uint32_t *ends;   // where each word ends in `units`
  uint8_t *costs;   // 0…255
  size_t count;
} ICUDictionary;

/// Reads the dictionary; 0 when done, 1 where it can't be read. Release with `icu_dictionary_free`.
int32_t icu_dictionary_read(ICUDictionary *dictionary);
void icu_dictionary_free(ICUDictionary *dictionary);

/// ICU's own word segmentation for Chinese. One handle serves one thread at a time.
typedef struct ICUWordBreaker ICUWordBreaker;

/// A new handle, NULL where ICU has no data; release with `icu_word_breaker_close`.
ICUWordBreaker *icu_word_breaker_open(void);
void icu_word_breaker_close(ICUWordBreaker *breaker);

/// Cuts valid UTF-8. Writes where each piece ends (a byte offset) and its rule status
/// (0 punctuation and space, 100 number, 200 letter, 300 kana, 400 ideograph); `count` entries
/// suffice. Returns how many pieces there are, -1 on failure.
int32_t icu_word_breaker_cut(
  ICUWordBreaker *breaker, const uint8_t *bytes, int32_t count, int32_t *ends, int32_t *statuses);

#ifdef __cplusplus
}
#endif
#endif
