// 修改为, 章名修改为: new texts for provisions and headings.

import Citations
import HanText
import Legislation

extension Applier {
  // MARK: 修改为

  mutating func replace(_ operation: AmendmentOperation) throws {
    let targets = operation.targets.flatMap(instrument.expand)
    if targets == [[Address.Step(.preamble, nil)]] {
      return try replacePreamble(try writtenLines(operation.texts))
    }
    let spots = try spots(operation).map(\.spot)
    try check(operation.phrases, in: spots)
    if case .sentences(let first, let count) = operation.part, operation.phrases.isEmpty {
      return try replaceSentences(first, count, in: spots, operation)
    }
    let texts = try texts(operation, spots)
    for spot in spots { touch(spot.block) }
    // From the end, so that lines put in do not move those still to be changed.
    for (spot, lines) in zip(spots, texts).reversed() {
      if let attachment = spot.attachment {
        try setText(lines, ofAttachment: attachment)
      } else if let range = spot.lines {
        set(lines, at: range, of: spot.block, part: operation.part)
      } else {
        setLines(lines, of: spot.block, part: operation.part)
      }
    }
  }

  /// The new lines of each provision: a quotation each, a line each, or of several 款 in a row one text for all.
  private func texts(
    _ operation: AmendmentOperation, _ spots: [Spot]
  ) throws -> [[EditableLine]] {
    let texts = operation.texts
    guard spots.count > 1 else { return [try writtenLines(texts)] }
    if texts.count == spots.count { return try texts.map { try writtenLines([$0]) } }
    if spots.allSatisfy({ $0.lines == nil }) {
      let parts = articles(in: texts)
      guard parts.count == spots.count else {
        throw Misfit(message: "\(spots.count)处只有\(texts.count)段新文")
      }
      return try parts.map { try writtenLines([$0]) }
    }
    guard spots.allSatisfy({ $0.lines != nil }) else {
      throw Misfit(message: "\(spots.count)处只有\(texts.count)段新文")
    }
    let lines = try writtenLines(texts)
    let level = instrument.blocks[spots[0].block].lines[spots[0].lines!.lowerBound].level
    let starts = lines.indices.filter { lines[$0].level == level }
    if starts.count == spots.count, starts.first == 0 {
      return starts.indices.map { i in
        Array(lines[starts[i]..<(i + 1 < starts.count ? starts[i + 1] : lines.count)])
      }
    }
    guard isOneRun(spots) else {
      throw Misfit(message: "\(spots.count)处，新文有\(starts.count)段")
    }
    return [lines] + spots.dropFirst().map { _ in [] }
  }

  /// Whether places follow each other in one article.
  private func isOneRun(_ spots: [Spot]) -> Bool {
    zip(spots, spots.dropFirst()).allSatisfy { a, b in
      a.block == b.block && a.lines?.upperBound == b.lines?.lowerBound
    }
  }

  /// New text cut where 第二条 begins a line.
  func articles(in texts: [QuotedText]) -> [QuotedText] {
    var parts: [QuotedText] = []
    for text in texts {
      for line in text.lines {
        var words = line
        if words.removeArticleLabel() != nil || parts.isEmpty {
          parts.append(QuotedText(lines: [], range: text.range))
        }
        parts[parts.count - 1].lines.append(line)
      }
    }
    return parts
  }

  /// The second sentence, the last two: new words for them alone.
  private mutating func replaceSentences(
    _ first: Int, _ count: Int, in spots: [Spot], _ operation: AmendmentOperation
  ) throws {
    let new = try writtenLines(operation.texts)
    for spot in spots {
      let (line, range) = try sentences(first, count, in: spot)
      instrument.blocks[spot.block].lines[line].scalars.exchange(range, for: new[0].scalars)
      instrument.blocks[spot.block].lines.insert(contentsOf: new.dropFirst(), at: line + 1)
      touch(spot.block)
    }
  }

