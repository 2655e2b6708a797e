// ICU's word segmentation on UTF-8, one call a paragraph.

#include "ICUShim.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct ICUWordBreaker {
  UBreakIterator *iterator;
};

ICUWordBreaker *icu_word_breaker_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status);
  // A warning (the locale falls back to the root) is not a failure.
  if (U_FAILURE(status)) return nullptr;
  return new ICUWordBreaker{iterator};
}

void icu_word_breaker_close(ICUWordBreaker *breaker) {
  if (!breaker) return;
  ubrk_close(breaker->iterator);
  delete breaker;
}

int32_t icu_word_breaker_cut(
  ICUWordBreaker *breaker, const uint8_t *bytes, int32_t count, int32_t *ends, int32_t *statuses) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, reinterpret_cast<const char *>(bytes), count, &status);
  if (U_FAILURE(status)) return -1;
  ubrk_setUText(breaker->iterator, &text, &status);
  int32_t pieces = 0;
  if (U_SUCCESS(status)) {
    ubrk_first(breaker->iterator);
    for (int32_t end = ubrk_next(breaker->iterator); end != UBRK_DONE && pieces < count;
         end = ubrk_next(breaker->iterator)) {
      ends[pieces] = end;
      statuses[pieces++] = ubrk_getRuleStatus(breaker->iterator);
    }
  }
  utext_close(&text);
  return U_FAILURE(status) ? -1 : pieces;
}
