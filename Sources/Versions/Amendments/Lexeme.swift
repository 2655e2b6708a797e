// The words of an instruction: addresses, quotations, titles, and what is done with them.

import Citations
import HanText
import Legislation

/// One word of an instruction.
struct Lexeme {
  enum Kind {
    /// A list of provisions; levels above the first are those of what was named before.
    case address([AmendedProvision])
    /// 一款, 两条
    case count(Int, Level)
    case quote(QuotedText)
    /// 《…》
    case title(String)
    case word(AmendmentWord)
    /// 第二句, 后两句: the first of them, from the end with -1, and how many; 0 for a part of a sentence.
    case sentences(Int, count: Int)
    /// 、 ， ； ： 。
    case mark(UInt32)
    /// A scalar that means nothing here.
    case other
  }

  let kind: Kind
  /// UTF-8 bytes of the decision.
  let range: ByteRange
  /// One past its last byte in the line it stands in; 0 for a quotation.
  var end = 0
}

/// Cuts an instruction's segments into words.
struct AmendmentLexer {
  private(set) var lexemes: [Lexeme] = []

  init(_ segments: [DecisionSegment]) {
    for segment in segments {
      switch segment {
      case .quote(let quote): lexemes.append(Lexeme(kind: .quote(quote), range: quote.range))
      case .text(let line, let range): read(line, range)
      }
    }
  }

  private mutating func read(_ line: LogicalLine, _ range: ByteRange) {
    let bytes = line.bytes
    let end = range.upperBound
    var i = range.lowerBound
    while true {
      i = skipSpaces(bytes, i..<end)
      guard i < end else { return }
      let (kind, next) = lexeme(bytes, at: i, before: end)
      lexemes.append(Lexeme(kind: kind, range: line.sourceRange(i..<next), end: next))
      i = next
    }
  }

  private func lexeme(_ bytes: [UInt8], at i: Int, before end: Int) -> (Lexeme.Kind, Int) {
    let first = scalar(bytes, at: i)
    if let (first, count, next) = sentences(bytes, at: i, before: end) {
      return (.sentences(first, count: count), next)
    }
    // 《解释》 is the instrument itself, before it is a title.
    if let word = AmendmentWords.word(bytes, at: i, before: end),
      word.meaning == .itself || first.value != 0x300A
    {
      switch word.meaning {
      case .first: return (.sentences(1, count: 1), word.end)
      case .last: return (.sentences(-1, count: 1), word.end)
      case .half: return (.sentences(0, count: 0), word.end)
      default: return (.word(word.meaning), word.end)
      }
    }
    switch first.value {
    case 0x9644:
      if let (step, next) = attachment(bytes, at: i, before: end) {
        let found = attached(bytes, to: step, at: next, before: end)
        return (.address(found.list), found.end)
      }
    case 0x300A, 0x3008:
      if let title = markedTitle(bytes, at: i, before: end) {
        return (.title(titleText(bytes, title.text)), title.end)
      }
    case 0x7B2C:
      // In a decision every mark but 、 parts instructions, never the members of a list.
      let clause = clauseEnd(bytes, from: i, before: end)
      if let list = ReferenceReader(bytes: bytes, end: clause).list(at: i, .ordinal) {
        return (
          .address(list.references.map { AmendedProvision($0.steps, through: $0.through) }),
          list.end
        )
      }
      if let (step, next) = part(bytes, at: i, before: end) {
        return (.address([AmendedProvision([step])]), next)
      }
    default:
      if let (number, level, next) = count(bytes, at: i, before: end) {
        return (.count(number, level), next)
      }
    }
    if Punctuation.parts(first.value) {
      return (.mark(Punctuation.evened(first.value)!), i + first.length)
    }
    return (.other, i + first.length)
  }

  private func clauseEnd(_ bytes: [UInt8], from start: Int, before end: Int) -> Int {
    var i = start
    while i < end {
      let next = scalar(bytes, at: i)
      if Punctuation.parts(next.value),
        Punctuation.evened(next.value) != Punctuation.enumerationComma
      {
        return i
      }
      i += next.length
    }
    return end
  }

  /// 第二句, 后两句, 最后一句
  private func sentences(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (first: Int, count: Int, end: Int)? {
    func numbered(_ word: Bytes) -> (Int, Int)? {
      guard bytes.has(word, at: start, before: end),
        let number = readNumber(bytes, at: start + word.utf8.count, before: end),
        number.value > 0, number.value < 50, bytes.has("句", at: number.end, before: end)
      else { return nil }
      return (number.value, number.end + 3)
    }
    if let (number, next) = numbered("第") { return (number, 1, next) }
    if let (count, next) = numbered("前") { return (1, count, next) }
    if let (count, next) = numbered("后") ?? numbered("最后") { return (-count, count, next) }
    return nil
  }

  /// 附件, 附表二
  private func attachment(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (Address.Step, Int)? {
    guard let word = AmendmentWords.attachments.word(bytes, at: start, before: end) else {
      return nil
    }
    let after = start + word.utf8.count
    guard let number = readNumber(bytes, at: after, before: end), number.value < 200 else {
      return (Address.Step(.attachment, nil), after)
    }
    return (Address.Step(.attachment, ProvisionNumber(number.value)), number.end)
  }

  /// 附件二第三条: provisions of an attachment, or the attachment itself.
  private func attached(
    _ bytes: [UInt8], to step: Address.Step, at start: Int, before end: Int
  ) -> (list: [AmendedProvision], end: Int) {
    let clause = clauseEnd(bytes, from: start, before: end)
    guard let list = ReferenceReader(bytes: bytes, end: clause).list(at: start, .ordinal) else {
      return ([AmendedProvision([step])], start)
    }
    let provisions = list.references.map {
      AmendedProvision([step] + $0.steps, through: $0.through)
    }
    return (provisions, list.end)
  }

  /// 第二段 and 第三点 of a text without articles, 第一部分 of one with headings 一、二、.
  private func part(_ bytes: [UInt8], at start: Int, before end: Int) -> (Address.Step, Int)? {
    guard let number = readNumber(bytes, at: start + 3, before: end) else { return nil }
    if bytes.has("部分", at: number.end, before: end) {
      return (Address.Step(.heading, ProvisionNumber(number.value)), number.end + 6)
    }
    if bytes.has("点", at: number.end, before: end) {
      return (Address.Step(.point, ProvisionNumber(number.value)), number.end + 3)
    }
    if bytes.has("段", at: number.end, before: end) {
      return (Address.Step(.paragraph, ProvisionNumber(number.value)), number.end + 3)
    }
    return nil
  }

  /// 一款, 两条, 三项: how many of a level, as 增加 says it.
  private func count(
    _ bytes: [UInt8], at start: Int, before end: Int
  ) -> (Int, Level, Int)? {
    guard let number = readNumber(bytes, at: start, before: end), number.isChinese,
      number.value > 0, number.value < 200, number.end < end
    else { return nil }
    var i = number.end
    if bytes.has("个", at: i, before: end) { i += 3 }
    if bytes.has("自然段", at: i, before: end) { return (number.value, .paragraph, i + 9) }
    guard i < end else { return nil }
    let level: Level
    switch scalar(bytes, at: i).value {
    case 0x7F16: level = .part
    case 0x7AE0: level = .chapter
    case 0x8282: level = .section
    case 0x6761: level = .article
    case 0x6B3E: level = .paragraph
    case 0x9879: level = .item
    case 0x76EE: level = .subitem
    case 0x53E5: level = .sentence
    default: return nil
    }
    return (number.value, level, i + 3)
  }
}
