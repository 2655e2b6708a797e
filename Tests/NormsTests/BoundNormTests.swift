// What holds for the norms of any text: articles do not touch each other, ranges lie where they say.

import HanText
import Legislation
import Norms
import Testing

@Suite struct BoundNormTests {
  /// Sentences of all tables with the norms of each.
  static let rows =
    KindNormTests.kindsRows + KindNormTests.modalsRows + KindNormTests.listsRows
    + KindNormTests.noNormsRows
    + BearerNormTests.bearersRows + SanctionNormTests.sanctionsRows
    + SanctionNormTests.authoritiesRows
    + PartsNormTests.actionsRows + PartsNormTests.conditionsRows + PartsNormTests.exceptionsRows
    + WordNormTests.wordsRows

  @Test func articlesStandAlone() {
    var generator = SplitMix(seed: 41)
    for _ in 0..<40 {
      let chosen = (0..<12).map { _ in Self.rows.randomElement(using: &generator)! }
      let text = instrument(chosen.map(\.0))
      #expect(normTexts(text) == chosen.flatMap(\.1))
      checkRanges(text)
    }
  }

  /// Noise ends nothing.
  @Test func noise() {
    let pieces = [
      "应当", "不得", "可以", "禁止", "责令", "处", "予以", "没收", "负责", "由", "对", "的", "依法", "应", "要", "可",
      "渡口经营人", "海事机构", "船员", "船票", "违反规定", "罚款", "除", "外", "但", "其", "及其", "和", "会同", "未经",
      "时", "，", "。", "；", "：", "、", "（", "）", "《", "》", "“", "”", "(", ")", "\n", "（一）", "第九条　",
      " ", "a",
      "公布", "改正", "情节严重", "除外", "下列",
    ]
    var generator = SplitMix(seed: 20_252)
    for _ in 0..<2_000 {
      let words = (0..<40).map { _ in pieces.randomElement(using: &generator)! }
      checkRanges(instrument([words.joined()]))
    }
  }

  /// Triggers in order and apart, each in the provision it names, all other ranges inside the text.
  private func checkRanges(_ text: String) {
    let document = ParsedDocument(parsing: SourceText(text))
    let whole = 0..<document.source.bytes.count
    var last = 0
    for norm in NormFinder().norms(in: document) {
      #expect(norm.trigger.lowerBound >= last && !norm.trigger.isEmpty)
      last = norm.trigger.upperBound
      let provision = document.tree.nodes[norm.node].range
      #expect(provision.contains(norm.trigger.lowerBound))
      #expect(provision.upperBound >= norm.trigger.upperBound)
      let parts =
        norm.bearers + norm.authorities
        + [norm.topic, norm.condition, norm.exception].compactMap { $0 }
      for range in parts + [norm.action] {
        #expect(range.lowerBound <= range.upperBound && whole.contains(range.lowerBound))
        #expect(range.upperBound <= whole.upperBound)
      }
    }
  }
}

extension SplitMix: RandomNumberGenerator {}
