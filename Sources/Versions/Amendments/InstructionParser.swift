// Instructions to operations: what is done to which provision, read word by word from left to right.

import Citations
import HanText
import Legislation

/// The operations a decision asks of one instrument.
struct Amendments {
  private(set) var operations: [AmendmentOperation] = []
  private(set) var unread: [UnreadInstruction] = []
  /// What limits the application of provisions and leaves their words.
  private(set) var suspensions: [UnreadInstruction] = []
  /// The instruments the decision names at the head of an instruction, in order.
  private(set) var scopes: [String] = []

  /// Reads `decision` for what it does to the instrument titled `title`.
  init(_ decision: ParsedDocument, amending title: String) {
    let instructions = InstructionReader.read(decision)
    var scopes: [String] = []
    for instruction in instructions where instruction.acts || instruction.suspends {
      if let scope = instruction.scope, !scopes.contains(scope) { scopes.append(scope) }
    }
    let named = Self.titles(in: decision.metadata.title)
    let isOnly = named.count == 1 && !decision.metadata.title.contains("等")
    let instrument = AmendedInstrument(
      title: title,
      isDefault: named.isEmpty ? scopes.isEmpty : isOnly && AmendedInstrument.name(named[0], title))
    self.scopes = scopes.isEmpty ? named : scopes
    // What each point was about last, for those below it and the lines after it.
    var contexts: [(point: String, context: [AmendedProvision])] = []
    for instruction in instructions where instrument.isMeant(instruction) {
      contexts.removeAll { !instruction.point.hasPrefix($0.point) }
      var parser = InstructionParser(instruction, instrument, contexts.last?.context ?? [])
      parser.parse()
      operations += parser.operations
      unread += parser.unread
      if parser.suspends {
        suspensions.append(UnreadInstruction(point: instruction.point, range: instruction.range))
      }
      contexts.removeAll { $0.point == instruction.point }
      contexts.append((instruction.point, parser.subject))
    }
  }

  private static func titles(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var titles: [String] = []
    var i = 0
    while let mark = bytes.find("《", in: i..<bytes.count),
      let title = markedTitle(bytes, at: mark, before: bytes.count)
    {
      titles.append(titleText(bytes, title.text))
      i = title.end
    }
    return titles
  }
}

/// The instrument whose amendments are read.
struct AmendedInstrument {
  let title: String
  /// Whether an instruction that names no instrument is about it.
  let isDefault: Bool

  /// Whether a decision's name for an instrument is that of the one titled `title`; courts leave out their own
  /// name at its beginning.
  static func name(_ name: String, _ title: String) -> Bool {
    let (key, own) = (titleKey(name), titleKey(title))
    return key == own || (key.hasPrefix("关于") && own.hasSuffix(key))
  }

  func isNamed(_ name: String) -> Bool { Self.name(name, title) }

  /// Whether an instruction is about it, or names it further on.
  func isMeant(_ instruction: Instruction) -> Bool {
    if let scope = instruction.scope {
      if isNamed(scope) { return true }
    } else if isDefault {
      return true
    }
    return instruction.lexemes.contains {
      if case .title(let title) = $0.kind { isNamed(title) } else { false }
    } || instruction.isReordering && instruction.scope == nil
  }
}

extension Instruction {
  /// 此外，对相关行政法规中的条文序号作相应调整: said of all instruments of a decision.
  var isReordering: Bool {
    lexemes.contains { if case .word(.reorder) = $0.kind { true } else { false } }
  }
}

/// Reads one instruction.
struct InstructionParser {
  private let instruction: Instruction
  private let instrument: AmendedInstrument
  private let lexemes: [Lexeme]
  private(set) var operations: [AmendmentOperation] = []
  private(set) var unread: [UnreadInstruction] = []
  /// The provisions last named, in old numbers: what 其中的, and levels below them, go on from.
  private(set) var subject: [AmendedProvision]

  /// Whether the words just read are about the instrument.
  private var isOurs = true
  private var part = AmendedPart.whole
  /// Quotations not yet used.
  private var quotes: [QuotedText] = []
  private var place: AmendmentPlace?
  private var isEverywhere = false
  /// Behind 删去: the provisions named since, until words of theirs are.
  private var deleting = false
  private var toDelete: [AmendedProvision] = []
  /// Whether 、 or 和 may add to the subject.
  private var subjectIsOpen = false
  /// Whether anything since the last full stop was used.
  private var isUsed = false
  /// Whether it limits what applies, without a change of words: …不再适用.
  private(set) var suspends = false
  /// The operation that 作为第十条 and 修改为：“…” behind 合并 and 单列一条 complete.
  private var structural: Int?

