// Reading addresses in every way people write them.

import HanText

extension Address {
  /// Reads `art_19__para_1`, `19`, `第十九条`, `第19条第2款第（三）项`, `19条2款3项`, `深度合成规定第十九条`,
  /// `《网络安全法》@2016-11-07 第二十一条`, `第一百二十条之一`, `第二章第一节`, `序言第七自然段`, or a law's name
  /// alone. Never fails: what is no number is the law's name.
  public init(_ text: some StringProtocol) {
    var bytes = Array(String(text).utf8)
    let words = trimmed(bytes, 0..<bytes.count)
    bytes = Array(bytes[words])
    var reader = AddressReader(bytes)
    self = reader.read()
  }
}

private struct AddressReader {
  private let bytes: [UInt8]
  private var end: Int { bytes.count }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func read() -> Address {
    let split = pathStart()
    var law = trimmed(bytes, 0..<split)
    let path = steps(from: split)
    var version: CalendarDate?
    if let mark = bytes.find("@", in: law),
      let found = readDate(bytes, at: mark + 1, before: law.upperBound)
    {
      version = found.date
      law = trimmed(bytes, law.lowerBound..<mark)
    }
    return Address(law: name(law), version: version, path: path)
  }

  /// A law's name without 《》 and the marks that part it from the numbers.
  private func name(_ range: ByteRange) -> String? {
    var rest = range
    while !rest.isEmpty {
      let last = scalar(bytes, before: rest.upperBound)
      guard
        isSpace(last.value)
          || [0x300B, 0x3A, 0xFF1A, 0x23, 0xFF0C, 0x2C, 0x7684].contains(last.value)
      else { break }
      rest = rest.lowerBound..<rest.upperBound - last.length
    }
    while !rest.isEmpty, scalar(bytes, at: rest.lowerBound).value == 0x300A {
      rest = rest.lowerBound + 3..<rest.upperBound
    }
    rest = trimmed(bytes, rest)
    return rest.isEmpty ? nil : String(decoding: bytes[rest], as: UTF8.self)
  }

  /// Where the numbers begin: the first place from which all that follows reads as steps.
  private func pathStart() -> Int {
    var i = 0
    while i < end {
      let isBoundary = i == 0 || !isASCIIWord(bytes[i - 1]) || !isASCIIWord(bytes[i])
      if isBoundary, !steps(from: i).isEmpty { return i }
      i += scalar(bytes, at: i).length
    }
    return end
  }

  private func isASCIIWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
      || byte == 0x5F
  }

  /// The steps that `start` up to the end reads as; empty where it does not.
  private func steps(from start: Int) -> [Address.Step] {
    machineSteps(from: start) ?? chineseSteps(from: start) ?? []
  }

  /// `art_19__para_1`, `preamble__para_7`
  private func machineSteps(from start: Int) -> [Address.Step]? {
    let text = String(decoding: bytes[trimmed(bytes, start..<end)], as: UTF8.self)
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return nil }
    var steps: [Address.Step] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      let word = rest.prefix { $0 != "_" }
      guard let level = Level(prefix: word) else { return nil }
      rest = rest.dropFirst(word.count)
      var number: ProvisionNumber?
      if rest.hasPrefix("_"), !rest.hasPrefix("__") {
        let digits = rest.dropFirst().prefix { $0.isNumber || $0 == "-" }
        guard let read = ProvisionNumber(digits) else { return nil }
        number = read
        rest = rest.dropFirst(1 + digits.count)
      }
      steps.append(Address.Step(level, number))
      guard rest.isEmpty || rest.hasPrefix("__") else { return nil }
      rest = rest.dropFirst(2)
    }
    return steps
  }

  /// 第十九条第二款（三）项, 19, 19-1, 附件二第三条, 序言第七自然段
  private func chineseSteps(from start: Int) -> [Address.Step]? {
    var steps: [Address.Step] = []
    var i = skipSpaces(bytes, start..<end)
    while i < end {
      guard let (step, next) = chineseStep(at: i, after: steps.last) else { return nil }
      steps.append(step)
      i = skipSpaces(bytes, next..<end)
    }
    return steps.isEmpty ? nil : steps
  }

  private func chineseStep(at start: Int, after last: Address.Step?) -> (Address.Step, Int)? {
    if bytes.has("序言", at: start, before: end) || bytes.has("前言", at: start, before: end) {
      return (Address.Step(.preamble, nil), start + 6)
    }
    for word: Bytes in ["附件", "附录", "附表"] where bytes.has(word, at: start, before: end) {
      let number = readNumber(bytes, at: skipSpaces(bytes, start + 6..<end), before: end)
      return (
        Address.Step(.attachment, ProvisionNumber(number?.value ?? 1)), number?.end ?? start + 6
      )
    }
    var i = start
    let isOrdinal = bytes.has("第", at: i, before: end)
    if isOrdinal { i = skipSpaces(bytes, i + 3..<end) }
    var isBracketed = false
    if i < end, opensBracket(scalar(bytes, at: i).value) {
      isBracketed = true
      i = skipSpaces(bytes, i + scalar(bytes, at: i).length..<end)
    }
    guard let number = readNumber(bytes, at: i, before: end, loose: false) else { return nil }
    i = skipSpaces(bytes, number.end..<end)
    if isBracketed {
      guard i < end, closesBracket(scalar(bytes, at: i).value) else { return nil }
      i = skipSpaces(bytes, i + scalar(bytes, at: i).length..<end)
    }
    var insert: Int?
    if i < end, bytes[i] == 0x2D, let read = readNumber(bytes, at: i + 1, before: end) {
      insert = read.value
      i = skipSpaces(bytes, read.end..<end)
    }
    if let (level, length) = unit(at: i, after: last) {
      i += length
      let inserted = skipSpaces(bytes, i..<end)
      if bytes.has("之", at: inserted, before: end),
        let read = readNumber(bytes, at: skipSpaces(bytes, inserted + 3..<end), before: end)
      {
        insert = read.value
        i = read.end
      }
      return (Address.Step(level, ProvisionNumber(number.value, insert: insert)), i)
    }
    // （三） is an item without the word; a number alone is an article, and nothing else may follow.
    if isBracketed, last != nil { return (Address.Step(.item, ProvisionNumber(number.value)), i) }
    guard last == nil, !isOrdinal, !isBracketed, i == end else { return nil }
    return (Address.Step(.article, ProvisionNumber(number.value, insert: insert)), i)
  }

  private func unit(at start: Int, after last: Address.Step?) -> (Level, Int)? {
    guard start < end else { return nil }
    if bytes.has("分编", at: start, before: end) { return (.subpart, 6) }
    if bytes.has("自然段", at: start, before: end) { return (.paragraph, 9) }
    switch scalar(bytes, at: start).value {
    case 0x7F16, 0x7DE8: return (.part, 3)
    case 0x7AE0: return (.chapter, 3)
    case 0x8282, 0x7BC0: return (.section, 3)
    case 0x6761, 0x689D: return (.article, 3)
    case 0x6B3E: return (.paragraph, 3)
    case 0x9879, 0x9805: return (.item, 3)
    case 0x76EE: return (.subitem, 3)
    case 0x6BB5: return (.paragraph, 3)
    case 0x3001 where last == nil: return (.point, 3)
    default: return nil
    }
  }
}
