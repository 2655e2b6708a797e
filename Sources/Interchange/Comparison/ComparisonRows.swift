// Lays a comparison out in rows: headings, preamble, articles, attachments.

import HanText
import Legislation
import Versions

/// Makes the rows of a table.
struct ComparisonRows {
  private(set) var rows: [ComparisonTable.Row] = []
  private let old: VersionUnits
  private let new: VersionUnits
  /// Changed headings by where they stand.
  private var changedNew: [String: PartChange] = [:]
  private var goneOld: [String: PartChange] = [:]
  private var shownNew: Set<Int> = []
  private var shownOld: Set<String> = []

  init(_ comparison: VersionComparison, _ old: ParsedDocument, _ new: ParsedDocument) {
    (self.old, self.new) = (VersionUnits(old), VersionUnits(new))
    for change in comparison.headings {
      if let part = change.new {
        changedNew[part.eId] = change
      } else if let part = change.old {
        goneOld[part.eId] = change
      }
    }
    addPreamble(comparison)
    for row in comparison.alignment.rows {
      addHeadings(row)
      rows.append(self.row(row))
    }
    for change in comparison.attachments { addPart(change) }
  }

  // MARK: - Articles

  private func row(_ row: AlignedArticles) -> ComparisonTable.Row {
    ComparisonTable.Row(
      depth: nil, old: old.passages(row.old, row.changes, .delete),
      new: new.passages(row.new, row.changes, .insert), mark: row.mark, isMoved: row.isMoved,
      remark: row.remark, changes: row.changes)
  }

  // MARK: - Other parts

  private mutating func addPreamble(_ comparison: VersionComparison) {
    if let change = comparison.preamble { return addPart(change) }
    guard let before = old.preamble, let after = new.preamble else { return }
    rows.append(
      ComparisonTable.Row(
        depth: nil, old: [before], new: [after], mark: .same, isMoved: false, remark: "",
        changes: []))
  }

  private mutating func addPart(_ change: PartChange, depth: Int = 0) {
    func passage(_ part: PartChange.Part?, _ operation: TextChange.Operation)
      -> [ComparisonTable.Passage]
    {
      guard let part else { return [] }
      let runs = change.changes.filter { $0.operation == .equal || $0.operation == operation }
        .map { ComparisonTable.Run(text: $0.text, isChanged: $0.operation == operation) }
      return [ComparisonTable.Passage(label: part.label, runs: runs)]
    }
    rows.append(
      ComparisonTable.Row(
        depth: change.kind == .heading ? depth : nil, old: passage(change.old, .delete),
        new: passage(change.new, .insert), mark: change.operation.mark, isMoved: false,
        remark: change.operation.remark, changes: change.changes))
  }

  /// The headings that begin with a row's articles, and those of the old version that are gone.
  private mutating func addHeadings(_ row: AlignedArticles) {
    for key in row.old {
      for (depth, node) in old.containers(of: key).enumerated() {
        let eId = old.document.tree.eId(of: node)
        if let change = goneOld[eId], shownOld.insert(eId).inserted {
          addPart(change, depth: depth)
        }
      }
    }
    guard let key = row.new.first else { return }
    for (depth, node) in new.containers(of: key).enumerated() where shownNew.insert(node).inserted {
      if let change = changedNew[new.document.tree.eId(of: node)] {
        addPart(change, depth: depth)
        continue
      }
      let passage = ComparisonTable.Passage(
        label: new.document.label(of: node),
        runs: [ComparisonTable.Run(text: new.document.heading(of: node), isChanged: false)])
      rows.append(
        ComparisonTable.Row(
          depth: depth, old: [passage], new: [passage], mark: .same, isMoved: false, remark: "",
          changes: []))
    }
  }
}

/// The articles of one version, by key.
struct VersionUnits {
  let document: ParsedDocument
  private let nodes: [String: Int]
  private let folding = FoldingTable()

