// ICU's words, the lexicon's terms and the units, coded and sorted for the trie.

import ICUShim

/// ICU's dictionary: words in UTF-16 order, each with its cost.
struct ICUWords {
  let units: [UInt16]
  let ends: [UInt32]
  let costs: [UInt8]

  /// nil where ICU's data has no Chinese dictionary.
  init?() {
    var dictionary = ICUDictionary()
    guard icu_dictionary_read(&dictionary) == 0 else { return nil }
    defer { icu_dictionary_free(&dictionary) }
    let count = dictionary.count
    ends = Array(UnsafeBufferPointer(start: dictionary.ends, count: count))
    costs = Array(UnsafeBufferPointer(start: dictionary.costs, count: count))
    units = Array(UnsafeBufferPointer(start: dictionary.units, count: Int(ends.last ?? 0)))
  }
}

/// Gives every character a code and every word its entry.
struct DictionaryBuilder {
  private(set) var codes = [UInt16](repeating: 0, count: 0x10000)
  private(set) var codeCount = 0
  private(set) var kanaStart: UInt16 = 0
  private(set) var kanaEnd: UInt16 = 0
  private var words: [Word] = []
  private var units: [UInt16] = []
  /// `units` as codes.
  private var coded: [UInt16] = []

  /// A word as scalars of the Basic Multilingual Plane in `units`.
  private struct Word {
    var start: Int32
    var count: Int32
    var value: UInt16
    var isUnit: Bool
  }

  /// ICU's engine looks no further than this many scalars.
  private static let longestWord = 20

  /// A run of Arabic digits alone, as cheap as one with its unit.
  private static let digitCost: UInt16 = 30

  init(words source: ICUWords?, lexicon: Lexicon) {
    if let source { add(source) }
    var extra: [Word] = []
    for term in lexicon.terms {
      append(term.text, value: UInt16(min(term.cost, Lexicon.largestCost) + 1), to: &extra)
    }
    for fields in resourceLines(PackageResources.Units_txt) {
      for field in fields { append(String(field), value: 0, to: &extra) }
    }
    merge(extra)
    assignCodes()
  }

  func trie() -> DoubleArray {
    let entries = words.map {
      TrieEntry(start: $0.start, count: $0.count, value: $0.value, isUnit: $0.isUnit)
    }
    var builder = DoubleArrayBuilder(codes: coded, entries: entries, codeCount: codeCount)
    return builder.build(digitCost: Self.digitCost)
  }

  private mutating func add(_ source: ICUWords) {
    units = source.units
    words.reserveCapacity(source.ends.count)
    var start: UInt32 = 0
    for (end, cost) in zip(source.ends, source.costs) {
      let range = Int(start)..<Int(end)
      start = end
      // ICU's matcher reads scalars where its trie holds UTF-16 units: words with surrogates never
      // match.
      guard range.count <= Self.longestWord,
        !units[range].contains(where: { $0 & 0xF800 == 0xD800 })
      else { continue }
      words.append(
        Word(
          start: Int32(range.lowerBound), count: Int32(range.count), value: UInt16(cost) + 1,
          isUnit: false))
    }
  }

  /// Appends a term; a unit has value 0.
  private mutating func append(_ term: String, value: UInt16, to extra: inout [Word]) {
    let scalars = term.unicodeScalars.map(\.value)
    guard !scalars.isEmpty, scalars.allSatisfy({ $0 < 0x10000 }) else { return }
    extra.append(
      Word(
        start: Int32(units.count), count: Int32(scalars.count), value: value, isUnit: value == 0))
    units += scalars.map { UInt16($0) }
  }

  /// Sorts the added terms among the words; of equal ones the later cost holds.
  private mutating func merge(_ extra: [Word]) {
    var sorted: [Word] = []
    for (_, word) in extra.enumerated().sorted(by: {
      precedes($0.element, $1.element)
        || (!precedes($1.element, $0.element) && $0.offset < $1.offset)
    }) {
      combine(word, into: &sorted)
    }
    var merged: [Word] = []
    merged.reserveCapacity(words.count + sorted.count)
    var i = 0
    for word in sorted {
      while i < words.count, !precedes(word, words[i]) {
        merged.append(words[i])
        i += 1
      }
      combine(word, into: &merged)
    }
    merged += words[i...]
    words = merged
  }

  private func combine(_ word: Word, into list: inout [Word]) {
    guard let last = list.last, !precedes(last, word) else {
      list.append(word)
      return
    }
    if word.value > 0 { list[list.count - 1].value = word.value }
    if word.isUnit { list[list.count - 1].isUnit = true }
  }

  private func precedes(_ a: Word, _ b: Word) -> Bool {
    let end = Int(min(a.count, b.count))
    for i in 0..<end {
      let (x, y) = (units[Int(a.start) + i], units[Int(b.start) + i])
      if x != y { return x < y }
    }
    return a.count < b.count
  }

  /// Signs of numbers first, then katakana, so that one comparison tells them; then the characters
  /// by how common the words are that hold them, so that what is read often stands together.
  private mutating func assignCodes() {
    var next = SegmentationDictionary.Code.firstNumeral
    func assign(_ scalar: UInt32, _ codes: inout [UInt16]) {
      guard codes[Int(scalar)] == 0 else { return }
      codes[Int(scalar)] = next
      next += 1
    }
    // Words hold 一 and 第 too; only their codes are set apart.
    for scalar in NumeralTable.shared.scalars { assign(scalar, &codes) }
    assign(Mark.ordinal, &codes)
    kanaStart = next
    // As ICU's engine takes katakana; half-width forms fold into these.
    for scalar in 0x30A1...0x30FE where scalar != 0x30FB { assign(UInt32(scalar), &codes) }
    kanaEnd = next
    var counts = [Int](repeating: 0, count: 0x10000)
    for word in words {
      // Costs are logarithmic: 12 less is about twice as common.
      let weight = 1 << ((Lexicon.largestCost + 1 - min(Int(word.value), 256)) / 12)
      for unit in units[Int(word.start)..<Int(word.start + word.count)] {
        counts[Int(unit)] += weight
      }
    }
    let byCount = (UInt32(0)..<0x10000).filter { counts[Int($0)] > 0 }
      .sorted { (-counts[Int($0)], $0) < (-counts[Int($1)], $1) }
    for scalar in byCount { assign(scalar, &codes) }
    codeCount = Int(next)
    coded = units.map { codes[Int($0)] }
    // What ICU would not cut by dictionary is no part of a run, even where a word holds it.
    var members = [UInt8](repeating: 0, count: 0x10000)
    guard icu_dictionary_set(&members) == 0 else { return }
    let folding = FoldingTable()
    var inRuns = [UInt16](repeating: 0, count: 0x10000)
    for scalar in 0..<0x10000 where members[scalar] != 0 {
      let folded = folding.folded(UInt32(scalar), script: false)
      let code = folded.count == 1 && folded[0] < 0x10000 ? codes[Int(folded[0])] : 0
      inRuns[scalar] = max(code, SegmentationDictionary.Code.unknown)
    }
    // ○ and ◯ for 〇 are symbols to ICU; the grammar of numbers wants them.
    for scalar in NumeralTable.shared.scalars { inRuns[Int(scalar)] = codes[Int(scalar)] }
    codes = inRuns
  }
}
