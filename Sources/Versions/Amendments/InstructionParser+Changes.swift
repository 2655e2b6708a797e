// 修改为, 改为, 删去, 分为: what provisions and their words become.

import Citations
import HanText
import Legislation

extension InstructionParser {
  // MARK: 修改为, 改为

  mutating func readBecomes(at i: Int) -> Int {
    var j = skipFillers(i + 1)
    if case .count(let number, let level)? = kind(j) {
      if number > 1, divides(into: level) { begin(.split, at: i) }
      j = skipFillers(j + 1)
    } else if part == .heading, subject == [AmendedProvision([])], case .title(let title)? = kind(j)
    {
      // 名称修改为《…》
      let words = QuotedText(lines: [SourcedText(made: title)], range: lexemes[j].range)
      emit(.replace, at: i..<j + 1, texts: [words])
      return j + 1
    }
    while case .title? = kind(j) { j = skipFillers(j + 1) }
    if let (list, next) = address(j) { return readNumbers(list, at: i, from: next) }
    guard let (texts, next) = texts(j, afterColon: false) else {
      lacksText(at: i, from: j)
      return i + 1
    }
    if quotes.isEmpty && places.isEmpty {
      complete(with: texts, at: i..<next)
    } else {
      exchange(texts, at: i..<next)
    }
    return next
  }

  /// 作如下修改：“…”
  mutating func readAmends(at i: Int) -> Int {
    guard case .mark(Punctuation.colon)? = kind(skipFillers(i + 1)),
      case .quote? = kind(skipFillers(skipFillers(i + 1) + 1)), !subject.isEmpty
    else { return i + 1 }
    return readBecomes(at: i)
  }

  /// 修改为 without anything that may be new.
  private mutating func lacksText(at i: Int, from j: Int) {
    guard isOurs, structural == nil, isFollowed(by: .becomes, i) else { return }
    switch kind(j) {
    case nil, .other, .mark(Punctuation.colon), .mark(Punctuation.stop),
      .mark(Punctuation.semicolon):
      report()
    default: break
    }
  }

  /// 改为第X条: numbers of the new version, and perhaps a text behind them.
  private mutating func readNumbers(
    _ list: [AmendedProvision], at i: Int, from next: Int
  ) -> Int {
    var destinations = list.map(resolve)
    var following: AmendedProvision?
    if structural == nil, list.count > subject.count, list.count > 1,
      becomes(at: skipFillers(next))
    {
      // 第一条改为第二条、第二条改为第三条
      following = destinations.removeLast()
    }
    if let structural {
      // 移至第二章，作为第八条 says both where and which.
      let isMoved = operations[structural].action == .fold
      operations[structural].destinations =
        (isMoved ? operations[structural].destinations : []) + destinations
    } else if !deleting {
      emitNumbers(destinations, at: i..<next)
    }
    if let following {
      (subject, quotes, part, structural) = ([following], [], .whole, nil)
      return next
    }
    guard let (texts, end) = texts(skipFillers(next), afterColon: true) else { return next }
    complete(with: texts, at: i..<end)
    return end
  }

  private mutating func emitNumbers(_ destinations: [AmendedProvision], at range: Range<Int>) {
    let from = subject.compactMap(\.path.last?.level)
    let to = destinations.compactMap(\.path.last?.level)
    let isMany = destinations.count > 1 || destinations[0].through != nil
    if !from.isEmpty, from.allSatisfy({ !$0.isBlock }), to.allSatisfy({ $0 == .article }) {
      emit(.separate, at: range, destinations: destinations)
    } else if subject.count == 1, subject[0].through == nil, isMany, from == [to[0]] {
      emit(.split, at: range, destinations: destinations)
    } else {
      emit(.renumber, at: range, destinations: destinations)
      guard from.allSatisfy(\.isBlock), to.allSatisfy({ !$0.isBlock }) else { return }
    }
    if isOurs { structural = operations.count - 1 }
  }

  /// New text for what was just merged or parted off, else for the subject.
  private mutating func complete(with texts: [QuotedText], at range: Range<Int>) {
    let source = bytes(range)
    func joined(_ old: ByteRange) -> ByteRange {
      min(old.lowerBound, source.lowerBound)..<max(old.upperBound, source.upperBound)
    }
    if let structural {
      operations[structural].texts = texts
      operations[structural].range = joined(operations[structural].range)
    } else if part == .heading, let awaiting, operations[awaiting].level?.isDivision == true {
      // 增加一章，章名为“…”
      operations[awaiting].texts = texts
      (self.awaiting, part) = (nil, .whole)
    } else if let strike, texts.count == operations[strike].phrases.count {
      // 删去“A”，改为“B”
      operations[strike].action = .substitute
      operations[strike].texts = texts
      operations[strike].range = joined(operations[strike].range)
      self.strike = nil
    } else {
      emit(.replace, at: range, texts: texts)
    }
  }

