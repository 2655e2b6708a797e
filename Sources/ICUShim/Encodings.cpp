// Legacy encodings to UTF-8 through ICU's detector and converters.

#include "ICUShim.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

void icu_free(void *bytes) { std::free(bytes); }

int32_t icu_detect(
  const uint8_t *bytes, size_t count, const char **names, int32_t *confidences, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return 0;
  // The detector reads a few thousand bytes; more only costs time.
  const int32_t sample = count > 65536 ? 65536 : static_cast<int32_t>(count);
  ucsdet_setText(detector, reinterpret_cast<const char *>(bytes), sample, &status);
  int32_t found = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
  int32_t written = 0;
  for (int32_t i = 0; U_SUCCESS(status) && i < found && written < capacity; ++i) {
    const char *name = ucsdet_getName(matches[i], &status);
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_SUCCESS(status)) {
      names[written] = name;
      confidences[written++] = confidence;
    }
  }
  ucsdet_close(detector);
  return written;
}

int32_t icu_to_utf8(
  const char *encoding, const uint8_t *bytes, size_t count, ICUBuffer *result, size_t *bad_offset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) return 2;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);

  std::string utf8;
  utf8.reserve(count + count / 2);
  std::vector<UChar> units(32768);
  std::vector<char> encoded(units.size() * 3);
  const char *start = reinterpret_cast<const char *>(bytes);
  const char *source = start;
  const char *limit = start + count;
  size_t carried = 0;  // a high surrogate kept for the next round
  int32_t outcome = 0;
  for (bool done = false; !done && outcome == 0;) {
    UChar *target = units.data() + carried;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, limit, nullptr, true, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) {
      status = U_ZERO_ERROR;
    } else if (U_FAILURE(status)) {
      char invalid[32];
      int8_t length = sizeof invalid;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, invalid, &length, &ignored);
      const size_t reached = static_cast<size_t>(source - start);
      *bad_offset = reached >= static_cast<size_t>(length) ? reached - length : 0;
      outcome = 1;
      break;
    } else {
      done = true;
    }
    int32_t produced = static_cast<int32_t>(target - units.data());
    carried = 0;
    UChar last = produced > 0 ? units[produced - 1] : 0;
    if (!done && U16_IS_LEAD(last)) {
      --produced;
      carried = 1;
    }
    int32_t written = 0;
    u_strToUTF8(encoded.data(), static_cast<int32_t>(encoded.size()), &written, units.data(), produced, &status);
    if (U_FAILURE(status)) {
      *bad_offset = static_cast<size_t>(source - start);
      outcome = 1;
      break;
    }
    utf8.append(encoded.data(), written);
    if (carried) units[0] = last;
  }
  ucnv_close(converter);
  if (outcome != 0) return outcome;
  result->bytes = static_cast<uint8_t *>(std::malloc(utf8.size() ? utf8.size() : 1));
  if (!result->bytes) return 2;
  std::memcpy(result->bytes, utf8.data(), utf8.size());
  result->count = utf8.size();
  return 0;
}
