// 增加: provisions and words that are put in, and the quotations that hold them.

import Citations
import HanText
import Legislation

extension InstructionParser {
  mutating func readAdd(at i: Int) -> Int {
    var j = skipFillers(i + 1)
    if case .count(let number, let level)? = kind(j), level != .sentence {
      return insert(number, level, at: i, from: j + 1)
    }
    if case .count? = kind(j) { j = readSentencePlace(skipFillers(j + 1)) }
    // 增写一句，内容为：“…”
    if case .mark(Punctuation.comma)? = kind(j), texts(skipFillers(j + 1), afterColon: false) != nil
    {
      j = skipFillers(j + 1)
    }
    if let (list, next) = address(j) {
      return insert(list.count, list[0].path.last?.level ?? .article, at: i, from: next, as: list)
    }
    guard let (texts, next) = texts(j, afterColon: false) else {
      if isOurs, place != nil { report() }
      return i + 1
    }
    let place = self.place
    self.place = nil
    quotes = []
    emit(.add, at: i..<next, texts: texts, place: place)
    return next
  }

  /// ，作为第二句 behind 增加一句.
  private mutating func readSentencePlace(_ start: Int) -> Int {
    var j = skipComma(start)
    if becomes(at: j) { j = skipFillers(j + 1) }
    guard case .sentences(let number, count: 1)? = kind(j) else { return start }
    place = number < 0 ? .end : .sentence(number)
    return skipFillers(j + 1)
  }

  private mutating func insert(
    _ number: Int, _ level: Level, at i: Int, from start: Int, as named: [AmendedProvision] = []
  ) -> Int {
    var j = skipFillers(start)
    if becomes(at: skipComma(j)) { j = skipComma(j) }
    if becomes(at: j) { j = skipFillers(j + 1) }
    var destinations = named.map(resolve)
    if let (list, next) = address(j) {
      destinations = list.map(resolve)
      j = skipFillers(next)
    }
    let place = self.place
    (self.place, quotes) = (nil, [])
    j = skipComma(j)
    let found = texts(j, afterColon: false)
    emit(
      .insert, at: i..<(found?.1 ?? j), texts: found?.0 ?? [], destinations: destinations,
      place: place, level: level)
    if isOurs, found == nil || level.isDivision { awaiting = operations.count - 1 }
    return found?.1 ?? j
  }

  /// 包括一条：“…”, 包括第十条至第十二条: what stands in a chapter that is put in.
  mutating func readComprised(at i: Int) -> Int {
    guard isOurs, let heading = awaiting, operations[heading].level?.isDivision == true else {
      return i + 1
    }
    var j = skipFillers(i + 1)
    var articles: [AmendedProvision] = []
    if case .count(_, .article)? = kind(j) { j = skipFillers(j + 1) }
    if becomes(at: skipComma(j)) { j = skipFillers(skipComma(j) + 1) }
    if let (list, next) = address(j) { (articles, j) = (list, skipFillers(next)) }
    guard let (texts, end) = texts(skipComma(j), afterColon: true) else {
      operations[heading].destinations += articles
      return j
    }
    emit(.insert, at: i..<end, texts: texts, destinations: articles, level: .article)
    return end
  }

  // MARK: Quotations

  mutating func readQuote(_ quote: QuotedText, at i: Int) -> Int {
    mentions = mentions || isOurs
    if deleting {
      (toDelete, place) = ([], nil)
      if subject.isEmpty { subject = [AmendedProvision([])] }
      emit(.strike, at: i..<i + 1, phrases: [quote.joined])
      strike = isOurs ? operations.count - 1 : nil
      if hasList, subject == [AmendedProvision([])] { template = operations.popLast() }
      return i + 1
    }
    if let awaiting, operations.indices.contains(awaiting), operations[awaiting].texts.isEmpty,
      !becomes(at: skipFillers(i + 1))
    {
      operations[awaiting].texts = [quote]
      if operations[awaiting].level?.isDivision != true { self.awaiting = nil }
      return i + 1
    }
    quotes.append(quote)
    return i + 1
  }

  /// The quotations at `i`: one, several beside each other, or several joined by 、 that no 修改为 follows.
  func texts(_ start: Int, afterColon: Bool) -> ([QuotedText], Int)? {
    var i = start
    var sawColon = false
    if case .mark(Punctuation.colon)? = kind(i) {
      (i, sawColon) = (skipFillers(i + 1), true)
    }
    guard case .quote(let first)? = kind(i),
      sawColon || !afterColon || !becomes(at: i + 1)
    else { return nil }
    var texts = [first]
    i += 1
    while true {
      var j = i
      if case .mark(Punctuation.enumerationComma)? = kind(j) { j += 1 }
      j = skipFillers(j)
      guard case .quote(let quote)? = kind(j), !becomes(at: skipFillers(j + 1)),
        !isFollowed(by: .after, j + 1), !isFollowed(by: .inside, j + 1)
      else { return (texts, i) }
      texts.append(quote)
      i = j + 1
    }
  }
}
