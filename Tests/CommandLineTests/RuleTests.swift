// The rules that texts leave to others, in files and in a library as it changes.

import Testing

@Suite struct RuleTests {
  private static let law = regulation(
    "海鸥保护条例", published: "2024-03-01", effective: "2024-05-01", issuer: "国务院",
    articles: [
      "为了保护海鸥，制定本条例。", "巡查的具体办法由省、自治区、直辖市人民政府制定。", "海鸥目录由最高人民法院规定。",
    ])
  private static let child = regulation(
    "青屿省海鸥巡查办法", published: "2024-06-01", effective: "2024-07-01", issuer: "青屿省人民政府",
    articles: ["根据《海鸥保护条例》，制定本办法。", "巡查员应当每日巡查。"])

  private struct Owed: Decodable {
    struct Words: Decodable {
      var text: String
      var range: [Int]
    }
    var provision: String
    var owners: [Words]
    var mode: String
    struct Candidate: Decodable { var title, status: String }
    var candidates: [Candidate]
  }

  private func owed(_ shelf: Shelf) throws -> [Owed] {
    let outcome = try shelf.run("delegations", "--format", "jsonl", "--as-of", Shelf.day)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.output.split(separator: "\n").map { try decode(Owed.self, $0) }
  }

  @Test func followsTheLibrary() throws {
    let shelf = try Shelf(["law.md": Self.law])
    #expect(try owed(shelf).map(\.candidates.count) == [0, 0])
    try shelf.write("child.md", Self.child)
    #expect(try shelf.index().status == 0)
    let rules = try owed(shelf)
    #expect(rules.map(\.provision) == ["art_2__para_1", "art_3__para_1"])
    #expect(rules.map { $0.owners.map(\.text) } == [["省、自治区、直辖市人民政府"], ["最高人民法院"]])
    #expect(rules.map { $0.candidates.map(\.title) } == [["青屿省海鸥巡查办法"], []])
    #expect(rules[0].candidates[0].status == "in force")
    #expect(
      rules.allSatisfy {
        $0.owners[0].range[1] - $0.owners[0].range[0] == $0.owners[0].text.unicodeScalars.count
      })
    try shelf.remove("law.md")
    #expect(try shelf.index("--prune").status == 0)
    #expect(try owed(shelf).isEmpty)
  }

  @Test func badFileIsReportedAndTheRestGoOn() throws {
    let folder = try Folder()
    let file = try folder.write("law.md", Self.law)
    for command in ["terms", "delegations"] {
      let outcome = try Program.run(command, folder.path("none.md"), file, "--format", "jsonl")
      #expect(outcome.status == 65 && outcome.errorLines.count == 1)
      #expect(outcome.output.isEmpty == (command == "terms"))
    }
    let outcome = try Program.run("delegations", "-", input: Self.law)
    #expect(outcome.status == 0 && outcome.output.contains("2 delegations"))
  }

  @Test func filesAndLibraryAreNotMixed() throws {
    #expect(try Program.run("delegations", "a.md", "--law", "海鸥").status == 64)
  }
}
