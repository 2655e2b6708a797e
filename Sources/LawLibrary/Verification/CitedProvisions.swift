// The provisions a target names in one text, or why there are none.

import Citations
import HanText
import Legislation

/// A text that targets are looked up in: a version of the library, or the document that is checked.
struct ProvisionShelf {
  private let document: ParsedDocument?
  /// Of a version made of records: each record's text by its eId.
  private let records: [String: ParsedDocument]

  /// What looking a target up gave.
  enum Answer {
    /// Their texts in order.
    case found([String])
    /// The text does not have it; the words say what it has.
    case missing(String)
    /// The text at hand can't tell.
    case unknown(String)
  }

  /// A run longer than this is only looked up at its ends.
  private static let longestRun = 400

  init(_ document: ParsedDocument) {
    self.document = document
    records = [:]
  }

  init(_ text: VersionText) {
    document = text.document
    var records: [String: ParsedDocument] = [:]
    for record in text.records.values {
      records[record.eId] = ParsedDocument(
        parsing: SourceText("\(record.label)　\(text.source.string(record.range))"))
    }
    self.records = records
  }

  func look(up target: CitationTarget) -> Answer {
    var texts: [String] = []
    for address in members(of: target) {
      switch look(up: address) {
      case .found(let found): texts += found
      case let other: return other
      }
    }
    return .found(texts)
  }

  /// Every address of a run; the address alone where there is none.
  private func members(of target: CitationTarget) -> [Address] {
    guard let last = target.path.last, let first = last.number, let through = target.through,
      first != through
    else { return [target.address] }
    var numbers = [first]
    if first.main < through.main, through.main - first.main < Self.longestRun {
      numbers += (first.main + 1..<through.main).map { ProvisionNumber($0) }
    }
    numbers.append(through)
    return numbers.map { Address(path: target.path.dropLast() + [Address.Step(last.level, $0)]) }
  }

  private func look(up address: Address) -> Answer {
    if let document {
      if let node = document.tree.node(at: address) ?? document.point(at: address) {
        return .found([document.text(at: node)])
      }
      guard document.tree.nodes.contains(where: { $0.level == .article || $0.level == .point })
      else { return .unknown("这个文本不分条") }
      return .missing(document.lack(of: address))
    }
    guard let article = address.path.firstIndex(where: { $0.level == .article }) else {
      return .unknown("库中只有逐条记录，无从核对")
    }
    let eId = Address(path: [address.path[article]]).eId
    guard let record = records[eId] else {
      let held = records.keys.compactMap { Address($0).path.last?.number }.max()
      let isWhole = held.map { last in
        (1...max(1, last.main)).allSatisfy { records["art_\($0)"] != nil }
      }
      let name = Address(path: [address.path[article]]).chinese
      guard isWhole == true else { return .unknown("库中只有部分条文，没有\(name)") }
      return .missing("没有\(name)")
    }
    let inside = Address(path: Array(address.path[article...]))
    if let node = record.tree.node(at: inside) { return .found([record.text(at: node)]) }
    return .missing(record.lack(of: inside))
  }

  /// The label of the provision that holds words, compared as quotations are; the narrowest of 条 and 款.
  func place(of words: [UInt32], _ folding: FoldingTable) -> String? {
    for document in document.map({ [$0] }) ?? Array(records.values) {
      let tree = document.tree
      for (index, node) in tree.nodes.enumerated()
      where node.level == .article || node.level == .point {
        guard holds(document, index, words, folding) else { continue }
        let paragraphs = tree.children(of: index).filter { tree.nodes[$0].level == .paragraph }
        let inner = paragraphs.first { holds(document, $0, words, folding) }
        return document.citationLabel(of: inner ?? index)
      }
    }
    return nil
  }

  private func holds(
    _ document: ParsedDocument, _ node: Int, _ words: [UInt32], _ folding: FoldingTable
  ) -> Bool {
    QuotationCheck.isFound(words, in: ComparedText(document.text(of: node), folding).folded)
  }
}

extension ParsedDocument {
  /// 第三条 or 第三项 of a text without articles is its 三、.
  fileprivate func point(at address: Address) -> Int? {
    guard let first = address.path.first, first.level == .article || first.level == .item,
      !tree.nodes.contains(where: { $0.level == .article })
    else { return nil }
    return tree.node(
      at: Address(path: [Address.Step(.point, first.number)] + address.path.dropFirst()))
  }

  /// A provision's words with its label, that of its article where it is the first 款; an item after
  /// the words that lead to its list; of a chapter, all that stands in it.
  fileprivate func text(at node: Int) -> String {
    let provision = tree.nodes[node]
    let words = text(in: provision.text.isEmpty ? provision.range : provision.text)
    guard let above = provision.parent else { return label(of: node) + words }
    let first = tree.children(of: above).first { _ in true }
    switch provision.level {
    case .paragraph where tree.nodes[above].level == .article && first == node:
      return label(of: above) + words
    case .item, .subitem:
      return lead(of: above) + label(of: node) + words
    default:
      return label(of: node) + words
    }
  }

  /// The words before the first list of a provision, and before those of the lists it stands in.
  private func lead(of node: Int) -> String {
    let provision = tree.nodes[node]
    guard [.article, .paragraph, .item].contains(provision.level) else { return "" }
    let list = tree.children(of: node).first {
      tree.nodes[$0].level == .item || tree.nodes[$0].level == .subitem
    }
    let end = list.map { tree.nodes[$0].range.lowerBound } ?? provision.text.upperBound
    let own = text(in: provision.text.lowerBound..<max(provision.text.lowerBound, end))
    let above = provision.level == .item ? provision.parent.map { lead(of: $0) } ?? "" : ""
    return above + own
  }

  /// What the text has instead of an address it lacks: 第一百四十四条只有一款.
  fileprivate func lack(of address: Address) -> String {
    var held = address.path.dropLast()
    while !held.isEmpty, tree.node(at: Address(path: Array(held))) == nil { held = held.dropLast() }
    let step = address.path[held.count]
    let missing = Address(path: [step]).chinese
    guard let above = tree.node(at: Address(path: Array(held))) else {
      return "没有\(missing)" + articles(near: step)
    }
    let scope = above + 1..<tree.nodes[above].subtreeEnd
    let count = scope.count { tree.nodes[$0].level == step.level }
    let place = Address(path: Array(held)).chinese
    guard let unit = step.level.unit else { return "\(place)没有\(missing)" }
    if count == 0 { return "\(place)不分\(unit)，没有\(missing)" }
    // Two of something are 两, not 二.
    let counted = count == 2 ? "两" : ChineseNumeral.format(count)
    return "\(place)有\(counted)\(unit)，没有\(missing)"
  }

  /// The articles a text has around a number it lacks.
  private func articles(near step: Address.Step) -> String {
    guard step.level == .article, let number = step.number else { return "" }
    let all = tree.nodes.filter { $0.level == .article }.compactMap(\.number)
    guard let last = all.max() else { return "" }
    if number > last {
      return "，末条是\(Address(path: [Address.Step(.article, last)]).chinese)"
    }
    let inserted = all.filter { $0.main == number.main && $0.insert != nil }
    guard number.insert != nil, let latest = inserted.max() else { return "" }
    return "，最后是\(Address(path: [Address.Step(.article, latest)]).chinese)"
  }
}
