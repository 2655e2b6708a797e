// The new version written out: Markdown for people and for the parser, and the list of its articles.

import Citations
import HanText
import Legislation

/// Writes a numbered instrument.
struct ConsolidatedText {
  private(set) var markdown = ""
  private(set) var articles: [ConsolidatedArticle] = []
  private let numbered: NumberedInstrument
  private let references: RenumberedReferences

  init(
    _ title: SourcedText, _ history: VersionHistory, _ numbered: NumberedInstrument,
    _ references: RenumberedReferences
  ) {
    (self.numbered, self.references) = (numbered, references)
    if !title.isEmpty { line("# " + title.string) }
    for event in history.lines { line(event) }
    if !history.lines.isEmpty { line("<!-- INFO END -->") }
    for index in numbered.order { write(numbered.blocks[index]) }
  }

  private mutating func line(_ text: String) {
    if !markdown.isEmpty { markdown += "\n" }
    markdown += text + "\n"
  }

  private mutating func write(_ block: EditableBlock) {
    switch block.kind {
    case .heading where block.level == .attachment && !block.isMarked:
      if let opening = block.opening {
        for words in text(opening).split(separator: "\n") where words.contains(where: { $0 != " " })
        {
          line(String(words))
        }
        return
      }
      if !block.label.isEmpty { line(block.label.string) }
      if !block.heading.isEmpty { line(text(block.heading)) }
    case .heading: line(mark(block.level) + heading(block))
    case .preamble:
      if !block.heading.isEmpty { line("## " + block.heading.string) }
      for words in block.lines { line(text(words.scalars)) }
    case .article: writeArticle(block)
    case .other:
      for words in block.lines { line(text(words.scalars)) }
    }
  }

  private mutating func writeArticle(_ block: EditableBlock) {
    guard let number = block.final ?? block.number else { return }
    var lines = block.lines.map { text($0.scalars) }
    let first = lines.isEmpty ? "" : lines.removeFirst()
    line(label(block, number) + (block.level == .point ? "" : "　") + first)
    for words in lines { line(words) }
    guard block.attachment == nil else { return }
    articles.append(
      ConsolidatedArticle(
        key: key(block.level, number), old: block.origins.map { key(block.level, $0) },
        operations: block.operations))
  }

  private func key(_ level: Level, _ number: ProvisionNumber) -> ArticleKey {
    ArticleKey(eId: Address(path: [Address.Step(level, number)]).eId)
  }

  /// 第十二条; where the number stays, as the old version writes it.
  private func label(_ block: EditableBlock, _ number: ProvisionNumber) -> String {
    if number == block.number, !block.label.isEmpty { return block.label.string }
    if isArabic, block.level == .article {
      return "第\(number.main)条" + (number.insert.map { "之\($0)" } ?? "")
    }
    return Address(path: [Address.Step(block.level, number)]).chinese
  }

  /// Whether the old version numbers its articles 第12条.
  private var isArabic: Bool {
    numbered.blocks.first { $0.isArticle }?.label.contains { (0x30...0x39).contains($0.value) }
      ?? false
  }

  private func heading(_ block: EditableBlock) -> String {
    let words = text(block.heading)
    var label = block.label.string
    if let final = block.final, final != block.number || block.label.isEmpty {
      switch block.level {
      case .attachment: break
      // 一、
      case .heading where !block.label.isEmpty || block.node == nil:
        label = ChineseNumeral.format(final.main) + "、"
      case .heading: break
      default: label = Address(path: [Address.Step(block.level, final)]).chinese
      }
    }
    guard !label.isEmpty, !words.isEmpty else { return label + words }
    return label + (label.hasSuffix("、") ? "" : "　") + words
  }

  private func mark(_ level: Level) -> String {
    switch level {
    case .section: "### "
    default: "## "
    }
  }

  private func text(_ scalars: SourcedText) -> String {
    references.renumbered(scalars).string
  }

  /// References of the new text to what was taken out, where their words still stand.
  func dangling(
    _ numerals: [ReferenceNumeral], in old: ParsedDocument
  ) -> [ConsolidationDiscrepancy] {
    guard !numerals.isEmpty else { return [] }
    var places: [Int: EditableBlock] = [:]
    let wanted = Set(numerals.map(\.range.lowerBound))
    for index in numbered.order {
      for scalar in numbered.blocks[index].lines.lazy.flatMap(\.scalars) {
        if case .old(let byte) = scalar.origin, wanted.contains(byte) {
          places[byte] = numbered.blocks[index]
        }
      }
    }
    return numerals.compactMap { numeral in
      guard let block = places[numeral.range.lowerBound] else { return nil }
      let place = (block.final ?? block.number).map { label(block, $0) } ?? ""
      return ConsolidationDiscrepancy(
        kind: .danglingReference,
        message: "引用的旧文\(Address(path: numeral.path).chinese)已删去", place: place, source: nil)
    }
  }
}