  /// Where sentences stand in a provision of one line.
  func sentences(_ first: Int, _ count: Int, in spot: Spot) throws -> (line: Int, Range<Int>) {
    let lines = (spot.lines ?? instrument.blocks[spot.block].lines.indices).filter {
      !instrument.blocks[spot.block].lines[$0].isDeleted
    }
    guard lines.count == 1 else { throw Misfit(message: "不知道是哪一款的句子") }
    let line = instrument.blocks[spot.block].lines[lines[0]]
    var starts = [line.labelCount]
    for i in line.labelCount..<line.scalars.count
    where Punctuation.endsSentence(line.scalars[i].value) && i + 1 < line.scalars.count {
      if !Punctuation.closes(line.scalars[i + 1].value) { starts.append(i + 1) }
    }
    let from = first > 0 ? first - 1 : starts.count + first
    guard count > 0, from >= 0, from + count <= starts.count else {
      throw Misfit(message: "旧文没有这样的句子")
    }
    let end = from + count < starts.count ? starts[from + count] : line.scalars.count
    return (lines[0], starts[from]..<end)
  }

  /// The new text of an attachment, its label left as it is.
  private mutating func setText(_ lines: [EditableLine], ofAttachment attachment: Int) throws {
    let blocks = instrument.blocks.indices.filter {
      instrument.blocks[$0].attachment == attachment && !instrument.blocks[$0].isDeleted
    }
    guard !blocks.isEmpty else { throw Misfit(message: "旧文的附件没有文字") }
    for block in blocks { instrument.blocks[block].isDeleted = true }
    var lines = lines
    let label = instrument.blocks[attachment].label.string
    if lines[0].scalars.string == label { lines.removeFirst() }
    var made = EditableBlock(kind: .other, level: .paragraph)
    (made.lines, made.operations) = (lines, [current])
    (made.attachment, made.placement) = (attachment, .after(blocks[blocks.count - 1]))
    instrument.blocks.append(made)
  }

  private mutating func replacePreamble(_ lines: [EditableLine]) throws {
    if let index = instrument.blocks.firstIndex(where: { $0.kind == .preamble }) {
      touch(index)
      setLines(lines, of: index)
    } else {
      var preamble = EditableBlock(kind: .preamble, level: .preamble)
      (preamble.lines, preamble.operations) = (lines, [current])
      preamble.placement = .before(0)
      instrument.blocks.append(preamble)
    }
  }

  /// Whether the old words a decision quotes stand where it says.
  private func check(_ phrases: [SourcedText], in spots: [Spot]) throws {
    for phrase in phrases {
      let stands = spots.contains { spot in
        let block = instrument.blocks[spot.block]
        let lines = block.lines[spot.lines ?? block.lines.indices]
        return !phrase.occurrences(of: phrase).isEmpty
          && !Array(lines.map(\.scalars).joined()).occurrences(of: phrase).isEmpty
      }
      if !stands { throw Misfit(message: "旧文没有“\(phrase.string)”") }
    }
  }

  /// The new text of a whole article; where only its lead is meant, the list below it stays.
  mutating func setLines(
    _ lines: [EditableLine], of block: Int, part: AmendedPart = .whole
  ) {
    if part == .lead, let first = instrument.blocks[block].lines.indices.first {
      set(lines, at: first..<first + 1, of: block, part: part)
      return
    }
    let old = instrument.blocks[block].lines.last { !$0.isDeleted }
    var lines = lines
    lines.endLike(old)
    let own = [instrument.blocks[block].number, instrument.blocks[block].assigned]
    lines[0].scalars.removeOwnLabel(own.compactMap(\.self))
    for line in instrument.blocks[block].lines.indices {
      instrument.blocks[block].lines[line].isDeleted = true
    }
    instrument.blocks[block].lines += lines
  }

  /// The new text of lines that belong together; a list stays below a lead that ends in ： and brings none.
  mutating func set(
    _ lines: [EditableLine], at range: Range<Int>, of block: Int, part: AmendedPart
  ) {
    guard !lines.isEmpty else {
      deleteLines(range, of: block)
      return
    }
    var lines = lines
    let old = instrument.blocks[block].lines[range]
    let keepsList =
      old.count > 1
      && (part == .lead
        || (lines.count == 1
          && lines[0].scalars.lastValue.flatMap(Punctuation.evened) == Punctuation.colon))
    lines.endLike(keepsList ? old.first : old.last)
    // The new line stands for the old one, so that its list and later words about it find it.
    let first = old[range.lowerBound]
    lines[0].number = first.number
    lines[0].assigned = first.assigned
    lines[0].level = first.level
    lines[0].node = first.node
    // A 项 quoted without its number keeps the one it had.
    if lines[0].labelCount == 0, first.labelCount > 0 {
      lines[0].scalars = first.label + lines[0].scalars
      lines[0].labelCount = first.labelCount
    }
    instrument.blocks[block].lines.replaceSubrange(
      keepsList ? range.lowerBound..<range.lowerBound + 1 : range, with: lines)
  }