  init(_ instruction: Instruction, _ instrument: AmendedInstrument, _ context: [AmendedProvision]) {
    (self.instruction, self.instrument) = (instruction, instrument)
    lexemes = instruction.lexemes
    subject = context
    if let scope = instruction.scope { isOurs = instrument.isNamed(scope) }
  }

  mutating func parse() {
    var i = 0
    while i < lexemes.count {
      let next = read(at: i)
      i = max(next, i + 1)
    }
    endSentence()
    dropEmptyInsertions()
    if operations.isEmpty, !suspends, isOurs, !instruction.isReordering, unread.isEmpty,
      instruction.acts,
      lexemes.contains(where: { if case .quote = $0.kind { true } else { false } })
    {
      unread.append(UnreadInstruction(point: instruction.point, range: instruction.range))
    }
  }

  /// 增加一款作为第二款，将该条修改为：“…”: the new text of the whole holds what was put in.
  private mutating func dropEmptyInsertions() {
    guard let replaced = operations.last(where: { $0.action == .replace && $0.part == .whole })
    else { return }
    operations.removeAll {
      $0.action == .insert && $0.texts.isEmpty && $0.targets == replaced.targets
    }
  }

  /// Reads the lexeme at `i` and what belongs to it; returns where to go on.
  private mutating func read(at i: Int) -> Int {
    switch lexemes[i].kind {
    case .title(let title):
      isOurs = instrument.isNamed(title) || (isOurs && !isFollowedByAddress(i + 1))
    case .address(let list): readAddress(list)
    case .count(let number, let level):
      // 将十一条修改为, where 第 was left out.
      if level == .article, number > 1, isFollowed(by: .becomes, i + 1) {
        readAddress([AmendedProvision([Address.Step(.article, ProvisionNumber(number))])])
      }
    case .quote(let quote): return readQuote(quote, at: i)
    case .mark(let mark): readMark(mark)
    case .word(let word): return readWord(word, at: i)
    case .other: subjectIsOpen = false
    }
    return i + 1
  }

  private mutating func readWord(_ word: AmendmentWord, at i: Int) -> Int {
    defer { if word != .filler { subjectIsOpen = false } }
    switch word {
    case .becomes: return readBecomes(at: i)
    case .delete: return readDelete(at: i)
    case .add: return readAdd(at: i)
    case .after, .before:
      if let quote = quotes.popLast() {
        place = word == .after ? .after(quote.joined) : .before(quote.joined)
      }
    case .end: place = .end
    case .start:
      place = .start
      part = .lead
    case .lead: part = .lead
    case .heading: part = .heading
    case .title: readTitle()
    case .preamble: return readPreamble(at: i)
    case .everywhere: aimEverywhere()
    case .itself: if isFollowed(by: .inside, i + 1) { aimEverywhere() }
    case .merge: begin(.merge, at: i)
    case .separate: begin(.separate, at: i)
    case .fold:
      if let (list, next) = address(i + 1) {
        emit(.fold, at: i..<next, destinations: list)
        return next
      }
    case .reorder:
      emit(.reorder, targets: [AmendedProvision([])], at: i..<i + 1)
      return readReordered(from: i + 1)
    case .suspended: suspends = true
    case .sentence, .inside, .filler: break
    }
    return i + 1
  }

  // MARK: Provisions

  private mutating func readAddress(_ list: [AmendedProvision]) {
    guard isOurs else { return }
    let resolved = list.map(resolve)
    if deleting {
      flushDeletion()
      toDelete = resolved
      subject = resolved
      return
    }
    if subjectIsOpen {
      subject += resolved
    } else {
      subject = resolved
    }
    (part, quotes, isEverywhere, subjectIsOpen, structural) = (.whole, [], false, true, nil)
  }

  /// A provision with the levels above its first taken from the one named before.
  private func resolve(_ provision: AmendedProvision) -> AmendedProvision {
    guard let first = provision.path.first, first.level.depth > Level.article.depth,
      let base = subject.last
    else { return provision }
    // 第二段 of a text without articles, 第七自然段 of a preamble.
    let above = base.path.filter { $0.level.depth < first.level.depth }
    return AmendedProvision(above + provision.path, through: provision.through)
  }

  private mutating func readTitle() {
    part = .heading
    let named = subject.last?.path.last?.level
    guard named.map({ $0.isBlock && $0 != .article }) != true else { return }
    subject = [AmendedProvision([])]
  }

  private mutating func readPreamble(at i: Int) -> Int {
    let preamble = Address.Step(.preamble, nil)
    subject = [AmendedProvision([preamble])]
    (part, quotes) = (.whole, [])
    if case .address(let list)? = kind(i + 1), list[0].path.first?.level == .paragraph {
      subject = list.map { AmendedProvision([preamble] + $0.path, through: $0.through) }
      return i + 2
    }
    if case .word(.lead)? = kind(i + 1) {
      subject = [AmendedProvision([preamble, Address.Step(.paragraph, ProvisionNumber(1))])]
      return i + 2
    }
    return i + 1
  }

