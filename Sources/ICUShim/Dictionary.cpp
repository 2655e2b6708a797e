// ICU's Chinese and Japanese dictionary as plain arrays: words and costs, and what it cuts.

#include "ICUShim.h"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
#include <unicode/uniset.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <cstring>
#include <vector>

using namespace icu;

namespace {
// Layout of a ".dict" file (ICU's dictionarydata.h): eight 32-bit indexes, then the trie.
constexpr int kTrieOffset = 0;
constexpr int kTrieType = 4;
constexpr int32_t kTrieTypeMask = 7;
constexpr int32_t kTrieOfUnits = 1;

template <typename T>
T *copied(const std::vector<T> &values) {
  T *copy = static_cast<T *>(std::malloc(values.size() * sizeof(T) + 1));
  if (copy) std::memcpy(copy, values.data(), values.size() * sizeof(T));
  return copy;
}
}  // namespace

int32_t icu_dictionary_read(ICUDictionary *dictionary) {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory *data = udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &status);
  if (U_FAILURE(status)) return 1;
  const int32_t *indexes = static_cast<const int32_t *>(udata_getMemory(data));
  if ((indexes[kTrieType] & kTrieTypeMask) != kTrieOfUnits) {
    udata_close(data);
    return 1;
  }
  const char *start = reinterpret_cast<const char *>(indexes) + indexes[kTrieOffset];
  std::vector<uint16_t> units;
  std::vector<uint32_t> ends;
  std::vector<uint8_t> costs;
  {
    UCharsTrie::Iterator words(reinterpret_cast<const char16_t *>(start), 0, status);
    while (words.next(status) && U_SUCCESS(status)) {
      const UnicodeString &word = words.getString();
      const int32_t cost = words.getValue();
      units.insert(units.end(), word.getBuffer(), word.getBuffer() + word.length());
      ends.push_back(static_cast<uint32_t>(units.size()));
      costs.push_back(static_cast<uint8_t>(cost < 0 ? 0 : cost > 255 ? 255 : cost));
    }
  }
  udata_close(data);
  if (U_FAILURE(status) || ends.empty()) return 1;
  dictionary->units = copied(units);
  dictionary->ends = copied(ends);
  dictionary->costs = copied(costs);
  dictionary->count = ends.size();
  if (dictionary->units && dictionary->ends && dictionary->costs) return 0;
  icu_dictionary_free(dictionary);
  return 1;
}

void icu_dictionary_free(ICUDictionary *dictionary) {
  std::free(dictionary->units);
  std::free(dictionary->ends);
  std::free(dictionary->costs);
  *dictionary = ICUDictionary{};
}

int32_t icu_dictionary_set(uint8_t *members) {
  UErrorCode status = U_ZERO_ERROR;
  // The set of ICU's CjkBreakEngine for Chinese and Japanese.
  const UnicodeSet set(
    u"[[:Han:][:Hiragana:][:Katakana:]\\u30fc\\uff70\\uff9e\\uff9f]", status);
  if (U_FAILURE(status)) return 1;
  for (UChar32 scalar = 0; scalar < 0x10000; ++scalar) members[scalar] = set.contains(scalar);
  return 0;
}