  /// New words as lines of an article; its own label, where the decision quotes it, left out.
  func writtenLines(_ texts: [QuotedText]) throws -> [EditableLine] {
    var lines: [EditableLine] = []
    var inList = false
    for scalars in texts.flatMap(\.lines) where !scalars.isEmpty {
      var scalars = scalars
      if lines.isEmpty { scalars.removeArticleLabel() }
      let line = EditableLine(written: scalars, inList: inList)
      inList = line.level != .paragraph
      lines.append(line)
    }
    guard !lines.isEmpty else { throw Misfit(message: "没有新文") }
    return lines
  }

  // MARK: 章名, 名称

  mutating func rename(_ operation: AmendmentOperation) throws {
    guard let text = operation.texts.first?.joined, !text.isEmpty else {
      throw Misfit(message: "没有新名称")
    }
    let targets = operation.targets.flatMap(instrument.expand).filter { !$0.isEmpty }
    guard let path = targets.first else {
      instrument.title = SourcedText(
        made: text.string.hasPrefix("《") ? String(text.string.dropFirst().dropLast()) : text.string)
      return
    }
    let spot = try spot(path)
    guard instrument.blocks[spot.block].kind == .heading else {
      throw Misfit(message: "\(Address(path: path).chinese)没有名称")
    }
    setHeading(text, of: spot.block)
    touch(spot.block)
  }

  /// The words of a heading; the number a decision quotes with them is not among them.
  mutating func setHeading(_ text: SourcedText, of block: Int) {
    var heading = text
    if heading.removeHeadingLabel() == nil, instrument.blocks[block].level == .heading {
      heading.removeLabel { $0 == .enumerated }
    }
    (instrument.blocks[block].heading, instrument.blocks[block].opening) = (heading, nil)
  }
}

extension [EditableLine] {
  /// Ends the last line as the old one ended, where a decision leaves the mark out.
  mutating func endLike(_ old: EditableLine?) {
    guard let last = indices.last, let value = self[last].scalars.lastValue,
      !Punctuation.endsLine(value), let mark = old?.scalars.lastValue, Punctuation.endsLine(mark),
      Punctuation.parts(mark)
    else { return }
    self[last].scalars.append(SourcedScalar(value: mark, origin: .made))
  }
}

extension [SourcedScalar] {
  /// Takes 第十九条 off the beginning; returns its number.
  @discardableResult
  mutating func removeArticleLabel() -> ProvisionNumber? {
    removeLabel { $0 == .ordinal(.article) }
  }

  /// Takes the article's own 第十九条 off the beginning, where no space parts it from its text: not of
  /// 第十九条规定的期限.
  mutating func removeOwnLabel(_ numbers: [ProvisionNumber]) {
    let bytes = [UInt8](string.utf8)
    guard let label = readLabel(bytes, in: 0..<bytes.count), label.style == .ordinal(.article),
      !label.isSeparated, numbers.contains(label.number),
      AmendmentWords.ofArticles.word(bytes, at: label.textStart, before: bytes.count) == nil
    else { return }
    removeFirst(String(decoding: bytes[..<label.textStart], as: UTF8.self).unicodeScalars.count)
  }

  /// Takes 第三章 off the beginning; returns its level and number.
  @discardableResult
  mutating func removeHeadingLabel() -> (level: Level, number: ProvisionNumber)? {
    var level: Level?
    let number = removeLabel {
      guard case .ordinal(let found) = $0, found != .article else { return false }
      level = found
      return true
    }
    return level.flatMap { level in number.map { (level, $0) } }
  }

  /// Takes a label of a wanted style off the beginning; returns its number.
  @discardableResult
  mutating func removeLabel(_ isWanted: (LabelStyle) -> Bool) -> ProvisionNumber? {
    let bytes = [UInt8](string.utf8)
    guard let label = readLabel(bytes, in: 0..<bytes.count),
      label.isSeparated || label.isList, isWanted(label.style)
    else { return nil }
    let count = String(decoding: bytes[..<label.textStart], as: UTF8.self).unicodeScalars.count
    removeFirst(count)
    return label.number
  }
}
