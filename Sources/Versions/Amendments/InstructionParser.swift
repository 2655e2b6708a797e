// Instructions to operations: what is done to which provision, read word by word from left to right.

import Citations
import HanText
import Legislation

/// What an instruction takes over from the one above or before it.
struct InstructionContext {
  /// The provisions last named, in old numbers.
  var subject: [AmendedProvision] = []
  /// What 将下列条例中的“A”修改为“B” does to each provision listed below it.
  var template: AmendmentOperation?
}

/// Reads one instruction.
struct InstructionParser {
  let instruction: Instruction
  let instrument: AmendedInstrument
  let lexemes: [Lexeme]
  /// Whether provisions it is about are listed below it.
  let hasList: Bool
  var operations: [AmendmentOperation] = []
  var unread: [UnreadInstruction] = []
  /// The provisions last named, in old numbers: what 其中的, and levels below them, go on from.
  var subject: [AmendedProvision]
  var part = AmendedPart.whole
  /// Whether the words just read are about the instrument.
  var isOurs = true
  /// Whether the provisions that come next are those of the instrument.
  var titleIsOurs = true
  /// Quotations not yet used.
  var quotes: [QuotedText] = []
  /// Provisions whose words were quoted before those of the subject: 第一条中的“A”、第二条中的“B”修改为“C”.
  var places: [QuotedPlace] = []
  var place: AmendmentPlace?
  var isEverywhere = false
  /// Behind 删去: the provisions named since, until words of theirs are.
  var deleting = false
  var toDelete: [AmendedProvision] = []
  /// Whether the sentence is about what is taken out: 删去第一条中的“A”，第二条中的“B”.
  var sentenceDeletes = false
  /// Whether 、 or 和 may add to the subject.
  var subjectIsOpen = false
  /// Whether it limits what applies, without a change of words: …不再适用.
  var suspends = false
  /// The operation that 作为第十条 and 修改为：“…” behind 合并 and 单列一条 complete.
  var structural: Int?
  /// An insertion whose text comes later: 增加五条，…。内容如下：.
  var awaiting: Int?
  /// 删去“A”, which ，改为“B” makes an exchange.
  var strike: Int?
  var template: AmendmentOperation?
  /// Whether it names provisions or quotes words of the instrument.
  var mentions = false

  init(
    _ instruction: Instruction, _ instrument: AmendedInstrument, _ context: InstructionContext
  ) {
    (self.instruction, self.instrument) = (instruction, instrument)
    (lexemes, hasList) = (instruction.lexemes, instruction.hasList)
    (subject, template) = (context.subject, context.template)
    if let scope = instruction.scope { isOurs = instrument.isNamed(scope) }
    titleIsOurs = isOurs
  }

  /// What the instructions below it, or after it in its point, go on from.
  var context: InstructionContext { InstructionContext(subject: subject, template: template) }

  /// Whether it speaks of provisions and does nothing to them.
  var isSilent: Bool {
    mentions && operations.isEmpty && unread.isEmpty && !suspends && template == nil
      && (!instruction.point.isEmpty || instruction.acts)
  }

  mutating func parse() {
    var i = 0
    while i < lexemes.count {
      let next = read(at: i)
      i = max(next, i + 1)
    }
    endSentence()
    takeTemplate()
    tidy()
  }

  /// Reads the lexeme at `i` and what belongs to it; returns where to go on.
  private mutating func read(at i: Int) -> Int {
    switch lexemes[i].kind {
    case .title(let title): readInstrument(title, at: i)
    case .address(let list): readAddress(list, at: i)
    case .count(let number, let level):
      // 将十一条修改为, where 第 was left out.
      if level == .article, number > 1, becomes(at: i + 1) {
        readAddress(
          [AmendedProvision([Address.Step(.article, ProvisionNumber(number))])], at: i)
      }
    case .quote(let quote): return readQuote(quote, at: i)
    case .mark(let mark): readMark(mark)
    case .word(let word): return readWord(word, at: i)
    case .sentences(let first, let count): part = .sentences(first, count: count)
    case .other: subjectIsOpen = false
    }
    return i + 1
  }

