// A decision cut into instructions: one for each line that asks for something, with its point and what it amends.

import Citations
import HanText
import Legislation

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
  /// Whether the decision said 重新公布, so that the whole new text may follow.
  private var isRepublished = false
  /// Whether the decision is over and the whole new text follows.
  private var isOver = false
  /// What the decision's title names; such a line by itself heads the new text.
  private let titles: Set<String>

  init(_ decision: ParsedDocument) {
    document = decision
    hasOrdinalPoints = decision.metadata.title.contains("修正案")
    titles = Set(Amendments.named(by: decision.metadata.title).map(titleKey))
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
    if !scanner.isOpen, ends(before: line) { isOver = true }
    guard !isOver else { return }
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
    if unquoted == nil { unquoted = QuotedText(lines: [], range: line.sourceRange(line.range)) }
    addUnquoted(line, line.range)
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
      takeUnquotedTail()
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
    takeUnquotedTail()
  }

  /// 修改为：new words without marks, on the line that asks for them.
  private mutating func takeUnquotedTail() {
    guard !scanner.isOpen, case .text(let line, let range)? = segments.last else { return }
    let before = segments.dropLast()
    let lexemes = AmendmentLexer([.text(line, range)]).lexemes
    let colons = lexemes.indices.filter {
      if case .mark(Punctuation.colon) = lexemes[$0].kind { true } else { false }
    }
    for i in colons.prefix(Self.colonsLookedAt) {
      let lexeme = lexemes[i]
      let rest = skipSpaces(line.bytes, lexeme.end..<range.upperBound)..<range.upperBound
      let head = AmendmentLexer(before + [.text(line, range.lowerBound..<lexeme.end)]).lexemes
      guard !rest.isEmpty, holdsNewWords(lexemes[(i + 1)...]),
        Instruction(point: "", depth: 0, scope: nil, lexemes: head, range: self.range).awaitsText
      else { continue }
      segments = before + [.text(line, range.lowerBound..<lexeme.end)]
      unquoted = QuotedText(lines: [], range: line.sourceRange(rest))
      addUnquoted(line, rest)
      return
    }
  }

  /// Whether what follows a colon is new text: no instruction goes on there.
  private func holdsNewWords(_ rest: ArraySlice<Lexeme>) -> Bool {
    switch rest.first?.kind {
    case .address?, .count?, .title?, .quote?: false
    default: true
    }
  }

  private mutating func addUnquoted(_ line: LogicalLine, _ range: ByteRange) {
    var words: SourcedText = []
    words.append(line.bytes, range) { byte in
      .decision(line.sourceRange(byte..<byte + 1).lowerBound)
    }
    unquoted?.lines.append(words.trimmedSpaces())
    guard let start = unquoted?.range.lowerBound else { return }
    unquoted?.range = start..<line.sourceRange(range).upperBound
  }

  /// Whether the new text, or the whole of it as republished, begins with a line.
  private mutating func ends(before line: LogicalLine) -> Bool {
    let words = String(decoding: line.bytes[line.range], as: UTF8.self)
    if isRepublished, titles.contains(titleKey(words)) || readArticle(line) { return true }
    // Orders give their lists in 附件 behind all else.
    if AmendmentWords.republishes(line.bytes, line.range) { isRepublished = true }
    return false
  }

  private func readArticle(_ line: LogicalLine) -> Bool {
    guard let label = readLabel(line.bytes, in: line.range) else { return false }
    return label.style == .ordinal(.article) && label.isSeparated
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
      case .address, .quote, .word(.becomes), .word(.names), .word(.add), .word(.itself): return nil
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

  /// An instruction asks for its text at one of its first colons.
  private static let colonsLookedAt = 8

  /// UTF-8 bytes looked at to tell an instruction: 60 characters.
  private static let headBytes = 180

  private func scalarEnd(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange {
    var end = range.upperBound
    while end > range.lowerBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}
