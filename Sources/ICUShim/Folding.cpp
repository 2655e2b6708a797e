// Per-scalar facts from ICU: compatibility folding, simplified forms, the version they came from.

#include "ICUShim.h"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <memory>
#include <string>

using namespace icu;

const char *icu_version(void) {
  // The library loaded, which may be newer than the headers.
  static const std::string version = [] {
    UVersionInfo numbers;
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(numbers);
    u_versionToString(numbers, text);
    return std::string(text);
  }();
  return version.c_str();
}

int32_t icu_nfkc_casefold(uint32_t scalar, uint32_t *folded) {
  UErrorCode status = U_ZERO_ERROR;
  const Normalizer2 *normalizer = Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return -1;
  const UnicodeString result =
    normalizer->normalize(UnicodeString(static_cast<UChar32>(scalar)), status);
  if (U_FAILURE(status)) return -1;
  int32_t written = 0;
  for (int32_t i = 0; i < result.length() && written < 32; i = result.moveIndex32(i, 1)) {
    folded[written++] = static_cast<uint32_t>(result.char32At(i));
  }
  return written;
}

int32_t icu_simplify(uint16_t first, int32_t count, uint16_t *simplified) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<Transliterator> transliterator(
    Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return 1;
  for (int32_t i = 0; i < count; ++i) {
    const UChar32 scalar = first + i;
    UnicodeString text(scalar);
    transliterator->transliterate(text);
    const bool single = text.length() == 1;
    simplified[i] = static_cast<uint16_t>(single ? text.charAt(0) : scalar);
  }
  return 0;
}
