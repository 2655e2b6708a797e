// What the query language finds on a small library, each row a question and its answers.

import Testing

@Suite struct QueryTests {
  /// Articles are numbered from 1 in each instrument.
  static let shelf = Result {
    try Shelf([
      "harbour.md": regulation(
        "青屿市港口照明规定", published: "2022-03-04", effective: "2022-05-01",
        articles: [
          "港口照明，应当节约用电。",  // 1
          "泊位照明不足的，处五万元罚款。\n照明设施损毁的，应当在三日内修复。",  // 2
          "依照第二条处罚的，应当告知当事人。著作权归看着灯的人。",  // 3
          "ＬＥＤ灯的Ra值不得低于８０。",  // 4
          "⽤电⾼峰时，港口照\u{200B}明可以减半。",  // 5: Kangxi radicals, a zero-width space
          "举报人可以获得奖励；举报不实的除外。举报应当实名。",  // 6
          "下列灯具不得使用：\n（一）汞灯；\n（二）钠灯。",  // 7
        ]),
      "forest.md": regulation(
        "翠屏县林地巡护办法", published: "2024-06-07", effective: "2024-08-01",
        issuer: "翠屏县林业局",
        articles: [
          "巡护人员发现火情，应当立即报告。",  // 1
          "伤害巡护人员的，处50000元罚款。",  // 2
          "巡護記錄應當保存三年。",  // 3: traditional
          "巡护照明使用头灯。头灯应当备用。",  // 4
        ]),
    ])
  }

  /// `港1`: an article of the first instrument; `林1`: of the second.
  private func found(_ query: String, _ options: String...) throws -> Set<String> {
    let library = try Self.shelf.get().library
    return Set(
      try Shelf.search(query, ["--limit", "50"] + options, library: library).hits.map {
        ($0.instrument.hasPrefix("青") ? "港" : "林") + $0.provision.dropFirst(4)
      })
  }

  @Test(arguments: [
    // Literals of one character and more.
    ("\"汞\"", ["港7"]), ("\"汞灯\"", ["港7"]), ("\"不足的\"", ["港2"]), ("\"照明不足的\"", ["港2"]),
    ("\"照明设施损毁\"", ["港2"]), ("\"不在任何地方\"", []), ("“立即报告”", ["林1"]),
    // Not across the end of a 款 or an item, and not a label.
    ("\"罚款。照明\"", []), ("\"罚款照明\"", []), ("\"灯；（二）\"", []), ("\"第七条\"", []),
    // Width, compatibility forms, radicals, zero-width characters, case.
    ("\"LED灯\"", ["港4"]), ("\"led\"", ["港4"]), ("\"低于80\"", ["港4"]), ("\"用电高峰\"", ["港5"]),
    ("\"港口照明\"", ["港1", "港5"]), ("\"ｒａ值\"", ["港4"]),
    // Scripts are mixed in ranked words only.
    ("\"巡护记录\"", []), ("\"巡護記錄\"", ["林3"]), ("\"着\"", ["港3"]), ("\"著\"", ["港3"]),
    ("\"看著\"", []), ("\"着作权\"", []),
    // Conditions.
    ("\"照明\" -港口", ["港2", "林4"]), ("\"照明\" -\"泊位照明\"", ["港1", "港5", "林4"]),
    ("汞灯 OR 头灯", ["港7", "林4"]), ("照明 AND 头灯", ["林4"]), ("照明 AND NOT 港口", ["港2", "林4"]),
    ("(汞灯 OR 头灯) AND 巡护", ["林4"]), ("照明 AND (泊位 OR 头灯)", ["港2", "林4"]),
    ("汞灯 OR 照明 AND 头灯", ["港7", "林4"]),
    // Fields.
    ("title:巡护", ["林1", "林2", "林3", "林4"]), ("\"照明\" title:林地", ["林4"]),
    ("article:第二条", ["港2", "林2"]), ("article:2 \"泊位\"", ["港2"]), ("issuer:林业局 \"罚款\"", ["林2"]),
    ("\"罚款\" -title:林地", ["港2"]), ("issuer:算法局 article:6", ["港6"]),
    // Proximity.
    ("举报 NEAR/句 实名", ["港6"]), ("奖励 NEAR/句 实名", []), ("奖励 NEAR/款 实名", ["港6"]),
    ("泊位 NEAR/款 修复", []), ("泊位 NEAR/条 修复", ["港2"]), ("照明 NEAR/句 备用", []),
    ("照明 NEAR/款 备用", ["林4"]), ("\"汞灯\" NEAR/条 \"钠灯\"", ["港7"]),
  ])
  func finds(_ query: String, _ expected: [String]) throws {
    #expect(try found(query) == Set(expected), "\(query)")
  }