  private mutating func aimEverywhere() {
    subject = [AmendedProvision([])]
    (part, quotes, isEverywhere) = (.whole, [], true)
  }

  // MARK: 修改为, 改为

  private mutating func readBecomes(at i: Int) -> Int {
    var j = skipFillers(i + 1)
    while case .title? = kind(j) { j = skipFillers(j + 1) }
    if let (list, next) = address(j) {
      let destinations = list.map(resolve)
      if let structural {
        operations[structural].destinations = destinations
      } else if case .count? = kind(i - 1) {
        // 改为两条，作为…: the new text says how.
      } else if !deleting {
        emit(.renumber, at: i..<next, destinations: destinations)
      }
      guard let (texts, end) = texts(skipFillers(next), afterColon: true) else { return next }
      complete(with: texts, at: i..<end)
      return end
    }
    guard let (texts, next) = texts(j, afterColon: false) else { return i + 1 }
    if quotes.isEmpty {
      complete(with: texts, at: i..<next)
    } else {
      exchange(texts, at: i..<next)
    }
    return next
  }

  /// New text for what was just merged or parted off, else for the subject.
  private mutating func complete(with texts: [QuotedText], at range: Range<Int>) {
    if let structural {
      operations[structural].texts = texts
      operations[structural].range = join(operations[structural].range, bytes(range))
    } else {
      emit(.replace, at: range, texts: texts)
    }
  }

  /// “A”修改为“B”
  private mutating func exchange(_ texts: [QuotedText], at range: Range<Int>) {
    let isWhole = texts.count > 1 && texts.count != quotes.count
    let phrases = quotes.map(\.joined)
    quotes = []
    // “一、总则”修改为“一、一般规定” names no place.
    if subject.isEmpty { aimEverywhere() }
    emit(
      isWhole ? .replace : .substitute, at: range, phrases: phrases, texts: texts)
  }

  // MARK: 删去

  private mutating func readDelete(at i: Int) -> Int {
    let j = skipFillers(i + 1)
    switch kind(j) {
    case nil, .mark:
      // “A”删去, 第九条删去
      guard isOurs else { return i + 1 }
      if quotes.isEmpty {
        emit(.delete, at: i..<i + 1)
      } else {
        let phrases = quotes.map(\.joined)
        quotes = []
        emit(.strike, at: i..<i + 1, phrases: phrases)
      }
    default:
      flushDeletion()
      (deleting, toDelete, structural) = (true, [], nil)
    }
    return i + 1
  }

  private mutating func flushDeletion() {
    if deleting, !toDelete.isEmpty {
      emit(.delete, targets: toDelete, at: 0..<lexemes.count)
    }
    toDelete = []
  }

  // MARK: 增加

  private mutating func readAdd(at i: Int) -> Int {
    var j = skipFillers(i + 1)
    if case .count(let number, let level)? = kind(j), level != .sentence {
      return insert(number, level, at: i, from: j + 1)
    }
    if case .count? = kind(j) { j = skipFillers(j + 1) }
    // 增写一句，内容为：“…”
    if case .mark(Punctuation.comma)? = kind(j), texts(skipFillers(j + 1), afterColon: false) != nil
    {
      j = skipFillers(j + 1)
    }
    if let (list, next) = address(j) {
      return insert(list.count, list[0].path.last?.level ?? .article, at: i, from: next, as: list)
    }
    guard let (texts, next) = texts(j, afterColon: false) else { return i + 1 }
    let place = self.place
    self.place = nil
    quotes = []
    emit(.add, at: i..<next, texts: texts, place: place)
    return next
  }

  private mutating func insert(
    _ number: Int, _ level: Level, at i: Int, from start: Int, as named: [AmendedProvision] = []
  ) -> Int {
    var j = skipFillers(start)
    if case .mark(Punctuation.comma)? = kind(j), isFollowed(by: .becomes, skipFillers(j + 1)) {
      j = skipFillers(j + 1)
    }
    if case .word(.becomes)? = kind(j) { j = skipFillers(j + 1) }
    var destinations = named.map(resolve)
    if let (list, next) = address(j) {
      destinations = list.map(resolve)
      j = skipFillers(next)
    }
    let place = self.place
    (self.place, quotes) = (nil, [])
    if case .mark(Punctuation.comma)? = kind(j) { j = skipFillers(j + 1) }
    let found = texts(j, afterColon: false)
    emit(
      .insert, at: i..<(found?.1 ?? j), texts: found?.0 ?? [], destinations: destinations,
      place: place, level: level)
    if found == nil { awaiting = operations.count - 1 }
    return found?.1 ?? j
  }

  /// An insertion whose text comes later: 增加五条，…。内容如下：.
  private var awaiting: Int?

