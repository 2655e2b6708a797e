// 中的“A”修改为“B”, 删去其中的“A”, 增加“B”: operations on the words of provisions.

import Citations
import HanText
import Legislation

extension Applier {
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
    if operation.part == .heading, operation.targets.contains(where: { $0.path.isEmpty }) {
      let found = instrument.title.occurrences(of: phrase)
      for range in found.reversed() { instrument.title.exchange(range, for: text) }
      return found.count
    }
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
        let found = exchange(phrase, for: text, under: spot)
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

  /// Exchanges words in a chapter or an attachment; a phrase that is all of a heading is only that.
  private mutating func exchange(
    _ phrase: SourcedText, for text: SourcedText, under spot: Spot
  ) -> Int {
    let heading = instrument.blocks[spot.block].heading
    let isHeading =
      heading.occurrences(of: phrase).first?.count == heading.count && !heading.isEmpty
    var found = exchangeHeading(phrase, for: text, spot.block)
    guard !isHeading else { return found }
    let blocks =
      spot.attachment.map { attachment in
        instrument.blocks.indices.filter { instrument.blocks[$0].attachment == attachment }
      } ?? Array(instrument.section(at: spot.block).dropFirst())
    for block in blocks {
      found += exchange(
        phrase, for: text, in: instrument.blocks[block].lines.indices, of: block, all: true)
    }
    return found
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
      var opening = instrument.blocks[block].opening
      for range in (opening?.occurrences(of: phrase) ?? []).reversed() {
        opening?.exchange(range, for: text)
      }
      setHeading(words.starts(with: label) ? Array(words[label.count...]) : words, of: block)
      instrument.blocks[block].opening = opening
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
      case .start: try prepend(lines, at: spot, path)
      case .sentence(let number):
        try add(lines, asSentence: number, at: spot)
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

  /// Words that begin a provision; a sentence that its decision does not end is ended.
  private mutating func prepend(
    _ lines: [EditableLine], at spot: Spot, _ path: [Address.Step]
  ) throws {
    let place = spot.lines?.lowerBound ?? 0
    guard instrument.blocks[spot.block].lines.indices.contains(place) else {
      throw Misfit(message: "\(Address(path: path).chinese)没有文字")
    }
    var words = lines[0].scalars
    if let last = words.lastValue, !Punctuation.parts(last), !Punctuation.endsLine(last) {
      words.append(SourcedScalar(value: Punctuation.stop, origin: .made))
    }
    let count = instrument.blocks[spot.block].lines[place].labelCount
    instrument.blocks[spot.block].lines[place].scalars.insert(contentsOf: words, at: count)
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

  /// 增加一句，作为第二句
  private mutating func add(
    _ lines: [EditableLine], asSentence number: Int, at spot: Spot
  ) throws {
    let (line, range) = try sentences(max(number - 1, 1), 1, in: spot)
    instrument.blocks[spot.block].lines[line].scalars.insert(
      contentsOf: lines[0].scalars, at: number > 1 ? range.upperBound : range.lowerBound)
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
