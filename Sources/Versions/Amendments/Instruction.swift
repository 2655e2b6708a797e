// A decision cut into instructions: one for each line that asks for something, with its point and what it amends.

import Citations
import HanText
import Legislation

/// One instruction of a decision.
struct Instruction {
  /// The labels above it and its own: 十五、（一）.
  var point: String
  /// How many labels stand in `point`.
  var depth: Int
  /// The instrument that the lines around it name; nil where they name none.
  var scope: String?
  var lexemes: [Lexeme]
  /// UTF-8 bytes of the decision.
  var range: ByteRange

  /// Whether new words must still come: 修改为：, 内容如下：.
  var awaitsText: Bool {
    // 内容如下： and 规定： ask for text whatever stands before them.
    if case .mark(Punctuation.colon)? = lexemes.last?.kind,
      case .word(.filler)? = lexemes.dropLast().last?.kind
    {
      return true
    }
    for lexeme in lexemes.reversed() {
      switch lexeme.kind {
      case .mark(let mark):
        if mark == Punctuation.colon { continue }
        return false
      case .word(.becomes), .word(.add): return true
      case .word(.filler): continue
      case .address:
        return lexemes.contains { if case .word(.add) = $0.kind { true } else { false } }
      default: return false
      }
    }
    return false
  }

  /// Whether it says of something that it applies no more.
  var suspends: Bool {
    lexemes.contains { if case .word(.suspended) = $0.kind { true } else { false } }
  }

  /// Whether it holds a word that changes something.
  var acts: Bool {
    lexemes.contains {
      switch $0.kind {
      case .word(.becomes), .word(.delete), .word(.add), .word(.merge), .word(.separate),
        .word(.fold), .word(.reorder):
        true
      default: false
      }
    }
  }
}

/// Reads a decision's lines.
struct InstructionReader {
  private let document: ParsedDocument
  /// 修正案 number their points 第一条, 第二条.
  private let hasOrdinalPoints: Bool
  private var scanner = QuoteScanner()
  private var instructions: [Instruction] = []
  private var segments: [DecisionSegment] = []
  private var range: ByteRange = 0..<0
  /// The labels above the current line, each with the scope its own line named.
  private var labels: [(label: Label, text: String, scope: String?)] = []
  /// Lines of new words without marks around them.
  private var unquoted: QuotedText?

  init(_ decision: ParsedDocument) {
    document = decision
    hasOrdinalPoints = decision.metadata.title.contains("修正案")
  }

  /// The instructions in the order of the text.
  static func read(_ decision: ParsedDocument) -> [Instruction] {
    var reader = InstructionReader(decision)
    var pieces: [ByteRange] = []
    for (range, beginsLine) in decision.words(in: 0..<decision.source.bytes.count) {
      if beginsLine, let first = pieces.first {
        reader.read(LogicalLine(decision.source, first, pieces.dropFirst()))
        pieces.removeAll(keepingCapacity: true)
      }
      // A label and its text are one piece with the space between them, which tells the label from a citation.
      if let last = pieces.last,
        trimmed(decision.source.bytes, last.upperBound..<range.lowerBound).isEmpty,
        !decision.source.bytes[last.upperBound..<range.lowerBound].contains(UInt8(ascii: "\n"))
      {
        pieces[pieces.count - 1] = last.lowerBound..<range.upperBound
      } else {
        pieces.append(range)
      }
    }
    if let first = pieces.first {
      reader.read(LogicalLine(decision.source, first, pieces.dropFirst()))
    }
    if let quote = reader.scanner.close(at: decision.source.bytes.count) {
      reader.segments.append(quote)
    }
    reader.finish()
    return reader.instructions
  }

  private mutating func read(_ line: LogicalLine) {
    let label = pointLabel(of: line)
    if scanner.isOpen, let label, isNext(label), begins(line, after: label),
      let quote = scanner.close(at: line.sourceRange(line.range).lowerBound)
    {
      // A quotation its decision forgot to close ends where the next point begins.
      segments.append(quote)
    }
    guard !scanner.isOpen else {
      segments += scanner.read(line)
      range = range.lowerBound..<line.sourceRange(line.range).upperBound
      return
    }
    if goesOn(line, label) { return }
    finish()
    begin(line, label)
  }

  /// Whether a line belongs to the instruction before it, which awaits new words.
  private mutating func goesOn(_ line: LogicalLine, _ label: Label?) -> Bool {
    guard !segments.isEmpty else { return false }
    let end = line.sourceRange(line.range).upperBound
    let isQuote = opensQuotation(line)
    guard unquoted != nil || awaitsText || isQuote else { return false }
    if isQuote, unquoted == nil {
      segments += scanner.read(line)
      range = range.lowerBound..<end
      return true
    }
    // A label below the points numbers a list of the new words.
    if let label, isPoint(label) || begins(line, after: label) { return false }
    if label == nil, begins(line, after: nil) { return false }
    var quote = unquoted ?? QuotedText(lines: [], range: line.sourceRange(line.range))
    var words: SourcedText = []
    words.append(line.bytes, line.range) { byte in
      .decision(line.sourceRange(byte..<byte + 1).lowerBound)
    }
    quote.lines.append(words.trimmedSpaces())
    quote.range = quote.range.lowerBound..<end
    unquoted = quote
    range = range.lowerBound..<end
    return true
  }

