// eIds: the address of each provision, from its level, its number and those above it.

/// The eIds of a preorder array of provisions (CONTRACT: addresses). An article stands under its
/// attachment but not under its chapter, so that it keeps its address when chapters move.
func makeEIds(_ nodes: [Provision]) -> [String] {
  var eIds: [String] = []
  eIds.reserveCapacity(nodes.count)
  var seen: [String: Int] = [:]
  seen.reserveCapacity(nodes.count)
  for node in nodes {
    var id = namingParent(of: node, in: nodes).map { eIds[$0] + "__" } ?? ""
    id += node.level.prefix
    if let number = node.number, !isSingle(node) {
      id += "_"
      id += String(number.main)
      if let insert = number.insert { id += "-" + String(insert) }
    }
    let times = seen[id, default: 0] + 1
    seen[id] = times
    eIds.append(times == 1 ? id : "\(id)~\(times)")
  }
  return eIds
}

/// A preamble or the first signature is the only one of its text.
private func isSingle(_ node: Provision) -> Bool {
  (node.level == .preamble || node.level == .signature) && node.number?.main == 1
}

/// The provision whose eId begins that of `node`.
private func namingParent(of node: Provision, in nodes: [Provision]) -> Int? {
  guard
    node.level == .article || node.level == .question || node.level == .answer
      || node.level == .point || node.level == .attachment || node.level == .signature
  else { return node.parent }
  var above = node.parent
  while let candidate = above, nodes[candidate].level != .attachment {
    above = nodes[candidate].parent
  }
  return above
}
