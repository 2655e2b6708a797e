// What a finished tree shows to be missing: empty labels, gaps among items and headings, a text that stops.

import HanText

/// Warnings that need the whole tree.
func findGaps(_ tree: ProvisionTree, _ bytes: [UInt8], genre: Genre) -> [ParseWarning] {
  guard !tree.nodes.isEmpty else {
    return [ParseWarning(code: .emptyBody, message: "no provision was found", range: 0..<0)]
  }
  var warnings: [ParseWarning] = []
  var last: [Int: (number: ProvisionNumber, level: Level)] = [:]
  var lastOfLevel: [Level: ProvisionNumber] = [:]
  for (index, node) in tree.nodes.enumerated() {
    switch node.level {
    case .article where node.text.isEmpty, .point where node.text.isEmpty,
      .item where node.text.isEmpty:
      warnings.append(
        ParseWarning(code: .emptyBody, message: "nothing follows the number", range: node.label))
    default: break
    }
    guard let number = node.number else { continue }
    // An item that lost its number was warned of where that showed.
    if node.label.isEmpty {
      if node.level == .item { last[node.parent ?? -1] = (number, .item) }
      continue
    }
    switch node.level {
    case .item, .subitem, .point, .chapter, .section, .part, .subpart:
      let parent = node.parent ?? -1
      let before = last[parent].flatMap { $0.level == node.level ? $0.number : nil }
      last[parent] = (number, node.level)
      // Some texts number their lists on through all headings: 23. after 22. of the heading before.
      let goesOn = lastOfLevel[node.level].map { number.follows($0) } ?? false
      lastOfLevel[node.level] = number
      let isList = node.level == .item || node.level == .subitem || node.level == .point
      if let before, number == before {
        warnings.append(
          ParseWarning(
            code: .duplicateNumber, message: "\(tree.eId(of: index)) occurs twice",
            range: node.label))
      } else if !(before.map { number.follows($0) } ?? (number.main == 1 || goesOn)),
        before.map({ $0 < number }) ?? (isList || node.level == .chapter)
      {
        let previous = before.map { "\(node.level.rawValue) \($0)" } ?? "the beginning"
        warnings.append(
          ParseWarning(
            code: isList ? .itemGap : .headingGap,
            message: "\(node.level.rawValue) \(number) does not follow \(previous)",
            range: node.label))
      }
    default: break
    }
  }
  if let stop = truncation(tree, bytes, genre) { warnings.append(stop) }
  return warnings
}

/// A text that breaks off: inside a sentence, or before the article that says when it takes effect.
private func truncation(_ tree: ProvisionTree, _ bytes: [UInt8], _ genre: Genre) -> ParseWarning? {
  guard genre == .regulation || genre == .interpretation || genre == .decision,
    let root = tree.roots.reversed().first, tree.nodes[root].level != .attachment,
    let end = tree.nodes.last, !end.text.isEmpty
  else { return nil }
  let last = bytes.lastScalar(of: end.text) ?? 0x3002
  let isOpen = isHan(last) || last == 0xFF0C || last == 0x3001
  let closes = ["施行", "实施", "执行", "废止", "生效"].contains {
    bytes.ends(trimmed(bytes, end.text), with: $0)
  }
  if isOpen, !closes, end.level != .signature, bytes.wordLength(end.text) >= 8 {
    return ParseWarning(
      code: .truncated, message: "the text ends in the middle of a sentence", range: end.text)
  }
  let articles = tree.nodes.filter { $0.level == .article }
  guard genre == .regulation, let first = articles.first, first.number?.main == 1,
    let final = articles.last,
    !articles.suffix(8).reversed().contains(where: { says(bytes, $0.text) })
  else { return nil }
  return ParseWarning(
    code: .truncated, message: "no article says when the text takes effect; its end may be missing",
    range: final.label)
}

/// Whether an article closes a text: 施行, 负责解释, 参照执行.
private func says(_ bytes: [UInt8], _ article: ByteRange) -> Bool {
  let words: [Bytes] = ["施行", "起实施", "起执行", "生效", "负责解释", "废止"]
  return words.contains { bytes.find($0, in: article) != nil }
}