  /// Ranked words find more; the first hit is the one meant.
  @Test(arguments: [
    ("巡護人員 火情", "art_1", "林"), ("五万元 泊位", "art_2", "港"),
    ("50000元 泊位", "art_2", "港"), ("5万元 泊位", "art_2", "港"), ("第2条 告知", "art_3", "港"),
    ("第二条 告知", "art_3", "港"), ("発现火情怎么办", "art_1", "林"),
  ])
  func ranksFirst(_ query: String, _ provision: String, _ instrument: String) throws {
    let first = try Self.shelf.get().search(query, "--limit", "1").hits.first
    #expect(first?.provision == provision)
    #expect(first.map { $0.instrument.hasPrefix("青") ? "港" : "林" } == instrument)
  }

  /// However an amount or an article is written, the same provisions are found.
  @Test(arguments: [
    ["五万元", "5万元", "50000元", "５万元", "50,000元"], ["第二条", "第2条", "第２条"],
  ])
  func numbersAreOne(_ forms: [String]) throws {
    let answers = try forms.map { try found($0) }
    #expect(!answers[0].isEmpty)
    for (form, answer) in zip(forms, answers) { #expect(answer == answers[0], "\(form)") }
  }

  @Test func scriptsMixInRankedWords() throws {
    #expect(try found("巡护 记录").contains("林3"))
    #expect(try found("巡護 記錄").isSuperset(of: ["林1", "林2", "林3", "林4"]))
  }

  @Test func scriptsMixInsideQuotesWhenAsked() throws {
    #expect(try found("\"巡护记录\"", "--fold-script") == ["林3"])
    #expect(try found("\"看著\"", "--fold-script") == ["港3"])
    let hit = try #require(
      try Self.shelf.get().search("\"巡护记录\"", "--fold-script").hits.first)
    #expect(hit.marked == ["巡護記錄"])
  }

  /// Highlights are what stands in the text, not what was asked.
  @Test(arguments: [
    ("\"用电高峰\"", ["⽤电⾼峰"]), ("\"led灯\"", ["ＬＥＤ灯"]), ("\"低于80\"", ["低于８０"]),
    ("\"口照明可\"", ["口照\u{200B}明可"]), ("举报 AND 实名", ["举报", "举报", "举报", "实名"]),
    ("\"照\" title:林地", ["照"]), ("\"头灯\"", ["头灯", "头灯"]), ("\"报实\" OR \"举报\"", ["举报", "举报", "举报"]),
    ("\"（一）汞灯\"", ["（一）汞灯"]),
  ])
  func highlights(_ query: String, _ marked: [String]) throws {
    let hit = try #require(try Self.shelf.get().search(query).hits.first)
    #expect(hit.marked == marked)
  }

  /// The cited 款 is the one with the first match; an article of one 款 is cited whole.
  @Test(arguments: [
    ("\"泊位照明\"", "《青屿市港口照明规定》第二条第一款（2022年3月4日公布）"),
    ("\"设施损毁\"", "《青屿市港口照明规定》第二条第二款（2022年3月4日公布）"),
    ("\"立即报告\"", "《翠屏县林地巡护办法》第一条（2024年6月7日公布）"),
  ])
  func citations(_ query: String, _ citation: String) throws {
    let shelf = try Self.shelf.get()
    #expect(try shelf.search(query).hits.map(\.citation) == [citation])
    #expect(
      try shelf.run("search", "--cite", query, "--as-of", Shelf.day).output == citation + "\n")
  }

  /// What does not parse is text, and no query is an error.
  @Test(arguments: [
    "\"", "\"照明", "(((", ")))", "(照明", "照明)", "AND", "OR OR", "NOT", "-", "--", "照明 AND", "NEAR/款",
    "A NEAR/款", "title:", "title:\"", "issuer:()", "article:", "\u{0}", "\u{200B}", "🀄️", "-照明",
    "NOT 照明", "()", "\"\"", "照明 NEAR/款 港口 NEAR/句 节约", "[", "*", "照明^2", "第二条:",
  ])
  func oddQueriesAreAnswered(_ query: String) throws {
    let outcome = try Self.shelf.get().run("search", "--format", "json", "--", query)
    #expect(outcome.status == 0 || outcome.status == 1, "\(outcome.errors)")
    #expect(outcome.errors.isEmpty)
    _ = try decode(Answer.self, outcome.output)
  }

  @Test(arguments: ["(", "\"", "(\"", "NOT ", "-(", "照明 AND (", "title:("])
  func deepQueriesAreAnswered(_ piece: String) throws {
    let query = String(repeating: piece, count: 20_000 / piece.unicodeScalars.count)
    let outcome = try Self.shelf.get().run("search", "--format", "json", "--", query + "灯")
    #expect(outcome.status == 0 || outcome.status == 1, "\(outcome.errors)")
  }
}