  /// “A”修改为“B”, in one place or in several.
  private mutating func exchange(_ texts: [QuotedText], at range: Range<Int>) {
    let places = takePlaces()
    let count = places.reduce(0) { $0 + $1.quotes.count }
    let isOneEach = texts.count > 1 && texts.count == count
    var used = 0
    for place in places {
      let own = isOneEach ? Array(texts[used..<used + place.quotes.count]) : texts
      used += place.quotes.count
      // The title shares its words with the provisions named behind it.
      let phrases = (place.quotes.isEmpty ? places.last?.quotes ?? [] : place.quotes).map(\.joined)
      // The old paragraphs of a provision, all quoted, and the new ones.
      let isWhole =
        texts.count > 1 && texts.count != count
        && phrases.allSatisfy { $0.lastValue.map(Punctuation.endsLine) ?? false }
      apply(place) { parser in
        if !isOneEach, phrases.count == 1, texts.count > 1, texts.count == place.subject.count {
          // 第一条、第二条中的“A”分别修改为“B”、“C”
          for (target, text) in zip(place.subject, texts) {
            parser.emit(.substitute, targets: [target], at: range, phrases: phrases, texts: [text])
          }
          return
        }
        parser.emit(isWhole ? .replace : .substitute, at: range, phrases: phrases, texts: own)
      }
    }
    if hasList, subject == [AmendedProvision([])] || !isOurs { makeTemplate() }
  }

  /// Emits what is done in a place.
  private mutating func apply(
    _ place: QuotedPlace, _ emitting: (inout InstructionParser) -> Void
  ) {
    let now = (subject, part, isEverywhere, isOurs)
    (subject, part, isEverywhere, isOurs) = (
      place.subject, place.part, place.isEverywhere, place.isOurs
    )
    emitting(&self)
    (subject, part, isEverywhere, isOurs) = now
  }

  /// What was just read is done to the provisions listed below, not here.
  private mutating func makeTemplate() {
    guard let last = operations.popLast() else { return }
    (template, subject) = (last, [])
  }

  // MARK: 分为

  /// 分为两条, 分为第十条、第十一条
  mutating func readSplit(at i: Int) -> Int {
    begin(.split, at: i)
    var j = skipFillers(i + 1)
    if case .count? = kind(j) { j = skipFillers(j + 1) }
    guard let (list, next) = address(j) else { return j }
    if let structural { operations[structural].destinations = list.map(resolve) }
    return next
  }

  /// Whether 改为两条 parts what is amended, rather than give it two lines.
  private func divides(into level: Level) -> Bool {
    guard subject.count == 1, quotes.isEmpty, structural == nil else { return false }
    return subject[0].path.last?.level == level
  }

  // MARK: 删去

  mutating func readDelete(at i: Int) -> Int {
    sentenceDeletes = true
    let j = skipFillers(i + 1)
    switch kind(j) {
    case nil, .mark:
      // “A”删去, 第九条删去
      if quotes.isEmpty && places.isEmpty {
        emit(.delete, at: i..<i + 1)
      } else {
        strikeQuotes(at: i..<i + 1)
      }
    default:
      flushDeletion()
      (deleting, toDelete, structural) = (true, [], nil)
      part = part == .lead ? .whole : part
    }
    return i + 1
  }

  mutating func strikeQuotes(at range: Range<Int>) {
    let places = takePlaces()
    for place in places {
      let quotes = place.quotes.isEmpty ? places.last?.quotes ?? [] : place.quotes
      apply(place) { $0.emit(.strike, at: range, phrases: quotes.map(\.joined)) }
    }
    strike = operations.indices.last
  }

  mutating func flushDeletion() {
    if deleting, !toDelete.isEmpty {
      emit(.delete, targets: toDelete, at: 0..<lexemes.count)
    }
    toDelete = []
  }

  // MARK: 条文顺序作相应调整

  /// “第八条”调整为“第七条” behind it: quoted numbers are numbers.
  mutating func readReordered(from start: Int) -> Int {
    var old: AmendedProvision?
    for i in start..<lexemes.count {
      guard case .quote(let quote) = lexemes[i].kind else { continue }
      let address = Address(quote.joined.string)
      guard address.law == nil, !address.path.isEmpty else { continue }
      if let from = old {
        emit(
          .renumber, targets: [from], at: i..<i + 1, destinations: [AmendedProvision(address.path)])
        old = nil
      } else {
        old = AmendedProvision(address.path)
      }
    }
    return lexemes.count
  }
}