  // MARK: Quotations

  private mutating func readQuote(_ quote: QuotedText, at i: Int) -> Int {
    guard isOurs else { return i + 1 }
    if deleting {
      toDelete = []
      emit(.strike, at: i..<i + 1, phrases: [quote.joined])
      return i + 1
    }
    if let awaiting, operations.indices.contains(awaiting), operations[awaiting].texts.isEmpty,
      !isFollowed(by: .becomes, skipFillers(i + 1))
    {
      operations[awaiting].texts = [quote]
      self.awaiting = nil
      isUsed = true
      return i + 1
    }
    quotes.append(quote)
    return i + 1
  }

  /// The quotations at `i`: one, several beside each other, or several joined by 、 that no 修改为 follows.
  private func texts(_ start: Int, afterColon: Bool) -> ([QuotedText], Int)? {
    var i = start
    var sawColon = false
    if case .mark(Punctuation.colon)? = kind(i) {
      (i, sawColon) = (skipFillers(i + 1), true)
    }
    guard case .quote(let first)? = kind(i),
      sawColon || !afterColon || !isFollowed(by: .becomes, i + 1)
    else { return nil }
    var texts = [first]
    i += 1
    while true {
      var j = i
      if case .mark(Punctuation.enumerationComma)? = kind(j) { j += 1 }
      j = skipFillers(j)
      guard case .quote(let quote)? = kind(j), !isFollowed(by: .becomes, skipFillers(j + 1)),
        !isFollowed(by: .after, j + 1), !isFollowed(by: .inside, j + 1)
      else { return (texts, i) }
      texts.append(quote)
      i = j + 1
    }
  }

  // MARK: Marks

  private mutating func readMark(_ mark: UInt32) {
    switch mark {
    case Punctuation.enumerationComma: return
    case Punctuation.comma:
      subjectIsOpen = false
      flushDeletion()
      deleting = false
    case Punctuation.colon: subjectIsOpen = false
    default: endSentence()
    }
  }

  private mutating func endSentence() {
    flushDeletion()
    if isOurs, place != nil || !quotes.isEmpty, !isUsed { report(lexemes.count - 1) }
    (deleting, quotes, place, structural, isUsed, subjectIsOpen) = (
      false, [], nil, nil, false, false
    )
    part = .whole
  }

  private mutating func report(_ i: Int) {
    guard lexemes.indices.contains(i) else { return }
    unread.append(UnreadInstruction(point: instruction.point, range: instruction.range))
  }

  // MARK: 条文顺序作相应调整

  /// “第八条”调整为“第七条” behind it: quoted numbers are numbers.
  private mutating func readReordered(from start: Int) -> Int {
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

  // MARK: Looking ahead

  private func kind(_ i: Int) -> Lexeme.Kind? {
    lexemes.indices.contains(i) ? lexemes[i].kind : nil
  }

  private func skipFillers(_ start: Int) -> Int {
    var i = start
    while true {
      switch kind(i) {
      case .word(.filler), .word(.itself): i += 1
      default: return i
      }
    }
  }

  private func isFollowed(by word: AmendmentWord, _ i: Int) -> Bool {
    if case .word(word)? = kind(i) { true } else { false }
  }

  private func isFollowedByAddress(_ i: Int) -> Bool { address(skipFillers(i)) != nil }

  private func address(_ i: Int) -> ([AmendedProvision], Int)? {
    let i = skipFillers(i)
    guard case .address(let list)? = kind(i) else { return nil }
    return (list, i + 1)
  }

  private func bytes(_ range: Range<Int>) -> ByteRange {
    let range = range.clamped(to: lexemes.indices)
    guard let first = range.first, let last = range.last else { return instruction.range }
    return lexemes[first].range
      .lowerBound..<max(
        lexemes[first].range.upperBound, lexemes[last].range.upperBound)
  }

  private func join(_ a: ByteRange, _ b: ByteRange) -> ByteRange {
    min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
  }

  // MARK: Operations

  private mutating func begin(_ action: AmendmentAction, at i: Int) {
    emit(action, at: i..<i + 1)
    if isOurs { structural = operations.count - 1 }
  }

  private mutating func emit(
    _ action: AmendmentAction, targets: [AmendedProvision]? = nil, at range: Range<Int>,
    phrases: [SourcedText] = [], texts: [QuotedText] = [], destinations: [AmendedProvision] = [],
    place: AmendmentPlace? = nil, level: Level? = nil
  ) {
    guard isOurs else { return }
    isUsed = true
    operations.append(
      AmendmentOperation(
        action: action == .replace && part == .heading ? .rename : action,
        targets: targets ?? subject, part: part, destinations: destinations,
        phrases: phrases, texts: texts, place: place, isEverywhere: isEverywhere, level: level,
        point: instruction.point, range: bytes(range)))
  }
}