  init(_ document: ParsedDocument) {
    self.document = document
    let tree = document.tree
    nodes = Dictionary(
      tree.nodes.indices.map { (tree.eId(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The parts, chapters and sections above an article, the outermost first.
  func containers(of key: ArticleKey) -> [Int] {
    guard let node = nodes[key.eId] else { return [] }
    return document.tree.ancestors(of: node).reversed()
      .filter { document.tree.nodes[$0].level.isContainer }
  }

  /// The preamble; nil where there is none.
  var preamble: ComparisonTable.Passage? {
    guard
      let node = document.tree.nodes.indices.first(where: {
        document.tree.nodes[$0].level == .preamble
      })
    else { return nil }
    return ComparisonTable.Passage(
      label: "", runs: [ComparisonTable.Run(text: document.text(of: node), isChanged: false)])
  }

  /// Articles with the words of this version, cut where changes begin and end. The changes of a row are those
  /// of all its articles together; words that only differ in typography stay as this version has them.
  func passages(
    _ keys: [ArticleKey], _ changes: [TextChange], _ operation: TextChange.Operation
  ) -> [ComparisonTable.Passage] {
    var stretches = changes.filter { $0.operation == .equal || $0.operation == operation }
      .map { (count: length($0.text), isChanged: $0.operation == operation) }[...]
    return keys.map { key in
      guard let node = nodes[key.eId] else {
        return ComparisonTable.Passage(label: key.chinese, runs: [])
      }
      let text = Array(document.text(of: node).utf8)
      let places = EvenedText(text, folding).places
      var runs: [ComparisonTable.Run] = []
      var (at, start) = (0, 0)
      func add(to end: Int, _ isChanged: Bool) {
        guard end > start else { return }
        let words = String(decoding: text[start..<end], as: UTF8.self)
        runs.append(ComparisonTable.Run(text: words, isChanged: isChanged))
        start = end
      }
      while at < places.count, let stretch = stretches.first {
        let count = min(stretch.count, places.count - at)
        at += count
        add(to: at < places.count ? Int(places[at]) : text.count, stretch.isChanged)
        if count < stretch.count {
          stretches[stretches.startIndex].count -= count
        } else {
          stretches.removeFirst()
        }
      }
      add(to: text.count, false)
      let label = document.label(of: node)
      return ComparisonTable.Passage(label: label.isEmpty ? key.chinese : label, runs: runs)
    }
  }

  private func length(_ text: String) -> Int { EvenedText(Array(text.utf8), folding).scalars.count }
}

extension AlignmentOperation {
  var mark: ComparisonTable.Mark {
    switch self {
    case .unchanged: .same
    case .modified, .renumberedAndModified: .modified
    case .renumbered: .renumbered
    case .inserted: .inserted
    case .deleted: .deleted
    case .split: .split
    case .merged: .merged
    case .splitAndMerged: .rearranged
    }
  }

  /// What became of a part that is no article.
  fileprivate var remark: String {
    switch self {
    case .unchanged: ""
    case .renumbered: "仅调整序号"
    case .inserted: "新增"
    case .deleted: "删去"
    default: "修改"
    }
  }
}

extension AlignedArticles {
  fileprivate var mark: ComparisonTable.Mark {
    if isCrossReferenceOnly { return .renumbered }
    return isPunctuationOnly ? .punctuation : operation.mark
  }

  /// 修改，移动
  fileprivate var remark: String {
    let from = old.map(\.chinese).joined(separator: "、")
    var words: [String]
    switch mark {
    case .same: words = []
    case .inserted: words = ["新增"]
    case .deleted: words = ["删去"]
    case .modified: words = ["修改"]
    case .renumbered: words = ["仅调整序号"]
    case .punctuation: words = ["仅标点"]
    case .split: words = ["由原\(from)拆分"]
    case .merged: words = ["原\(from)合并"]
    case .rearranged: words = ["由原\(from)拆分、合并"]
    }
    if isMoved { words.append("移动") }
    return words.joined(separator: "，")
  }
}
