// Which version answers on which day, and what its status says.

import Testing

@Suite struct VersionTests {
  /// One instrument in three versions, one not dated, one repealed by another.
  static func shelf() throws -> Shelf {
    try Shelf([
      "old.md": regulation(
        "灯塔管理办法", published: "2020-01-10", effective: "2020-03-01", articles: ["灯塔应当常亮。"]),
      "new.md": regulation(
        "灯塔管理办法", published: "2020-01-10", effective: "2024-07-01", amended: "2024-05-20",
        articles: ["灯塔应当常亮，雾天鸣号。"]),
      "next.md": regulation(
        "灯塔管理办法", published: "2020-01-10", effective: "2027-01-01", amended: "2026-03-15",
        articles: ["灯塔应当常亮，雾天闪烁。"]),
      "repealed.md": regulation(
        "油灯塔暂行办法", published: "2001-02-03", effective: "2001-03-01", articles: ["油灯塔应当添油。"]),
      "repealing.md": regulation(
        "电灯塔办法", published: "2022-02-03", effective: "2022-04-01",
        articles: ["电灯塔应当供电。", "本办法自2022年4月1日起施行。《油灯塔暂行办法》同时废止。"]),
      "dateless.txt": "灯船须知\n\n第一条 灯船应当系缆。\n\n第二条 灯船不得离位。\n",
    ])
  }

  /// Where none is in force yet, the latest answers.
  @Test(arguments: [
    ("2019-06-01", ["2026-03-15"]), ("2020-02-01", ["2026-03-15"]), ("2023-01-01", ["2020-01-10"]),
    ("2024-06-01", ["2020-01-10"]), ("2024-07-01", ["2024-05-20"]), ("2026-06-01", ["2024-05-20"]),
    ("2027-01-01", ["2026-03-15"]),
  ])
  func theVersionInForceAnswers(on day: String, _ versions: [String]) throws {
    let shelf = try Self.shared.get()
    let answer = try shelf.search("\"灯塔应当常亮\"", "--as-of", day)
    #expect(answer.hits.map(\.version) == versions)
    let all = try shelf.search("\"灯塔应当常亮\"", "--as-of", day, "--all-versions")
    #expect(all.total == 3)
  }

  @Test(arguments: [
    ("old.md", "2020-02-01", "not yet in force"), ("old.md", "2021-01-01", "in force"),
    ("old.md", "2024-06-30", "in force"), ("old.md", "2024-07-01", "amended"),
    ("new.md", "2024-06-01", "not yet in force"), ("new.md", "2025-01-01", "in force"),
    ("new.md", "2027-01-01", "amended"), ("next.md", "2026-06-01", "not yet in force"),
    ("next.md", "2027-01-01", "in force"), ("repealed.md", "2010-01-01", "in force"),
    ("repealed.md", "2022-03-31", "in force"), ("repealed.md", "2022-04-01", "repealed"),
    ("repealing.md", "2022-04-01", "in force"), ("dateless.txt", "2026-06-01", "unknown"),
  ])
  func status(of file: String, on day: String, _ status: String) throws {
    let line = try Self.shared.get().list(asOf: day).first { $0.sources[0].hasSuffix("/" + file) }
    #expect(line?.status == status)
  }

  @Test func statusesReadWithTheirDates() throws {
    let output = try Self.shared.get().run("list", "--as-of", Shelf.day).output
    for label in [
      "已修改（2024年7月1日）", "现行有效（2024年7月1日起施行）", "尚未施行（2027年1月1日起施行）",
      "已废止（2022年4月1日）", "现行有效（2022年4月1日起施行）", "未知",
    ] {
      #expect(output.contains(label), "\(output)")
    }
  }

  @Test func addressesNameVersions() throws {
    let shelf = try Self.shared.get()
    func version(_ address: String, _ day: String) throws -> String? {
      let outcome = try shelf.run("show", address, "--as-of", day, "--format", "json")
      return try decode(Shown.self, outcome.output).version
    }
    #expect(try version("灯塔管理办法第一条", "2021-01-01") == "2020-01-10")
    #expect(try version("灯塔管理办法第一条", Shelf.day) == "2024-05-20")
    #expect(try version("灯塔管理办法@2026-03-15第一条", Shelf.day) == "2026-03-15")
    let missing = try shelf.run("show", "灯塔管理办法@2011-01-01第一条")
    #expect(missing.status == 1 && missing.errorLines.count == 1)
    #expect(missing.errors.contains("2020-01-10 2024-05-20 2026-03-15"))
  }

  private static let shared = Result { try shelf() }
}
