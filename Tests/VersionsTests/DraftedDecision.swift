// A drafter for tests: changes articles of a plain model and writes the decision that asks for the same.

import HanText
import Legislation

/// Numbers that are the same for the same seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// An article as lines of text, and what a decision does to it.
struct DraftedArticle {
  enum Change { case none, changed, inserted, deleted }

  var old: Int?
  var lines: [String]
  var change = Change.none
  /// What is done to it, said of the article alone: 第二款修改为：“…”.
  var instruction = ""

  var isList: Bool { lines.contains { $0.hasPrefix("（") } }
}

/// A random decision on an instrument, and the new version it must lead to.
struct DraftedDecision {
  private(set) var articles: [DraftedArticle]
  private var numbers: SeededNumbers
  private let quotes: Int
  private let labels: Int

  /// - Parameter document: Articles numbered 1, 2, 3, without 第二条之一.
  init(_ document: ParsedDocument, seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    (quotes, labels) = (Int.random(in: 0..<3, using: &numbers), Int.random(in: 0..<3, using: &numbers))
    articles = document.tree.nodes.indices.compactMap { node in
      let provision = document.tree.nodes[node]
      guard provision.level == .article, let number = provision.number else { return nil }
      return DraftedArticle(
        old: number.main, lines: document.text(of: node).split(separator: "\n").map(String.init))
    }
    for _ in 0..<Int.random(in: 1...6, using: &numbers) { change() }
  }

  /// The number of each article in the new version, deleted ones left out.
  var new: [DraftedArticle] { articles.filter { $0.change != .deleted } }

  // MARK: Changes

  private mutating func change() {
    let i = Int.random(in: articles.indices, using: &numbers)
    let kind = Int.random(in: 0..<9, using: &numbers)
    if kind == 0 {
      let line = "航标第\(Self.words(i))号由\(sentence())"
      articles.insert(DraftedArticle(lines: [line, sentence()], change: .inserted), at: i + 1)
      return
    }
    guard articles[i].change == .none, let text = articles[i].lines.last else { return }
    let paragraph = Int.random(in: articles[i].lines.indices, using: &numbers)
    let name = "第\(Self.words(paragraph + 1))款"
    let isPlain = !articles[i].isList
    switch kind {
    case 1: articles[i].change = .deleted
    case 2:
      articles[i].lines[articles[i].lines.count - 1] = text + sentence()
      say(i, "修改为：\(quoted(articles[i].lines))")
    case 3 where isPlain && articles[i].lines.count > 1:
      articles[i].lines[paragraph] += sentence()
      say(i, "\(name)修改为：\(quoted([articles[i].lines[paragraph]]))")
    case 4 where isPlain:
      let line = sentence()
      articles[i].lines.insert(line, at: paragraph)
      say(i, "增加一款，作为\(name)：\(quoted([line]))")
    case 5 where isPlain && articles[i].lines.count > 1:
      articles[i].lines.remove(at: paragraph)
      say(i, "删去\(name)")
    case 6: substitute(i, by: "航标管理站")
    case 7: substitute(i, by: "")
    case 8:
      articles[i].lines[articles[i].lines.count - 1] = text + "灯船另定。"
      guard isPlain else { return articles[i].lines[articles[i].lines.count - 1] = text }
      say(i, articles[i].lines.count > 1 ? "第\(Self.words(articles[i].lines.count))款末尾增加“灯船另定。”" : "末尾增加“灯船另定。”")
    default: return
    }
  }

  private mutating func say(_ i: Int, _ instruction: String) {
    (articles[i].change, articles[i].instruction) = (.changed, instruction)
  }

  /// Exchanges or strikes a phrase inside a clause.
  private mutating func substitute(_ i: Int, by new: String) {
    let all = articles[i].lines.joined(separator: "\n")
    let clauses = all.split { !Self.isPlain($0) }.filter { $0.count > 12 }
    guard let clause = clauses.randomElement(using: &numbers) else { return }
    let scalars = Array(clause)
    let start = Int.random(in: 3..<scalars.count - 8, using: &numbers)
    let phrase = String(scalars[start..<start + 4])
    // A phrase that stands at a mark elsewhere leaves that mark to be mended.
    guard all.components(of: phrase) == 2 else { return }
    articles[i].lines = articles[i].lines.map { $0.replacing(phrase, with: new) }
    say(i, new.isEmpty ? "删去其中的“\(phrase)”" : "将其中的“\(phrase)”修改为“\(new)”")
  }

  private static func isPlain(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, (0x4E00...0x9FFF).contains(scalar.value) else {
      return false
    }
    return !"第条款项章节前本一二三四五六七八九十百千零两和及或与以等".contains(character)
  }

  private mutating func sentence() -> String {
    let subjects = ["灯塔值守人员", "航标维护单位", "引水员", "灯船驾驶人", "浮标制造厂"]
    let acts = ["每季度清洗透镜", "登记开灯时刻", "收存雾号记录", "更换损坏的灯芯", "报告漂移的浮标"]
    return subjects.randomElement(using: &numbers)! + "应当" + acts.randomElement(using: &numbers)!
      + "，并在第\(Self.words(Int.random(in: 1...90, using: &numbers)))日以前存档。"
  }

  // MARK: Decision

  /// The decision as drafters set it; articles that only move are not named.
  func decision(on title: String) -> String {
    var points: [String] = []
    var number = 0
    for article in articles {
      if article.change != .deleted { number += 1 }
      let now = "第\(Self.words(number))条"
      switch article.change {
      case .none: continue
      case .deleted: points.append("删去第\(Self.words(article.old!))条。")
      case .inserted: points.append("增加一条，作为\(now)：\(quoted(article.lines))")
      case .changed:
        let old = "第\(Self.words(article.old!))条"
        let head = now == old ? "将\(old)" : "将\(old)改为\(now)，"
        points.append(head + joined(article.instruction, isMoved: now != old, old))
      }
    }
    let texts = points.enumerated().map { label($0.offset + 1) + $0.element }
    return "# 关于修改《\(title)》的决定\n\n" + texts.joined(separator: "\n\n")
      + "\n\n本决定自公布之日起施行。\n"
  }

  /// 将第八条修改为, but 第八条增加一款, 第八条第二款修改为, 删去第八条第二款.
  private func joined(_ instruction: String, isMoved: Bool, _ old: String) -> String {
    guard !isMoved, instruction.hasPrefix("删去") || instruction.hasPrefix("将") else {
      return instruction
    }
    return "改为\(old)，" + instruction
  }

  private func label(_ number: Int) -> String {
    switch labels {
    case 0: Self.words(number) + "、"
    case 1: "（\(Self.words(number))）"
    default: "\(number)."
    }
  }

  private func quoted(_ lines: [String]) -> String {
    switch quotes {
    case 0:
      let inner = lines.map { $0.replacing("“", with: "‘").replacing("”", with: "’") }
      return inner.map { "“" + $0 }.joined(separator: "\n\n") + "”"
    case 1:
      let inner = lines.map { $0.replacing("“", with: "‘").replacing("”", with: "’") }
      return "“" + inner.joined(separator: "\n\n") + "”"
    default:
      let inner = lines.map { $0.replacing("“", with: "‘").replacing("”", with: "’") }
      return "\n\n“" + inner.joined(separator: "\n\n") + "”"
    }
  }

  static func words(_ number: Int) -> String { ChineseNumeral.format(number) }
}

extension String {
  /// How many parts `separator` cuts it into.
  fileprivate func components(of separator: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
