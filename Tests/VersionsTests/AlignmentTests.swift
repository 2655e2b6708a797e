// Which article became which: tables of small versions and the rows they give.

import HanText
import Legislation
import Testing

@testable import Versions

@Suite struct AlignmentTests {
  /// Articles of an instrument that never was.
  static let base = [
    "为了加强灯塔的管理，保障近海航行安全，制定本办法。",
    "渔政机构负责灯塔的日常巡查，每季度检查灯室和雾号一次。",
    "值守人应当在日落前点亮主灯，并在航行日志中写明点亮的时刻。",
    "雾天能见度低于一千米的，值守人应当每两分钟鸣放雾号一次。",
    "灯室的透镜由持有光学维修证书的技工清洗，清洗后应当试灯。",
    "擅自攀登灯塔或者损坏透镜的，由渔政机构责令赔偿。",
    "本办法自2020年3月1日起施行。",
  ]

  /// The base with some articles exchanged, left out, and others put in behind a place.
  static func changed(
    _ changes: [Int: String] = [:], without: Set<Int> = [], inserted: [Int: [String]] = [:]
  ) -> [String] {
    base.indices.flatMap { index in
      (without.contains(index) ? [] : [changes[index] ?? base[index]]) + (inserted[index] ?? [])
    }
  }

  static let table: [(what: String, new: [String], rows: [String])] = [
    ("nothing", base, []),
    (
      "only typography",
      changed([0: "为了加强灯塔的管理, 保障近海航行安全,\u{200B}制定本办法｡", 6: "本办法自２０２０年３月１日起施行。"]), []
    ),
    (
      "one word", changed([1: "渔政机构负责灯塔的日常巡查，每月检查灯室和雾号一次。"]), ["2>2 modified"]
    ),
    (
      "only a mark", changed([4: "灯室的透镜由持有光学维修证书的技工清洗；清洗后应当试灯。"]),
      ["5>5 modified marks"]
    ),
    (
      "one rewritten between its neighbours", changed([4: "透镜每年由技工清洗并检定一次，检定不合格的应当更换。"]),
      ["5>5 modified"]
    ),
    (
      "an article put in", changed(inserted: [2: ["灯塔备用电池的容量应当足够主灯连续照明三夜。"]]),
      [">4 inserted", "4>5 renumbered", "5>6 renumbered", "6>7 renumbered", "7>8 renumbered"]
    ),
    (
      "an article left out", changed(without: [3]),
      ["4> deleted", "5>4 renumbered", "6>5 renumbered", "7>6 renumbered"]
    ),
    (
      "an article moved", [base[0], base[4], base[1], base[2], base[3], base[5], base[6]],
      ["5>2 renumbered moved", "2>3 renumbered", "3>4 renumbered", "4>5 renumbered"]
    ),
    (
      "the purpose and the last article rewritten",
      changed([0: "为了规范灯塔，根据航道条例，制定本办法。", 6: "本办法自公布之日起施行。"]),
      ["1>1 modified", "7>7 modified"]
    ),
  ]

  @Test(arguments: table)
  func rows(what: String, new: [String], rows: [String]) {
    #expect(Alignment(old: version(Self.base), new: version(new)).lines == rows, "\(what)")
  }

