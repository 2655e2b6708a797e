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
  private static let lexicon = ValueLexicon<NormKind>(PackageResources.Triggers_txt) { fields in
    NormKind(rawValue: String(fields[0])).map { ($0, fields.dropFirst()) }
  }

  /// The scalars that a trigger or a compound may begin with.
  private static let leads: LeadTable = {
    let compounds = Set(NormWords.compounds.words.map { scalar(Array($0.utf8), at: 0).value })
    return LeadTable { lexicon.mayBegin($0) || compounds.contains($0) }
  }()

  private static let notObligation = NormWords.triggers["not-当"]

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
    let (lexicon, leads, compounds) = (Self.lexicon, Self.leads, NormWords.compounds)
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
      guard leads.mayBegin(current.value) else {
        i += current.length
        continue
      }
      let trigger = lexicon.match(bytes, at: i, lead: current.value, before: range.upperBound)
      if let compound = compounds.word(bytes, at: i, before: range.upperBound),
        i + compound.utf8.count > trigger?.end ?? 0,
        !isCut(bytes, compound, at: i, before: range.upperBound)
      {
        i += compound.utf8.count
        continue
      }
      guard let trigger, !endsParty(bytes, at: i, in: range) else {
        i += current.length
        continue
      }
      found.append(Trigger(range: i..<trigger.end, kind: trigger.tag))
      i = trigger.end
    }
    return found
  }

  /// 承包方|可以, 双方|可: 方 in front of 可 ends a party's name.
  private static func endsParty(_ bytes: [UInt8], at i: Int, in range: ByteRange) -> Bool {
    guard bytes.has("方可", at: i, before: range.upperBound) else { return false }
    return sides.word(bytes, ending: range.lowerBound..<i + 3) != nil
      || bytes.has("以", at: i + 6, before: range.upperBound)
  }

  private static let sides = NormWords.clauses["side"]
  /// What makes a modal of the 应 that a compound begins with, by the compound.
  private static let cuts: [Bytes: WordList] = Dictionary(
    resourceLines(PackageResources.Triggers_txt).filter { $0[0] == "cut" }.map {
      (Bytes(keeping: $0[1]), WordList(words: $0.dropFirst(2)))
    }, uniquingKeysWith: { first, _ in first })
  private static let carriers = NormWords.clauses["carrier"]

  /// Whether a compound parts: 适应|当地 before 应当, 应|对…进行 before a light verb, 应|征得.
  private static func isCut(_ bytes: [UInt8], _ compound: Bytes, at i: Int, before end: Int) -> Bool
  {
    let after = i + compound.utf8.count
    if bytes.has("应对", at: i, before: end) {
      let stop = bytes.find("，", in: window(bytes, after: after, to: end)) ?? end
      return carriers.first(bytes, in: window(bytes, after: after, to: stop)) != nil
    }
    if let tails = cuts[compound], tails.word(bytes, at: after, before: end) != nil {
      return true
    }
    guard bytes.ends(i..<after, with: "应"), bytes.has("当", at: after, before: end) else {
      return false
    }
    return notObligation.word(bytes, at: after, before: end) == nil
  }
}
