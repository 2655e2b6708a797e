// The words that may make a norm, found in a passage; whether they do is decided by what stands around them.

import HanText
import Legislation

/// A word that may make a norm.
struct Trigger {
  var range: ByteRange
  let kind: NormKind
  /// Whether it is a sanction's verb and no modal.
  var isVerb: Bool { kind == .sanction }
}

/// Finds the words of the trigger lists outside brackets, quotations and titles.
struct TriggerScanner {
  private struct Entry: Sendable {
    let word: Bytes
    let kind: NormKind
  }

  /// The words by their first scalar.
  private static let table: [UInt32: [Entry]] = {
    var table: [UInt32: [Entry]] = [:]
    for kind in NormKind.allCases {
      for word in NormWords.triggers[kind.rawValue].words {
        table[scalar(Array(word.utf8), at: 0).value, default: []].append(Entry(word: word, kind: kind))
      }
    }
    return table.mapValues { $0.sorted { $0.word.utf8.count > $1.word.utf8.count } }
  }()

  /// One bit for each scalar that a trigger or a compound may begin with.
  private static let firsts: [Bool] = {
    var firsts = [Bool](repeating: false, count: 0x10000)
    for value in table.keys { firsts[Int(value)] = true }
    for word in NormWords.compounds.words { firsts[Int(scalar(Array(word.utf8), at: 0).value)] = true }
    return firsts
  }()

  /// The candidates of `range` in order.
  static func candidates(_ bytes: [UInt8], _ range: ByteRange, _ marks: Clauses) -> [Trigger] {
    let found = triggers(bytes, range, nested: marks.nested)
    let parted = obligations(bytes, range, marks).filter { candidate in
      !found.contains { $0.range.overlaps(candidate.range) }
    }
    return parted.isEmpty
      ? found : (found + parted).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// 有保护环境的义务: the operator stands apart from its noun.
  private static func obligations(
    _ bytes: [UInt8], _ range: ByteRange, _ marks: Clauses
  ) -> [Trigger] {
    var found: [Trigger] = []
    var start = range.lowerBound
    while let noun = bytes.find("的义务", in: start..<range.upperBound) {
      start = noun + 9
      let isEnd =
        start == range.upperBound
        || marks.first(
          [.comma, .semicolon, .stop, .colon], in: start..<min(range.upperBound, start + 3))
          != nil
      let clause =
        marks.last([.comma, .semicolon, .stop, .colon], in: range.lowerBound..<noun)?
        .range.upperBound ?? range.lowerBound
      guard isEnd, let verb = bytes.find("有", in: clause..<noun),
        !marks.nested.contains(where: { $0.contains(verb) }),
        NormWords.notOpeners.word(bytes, at: verb, before: noun) == nil,
        NormWords.compounds.word(bytes, at: verb, before: noun) == nil
      else { continue }
      found.append(Trigger(range: verb..<verb + 3, kind: .duty))
    }
    return found
  }

  /// The words of the trigger lists in `range`.
  private static func triggers(_ bytes: [UInt8], _ range: ByteRange, nested: [ByteRange])
    -> [Trigger]
  {
    var found: [Trigger] = []
    var next = nested.partitioningIndex { $0.upperBound > range.lowerBound }
    var i = range.lowerBound
    while i < range.upperBound {
      if next < nested.count, nested[next].lowerBound <= i {
        i = max(i, nested[next].upperBound)
        next += 1
        continue
      }
      let current = scalar(bytes, at: i)
      guard current.value < 0x10000, firsts[Int(current.value)] else {
        i += current.length
        continue
      }
      let entry = table[current.value]?.first {
        bytes.has($0.word, at: i, before: range.upperBound)
      }
      if let compound = NormWords.compounds.word(bytes, at: i, before: range.upperBound),
        compound.utf8.count > entry?.word.utf8.count ?? 0,
        !isCut(bytes, compound, at: i, before: range.upperBound)
      {
        i += compound.utf8.count
        continue
      }
      guard let entry else {
        i += current.length
        continue
      }
      let end = i + entry.word.utf8.count
      found.append(Trigger(range: i..<end, kind: entry.kind))
      i = end
    }
    return found
  }

  /// 适应|当地, 对|应当: a compound that ends in 应 gives way to 应当.
  private static func isCut(_ bytes: [UInt8], _ compound: Bytes, at i: Int, before end: Int) -> Bool
  {
    let after = i + compound.utf8.count
    guard bytes.ends(i..<after, with: "应"), bytes.has("当", at: after, before: end) else {
      return false
    }
    return NormWords.triggers["not-当"].word(bytes, at: after, before: end) == nil
  }
}