  private mutating func readWord(_ word: AmendmentWord, at i: Int) -> Int {
    defer { if word != .filler { subjectIsOpen = false } }
    switch word {
    case .becomes, .names: return readBecomes(at: i)
    case .amends: return readAmends(at: i)
    case .delete: return readDelete(at: i)
    case .add: return readAdd(at: i)
    case .comprises: return readComprised(at: i)
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
    case .itself, .bare: if isFollowed(by: .inside, i + 1) { aimEverywhere() }
    case .merge: begin(.merge, at: i)
    case .separate: begin(.separate, at: i)
    case .splits: return readSplit(at: i)
    case .fold:
      if let (list, next) = address(i + 1) {
        // 移至第三十条之后，作为第三十一条: the number says it all.
        guard list.allSatisfy({ $0.path.last?.level.isDivision == true }) else { return next }
        emit(.fold, at: i..<next, destinations: list)
        structural = isOurs ? operations.count - 1 : nil
        return next
      }
    case .reorder:
      emit(.reorder, targets: [AmendedProvision([])], at: i..<i + 1)
      return readReordered(from: i + 1)
    case .suspended: suspends = true
    case .vague: if isOurs { report() }
    case .listed, .inside, .filler, .first, .last, .half: break
    }
    return i + 1
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
    if sentenceDeletes, place == nil, !quotes.isEmpty {
      strikeQuotes(at: 0..<lexemes.count)
    } else if isOurs || places.contains(where: \.isOurs),
      place != nil || !quotes.isEmpty || !places.isEmpty
    {
      report()
    }
    (deleting, sentenceDeletes, quotes, places, place) = (false, false, [], [], nil)
    (structural, strike, subjectIsOpen, part) = (nil, nil, false, .whole)
  }

  mutating func report() {
    if unread.isEmpty {
      unread.append(UnreadInstruction(point: instruction.point, range: instruction.range))
    }
  }

  // MARK: Operations

  /// What a list above does, to the provisions this instruction names and does nothing else to.
  private mutating func takeTemplate() {
    guard var operation = template, operations.isEmpty, mentions, isOurs, !instruction.acts else {
      return
    }
    operation.targets = subject
    operation.point = instruction.point
    operations.append(operation)
  }

  private mutating func tidy() {
    // 增加一款作为第二款，将该条修改为：“…”: the new text of the whole holds what was put in.
    if let replaced = operations.last(where: { $0.action == .replace && $0.part == .whole }) {
      operations.removeAll {
        $0.action == .insert && $0.texts.isEmpty && $0.targets == replaced.targets
      }
    }
    // Words are changed while they stand where the old version has them.
    let moving = operations.filter { $0.action == .separate && $0.texts.isEmpty }
    if !moving.isEmpty {
      operations.removeAll { $0.action == .separate && $0.texts.isEmpty }
      operations += moving
    }
  }

  mutating func begin(_ action: AmendmentAction, at i: Int) {
    emit(action, at: i..<i + 1)
    if isOurs { structural = operations.count - 1 }
  }

  mutating func emit(
    _ action: AmendmentAction, targets: [AmendedProvision]? = nil, at range: Range<Int>,
    phrases: [SourcedText] = [], texts: [QuotedText] = [], destinations: [AmendedProvision] = [],
    place: AmendmentPlace? = nil, level: Level? = nil
  ) {
    guard isOurs else { return }
    strike = nil
    operations.append(
      AmendmentOperation(
        action: action == .replace && part == .heading ? .rename : action,
        targets: targets ?? subject, part: part, destinations: destinations,
        phrases: phrases, texts: texts, place: place, level: level,
        point: instruction.point, range: bytes(range)))
  }

  func bytes(_ range: Range<Int>) -> ByteRange {
    let range = range.clamped(to: lexemes.indices)
    guard let first = range.first, let last = range.last else { return instruction.range }
    return lexemes[first].range
      .lowerBound..<max(lexemes[first].range.upperBound, lexemes[last].range.upperBound)
  }
}