  @Test func aParagraphThatBecomesAnArticleIsASplit() {
    let old = Self.changed([
      1: "渔政机构负责灯塔的日常巡查，每季度检查灯室和雾号一次。\n巡查人员上塔前应当系好安全绳，并由塔下人员照看绳尾。"
    ])
    let new = Self.changed(inserted: [1: ["巡查人员上塔前应当系好安全绳，由塔下两名人员照看绳尾。"]])
    #expect(
      Alignment(old: version(old), new: version(new)).lines.first == "2>2,3 split")
  }

  @Test func anArticleThatBecomesAParagraphIsAMerger() {
    let new = Self.changed(
      [
        2: "值守人应当在日落前点亮主灯，并在航行日志中写明点亮的时刻。\n雾天能见度低于一千米的，值守人应当每三分钟鸣放雾号一次。"
      ], without: [3])
    #expect(Alignment(old: version(Self.base), new: version(new)).lines.first == "3,4>3 merged")
  }

  @Test func aParagraphThatGoesFromOneToAnotherJoinsBothRows() {
    let patrol = "渔政机构负责灯塔的日常巡查，汇总各塔的检查记录，并于每年年底前编写下一年度的检修计划。"
    let store = "器材库保管备用的灯泡、雾号簧片和气瓶，按照各塔的申请发放，并登记领取人和领取的日期。"
    let moved = "雾号的簧片每年更换一次。更换时应当关闭气阀，在塔下悬挂警示旗，换下的簧片清点后销毁。"
    let old = [Self.base[0], "\(patrol)\n\(moved)", store, Self.base[6]]
    let new = [Self.base[0], patrol, "\(store)\n\(moved)", Self.base[6]]
    #expect(
      Alignment(old: version(old), new: version(new)).lines == ["2,3>2,3 split+merged"])
  }

  /// What many articles say is no evidence that one of them went elsewhere.
  @Test func aFormulaIsNoSplit() {
    let formula = "构成犯罪的，依法追究刑事责任"
    let breaches = ["擅自攀登灯塔", "损坏透镜", "盗取灯油", "遮挡主灯", "冒充值守人"]
    let old = breaches.map { "\($0)的，由渔政机构责令赔偿；\(formula)。" }
    let new = breaches.map { "\($0)的，由渔政机构责令赔偿。" } + ["违反本办法规定，\(formula)。"]
    #expect(
      Alignment(old: version(old), new: version(new)).lines
        == (1...5).map { "\($0)>\($0) modified" } + [">6 inserted"])
  }

  @Test func articlesOfOneFormAreToldByWhatSetsThemApart() {
    func penalty(_ breach: String) -> String {
      "值守人\(breach)的，由渔政机构责令改正，处六百元以上三千元以下罚款；屡教不改的，处三千元以上九千元以下罚款。"
    }
    let old = ["未按时点亮主灯", "雾天未鸣放雾号", "未记录航行日志"].map(penalty)
    let new = ["擅离灯室过夜", "雾天未鸣放雾号", "未按时点亮主灯", "未如实记录航行日志"].map(penalty)
    let alignment = Alignment(old: version(old), new: version(new))
    func became(_ key: String) -> [String] {
      alignment.new(for: ArticleKey(eId: "art_\(key)")).map(\.description)
    }
    #expect(became("1") == ["3"])
    #expect(became("2") == ["2"])
    #expect(became("3") == ["4"])
  }

  @Test func equalArticlesPairInOrder() {
    let same = "值守人应当服从渔政机构的调度。"
    let old = Array(repeating: same, count: 200)
    let new = Array(repeating: same, count: 150)
    let alignment = Alignment(old: version(old), new: version(new))
    #expect(alignment.rows.count { $0.operation == .unchanged } == 150)
    #expect(alignment.rows.count { $0.operation == .deleted } == 50)
  }

  @Test func textsWithoutArticlesCompareByPointsOrParagraphs() {
    func points(_ second: String) -> ParsedDocument {
      ParsedDocument(
        parsing: SourceText("关于灯塔检修的通知\n\n各灯塔：\n\n一、检修期间主灯照常点亮。\n\n二、\(second)\n"))
    }
    #expect(
      Alignment(old: points("检修于五日内完成。"), new: points("检修于十日内完成。")).lines == [
        "point_2>point_2 modified"
      ])
    func notice(_ deadline: String) -> ParsedDocument {
      ParsedDocument(
        parsing: SourceText(
          "关于印发灯塔细则的通知\n\n各灯塔：\n\n一、细则自\(deadline)起试行。\n\n附件\n\n灯塔细则\n\n第一条　灯塔分三级。\n"))
    }
    let rows = Alignment(old: notice("三月"), new: notice("五月")).rows
    #expect(rows.contains { $0.operation == .modified && $0.changes.marked.contains("[+五月+]") })
    #expect(rows.contains { $0.operation == .unchanged && $0.new[0].eId == "att_1__art_1" })
    let empty = ParsedDocument(parsing: SourceText("\n"))
    #expect(Alignment(old: empty, new: empty).rows.isEmpty)
    #expect(Alignment(old: empty, new: version(Self.base)).rows.count == 7)
  }

  @Test func everyArticleStandsInOneRow() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<60 {
      let old = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Self.base.randomElement(using: &random)!
      }
      let new = (old + Self.base).shuffled(using: &random)
        .prefix(Int.random(in: 0...12, using: &random))
      let alignment = Alignment(old: version(old), new: version(Array(new)))
      #expect(
        alignment.rows.flatMap(\.old).map(\.description).sorted()
          == (1..<old.count + 1).map(String.init).sorted())
      #expect(
        alignment.rows.flatMap(\.new).map(\.description).sorted()
          == (1..<new.count + 1).map(String.init).sorted())
    }
  }

  @Test func givenLinksAreLaidAsTheyAre() {
    func key(_ number: Int) -> ArticleKey { ArticleKey(article: .init(number)) }
    let links = [
      ArticleLink(old: key(1), new: key(1)), ArticleLink(old: key(2), new: key(1)),
      ArticleLink(old: key(9), new: key(1)),
    ]
    let alignment = Alignment(
      links: links, old: version(["甲。", "乙。", "丙。"]), new: version(["甲。\n乙。", "丙。"]))
    #expect(alignment.rows.map(\.line) == ["1,2>1 merged", "3> deleted", ">2 inserted"])
    #expect(alignment.rows[0].changes.marked == "甲。\n乙。")
  }
}

@Suite struct HeaviestChainTests {
  /// Tries every subset.
  private func best(_ pairs: [CandidatePair]) -> Double {
    var best = 0.0
    for subset in 0..<(1 << pairs.count) {
      let chosen = pairs.indices.filter { subset >> $0 & 1 == 1 }.map { pairs[$0] }
        .sorted { $0.old < $1.old }
      let rises = zip(chosen, chosen.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new }
      if rises { best = max(best, chosen.reduce(0) { $0 + $1.weight }) }
    }
    return best
  }

  @Test func isTheOptimum() {
    var random = SeededRandom(seed: 3)
    for _ in 0..<200 {
      let pairs = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        CandidatePair(
          old: Int.random(in: 0..<6, using: &random), new: Int.random(in: 0..<6, using: &random),
          weight: Double(Int.random(in: 1...9, using: &random)))
      }
      let chain = heaviestChain(pairs).map { pairs[$0] }
      #expect(zip(chain, chain.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
      #expect(chain.reduce(0) { $0 + $1.weight } == best(pairs))
    }
  }
}
