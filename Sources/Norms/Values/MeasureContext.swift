// What stands around the words of a sanction: the joints before them, and what amounts are counted by.

import HanText
import Legislation

/// The run of joints, 可以 and adverbs that stands right before a word.
struct Links {
  private var start = 0
  private var end = -1
  private var hasJoint = false
  /// The first adverb behind the last joint: 限期.
  private var adverb: Int?
  private var passiveEnd: Int?
  /// The end of the last such word that no act has followed: 被查封、扣押.
  private var passiveReach: Int?
  private var hasWords = false
  /// The end of a length of time that begins the clause: 一年内暂停….
  private var timeEnd = 0

  /// Room for 其 or 予 between the run and its word, in bytes.
  private static let room = 6

  mutating func add(_ event: MeasureEvent) {
    passiveEnd = nil
    guard case .word(let tag) = event.role else {
      end = -1
      if case .time = event.role, !hasWords {
        timeEnd = event.range.upperBound
      } else {
        hasWords = true
      }
      return
    }
    switch tag {
    case .joint, .permit, .adverb, .limit:
      if end < 0 || event.range.lowerBound - end > Self.room {
        (start, hasJoint, adverb) = (event.range.lowerBound, false, nil)
      }
      end = event.range.upperBound
      switch tag {
      case .adverb, .limit: adverb = adverb ?? event.range.lowerBound
      default: (hasJoint, adverb) = (true, nil)
      }
    case .passive:
      (passiveEnd, passiveReach) = (event.range.upperBound, event.range.upperBound)
      end = -1
    case .shield, .edge, .daily, .each, .points, .paper: end = -1
    case .impose, .grant, .frame: (end, hasWords, passiveReach) = (-1, true, nil)
    default: (end, hasWords) = (-1, true)
    }
  }

  private func isAdjacent(_ word: ByteRange) -> Bool {
    end >= 0 && word.lowerBound - end <= Self.room
  }

  /// Where the run with a joint before `word` begins.
  func joint(before word: ByteRange) -> Int? {
    isAdjacent(word) && hasJoint ? start : nil
  }

  /// Where `word` begins with its run, or with its adverbs only.
  func start(of word: ByteRange, adverbsOnly: Bool = false) -> Int {
    guard isAdjacent(word) else { return word.lowerBound }
    return adverbsOnly ? adverb ?? word.lowerBound : start
  }

  /// Whether 被, 未 or the like stands right before, or before the list that the word is in.
  func isPassive(before word: ByteRange) -> Bool {
    if passiveEnd == word.lowerBound { return true }
    guard let reach = passiveReach, joint(before: word) != nil else { return false }
    return word.lowerBound - reach <= Self.list
  }

  /// Room for the acts between 被 and the last of them, in bytes.
  private static let list = 36

  /// Whether nothing but joints stands between the beginning of the clause and `word`.
  func isFirst(_ word: ByteRange, in clause: ByteRange) -> Bool {
    !hasWords && start(of: word) - max(clause.lowerBound, timeEnd) <= Self.room / 2
  }
}

/// The amounts of a clause that no measure has yet, and what the next is a multiple of or counted by.
struct AmountContext {
  let bytes: [UInt8]
  var amounts: [Amount] = []
  var isDaily = false
  /// In front of what an amount is a multiple of: behind 处, 按照 and the amount before.
  var basisStart: Int?
  /// Where 按 or 每日 in front of the amounts begins.
  private var lead: Int?
  private var perStart: Int?
  private var per: ByteRange?

  /// The longest basis and unit, in bytes; what is longer is a clause.
  private static let longest = 120

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Where the amounts begin, with what they are of.
  var start: Int? {
    amounts.first.map {
      min(
        $0.range.lowerBound, $0.basis?.lowerBound ?? .max, $0.per?.lowerBound ?? .max, lead ?? .max)
    }
  }

  /// Keeps the place of 按 or 每日.
  mutating func begin(at start: Int) {
    if amounts.isEmpty { lead = lead ?? start }
  }

  /// The amounts for a measure that takes them.
  mutating func take() -> [Amount] {
    defer { (amounts, lead) = ([], nil) }
    return amounts
  }

  mutating func beginPer(at start: Int) { (perStart, per) = (start, nil) }

  /// Ends what began with 每, if it has not ended.
  mutating func endPer(at end: Int) {
    guard let start = perStart, per == nil else { return }
    per = words(start..<end)
  }

  /// The amount with its basis, its unit and whether it is daily.
  mutating func placed(_ amount: Amount) -> Amount {
    var amount = amount
    endPer(at: amount.range.lowerBound)
    amount.per = per
    amount.isDaily = isDaily
    if amount.unit == .times, let basisStart {
      amount.basis = words(basisStart..<max(basisStart, amount.range.lowerBound))
    }
    (perStart, per) = (nil, nil)
    basisStart = amount.range.upperBound
    return amount
  }

  /// `range` without the small words at its ends; nil where nothing is left.
  private func words(_ range: ByteRange) -> ByteRange? {
    var range = trimmed(bytes, range)
    while let word = MeasureWords.lexicon.match(
      bytes, at: range.lowerBound, before: range.upperBound),
      word.tag.isSmall
    {
      range = word.end..<range.upperBound
    }
    while let word = AmountWords.fillers.word(bytes, ending: range) {
      range = range.lowerBound..<range.upperBound - word.utf8.count
    }
    return range.isEmpty || range.count > Self.longest ? nil : range
  }
}

extension MeasureWords.Tag {
  /// Whether it is no part of what an amount is of.
  fileprivate var isSmall: Bool {
    switch self {
    case .joint, .by, .impose, .grant: true
    default: false
    }
  }
}

extension MeasureKind {
  /// Whether amounts say how much of it.
  var hasAmounts: Bool {
    switch self {
    case .fine, .dailyFine, .surcharge, .lateFee, .criminalFine: true
    default: false
    }
  }

  /// Whether lengths of time say how long it lasts.
  var hasDuration: Bool {
    switch self {
    case .detention, .imprisonment, .criminalDetention, .publicSurveillance, .businessSuspension,
      .licenceSuspension, .ban, .disqualification, .deprivationOfRights, .cessation, .closure,
      .creditRecord, .publication, .seizure:
      true
    default: false
    }
  }
}