  private var awaitsText: Bool {
    Instruction(
      point: "", depth: 0, scope: nil, lexemes: AmendmentLexer(segments).lexemes, range: range
    ).awaitsText
  }

  private func opensQuotation(_ line: LogicalLine) -> Bool {
    let first = scalar(line.bytes, at: line.range.lowerBound).value
    return first == 0x201C || first == 0x22 || first == 0xFF02
  }

  private mutating func begin(_ line: LogicalLine, _ label: Label?) {
    range = line.sourceRange(line.range)
    guard let label else {
      segments = scanner.read(line)
      return
    }
    if let same = labels.lastIndex(where: { $0.label.style == label.style }) {
      labels.removeSubrange(same...)
    }
    let text = String(decoding: line.bytes[label.range], as: UTF8.self)
    labels.append((label, text, nil))
    let rest = label.textStart..<line.range.upperBound
    guard !rest.isEmpty else { return }
    segments = scanner.read(line.suffix(from: rest.lowerBound))
  }

  private mutating func finish() {
    if let unquoted { segments.append(.quote(unquoted)) }
    unquoted = nil
    defer { segments = [] }
    guard !segments.isEmpty else { return }
    let lexemes = AmendmentLexer(segments).lexemes
    let scope = headTitle(lexemes)
    if let scope, !labels.isEmpty { labels[labels.count - 1].scope = scope }
    let inherited = labels.last { $0.scope != nil }?.scope
    instructions.append(
      Instruction(
        point: labels.map(\.text).joined(), depth: labels.count,
        scope: scope ?? inherited ?? (labels.isEmpty ? instructions.last?.scope : nil),
        lexemes: lexemes, range: range))
  }

  /// 《…》 before the first address, quotation or new text: what an instruction amends.
  private func headTitle(_ lexemes: [Lexeme]) -> String? {
    for lexeme in lexemes {
      switch lexeme.kind {
      case .title(let title): return title
      case .address, .quote, .word(.becomes), .word(.add), .word(.itself): return nil
      default: continue
      }
    }
    return nil
  }

  // MARK: Labels

  /// The label of a line where decisions label points: 一、 （一） 1. and, in a 修正案, 第一条.
  private func pointLabel(of line: LogicalLine) -> Label? {
    guard let label = readLabel(line.bytes, in: line.range) else { return nil }
    switch label.style {
    case .enumerated, .bracketed, .arabic: return label
    case .ordinal(.article): return hasOrdinalPoints && label.isSeparated ? label : nil
    default: return nil
    }
  }

  /// Whether a label is the next of its style.
  private func isNext(_ label: Label) -> Bool {
    labels.last { $0.label.style == label.style }.map { label.number.follows($0.label.number) }
      ?? false
  }

  /// Whether a label is of the style of a point above, or begins a deeper list of points.
  private func isPoint(_ label: Label) -> Bool {
    isNext(label) && labels.last?.label.style == label.style
      && unquoted?.lines.isEmpty != false
  }

  /// Whether what stands behind a label is an instruction.
  private func begins(_ line: LogicalLine, after label: Label?) -> Bool {
    let bytes = line.bytes
    let rest = (label?.textStart ?? line.range.lowerBound)..<line.range.upperBound
    if AmendmentWords.closing.word(bytes, at: rest.lowerBound, before: rest.upperBound) != nil {
      return true
    }
    guard AmendmentWords.openers.word(bytes, at: rest.lowerBound, before: rest.upperBound) != nil
    else { return false }
    let head = rest.lowerBound..<min(rest.upperBound, rest.lowerBound + Self.headBytes)
    let lexemes = AmendmentLexer([.text(line, scalarEnd(bytes, head))]).lexemes
    let instruction = Instruction(point: "", depth: 0, scope: nil, lexemes: lexemes, range: range)
    return instruction.acts
      && lexemes.prefix(4).contains {
        switch $0.kind {
        case .address, .title, .word(.delete), .word(.add), .word(.reorder), .word(.preamble),
          .word(.itself), .word(.title), .word(.everywhere):
          true
        default: false
        }
      }
  }

  /// UTF-8 bytes looked at to tell an instruction: 60 characters.
  private static let headBytes = 180

  private func scalarEnd(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
    var end = range.upperBound
    while end > range.lowerBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}
