// Literal search against a plain scan: it finds exactly the provisions that contain the string.

import Foundation
import Testing

@Suite struct LiteralPropertyTests {
  /// A text searched as one unit: one the tree has at its topmost level with words of its own.
  private struct Node: Decodable {
    var id, level: String
    var range: [Int]
    var text: String?
    var children: [Node]
  }

  private struct Parsed: Decodable {
    var title: String
    var provisions: [Node]
  }

  private struct Unit {
    var title, id, text: String
    var range: [Int]
  }

  private static let containers: Set<String> = ["part", "subpart", "chapter", "section", "heading"]

  /// The units of every text of the corpus, from `parse --format jsonl`.
  private static func units() throws -> [Unit] {
    let files = try FileManager.default.contentsOfDirectory(atPath: Program.corpus)
      .filter { $0 != "README.md" }.sorted().map { Program.corpus + "/" + $0 }
    let outcome = try Program.run(Program.process(["parse", "--format", "jsonl"] + files))
    try #require(outcome.status == 0, "\(outcome.errors)")
    var units: [Unit] = []
    for line in outcome.output.split(separator: "\n") {
      let parsed = try decode(Parsed.self, line)
      func collect(_ node: Node) {
        let isHolder = ["attachment", "preamble"].contains(node.level) && !node.children.isEmpty
        if let text = node.text, !text.isEmpty, !isHolder, !containers.contains(node.level) {
          units.append(Unit(title: parsed.title, id: node.id, text: text, range: node.range))
        } else {
          node.children.forEach(collect)
        }
      }
      parsed.provisions.forEach(collect)
    }
    return units
  }

  @Test func literalsFindWhatAScanFinds() throws {
    let units = try Self.units()
    try #require(units.count > 300)
    var random = Generator(20_26)
    var needles: [String] = []
    for length in [1, 1, 2, 2, 3, 4, 5, 7, 11, 19, 30] {
      for _ in 0..<12 {
        let unit = units[Int(random.next() % UInt64(units.count))]
        let lines = unit.text.split(separator: "\n")
        let line = Array(lines[Int(random.next() % UInt64(lines.count))].unicodeScalars)
        guard line.count >= length else { continue }
        let start = Int(random.next() % UInt64(line.count - length + 1))
        let needle = String(String.UnicodeScalarView(line[start..<start + length]))
        // What folding changes is tested in QueryTests; blanks at the ends would not be a literal.
        if needle.unicodeScalars.allSatisfy({
          $0.properties.isIdeographic || "，。；：、“”《》".unicodeScalars.contains($0)
        }) {
          needles.append(needle)
        }
      }
    }
    try #require(needles.count > 60)
    let folder = try Folder()
    let file = try folder.write(
      "queries.tsv", needles.enumerated().map { "p\($0)\t\($1)\n" }.joined())
    let outcome = try Program.run(
      "search", "--queries", file, "--library", Shared.corpus.get(), "--format", "trec", "--limit",
      "5000", "--all-versions")
    var found = [[String]](repeating: [], count: needles.count)
    for line in outcome.output.split(separator: "\n") {
      let fields = line.split(separator: " ")
      let name = fields[2].split(separator: "/")
      found[Int(fields[0].dropFirst())!].append(
        name[0].split(separator: "@")[0] + "/" + name[1])
    }
    for (needle, names) in zip(needles, found) {
      let scalars = Array(needle.unicodeScalars)
      let expected = units.filter { unit in
        unit.text.split(separator: "\n").contains { $0.unicodeScalars.contains(scalars) }
      }.map { ($0.title + "/" + $0.id).replacingOccurrences(of: " ", with: "_") }
      #expect(names.sorted() == expected.sorted(), "\(needle)")
    }
  }
}

/// Numbers from a fixed seed (SplitMix64).
struct Generator: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
