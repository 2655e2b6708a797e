// 款, 项 and 目: which words open one, and which go on with the one above.

import HanText

extension BodyParser {
  mutating func beginParagraph(_ text: ByteRange, _ line: Line, sameLine: Bool) {
    builder.close { $0.level == .paragraph || $0.level == .item || $0.level == .subitem }
    (announces, isQuoting) = (false, false)
    let parent = builder.innermost ?? -1
    let number = paragraphCount[parent, default: 0] + 1
    paragraphCount[parent] = number
    builder.begin(
      .paragraph, number: ProvisionNumber(number), label: text.lowerBound..<text.lowerBound,
      text: text)
    listStyles = []
    addStretch(text, continues: sameLine)
  }

  /// Whether a list may stand here: in an article, point, attachment, preamble or paragraph.
  var canHoldList: Bool {
    guard let inner = builder.innermost else { return false }
    switch builder.nodes[inner].level {
    case .article, .paragraph, .item, .subitem, .point, .attachment, .preamble: return true
    default: return false
    }
  }

  mutating func takeListEntry(_ line: Line, _ label: Label) {
    let depth: Int
    if let known = listStyles.firstIndex(of: label.style) {
      depth = known
    } else if listStyles.count < 2 {
      depth = listStyles.count
      listStyles.append(label.style)
    } else {
      // A list inside a 目 has no level of its own.
      extendText(line)
      return
    }
    if depth == 0 {
      listStyles = [label.style]
      builder.close { $0.level == .item || $0.level == .subitem }
      openParagraphForList(at: label.range.lowerBound)
    } else {
      builder.close { $0.level == .subitem }
    }
    note(label, line)
    let text = label.textStart..<line.range.upperBound
    announces = bytes.lastScalar(of: text) == 0xFF1A
    isQuoting = leavesQuoteOpen(text)
    builder.begin(
      depth == 0 ? .item : .subitem, number: label.number, label: label.range, text: text)
    addStretch(line.range, continues: line.isGlued)
  }

  /// The last of the lines from `i` that are items whose numbers the source lost: after a lead that
  /// ends in ：or an item, they end in ；, and their count leads to the number of the item after them.
  func unnumberedItems(from i: Int, before end: Int) -> Int? {
    let line = lines[i]
    guard i > 0, line.label == nil, !line.continues, bytes.lastScalar(of: line.range) == 0xFF1B,
      builder.openNode(.article) != nil
    else { return nil }
    let next = nextLabelled[i]
    guard next < end, let label = lines[next].label, label.style == .bracketed,
      next - i < label.number.main,
      lines[i..<next].allSatisfy({ bytes.lastScalar(of: $0.range) == 0xFF1B && !$0.continues })
    else { return nil }
    let before = builder.openNode(.item).flatMap { builder.nodes[$0].number?.main } ?? 0
    let follows =
      before > 0 || bytes.lastScalar(of: lines[i - 1].range) == 0xFF1A
      || bytes.lastScalar(of: lines[i - 1].range) == 0x3A
    return follows && before + (next - i) + 1 == label.number.main ? next - 1 : nil
  }

  /// Whether line `i` is the last item of a list, its number lost: after ； it speaks of 其他.
  func isLastItem(_ i: Int) -> Bool {
    let range = lines[i].range
    guard i > 0, lines[i - 1].label?.style == .bracketed, builder.openNode(.article) != nil,
      builder.openNode(.item) != nil, !lines[i].continues, !announces, !isQuoting,
      bytes.lastScalar(of: lines[i - 1].range) == 0xFF1B, bytes.lastScalar(of: range) == 0x3002
    else { return false }
    return bytes.find("其他", in: range.lowerBound..<min(range.lowerBound + 45, range.upperBound))
      != nil
  }

  mutating func takeUnnumberedItem(_ line: Line) {
    listStyles = [.bracketed]
    let number = builder.openNode(.item).flatMap { builder.nodes[$0].number?.main } ?? 0
    builder.close { $0.level == .item || $0.level == .subitem }
    warn(.itemGap, "item \(number + 1) has lost its number", line.range)
    builder.begin(
      .item, number: ProvisionNumber(number + 1),
      label: line.range.lowerBound..<line.range.lowerBound,
      text: line.range)
    addStretch(line.range)
  }

  /// A list needs a 款; an article that begins with one gets an empty lead.
  mutating func openParagraphForList(at position: Int) {
    guard let inner = builder.innermost, builder.nodes[inner].level != .paragraph else { return }
    guard builder.nodes[inner].level != .point else { return }
    let number = paragraphCount[inner, default: 0] + 1
    paragraphCount[inner] = number
    builder.begin(
      .paragraph, number: ProvisionNumber(number), label: position..<position,
      text: position..<position)
  }

  mutating func takeText(_ i: Int, _ line: Line) {
    if isLastItem(i) {
      takeUnnumberedItem(line)
      return
    }
    if line.continues || continuesList(i) || continuesUnnumberedList(i)
      || (builder.openNode(.item) != nil && (announces || isQuoting))
    {
      extendText(line)
      return
    }
    if builder.openNode(.point) != nil, nextLabelled[i] == lines.count, closesDecision(line.range) {
      builder.closeAll()
    }
    beginParagraph(line.range, line, sameLine: false)
  }

  mutating func extendText(_ line: Line) {
    announces = false
    isQuoting = leavesQuoteOpen(line.range)
    builder.extend(to: line.range.upperBound)
    addStretch(line.range, continues: line.continues)
  }

  /// Whether the line belongs to a list without numbers: after ：each ends in ；or ，, and after such
  /// a one the last ends in 。. They are lines of the 款 that introduces them.
  func continuesUnnumberedList(_ i: Int) -> Bool {
    guard i > 0, builder.openNode(.item) == nil, builder.openNode(.paragraph) != nil,
      lines[i - 1].depth == 0,
      let before = bytes.lastScalar(of: lines[i - 1].range),
      let last = bytes.lastScalar(of: lines[i].range)
    else { return false }
    let isOpen = { (mark: UInt32) in
      mark == 0xFF0C || mark == 0xFF1B || mark == 0x3B || mark == 0x2C
    }
    if isOpen(before) { return true }
    return (before == 0xFF1A || before == 0x3A) && isOpen(last)
  }

  /// Whether a quotation is open after `range`. Each paragraph of a quotation may open it anew.
  func leavesQuoteOpen(_ range: ByteRange) -> Bool {
    var balance = 0
    var first: UInt32?
    var i = range.lowerBound
    while i < range.upperBound {
      let next = scalar(bytes, at: i)
      if next.value == 0x201C { balance += 1 }
      if next.value == 0x201D { balance -= 1 }
      if first == nil { first = next.value }
      i += next.length
    }
    guard balance == 0 else { return balance > 0 }
    return isQuoting && !(first == 0x201C && bytes.lastScalar(of: range) == 0x201D)
  }

  /// Whether the text lies between two items of one list: the next label goes on counting.
  func continuesList(_ i: Int) -> Bool {
    guard let item = builder.openNode(.item) else { return false }
    guard let style = listStyles.first, let number = builder.nodes[item].number else {
      return false
    }
    var next = nextLabelled[i]
    // A list inside the item may stand between.
    for _ in 0..<20 {
      guard next < lines.count, let label = lines[next].label, lines[next].depth == 0,
        label.isList
      else { return false }
      if label.style == style { return label.number.main == number.main + 1 }
      if label.style == .enumerated { return false }
      next = nextLabelled[next + 1]
    }
    return false
  }
}
