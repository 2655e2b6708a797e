// What a finished tree shows to be missing: empty labels, gaps among items and headings, a text that stops.

import HanText

/// Warnings that need the whole tree.
func findGaps(_ tree: ProvisionTree, _ bytes: [UInt8], genre: Genre) -> [ParseWarning] {
  guard !tree.nodes.isEmpty else {
    return [ParseWarning(code: .emptyBody, message: "no provision was found", range: 0..<0)]
  }
  var warnings: [ParseWarning] = []
  var last: [Int: (number: ProvisionNumber, level: Level)] = [:]
  for (index, node) in tree.nodes.enumerated() {
    switch node.level {
    case .article where node.text.isEmpty, .point where node.text.isEmpty, .item where node.text.isEmpty:
      warnings.append(
        ParseWarning(code: .emptyBody, message: "nothing follows the number", range: node.label))
    default: break
    }
    guard let number = node.number, !node.label.isEmpty else { continue }
    switch node.level {
    case .item, .subitem, .point, .chapter, .section, .part, .subpart:
      let parent = node.parent ?? -1
      let before = last[parent].flatMap { $0.level == node.level ? $0.number : nil }
      last[parent] = (number, node.level)
      let isList = node.level == .item || node.level == .subitem || node.level == .point
      if let before, number == before {
        warnings.append(
          ParseWarning(code: .duplicateNumber, message: "\(tree.eId(of: index)) occurs twice", range: node.label))
      } else if !(before.map { number.follows($0) } ?? (number.main == 1)), before.map({ $0 < number }) ?? isList || node.level == .chapter {
        let previous = before.map { "\(node.level.rawValue) \($0)" } ?? "the beginning"
        warnings.append(
          ParseWarning(
            code: isList ? .itemGap : .headingGap,
            message: "\(node.level.rawValue) \(number) does not follow \(previous)", range: node.label))
      }
    default: break
    }
  }
  if let stop = truncation(tree, bytes, genre) { warnings.append(stop) }
  return warnings
}

/// A text whose last article breaks off without the end of a sentence.
private func truncation(_ tree: ProvisionTree, _ bytes: [UInt8], _ genre: Genre) -> ParseWarning? {
  guard genre != .commentary, genre != .case, let end = tree.nodes.last,
    let root = tree.roots.reversed().first, tree.nodes[root].level != .attachment, end.level != .signature,
    !end.text.isEmpty, !bytes.endsFullSentence(end.text)
  else { return nil }
  return ParseWarning(code: .truncated, message: "the text ends in the middle of a sentence", range: end.text)
}
