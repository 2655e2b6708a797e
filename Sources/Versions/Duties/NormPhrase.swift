// A piece of a norm as it is compared: its words evened out, the references in it carried over.

import HanText
import Legislation

/// Words of a norm.
struct NormPhrase: Sendable {
  /// For people; in the old version, with the numbers that the new one gives to the articles it cites.
  let text: [UInt8]
  /// What it is compared by, marks at its ends left out.
  let scalars: [UInt32]
  private let grams: [UInt64]

  init(_ text: [UInt8]) {
    self.text = text
    let evened = Self.compared(text).scalars
    let first = evened.firstIndex(where: isWord) ?? evened.count
    let last = evened.lastIndex(where: isWord) ?? first
    scalars = first < evened.count ? Array(evened[first...last]) : []
    var grams: Set<UInt64> = []
    for (a, b) in zip(scalars, scalars.dropFirst()) { grams.insert(UInt64(a) << 32 | UInt64(b)) }
    if scalars.count == 1 { grams.insert(UInt64(scalars[0])) }
    self.grams = grams.sorted()
  }

  /// A text evened out, with numbers in Chinese signs and characters of today: 5人 and 五人, 帐 and 账 are
  /// alike. Each scalar has the place of the one it stands for.
  private static func compared(_ text: [UInt8]) -> (scalars: [UInt32], places: [Int32]) {
    func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }
    let evened = EvenedText(text, .comparing)
    guard evened.scalars.contains(where: { isDigit($0) || DutyWords.same[$0] != nil }) else {
      return (evened.scalars, evened.places)
    }
    let scalars = evened.scalars
    var result: (scalars: [UInt32], places: [Int32]) = ([], [])
    var i = 0
    while i < scalars.count {
      let end = scalars[i...].firstIndex { !isDigit($0) } ?? scalars.count
      let before = i > 0 ? scalars[i - 1] : 0
      let isPart = isDigit(before) || before == 0x2E || end < scalars.count && scalars[end] == 0x2E
      var signs = [DutyWords.same[scalars[i]] ?? scalars[i]]
      var next = i + 1
      // Years, decimals and long numbers stay digits.
      if end > i, end - i <= 3, !isPart {
        let number = scalars[i..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
        signs = ChineseNumeral.format(number).unicodeScalars
          .map { DutyWords.same[$0.value] ?? $0.value }
        next = end
      }
      result.scalars += signs
      result.places += signs.map { _ in evened.places[i] }
      i = next
    }
    return result
  }

  var string: String { String(decoding: text, as: UTF8.self) }
  var isEmpty: Bool { scalars.isEmpty }

  /// The words that scalars of a range stand for, as the text writes them.
  func words(_ range: Range<Int>) -> [UInt8] {
    let evened = Self.compared(text)
    guard let first = evened.scalars.firstIndex(where: isWord), !range.isEmpty else { return [] }
    let end = first + range.upperBound
    let start = Int(evened.places[first + range.lowerBound])
    return Array(text[start..<(end < evened.places.count ? Int(evened.places[end]) : text.count)])
  }

  /// Whether it begins with a word of a list.
  func begins(with words: WordList) -> Bool { words.word(text, at: 0, before: text.count) != nil }

  /// Whether it says when or in which case: …的, …时, 未经….
  var isAntecedent: Bool {
    begins(with: DutyWords.unless)
      || DutyWords.antecedent.word(text, ending: trimmed(text, 0..<text.count)) != nil
  }

  /// Without the words of a list, wherever they stand.
  func without(_ words: WordList) -> NormPhrase {
    var rest: [UInt8] = []
    var i = 0
    while i < text.count {
      if let word = words.word(text, at: i, before: text.count) {
        i += word.utf8.count
      } else {
        rest.append(text[i])
        i += 1
      }
    }
    return NormPhrase(rest)
  }

  /// Without 的 at its end.
  var withoutParticle: NormPhrase {
    let particle = "的" as Bytes
    let range = trimmed(text, 0..<text.count)
    guard text.ends(range, with: particle), range.count > particle.utf8.count else { return self }
    return NormPhrase(Array(text[range.lowerBound..<range.upperBound - particle.utf8.count]))
  }
  /// Its pairs of neighbouring characters, sorted.
  var pairs: [UInt64] { grams }

