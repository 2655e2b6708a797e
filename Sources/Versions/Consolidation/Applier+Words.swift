// 修改为, 中的“A”修改为“B”, 删去其中的“A”, 增加“B”: operations on the words of provisions.

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
    let spots = try spots(operation)
    try check(operation.phrases, in: spots.map(\.spot))
    // One text for each provision, where there are as many.
    let texts = operation.texts
    let isOneEach = spots.count > 1 && texts.count == spots.count
    if spots.count > 1, !isOneEach, spots.contains(where: { $0.spot.lines == nil }) {
      throw Misfit(message: "\(spots.count)处只有\(texts.count)段新文")
    }
    for (i, (_, spot)) in spots.enumerated() {
      let lines =
        isOneEach
        ? try writtenLines([texts[i]]) : i == 0 ? try writtenLines(texts) : []
      touch(spot.block)
      guard let range = spot.lines else {
        setLines(lines, of: spot.block, part: operation.part)
        continue
      }
      set(lines, at: range, of: spot.block, part: operation.part)
    }
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
    for line in instrument.blocks[block].lines.indices {
      instrument.blocks[block].lines[line].isDeleted = true
    }
    instrument.blocks[block].lines += lines
  }

  /// The new text of lines that belong together; a list stays below a lead that ends in ： and brings none.
  private mutating func set(
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
  private mutating func setHeading(_ text: SourcedText, of block: Int) {
    var heading = text
    if heading.removeHeadingLabel() == nil, instrument.blocks[block].level == .heading {
      heading.removeLabel { $0 == .enumerated }
    }
    instrument.blocks[block].heading = heading
  }

  // MARK: “A”修改为“B”, 删去“A”

  mutating func substitute(_ operation: AmendmentOperation) throws {
    let texts = operation.texts.map(\.joined)
    guard texts.count == 1 || texts.count == operation.phrases.count else {
      throw Misfit(message: "\(operation.phrases.count)处旧文，\(texts.count)处新文")
    }
    var missing: [SourcedText] = []
    for (i, phrase) in operation.phrases.enumerated() {
      let text = texts.count == 1 ? texts[0] : texts[i]
      if try exchange(phrase, for: text, operation) == 0 { missing.append(phrase) }
    }
    if let phrase = missing.first { throw Misfit(message: "旧文没有“\(phrase.string)”") }
  }

  mutating func strike(_ operation: AmendmentOperation) throws {
    var missing: [SourcedText] = []
    for phrase in operation.phrases where try exchange(phrase, for: [], operation) == 0 {
      missing.append(phrase)
    }
    if let phrase = missing.first { throw Misfit(message: "旧文没有“\(phrase.string)”") }
  }

  /// Exchanges words wherever the operation's targets have them; returns how often.
  private mutating func exchange(
    _ phrase: SourcedText, for text: SourcedText, _ operation: AmendmentOperation
  ) throws -> Int {
    // The whole instrument: only what is carried over, since new words are written as they shall be.
    if operation.targets.contains(where: { $0.path.isEmpty }) {
      var count = 0
      for block in instrument.blocks.indices where !instrument.blocks[block].isDeleted {
        count += exchange(
          phrase, for: text, in: instrument.blocks[block].lines.indices, of: block, all: false)
        count += exchangeHeading(phrase, for: text, block)
      }
      return count
    }
    var count = 0
    var misses: [String] = []
    for (path, spot) in try spots(operation) {
      if instrument.blocks[spot.block].kind == .heading {
        var found = exchangeHeading(phrase, for: text, spot.block)
        for block in instrument.section(at: spot.block).dropFirst() {
          found += exchange(
            phrase, for: text, in: instrument.blocks[block].lines.indices, of: block, all: true)
        }
        count += found
        if found == 0 { misses.append(Address(path: path).chinese) }
        continue
      }
      let lines = spot.lines ?? instrument.blocks[spot.block].lines.indices
      let found = exchange(phrase, for: text, in: lines, of: spot.block, all: true)
      count += found
      if found == 0 { misses.append(Address(path: path).chinese) }
    }
    if count > 0, let first = misses.first {
      throw Misfit(message: "\(first)没有“\(phrase.string)”")
    }
    return count
  }

  private mutating func exchangeHeading(
    _ phrase: SourcedText, for text: SourcedText, _ block: Int
  ) -> Int {
    guard instrument.blocks[block].kind == .heading else { return 0 }
    // A phrase may hold the number too: “一、总则”.
    var words = instrument.blocks[block].label + instrument.blocks[block].heading
    let found = words.occurrences(of: phrase)
    for range in found.reversed() { words.exchange(range, for: text) }
    if !found.isEmpty {
      let label = instrument.blocks[block].label
      setHeading(words.starts(with: label) ? Array(words[label.count...]) : words, of: block)
      touch(block)
    }
    return found.count
  }

  private mutating func exchange(
    _ phrase: SourcedText, for text: SourcedText, in lines: Range<Int>, of block: Int, all: Bool
  ) -> Int {
    var count = 0
    for i in lines where !instrument.blocks[block].lines[i].isDeleted {
      var line = instrument.blocks[block].lines[i]
      var found = line.scalars.occurrences(of: phrase)
      if !all { found = found.filter { line.scalars[$0].allSatisfy(\.isCarriedOver) } }
      guard !found.isEmpty else { continue }
      let touchesLabel = found.contains { $0.lowerBound < line.labelCount }
      let wasItem = line.level
      for range in found.reversed() {
        line.scalars.exchange(range, for: text)
        if range.lowerBound < line.labelCount { line.labelCount = 0 }
      }
      if touchesLabel {
        line.readLabelAgain(inList: wasItem == .subitem)
        if line.labelCount > 0 { line.level = wasItem }
      }
      if line.text.allSatisfy({ Punctuation.evened($0.value).map(Punctuation.parts) ?? true }) {
        line.isDeleted = true
      }
      instrument.blocks[block].lines[i] = line
      count += found.count
    }
    if count > 0 { touch(block) }
    return count
  }

  // MARK: 增加“B”

  mutating func add(_ operation: AmendmentOperation) throws {
    let lines = try writtenLines(operation.texts)
    for (path, spot) in try spots(operation) {
      touch(spot.block)
      switch operation.place {
      case .after(let anchor), .before(let anchor):
        try add(lines, beside: anchor, operation.place!, at: spot, path)
      case .start:
        let place = spot.lines?.lowerBound ?? 0
        guard instrument.blocks[spot.block].lines.indices.contains(place) else {
          throw Misfit(message: "\(Address(path: path).chinese)没有文字")
        }
        let count = instrument.blocks[spot.block].lines[place].labelCount
        instrument.blocks[spot.block].lines[place].scalars.insert(
          contentsOf: lines[0].scalars, at: count)
      case .end: append(lines, at: spot, ofLead: operation.part == .lead)
      case nil:
        // 第十一条增加规定 is a 款 more; a 款 or 项 grows.
        if spot.lines == nil {
          instrument.blocks[spot.block].lines += lines
        } else {
          append(lines, at: spot, ofLead: operation.part == .lead)
        }
      }
    }
  }

  private mutating func append(_ lines: [EditableLine], at spot: Spot, ofLead: Bool) {
    let block = spot.block
    let range = spot.lines ?? instrument.blocks[block].lines.indices
    guard
      let last = ofLead
        ? range.first : range.last(where: { !instrument.blocks[block].lines[$0].isDeleted })
    else { return }
    instrument.blocks[block].lines[last].scalars += lines[0].scalars
    instrument.blocks[block].lines.insert(contentsOf: lines.dropFirst(), at: last + 1)
  }

  private mutating func add(
    _ lines: [EditableLine], beside anchor: SourcedText, _ place: AmendmentPlace, at spot: Spot,
    _ path: [Address.Step]
  ) throws {
    let block = spot.block
    var found = false
    for i in spot.lines ?? instrument.blocks[block].lines.indices
    where !instrument.blocks[block].lines[i].isDeleted {
      let places = instrument.blocks[block].lines[i].scalars.occurrences(of: anchor)
      for range in places.reversed() {
        found = true
        if case .after = place {
          instrument.blocks[block].lines[i].scalars.insert(lines[0].scalars, after: range)
        } else {
          instrument.blocks[block].lines[i].scalars.insert(lines[0].scalars, before: range)
        }
      }
      if !places.isEmpty, lines.count > 1 {
        instrument.blocks[block].lines.insert(contentsOf: lines.dropFirst(), at: i + 1)
        break
      }
    }
    if !found {
      throw Misfit(message: "\(Address(path: path).chinese)没有“\(anchor.string)”")
    }
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