  func says(_ other: NormPhrase) -> Bool { scalars == other.scalars }

  /// Whether all its words stand in the other, one after another.
  func stands(in other: NormPhrase) -> Bool {
    let count = scalars.count
    guard count > 0, count <= other.scalars.count else { return false }
    return (0...other.scalars.count - count).contains { start in
      other.scalars[start..<start + count].elementsEqual(scalars)
    }
  }

  /// The share of its neighbouring characters that another has too.
  func share(in other: NormPhrase) -> Double {
    guard !grams.isEmpty else { return 0 }
    let held = Set(other.grams)
    return Double(grams.count(where: held.contains)) / Double(grams.count)
  }

  /// How alike, 0 to 1: the share of neighbouring characters that both have, half of it measured by the
  /// shorter text, so that what only grew stays alike.
  func likeness(to other: NormPhrase) -> Double {
    if says(other) { return 1 }
    guard !grams.isEmpty, !other.grams.isEmpty else { return 0 }
    var (i, j, shared) = (0, 0, 0)
    while i < grams.count, j < other.grams.count {
      if grams[i] == other.grams[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if grams[i] < other.grams[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let both = Double(2 * shared) / Double(grams.count + other.grams.count)
    let least = Double(shared) / Double(min(grams.count, other.grams.count))
    return 0.5 * both + 0.5 * least
  }
}

/// Reads the phrases of one version.
struct PhraseSource {
  let document: ParsedDocument
  /// References by number, with the words to put in their place.
  private var carried: [(range: ByteRange, words: [UInt8])] = []

  /// A version whose numbers stand.
  init(_ document: ParsedDocument) { self.document = document }

  func phrase(_ range: ByteRange) -> NormPhrase { NormPhrase(words(range)) }

  /// The words of a range without those of `holes`, as far as they lie in it in order, and without one of
  /// `leads` right before a hole.
  func phrase(
    _ range: ByteRange, without holes: [ByteRange], leads: WordList = .none
  ) -> NormPhrase {
    var text: [UInt8] = []
    var start = range.lowerBound
    for hole in holes where hole.lowerBound >= start && hole.upperBound <= range.upperBound {
      text += words(start..<hole.lowerBound)
      if let lead = leads.word(text, ending: 0..<text.count) { text.removeLast(lead.utf8.count) }
      start = hole.upperBound
    }
    return NormPhrase(text + words(start..<range.upperBound))
  }

  private func words(_ range: ByteRange) -> [UInt8] {
    var text: [UInt8] = []
    var start = range.lowerBound
    let first = carried.partitioningIndex { $0.range.lowerBound >= range.lowerBound }
    for (place, words) in carried[first...] {
      guard place.upperBound <= range.upperBound else { break }
      text += document.utf8Text(in: start..<place.lowerBound) + words
      start = place.upperBound
    }
    return text + document.utf8Text(in: start..<range.upperBound)
  }
}

extension PhraseSource {
  /// The old version, the articles it cites of itself called by the numbers of the new one.
  init(_ document: ParsedDocument, _ citations: [OwnReference], carriedBy alignment: Alignment) {
    self.document = document
    var numbers: [ArticleKey: [ArticleKey]] = [:]
    for link in alignment.rows.lazy.flatMap(\.links) {
      numbers[link.old, default: []].append(link.new)
    }
    carried = citations.compactMap { citation in
      var words: [[UInt8]: [UInt8]] = [:]
      for key in citation.articles {
        guard let new = numbers[key], new.count == 1, new[0] != key else { continue }
        words[Array(key.chinese.utf8)] = Array(new[0].chinese.utf8)
      }
      guard !words.isEmpty else { return nil }
      let text = document.utf8Text(in: citation.range)
      let renamed = Self.renamed(text, words)
      return renamed == text ? nil : (citation.range, renamed)
    }
  }

  /// The longest name at each place gives way to another.
  private static func renamed(_ text: [UInt8], _ words: [[UInt8]: [UInt8]]) -> [UInt8] {
    let names = words.keys.sorted { $0.count > $1.count }
    var result: [UInt8] = []
    var i = 0
    while i < text.count {
      if let name = names.first(where: { text.has($0, at: i, before: text.count) }),
        let other = words[name]
      {
        result += other
        i += name.count
      } else {
        result.append(text[i])
        i += 1
      }
    }
    return result
  }
}
